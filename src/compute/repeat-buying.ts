import type { TimeUnit } from './duration';
import { checkOption } from './option-checks';

/**
 * The sufficient statistics of one customer's repeat buying, in the notation of Fader, Hardie and Lee (2005).
 *
 * Buying days count, not orders: `x` is the number of days after the first, `t_x` the time from the first to the
 * last, `T` from the first to the end of observation; both times in `unit`. `t_x` is 0 where `x` is 0.
 */
export interface CustomerHistory {
  unit: TimeUnit;
  x: number;
  t_x: number;
  T: number;
}

/** The same for many customers, a column each; `n` counts the customers a row stands for (1 where absent). */
export interface RepeatBuying {
  unit: TimeUnit;
  x: ArrayLike<number>;
  t_x: ArrayLike<number>;
  T: ArrayLike<number>;
  n?: ArrayLike<number>;
}

/** `history` where it can be one: whole `x` of 0 or more, 0 <= t_x <= T, t_x of 0 without a repeat; else `invalid-option`. */
export function checkHistory(history: CustomerHistory, row = ''): CustomerHistory {
  const { x, t_x, T } = history;
  checkOption(Number.isInteger(x) && x >= 0, `x${row}`, x, 'a whole number of at least 0');
  checkOption(Number.isFinite(T) && T >= 0, `T${row}`, T, 'a finite number of at least 0');
  const most = x === 0 ? 0 : T;
  checkOption(t_x >= 0 && t_x <= most, `t_x${row}`, t_x, x === 0 ? '0 where x is 0' : `from 0 to T (${T})`);
  return history;
}

/** Throws `invalid-option` unless the columns have one length and every row is a possible history. */
export function checkRepeatBuying({ unit, x, t_x, T, n }: RepeatBuying): void {
  const length = x.length;
  for (const [name, column] of Object.entries({ t_x, T, n: n ?? x })) {
    checkOption(column.length === length, `${name}.length`, column.length, `that of x (${length})`);
  }
  for (let i = 0; i < length; i++) {
    if (!isHistory(x[i]!, t_x[i]!, T[i]!)) checkHistory({ unit, x: x[i]!, t_x: t_x[i]!, T: T[i]! }, `[${i}]`);
    if (n !== undefined && !isCount(n[i]!)) checkOption(false, `n[${i}]`, n[i], 'a number of at least 0');
  }
}

function isCount(n: number): boolean {
  return n >= 0 && n < Infinity;
}

function isHistory(x: number, t_x: number, T: number): boolean {
  return Number.isInteger(x) && x >= 0 && T < Infinity && t_x >= 0 && t_x <= (x === 0 ? 0 : T) && T >= 0;
}
