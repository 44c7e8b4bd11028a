import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { checkOneOf } from '../../compute/option-checks';
import { REPLAY_STEPS, type ReplayStep, replayDays } from '../../compute/replay-dates';
import type { Filter } from '../../compute/results';
import type { FacetsResult } from '../../data/analyses/facets';
import type { Source } from '../../data/source';
import { enFilter } from '../../locales/en-filter';
import { bringEnglish } from '../../locales/registry';
import type { Words } from '../../locales/words';
import { dayOfIso, isoOf, lastDayOf } from '../../util/calendar';
import { lastCall } from '../../util/last-call';
import { ownValue } from '../../util/own-value';
import { paused } from '../../util/paused';
import type { Area } from '../brush';
import { ChartElement } from '../chart-element';
import { controlStyles } from '../control-styles';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { dateControls, replayControls, valueList } from './filter-controls';
import { filterStyles } from './filter-styles';
import { filterCaption, filterPicture, filterPlan, filterTables } from './filter-texts';
import { firstFilter } from './first-filter';
import { Replay, type Speed } from './replay';
import { ValueLists } from './value-lists';

bringEnglish({ filter: enFilter });

/** Time without a key after which a search begins, in ms. */
const PAUSE = 200;

/**
 * Narrows the rows that every chart of the source uses: by dates on a histogram, by the values of dimensions, and by the
 * date that is looked back from, which can be played.
 *
 * @tag rfm-filter
 * @csspart chart - The histogram of rows over time.
 * @csspart replay - As-of, by hand and as a replay.
 * @csspart play - The button that plays and pauses.
 * @csspart dimension - The values of one dimension.
 * @csspart reset - The button that takes the filter away.
 * @fires rfm-ready - What there is to filter by stands.
 * @fires rfm-error - It could not be shown.
 * @csspart as-of - The field for the date that is looked back from.
 */
export class RfmFilter extends ChartElement<FacetsResult> {
  static override styles: CSSResultGroup = [ChartElement.styles, controlStyles, filterStyles];
  static override readonly analysisProperties: readonly string[] = ['step'];

  readonly #lists = new ValueLists(this, (reason) => this.work.fail(reason));
  /** The sources whose filter has begun. */
  readonly #begun = new WeakSet<Source>();
  readonly #days = lastCall(replayDays);
  readonly #search = paused((dimension: string, text: string) => this.#lists.search(dimension, text), PAUSE);
  readonly #replay = new Replay(this, {
    source: () => this.work.value?.source ?? null,
    days: () => this.replayDates,
    speed: () => this.speed,
    failed: (reason) => this.work.fail(reason),
  });

  @state() private speed: Speed = 'normal';
  @state() private announced = '';

  /** How far the replay goes at a time: `month`, `week`, `quarter` or `year`. @default 'month' */
  @property() step: ReplayStep | null | undefined;

  /** First day that the filter of a source begins with; a filter that stands already is left as it is. */
  @property() from: string | null | undefined;
  /** Last day that it begins with. */
  @property() to: string | null | undefined;
  /** Values of dimensions that it begins with: `column=value, …`. */
  @property() only: string | null | undefined;

  protected override async analyse(source: Source, signal: AbortSignal): Promise<FacetsResult> {
    checkOneOf('step', this.step || 'month', REPLAY_STEPS);
    if (!this.#begun.has(source)) {
      this.#begun.add(source);
      const wanted = firstFilter(this);
      if (wanted && !source.definition.filter) source.filter(wanted);
    }
    return source.facets({ signal });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const answer = this.work.value;
    this.#lists.sync(answer?.source ?? null, answer?.result.summary.dimensions ?? [], answer?.result ?? null);
  }

  /** Takes the source through time, from the date it is looked at from. */
  play(): void {
    this.#replay.play();
  }

  /** Stops there. */
  pause(): void {
    this.#replay.pause();
    const asOf = this.work.value?.source.asOf;
    const { words, f } = this.around;
    if (asOf) this.announced = words.filter.stands(f.date(asOf));
  }

  private get replayDates(): readonly number[] {
    const summary = this.work.value?.result.summary;
    if (!summary) return [];
    // Before the first day of a filter there is nothing to see.
    const first = summary.filter?.from ?? summary.from;
    return this.#days(dayOfIso(first) ?? 0, dayOfIso(summary.to) ?? 0, this.step || 'month');
  }

  /** Narrows by what is given, beside what narrows already. */
  #narrow(change: { from?: string | null; to?: string | null; dimensions?: Filter['dimensions'] }): void {
    const answer = this.work.value;
    if (!answer) return;
    const { from, to, dimensions } = { ...answer.source.definition.filter, ...change };
    // The end that was not touched gives way: an empty stretch is no filter anybody means.
    const crossed = Boolean(from && to && from > to);
    answer.source.filter({
      ...(from && !(crossed && change.to) && { from }),
      ...(to && !(crossed && change.from) && { to }),
      ...(dimensions && Object.keys(dimensions).length > 0 && { dimensions }),
    });
  }

  #choose(dimension: string, values: readonly string[]): void {
    const { [dimension]: _, ...others } = this.work.value?.source.definition.filter?.dimensions ?? {};
    this.#narrow({ dimensions: values.length > 0 ? { ...others, [dimension]: values } : others });
  }

  protected override choose({ key }: Mark): void {
    const result = this.work.value?.result;
    const day = Number(key.replace('bar ', ''));
    if (result) this.#narrowTo(result, day, day);
  }

  protected override chooseWithin({ box: { left, right } }: Area): void {
    const result = this.work.value?.result;
    if (!result) return;
    const { dayAt } = filterPlan(result, this.around);
    this.#narrowTo(result, dayAt(left), dayAt(right));
  }

  /** To whole bars, within what there is. */
  #narrowTo({ rows, summary }: FacetsResult, first: number, last: number): void {
    const [from, to] = [isoOf(first), isoOf(last)];
    const touched = rows().filter(({ period }) => lastDayOf(period, summary.unit) >= from && period <= to);
    const [begin, end] = [touched[0]?.period, touched.at(-1)?.period];
    if (!begin || !end) return;
    const until = lastDayOf(end, summary.unit);
    this.#narrow({
      from: begin <= summary.from ? null : begin,
      to: until >= summary.to ? null : until,
    });
  }

  protected override content(
    result: FacetsResult,
    around: Surroundings,
    plot: TemplateResult,
  ): TemplateResult {
    const { summary } = result;
    const chosen = summary.filter?.dimensions ?? {};
    return html`${dateControls(summary, around, {
      dates: (from, to) => this.#narrow({ from, to }),
      reset: () => this.work.value?.source.filter(null),
    })}
      ${plot}
      ${replayControls(
        { ...summary, playing: this.#replay.playing, step: this.step || 'month', speed: this.speed },
        around,
        {
          toggle: () => (this.#replay.playing ? this.pause() : this.play()),
          move: (way) => void this.#replay.step(way),
          look: (date) => this.#look(date),
          setStep: (step) => {
            this.step = step;
          },
          setSpeed: (speed) => {
            this.speed = speed;
          },
        },
      )}
      ${
        summary.dimensions.length === 0
          ? nothing
          : html`<div class="dimensions">${summary.dimensions.map((dimension) =>
              valueList(dimension, this.#lists.list(dimension), ownValue(chosen, dimension) ?? [], around, {
                search: (text) => this.#search(dimension, text),
                choose: (values) => this.#choose(dimension, values),
              }),
            )}</div>`
      }
      <span class="unseen" role="status">${this.announced}</span>`;
  }

  #look(date: string | null): void {
    const summary = this.work.value?.result.summary;
    const day = dayOfIso(date ?? summary?.to ?? '');
    if (day !== null) this.#replay.go(day);
  }

  protected override isEmpty(): boolean {
    return false;
  }

  protected override plotHeight(): number {
    return 150;
  }

  protected override label(words: Words): string {
    return words.filter.name;
  }

  protected override compose(result: FacetsResult, around: Surroundings): Picture {
    return filterPicture(result, around);
  }

  protected override caption(result: FacetsResult, around: Surroundings): Caption {
    return filterCaption(result, around);
  }

  protected override tables(result: FacetsResult, around: Surroundings): DataTable[] {
    return filterTables(result, around);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-filter': RfmFilter;
  }
}
