import { type CSSResultGroup, css } from 'lit';
import { property } from 'lit/decorators.js';
import { KPI_NAMES } from '../../compute/kpi-changes';
import { wholeOption } from '../../compute/option-checks';
import type { PlainKpis } from '../../compute/results';
import { COMPARED_MONTHS, compareKpis, type KpiComparison } from '../../data/kpi-comparison';
import type { Source } from '../../data/source';
import { kpiHeight } from '../../layout/kpi-layout';
import { enKpis } from '../../locales/en-kpis';
import { bringEnglish } from '../../locales/registry';
import type { Words } from '../../locales/words';
import { ChartElement } from '../chart-element';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { customersBehind, kpiPicture } from './kpi-picture';
import { kpiCaption, kpiTables } from './kpi-words';

bringEnglish({ kpis: enKpis });

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

  /** Months that are compared with as many before them; 0 for no comparison, 3 where left out. @default 3 */
  @property({ type: Number }) compare: number | null | undefined;

  protected override analyse(source: Source, signal: AbortSignal): Promise<KpiComparison> {
    const months = wholeOption('compare', this.compare ?? undefined, COMPARED_MONTHS, 0, 1200);
    return compareKpis(source, { asOf: this.asOf || source.asOf, months, signal });
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
