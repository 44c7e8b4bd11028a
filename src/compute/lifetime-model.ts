export type LifetimeModelName = 'mbg-nbd' | 'bg-nbd';

/**
 * The four parameters: purchase rates are gamma(`r`, rate `alpha`), the chance to drop out beta(`a`, `b`).
 * `alpha` is in weeks.
 */
export interface LifetimeParameters {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/** A fitted MBG/NBD or BG/NBD model; times are in weeks, whatever unit the data came in. */
export interface LifetimeModel {
  name: LifetimeModelName;
  unit: 'weeks';
  parameters: LifetimeParameters;
  /** From the exact Hessian at the maximum. */
  standardErrors: LifetimeParameters;
  logLikelihood: number;
  customers: number;
  repeaters: number;
  iterations: number;
}

/** Why there is no model; never a number. */
export type LifetimeRefusalCode = 'too-few-repeaters' | 'short-history' | 'model-degenerate';

export interface Refusal<Code extends string = LifetimeRefusalCode> {
  ok: false;
  code: Code;
  /** What was found, in a sentence for people. */
  message: string;
}

export type LifetimeFit = { ok: true; model: LifetimeModel } | Refusal;

/**
 * How many chances to drop out a customer with `x` repeats has passed, less `x`: in the BG/NBD one after each
 * repeat, in the MBG/NBD one after the first purchase too.
 */
export function firstChance(name: LifetimeModelName): 0 | 1 {
  return name === 'mbg-nbd' ? 1 : 0;
}
