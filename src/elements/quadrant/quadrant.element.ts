import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type QuadrantResult, TIERS, type Tier } from '../../compute/results';
import type { Source } from '../../data/source';
import type { QuadrantOptions } from '../../data/source-options';
import { quadrantHeight } from '../../layout/quadrant-layout';
import type { Words } from '../../locales/words';
import { lastCall } from '../../util/last-call';
import { Adjusted } from '../adjusted';
import type { Area } from '../brush';
import { ChartElement } from '../chart-element';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { Plane } from '../plane';
import { planeStyles } from '../plane-styles';
import { PurchaseSpark } from '../purchase-spark';
import { rangesOf } from '../ranges';
import { quadrantSides } from './quadrant-plane';
import { quadrantStyles } from './quadrant-styles';
import { quadrantCaption, quadrantTables, type TierWords, tierWords } from './quadrant-texts';
import { type QuadrantDrawing, QuadrantView } from './quadrant-view';
import { MovedSplits } from './splits';
import { tierCard, tierRows } from './tier-card';

/**
 * Value quadrant: current value over potential value, in four tiers.
 *
 * @tag rfm-quadrant
 * @csspart chart - The picture.
 * @csspart threshold - What a split is taken hold of by.
 * @csspart plane-tools - Zoom and the ways to select.
 * @csspart spark - In the tooltip, what the customer bought over time.
 * @csspart tier - The card of the tier that is chosen.
 * @csspart treatment - How its customers are best treated.
 * @csspart save-list - Saves its customers as a file.
 * @fires rfm-ready - The picture stands.
 * @fires rfm-error - It could not be shown.
 * @fires rfm-select - Customers were chosen, or the choice was taken back.
 * @fires rfm-adjust - A split was moved by hand, or put back: `split`.
 */
export class RfmQuadrant extends ChartElement<QuadrantResult, Uint8Array> {
  static override readonly analysisProperties: readonly string[] = ['potential', 'horizon', 'split'];
  static override styles: CSSResultGroup = [ChartElement.styles, planeStyles, quadrantStyles];

  readonly #view = new QuadrantView(this);
  readonly #spark = new PurchaseSpark(this);
  readonly #rows = lastCall(tierRows);
  readonly #tierWords = lastCall(tierWords);
  #drawing: QuadrantDrawing | null = null;
  readonly #splits = new MovedSplits(this, new Adjusted(this), {
    result: () => this.work.value?.result ?? null,
    axes: () => this.#drawing?.axes ?? null,
  });
  protected override readonly plane: Plane = new Plane(this, {
    plane: () => this.#drawing && { box: this.#drawing.picture.brush, grips: this.#drawing.picture.grips },
    grips: this.#splits,
  });

  /** How potential is told: `expected`, `momentum`, `headroom` or `column:NAME`. @default 'expected' */
  @property() potential: string | null | undefined;
  /** Days that potential looks ahead. @default 365 */
  @property({ type: Number }) horizon: number | null | undefined;
  /** Where high begins: `mean`, `median`, `quantile:P`, `pareto:P` or `CURRENT,POTENTIAL`. @default 'mean' */
  @property() split: string | null | undefined;
  /** Own names of tiers, such as `{ lead: 'Economy' }`; the kit's for the rest. */
  @property({ attribute: false }) tierNames: Partial<Record<Tier, string>> | null | undefined;
  /** Own words on how to treat the customers of a tier; the kit's for the rest. */
  @property({ attribute: false }) treatments: Partial<Record<Tier, string>> | null | undefined;

  protected override analyse(source: Source, signal: AbortSignal): Promise<QuadrantResult> {
    return source.quadrant({ ...this.options, signal });
  }

  protected override readChosen(source: Source, signal: AbortSignal): Promise<Uint8Array | null> {
    return source.selectionMarks({ asOf: this.asOf ?? undefined, signal });
  }

  /** How customers are classed here; a choice made here goes by the same. */
  private get options(): QuadrantOptions {
    return {
      potential: this.potential ?? undefined,
      horizon: this.horizon ?? undefined,
      split: this.split ?? undefined,
      asOf: this.asOf ?? undefined,
    };
  }

  protected override get shown(): QuadrantResult | null {
    return this.#splits.tried(super.shown);
  }

  protected override get basis(): readonly unknown[] {
    return [...super.basis, this.#view.marks.density.counted];
  }

  protected override compose(result: QuadrantResult, around: Surroundings): Picture {
    const answer = this.work.value;
    if (!answer) throw new Error('no answer');
    const { source, result: basis } = answer;
    this.plane.on(source);
    const { zoom } = this.plane;
    const { options } = this;
    const tiers = this.#tiersIn(around.words);
    const codes = this.#splits.codes(result);
    const marked = this.chosen?.value.extra ?? null;
    this.#drawing = this.#view.draw({ basis, result, codes, source, options, tiers, zoom, marked, around });
    return { ...this.#drawing.picture, brushes: this.link !== 'none' };
  }

  protected override content(
    result: QuadrantResult,
    around: Surroundings,
    plot: TemplateResult,
  ): TemplateResult {
    const tier = this.#chosenTier;
    const card =
      tier && tierCard(result, tier, this.#rows(result, tier), this.#tiersIn(around.words), around);
    return html`${super.content(result, around, plot)} ${card ?? nothing}`;
  }

  protected override spark(mark: Mark, around: Surroundings): TemplateResult | typeof nothing {
    const answer = this.work.value;
    if (mark.customer === undefined || !answer) return nothing;
    const { source, result } = answer;
    return this.#spark.of(source, result, mark.customer, result.definition.asOf, around);
  }

  protected override caption(result: QuadrantResult, around: Surroundings): Caption {
    return quadrantCaption(result, around);
  }

  protected override tables(result: QuadrantResult, around: Surroundings): DataTable[] {
    return quadrantTables(result, this.#tiersIn(around.words), around);
  }

  protected override label(words: Words): string {
    return words.quadrant.name;
  }

  protected override plotHeight(width: number): number {
    return quadrantHeight(width);
  }

  /** The first picture stands once what it draws has been counted. */
  protected override settle(): void {
    if (this.#view.marks.density.settles(this.work)) super.settle();
  }

  protected override prepare(): void {
    if (this.link === 'none') return;
    const columns = ['current_value', 'potential_value'];
    this.work.value?.source.prepare('quadrant', this.options, columns).catch(() => undefined);
  }

  protected override chooseWithin({ box, path }: Area, more: boolean): void {
    const result = this.work.value?.result;
    const drawing = this.#drawing;
    if (!result || !drawing) return;
    const { around, options } = this;
    const ranges = path ? null : rangesOf(quadrantSides(result.table, drawing.axes, box, around), around);
    const customers = path ? drawing.within(path) : [];
    if (ranges) this.selectCustomers({ analysis: 'quadrant', ...ranges, options }, more);
    else if (customers.length > 0)
      this.selectCustomers({ customers, description: around.words.plane.lassoed }, more);
    else if (!more) this.clearSelection();
  }

  protected override choose(mark: Mark, more: boolean): void {
    const tier = TIERS.find((name) => name === (mark.group ?? mark.key));
    if (!tier) return;
    const description = this.#tiersIn(this.around.words).names[tier];
    this.selectCustomers({ analysis: 'quadrant', where: { tier }, options: this.options, description }, more);
  }

  #tiersIn(words: Words): TierWords {
    return this.#tierWords(words, this.tierNames, this.treatments);
  }

  /** The tier that is chosen as a whole, here or by another quadrant. */
  get #chosenTier(): Tier | null {
    const request = this.chosen?.selection.request;
    if (!request || !('where' in request) || request.analysis !== 'quadrant') return null;
    const { tier, ...rest } = request.where;
    return Object.keys(rest).length === 0 ? (TIERS.find((name) => name === tier) ?? null) : null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-quadrant': RfmQuadrant;
  }
}
