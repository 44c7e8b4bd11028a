import type { ReactiveControllerHost } from 'lit';
import type { QuadrantResult } from '../../compute/results';
import { countTiers, type Splits, tierCodes } from '../../compute/tiers';
import type { PlaneAxis } from '../../layout/axis';
import { stepAlong } from '../../layout/step-along';
import type { Adjusted } from '../adjusted';
import { numberColumn } from '../columns';
import type { GripActions } from '../plane';

interface Options {
  result(): QuadrantResult | null;
  /** The axes as they are seen. */
  axes(): { x: PlaneAxis; y: PlaneAxis } | null;
}

/** Splits that are being tried, of which result, and what follows from them. */
interface Draft {
  basis: QuadrantResult;
  result: QuadrantResult;
  codes: Uint8Array;
}

/** Moves the splits of the quadrant; tiers and counts follow while they are moved. */
export class MovedSplits implements GripActions {
  readonly #host: ReactiveControllerHost;
  readonly #adjusted: Adjusted;
  readonly #options: Options;
  #draft: Draft | null = null;

  constructor(host: ReactiveControllerHost, adjusted: Adjusted, options: Options) {
    this.#host = host;
    this.#adjusted = adjusted;
    this.#options = options;
  }

  get moved(): boolean {
    return this.#adjusted.any;
  }

  /** A result by the splits that are tried, as long as no newer one has come. */
  tried(result: QuadrantResult | null): QuadrantResult | null {
    return this.#draft && this.#draft.basis === result ? this.#draft.result : result;
  }

  /** The tiers of the customers by the splits that are tried; null where none are. */
  codes(result: QuadrantResult): Uint8Array | null {
    return this.#draft?.result === result ? this.#draft.codes : null;
  }

  move(key: string, pixel: number): void {
    const axes = this.#options.axes();
    if (axes && isSplit(key)) this.#try(key, (key === 'potential' ? axes.x : axes.y).at(pixel));
  }

  step(key: string, steps: number): void {
    const axes = this.#options.axes();
    const splits = this.#splits();
    if (!axes || !splits || !isSplit(key)) return;
    // Up is less in pixels.
    const next =
      key === 'potential'
        ? stepAlong(axes.x, splits.potential, steps)
        : stepAlong(axes.y, splits.current, -steps);
    this.#try(key, next);
  }

  drop(): void {
    const draft = this.#draft;
    if (!draft || draft.basis !== this.#options.result()) return;
    const { current, potential } = draft.result.summary.splits;
    this.#adjusted.set('split', `${current},${potential}`);
  }

  cancel(): void {
    this.#draft = null;
    this.#host.requestUpdate();
  }

  reset(): void {
    this.cancel();
    this.#adjusted.reset('split');
  }

  #splits(): Splits | null {
    return this.tried(this.#options.result())?.summary.splits ?? null;
  }

  #try(key: keyof Splits, value: number): void {
    const basis = this.#options.result();
    const before = this.#splits();
    if (!basis || !before || before[key] === value || !Number.isFinite(value)) return;
    const splits = { ...before, [key]: value };
    const current = numberColumn(basis.table, 'current_value');
    const potential = numberColumn(basis.table, 'potential_value');
    const codes = tierCodes(current, potential, splits);
    const summary = { ...basis.summary, splits, tiers: countTiers(codes, current, potential) };
    this.#draft = { basis, result: { ...basis, summary }, codes };
    this.#host.requestUpdate();
  }
}

function isSplit(key: string): key is keyof Splits {
  return key === 'current' || key === 'potential';
}
