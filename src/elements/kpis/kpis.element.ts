import { type CSSResultGroup, css } from 'lit';
import { property } from 'lit/decorators.js';
import { KPI_NAMES } from '../../compute/kpi-changes';
import { wholeOption } from '../../compute/option-checks';
import type { KpiResult, PlainKpis } from '../../compute/results';
import type { Source } from '../../data/source';
import { kpiHeight } from '../../layout/kpi-layout';
import { enKpis } from '../../locales/en-kpis';
import { bringEnglish } from '../../locales/registry';
import type { Words } from '../../locales/words';
import { ChartElement } from '../chart-element';
import { ifKnown, monthsEarlier } from '../earlier';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { customersBehind, kpiPicture } from './kpi-picture';
import type { KpiComparison } from './kpi-tiles';
import { kpiCaption, kpiTables } from './kpi-words';

bringEnglish({ kpis: enKpis });

/** Months of a period of comparison, where nothing else is asked for. */
const MONTHS = 3;

/**
 * Figures at a glance, with their change against the period before, their course, and a warning where revenue rests on few.
 *
 * @tag rfm-kpis
 * @csspart chart - The picture.
 * @fires rfm-ready - The picture stands.
 * @fires rfm-error - It could not be shown.
 * @fires rfm-select - Customers were chosen, or the choice was taken back.
 */
export class RfmKpis extends ChartElement<KpiComparison, PlainKpis> {
  static override readonly analysisProperties: readonly string[] = ['compare'];
  static override styles: CSSResultGroup = [
    ChartElement.styles,
    css`
      .plot [data-key='activeCustomers'],
      .plot [data-key='repeatRate'],
      .plot [data-key='retention'],
      .plot [data-key='shareOfTop20'],
      .plot [data-key='concentration'] {
        cursor: pointer;
      }
    `,
  ];

  /** Months that are compared with as many before them; 0 for no comparison, 3 where left out. */
  @property({ type: Number }) compare: number | null | undefined;

  protected override async analyse(source: Source, signal: AbortSignal): Promise<KpiComparison> {
    const months = wholeOption('compare', this.compare ?? undefined, MONTHS, 0, 1200);
    const asOf = this.asOf || source.asOf;
    const now = await source.kpis({ asOf, signal });
    const history = await source.kpiHistory({ asOf, signal });
    const then = async (times: number): Promise<KpiResult | null> => {
      const date = monthsEarlier(asOf, times * months);
      // Before the month of the first purchase there is nothing to ask for.
      if (date === null || date < (history[0]?.month ?? asOf)) return null;
      return ifKnown(() => source.kpis({ asOf: date, signal }));
    };
    return { ...now, months, before: await then(1), earlier: await then(2), history };
  }

  protected override readChosen(source: Source, signal: AbortSignal): Promise<PlainKpis | null> {
    return source.selectionKpis({ asOf: this.asOf ?? undefined, signal });
  }

  protected override choose({ key }: Mark): void {
    const result = this.work.value?.result;
    const { words, f } = this.around;
    const request = result && customersBehind(key, result, words, f.month);
    if (request) this.selectCustomers({ ...request, options: { asOf: this.asOf ?? undefined } });
  }

  protected override isEmpty({ summary }: KpiComparison): boolean {
    return summary.customers === 0;
  }

  protected override label(words: Words): string {
    return words.kpis.name;
  }

  protected override plotHeight(width: number): number {
    return kpiHeight(width, KPI_NAMES.length + 1);
  }

  protected override compose(result: KpiComparison, around: Surroundings): Picture {
    return kpiPicture(result, this.chosen?.value.extra ?? null, around);
  }

  protected override caption(result: KpiComparison, around: Surroundings): Caption {
    return kpiCaption(result, around);
  }

  protected override tables(result: KpiComparison, around: Surroundings): DataTable[] {
    return kpiTables(result, this.chosen?.value.extra ?? null, around);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-kpis': RfmKpis;
  }
}
