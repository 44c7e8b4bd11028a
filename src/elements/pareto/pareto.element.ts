import { property } from 'lit/decorators.js';
import type { ParetoResult } from '../../compute/results';
import type { Source } from '../../data/source';
import { paretoCurve } from '../../layout/pareto-curve';
import { paretoHeight } from '../../layout/pareto-layout';
import type { ParetoValue, Words } from '../../locales/words';
import { ChartElement } from '../chart-element';
import type { Caption, DataTable, Picture, Surroundings } from '../picture';
import { paretoPicture } from './pareto-picture';
import { askedFor, paretoCaption, paretoTables } from './pareto-words';

/** How unequally customers bring revenue: the cumulative share curve, its crossing of 80 %, and the classes A, B, C. */
export class RfmPareto extends ChartElement<ParetoResult> {
  static override readonly analysisProperties: readonly string[] = ['of', 'value', 'target', 'abc'];

  /** What is ranked: `customer`, or the name of a dimension. */
  @property() of: string | null | undefined;
  /** What is shared out: `amount`, `profit` or `orders`. */
  @property() value: ParetoValue | null | undefined;
  /** The share of the value whose crossing is drawn, 0 to 1; 0.8 where left out. */
  @property({ type: Number }) target: number | null | undefined;
  /** Where A and B end, as shares of the value: `0.8,0.95`. */
  @property() abc: string | readonly number[] | null | undefined;

  protected override analyse(source: Source, signal: AbortSignal): Promise<ParetoResult> {
    const { of, value, target, abc } = this;
    return source.pareto({
      of: of || undefined,
      value: value || undefined,
      target: target ?? undefined,
      abc: abc || undefined,
      signal,
    });
  }

  protected override plotHeight(width: number): number {
    return paretoHeight(width);
  }

  protected override label(words: Words): string {
    return words.pareto.name;
  }

  protected override compose(result: ParetoResult, around: Surroundings): Picture {
    return paretoPicture(result, askedFor(result.definition), around);
  }

  protected override caption(result: ParetoResult, around: Surroundings): Caption {
    return paretoCaption(result, askedFor(result.definition), around, paretoCurve(result.rows()));
  }

  protected override tables(result: ParetoResult, around: Surroundings): DataTable[] {
    return paretoTables(result, askedFor(result.definition), around, paretoCurve(result.rows()));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-pareto': RfmPareto;
  }
}
