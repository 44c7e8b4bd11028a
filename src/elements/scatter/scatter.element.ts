import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { checkOneOf } from '../../compute/option-checks';
import type { RfmResult } from '../../compute/results';
import type { Source } from '../../data/source';
import { type ScatterMeasure, scatterHeight } from '../../layout/scatter-layout';
import type { Words } from '../../locales/words';
import { Adjusted } from '../adjusted';
import type { Area } from '../brush';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { Plane } from '../plane';
import { planeStyles } from '../plane-styles';
import { PurchaseSpark } from '../purchase-spark';
import { rangesOf } from '../ranges';
import { segmentName } from '../segment-names';
import { SegmentedElement } from '../segmented-element';
import { scatterLegend } from './scatter-legend';
import { COLUMN, scatterSide, segmentCodes } from './scatter-plane';
import { scatterCaption, scatterTables } from './scatter-texts';
import { type ScatterDrawing, ScatterView } from './scatter-view';
import { Thresholds } from './thresholds';

const MEASURES: readonly ScatterMeasure[] = ['recency', 'frequency', 'monetary', 'score'];

/**
 * RFM scatter: every customer by any two of recency, frequency, monetary value and score.
 *
 * @tag rfm-scatter
 * @csspart chart - The picture.
 * @csspart threshold - What a threshold is taken hold of by.
 * @csspart plane-tools - Zoom and the ways to select.
 * @csspart spark - In the tooltip, what the customer bought over time.
 * @fires rfm-ready - The picture stands.
 * @fires rfm-error - It could not be shown.
 * @fires rfm-select - Customers were chosen, or the choice was taken back.
 * @fires rfm-adjust - Thresholds were moved by hand, or put back: `rBreaks`, `fBreaks` or `mBreaks`.
 */
export class RfmScatter extends SegmentedElement<Uint8Array> {
  static override readonly analysisProperties: readonly string[] = [
    ...SegmentedElement.analysisProperties,
    'x',
    'y',
    'size',
  ];
  static override styles: CSSResultGroup = [SegmentedElement.styles, planeStyles];

  readonly #view = new ScatterView(this);
  readonly #spark = new PurchaseSpark(this);
  #drawing: ScatterDrawing | null = null;
  readonly #thresholds = new Thresholds(this, new Adjusted(this), {
    result: () => this.work.value?.result ?? null,
    axis: (which) => {
      const axes = this.#drawing?.axes;
      if (which === 'x' || which === this.x) return axes?.x ?? null;
      return which === 'y' || which === this.y ? (axes?.y ?? null) : null;
    },
    ask: async (breaks) => (await this.work.value?.source.segments({ ...this.options, ...breaks })) ?? [],
  });
  protected override readonly plane: Plane = new Plane(this, {
    plane: () => this.#drawing && { box: this.#drawing.picture.brush, grips: this.#drawing.picture.grips },
    grips: this.#thresholds,
  });

  @state() private hiddenSegments: ReadonlySet<string> = new Set();
  @state() private pointed: string | null = null;
  @state() private unfolded = false;

  /** Measure on the horizontal axis. */
  @property() x: ScatterMeasure = 'recency';
  /** Measure on the vertical axis. */
  @property() y: ScatterMeasure = 'frequency';
  /** Measure drawn as area. */
  @property() size: ScatterMeasure = 'monetary';

  protected override async analyse(source: Source, signal: AbortSignal): Promise<RfmResult> {
    for (const name of ['x', 'y', 'size'] as const) checkOneOf(name, this[name], MEASURES);
    return source.rfm({ ...this.options, signal });
  }

  protected override get shown(): RfmResult | null {
    return this.#thresholds.tried(super.shown);
  }

  protected override get basis(): readonly unknown[] {
    return [...super.basis, this.#view.marks.density.counted];
  }

  protected override compose(result: RfmResult, around: Surroundings): Picture {
    const source = this.work.value?.source;
    if (!source) throw new Error('no source');
    this.plane.on(source);
    const { x, y, size, options, hiddenSegments: hidden, pointed, plane } = this;
    const marked = this.chosen?.value.extra ?? null;
    const movable = this.rules !== null && this.rules !== undefined ? true : (this.scheme || 'rfm') === 'rfm';
    const { zoom } = plane;
    const scene = { result, source, options, x, y, size, zoom, hidden, pointed, marked, movable, around };
    this.#drawing = this.#view.draw(scene);
    return { ...this.#drawing.picture, brushes: this.link !== 'none' };
  }

  protected override legend(result: RfmResult, around: Surroundings): TemplateResult {
    const { words } = around;
    const dense = this.#drawing?.dense ?? false;
    const note = dense
      ? html`${words.plane.density}<span class="closer">${words.common.gap}${words.plane.closer}</span>`
      : html`${words.scatter.sizeBy(words.measures[this.size])}`;
    const actions = {
      toggle: (segment: string) => this.#toggle(segment),
      choose: (segment: string, more: boolean) => this.#choose(segment, more),
      point: (segment: string | null) => {
        this.pointed = segment;
      },
      unfold: () => {
        this.unfolded = !this.unfolded;
      },
    };
    const { names } = segmentCodes(result);
    const { hiddenSegments, unfolded } = this;
    return scatterLegend(result.summary.segments, names, hiddenSegments, note, unfolded, actions, around);
  }

  protected override spark(mark: Mark, around: Surroundings): TemplateResult | typeof nothing {
    const answer = this.work.value;
    if (mark.customer === undefined || !answer) return nothing;
    const { source, result } = answer;
    return this.#spark.of(source, result, mark.customer, result.summary.asOf, around);
  }

  protected override caption(result: RfmResult, around: Surroundings): Caption {
    return scatterCaption(result, this.x, this.y, around);
  }

  protected override tables(result: RfmResult, around: Surroundings): DataTable[] {
    return scatterTables(result, around);
  }

  protected override label(words: Words): string {
    return words.scatter.name;
  }

  protected override plotHeight(width: number): number {
    return scatterHeight(width);
  }

  protected override begins(): void {
    super.begins();
    this.pointed = null;
  }

  /** The first picture stands once what it draws has been counted. */
  protected override settle(): void {
    if (this.#view.marks.density.settles(this.work)) super.settle();
  }

  protected override prepare(): void {
    if (this.link === 'none') return;
    const columns = [COLUMN[this.x], COLUMN[this.y]];
    this.work.value?.source.prepare('rfm', this.options, columns).catch(() => undefined);
  }

  protected override choose(mark: Mark, more: boolean): void {
    this.#choose(mark.group ?? mark.key, more);
  }

  protected override chooseWithin({ box, path }: Area, more: boolean): void {
    const result = this.work.value?.result;
    const drawing = this.#drawing;
    if (!result || !drawing) return;
    const { around, options } = this;
    if (path) {
      const customers = drawing.within(path);
      const description = around.words.plane.lassoed;
      if (customers.length > 0) this.selectCustomers({ customers, description }, more);
      else if (!more) this.clearSelection();
      return;
    }
    const sides = [
      scatterSide(result.table, this.x, drawing.axes.x.between(box.left, box.right), around),
      scatterSide(result.table, this.y, drawing.axes.y.between(box.top, box.bottom), around),
    ];
    const ranges = rangesOf(sides, around);
    if (!ranges) {
      if (!more) this.clearSelection();
      return;
    }
    const { description } = ranges;
    // What is hidden is not meant.
    const { names } = segmentCodes(result);
    const segment = names.filter((name) => !this.hiddenSegments.has(name));
    const where = { ...ranges.where, ...(segment.length < names.length && { segment }) };
    this.selectCustomers({ analysis: 'rfm', where, options, description }, more);
  }

  protected override readChosen(source: Source, signal: AbortSignal): Promise<Uint8Array | null> {
    return source.selectionMarks({ asOf: this.asOf ?? undefined, signal });
  }

  #toggle(segment: string): void {
    const next = new Set(this.hiddenSegments);
    if (!next.delete(segment)) next.add(segment);
    this.hiddenSegments = next;
    this.pointed = null;
  }

  #choose(segment: string, more: boolean): void {
    const description = segmentName(segment, this.around.words);
    this.selectCustomers({ analysis: 'rfm', where: { segment }, options: this.options, description }, more);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-scatter': RfmScatter;
  }
}
