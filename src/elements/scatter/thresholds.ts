import type { ReactiveControllerHost } from 'lit';
import type { RfmResult, SegmentSummary } from '../../compute/results';
import type { RfmOptions } from '../../data/source-options';
import type { PlaneAxis } from '../../layout/axis';
import type { ScatterMeasure } from '../../layout/scatter-layout';
import { stepAlong } from '../../layout/step-along';
import type { Adjusted } from '../adjusted';
import type { GripActions } from '../plane';

export type Breaks = RfmResult['summary']['thresholds'];
type Letter = keyof Breaks;

const LETTERS: Partial<Record<string, Letter>> = { recency: 'r', frequency: 'f', monetary: 'm' };
const PROPERTIES = { r: 'rBreaks', f: 'fBreaks', m: 'mBreaks' } as const;

interface Options {
  result(): RfmResult | null;
  /** The axes as they are seen: one of them, or that of a measure. */
  axis(which: ScatterMeasure | 'x' | 'y'): PlaneAxis | null;
  /** The segments by other breaks. */
  ask(breaks: Pick<RfmOptions, 'rBreaks' | 'fBreaks' | 'mBreaks'>): Promise<SegmentSummary[]>;
}

/** Breaks that are being tried: of which result, and the segments by them once they are counted. */
interface Draft {
  basis: RfmResult;
  breaks: Breaks;
  moved: ReadonlySet<Letter>;
  segments: SegmentSummary[] | null;
}

/** Moves the thresholds of recency, frequency and monetary value; the segments follow while they are moved. */
export class Thresholds implements GripActions {
  readonly #host: ReactiveControllerHost;
  readonly #adjusted: Adjusted;
  readonly #options: Options;
  #draft: Draft | null = null;
  #asking = false;

  constructor(host: ReactiveControllerHost, adjusted: Adjusted, options: Options) {
    this.#host = host;
    this.#adjusted = adjusted;
    this.#options = options;
  }

  get moved(): boolean {
    return this.#adjusted.any;
  }

  /** A result with the breaks that are tried, as long as no newer one has come. */
  tried(result: RfmResult | null): RfmResult | null {
    const draft = this.#draft;
    if (!result || draft?.basis !== result) return result;
    const { summary } = result;
    return {
      ...result,
      summary: { ...summary, thresholds: draft.breaks, segments: draft.segments ?? summary.segments },
    };
  }

  move(key: string, pixel: number): void {
    const [measure = '', index = ''] = key.split(' ');
    const value = this.#options.axis(measure as ScatterMeasure)?.at(pixel);
    if (value !== undefined) this.#try(measure, Number(index), value);
  }

  step(key: string, steps: number): void {
    const [measure = '', index = ''] = key.split(' ');
    const letter = LETTERS[measure];
    const axis = this.#options.axis(measure as ScatterMeasure);
    const value = letter && this.#breaks()?.[letter][Number(index)];
    if (!axis || value === undefined) return;
    // Up is less in pixels.
    const along = axis === this.#options.axis('x') ? steps : -steps;
    this.#try(measure, Number(index), stepAlong(axis, value, along));
  }

  drop(): void {
    const draft = this.#draft;
    if (draft?.basis !== this.#options.result()) return;
    for (const letter of draft?.moved ?? [])
      this.#adjusted.set(PROPERTIES[letter], draft?.breaks[letter] ?? null);
  }

  cancel(): void {
    this.#draft = null;
    this.#host.requestUpdate();
  }

  reset(key: string | null): void {
    const letter = key === null ? null : LETTERS[key.split(' ')[0] ?? ''];
    this.cancel();
    if (letter !== undefined) this.#adjusted.reset(letter && PROPERTIES[letter]);
  }

  #breaks(): Breaks | null {
    return this.tried(this.#options.result())?.summary.thresholds ?? null;
  }

  #try(measure: string, index: number, value: number): void {
    const basis = this.#options.result();
    const letter = LETTERS[measure];
    const breaks = this.#breaks();
    if (!basis || !breaks || !letter) return;
    const own = between(breaks[letter], index, value);
    if (own === null || own === breaks[letter][index]) return;
    const before = this.#draft?.basis === basis ? this.#draft : null;
    this.#draft = {
      basis,
      breaks: { ...breaks, [letter]: breaks[letter].map((old, place) => (place === index ? own : old)) },
      moved: new Set([...(before?.moved ?? []), letter]),
      segments: before?.segments ?? null,
    };
    this.#host.requestUpdate();
    void this.#follow();
  }

  /** Counts the segments by the newest breaks; one question at a time, and what was moved over meanwhile is passed over. */
  async #follow(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    for (let asked: Breaks | null = null; this.#draft && this.#draft.breaks !== asked; ) {
      asked = this.#draft.breaks;
      const { r, f, m } = asked;
      const segments = await this.#options.ask({ rBreaks: r, fBreaks: f, mBreaks: m }).catch(() => null);
      if (this.#draft && segments) this.#draft = { ...this.#draft, segments };
      this.#host.requestUpdate();
    }
    this.#asking = false;
  }
}

/** A break between its neighbours, which it may not reach; null where there is no room. */
function between(breaks: readonly number[], index: number, value: number): number | null {
  const low = breaks[index - 1] ?? Number.NEGATIVE_INFINITY;
  const high = breaks[index + 1] ?? Number.POSITIVE_INFINITY;
  return value > low && value < high ? value : null;
}
