import type { nothing, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ParetoCompared, ParetoResult } from '../../compute/results';
import type { MarkedRanks } from '../../data/marked-groups';
import type { Source } from '../../data/source';
import type { ParetoOptions } from '../../data/source-options';
import { paretoCurve } from '../../layout/pareto-curve';
import { paretoHeight } from '../../layout/pareto-layout';
import { enPareto } from '../../locales/en-pareto';
import { bringEnglish } from '../../locales/registry';
import type { ParetoValue, Words } from '../../locales/words';
import { Adjusted } from '../adjusted';
import { ChartElement } from '../chart-element';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { paretoChoices } from './pareto-choices';
import { paretoPicture } from './pareto-picture';
import { askedFor, paretoCaption, paretoTables, selectedNotes } from './pareto-words';

bringEnglish({ pareto: enPareto });

/** What is shown of the selected: where they stand in the ranking of all, and their own curve where it is asked for. */
interface MarkedCurve {
  ranks: readonly MarkedRanks[];
  compared: ParetoCompared | null;
}

/**
 * How unequally customers bring revenue: the cumulative share curve, its crossing of 80 %, and the classes A, B, C.
 *
 * @csspart of - The choice of what is ranked.
 * @csspart value - The choice of what it is ranked by.
 * @fires rfm-adjust - What is ranked, or by what, was set by hand.
 */
export class RfmPareto extends ChartElement<ParetoResult, MarkedCurve> {
  static override readonly analysisProperties: readonly string[] = [
    'of',
    'value',
    'target',
    'abc',
    'compare',
  ];

  readonly #adjusted = new Adjusted(this);

  /** What is ranked: `customer`, or the name of a dimension. @default 'customer' */
  @property() of: string | null | undefined;
  /** What is shared out: `amount`, `profit` or `orders`. @default 'amount' */
  @property() value: ParetoValue | null | undefined;
  /** The share of the value whose crossing is drawn, 0 to 1; 0.8 where left out. @default 0.8 */
  @property({ type: Number }) target: number | null | undefined;
  /** Where A and B end, as shares of the value: `0.8,0.95`. @default '0.8,0.95' */
  @property() abc: string | readonly number[] | null | undefined;

  /**
   * A second curve beside the first: `selection` (the selected, ranked among themselves), a segment such as
   * `segment:champions`, a date (the same up to that day), a period such as `2024-01-01..2024-06-30`, or a segment in a
   * period: `segment:champions 2024-01-01..2024-06-30`.
   */
  @property() compare: string | null | undefined;

  protected override analyse(source: Source, signal: AbortSignal): Promise<ParetoResult> {
    return source.pareto({ ...this.options, compare: this.compare || undefined, signal });
  }

  /** What is ranked and how here; a choice made here goes by the same. */
  private get options(): ParetoOptions {
    const { of, value, target, abc } = this;
    return {
      of: of || undefined,
      value: value || undefined,
      target: target ?? undefined,
      abc: abc || undefined,
      asOf: this.asOf ?? undefined,
    };
  }

  /** Whether it is customers that are ranked. */
  private get ofCustomers(): boolean {
    return !this.of || this.of === 'customer';
  }

  protected override async readChosen(source: Source, signal: AbortSignal): Promise<MarkedCurve | null> {
    const { options, compare } = this;
    const [ranks, beside] = await Promise.all([
      this.ofCustomers ? source.selectionRanks({ ...options, signal }) : [],
      compare === 'selection' ? source.pareto({ ...options, compare, signal }) : null,
    ]);
    return ranks && { ranks, compared: beside?.summary.compared ?? null };
  }

  /** The result with the second curve of those who are selected now. */
  private withChosen(result: ParetoResult): ParetoResult {
    if (this.compare !== 'selection') return result;
    const { compared: _, ...summary } = result.summary;
    const compared = this.chosen?.value.extra.compared;
    return { ...result, summary: compared ? { ...summary, compared } : summary };
  }

  protected override choose({ group }: Mark): void {
    if (!group || !this.ofCustomers) return;
    const description = `${this.around.words.pareto.class} ${group}`;
    this.selectCustomers({ analysis: 'pareto', where: { class: group }, options: this.options, description });
  }

  protected override legend(
    { definition }: ParetoResult,
    around: Surroundings,
  ): TemplateResult | typeof nothing {
    const { subject } = askedFor(definition);
    return paretoChoices(definition.mapping, subject, around, (property, value) =>
      this.#adjusted.set(property, value),
    );
  }

  protected override plotHeight(width: number): number {
    return paretoHeight(width);
  }

  protected override label(words: Words): string {
    return words.pareto.name;
  }

  protected override compose(result: ParetoResult, around: Surroundings): Picture {
    const marked = this.chosen?.value.extra.ranks ?? null;
    return paretoPicture(this.withChosen(result), askedFor(result.definition), marked, around);
  }

  protected override caption(result: ParetoResult, around: Surroundings): Caption {
    const asked = askedFor(result.definition);
    const caption = paretoCaption(this.withChosen(result), asked, around, paretoCurve(result.rows()));
    const notes = selectedNotes(this.chosen?.value.extra.ranks ?? [], around);
    const nobody = this.compare === 'selection' && !this.chosen ? [around.words.pareto.besideNobody] : [];
    return {
      ...caption,
      notes: [...nobody.map((text) => ({ text, warning: false })), ...notes, ...caption.notes],
    };
  }

  protected override tables(result: ParetoResult, around: Surroundings): DataTable[] {
    return paretoTables(
      this.withChosen(result),
      askedFor(result.definition),
      around,
      paretoCurve(result.rows()),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-pareto': RfmPareto;
  }
}
