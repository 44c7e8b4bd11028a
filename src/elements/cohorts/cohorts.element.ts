import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { CohortAverage, CohortMeasure, CohortReturn } from '../../compute/cohort-choices';
import type { CohortResult, Period } from '../../compute/results';
import type { MarkedCell } from '../../data/marked-groups';
import type { Source } from '../../data/source';
import type { CohortOptions } from '../../data/source-options';
import { SCALES, type ScaleOver } from '../../layout/cohort-colours';
import { enCohorts } from '../../locales/en-cohorts';
import { bringEnglish } from '../../locales/registry';
import type { Words } from '../../locales/words';
import { lastCall } from '../../util/last-call';
import { Adjusted } from '../adjusted';
import { ChartElement } from '../chart-element';
import { pickStyles } from '../picks';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { colouredView, markedView, viewOf } from './cohort-asked';
import { type CohortLayout, cohortChoices, cohortLegend, transposeButton } from './cohort-legend';
import { curvesPicture, triangleGround, trianglePicture } from './cohort-pictures';
import { cohortCaption, cohortTables } from './cohort-words';

bringEnglish({ cohorts: enCohorts });

/**
 * Who comes back: customers by the period of their first purchase, and what they do in each period after it.
 *
 * @csspart measure - The choice of what is shown.
 * @csspart scale - The choice of how colours follow the values.
 * @fires rfm-adjust - Layout, measure, colours or their order were set by hand.
 * @csspart transpose-button - Exchanges rows and columns.
 */
export class RfmCohorts extends ChartElement<CohortResult, readonly MarkedCell[]> {
  static override readonly analysisProperties: readonly string[] = [
    'period',
    'measure',
    'return',
    'bucket',
    'base',
    'average',
  ];
  static override readonly choices: Readonly<Record<string, readonly string[]>> = {
    ...ChartElement.choices,
    layout: ['triangle', 'curves'],
    scale: SCALES,
  };
  static override styles: CSSResultGroup = [
    ChartElement.styles,
    pickStyles,
    css`
      .sheet td:first-child {
        white-space: nowrap;
      }
      .card {
        /* One button more than others have. */
        --_tools: 112px;
      }
      .ramp {
        display: inline-flex;
        gap: 1px;
        forced-color-adjust: none;
      }
      .ramp i {
        inline-size: 14px;
        block-size: 10px;
      }
    `,
  ];

  readonly #adjusted = new Adjusted(this);
  readonly #marked = lastCall(markedView);
  readonly #coloured = lastCall(colouredView);
  readonly #ground = lastCall(triangleGround);

  /** Length of a period: `month`, `week`, `quarter` or `year`. @default 'month' */
  @property() period: Period | null | undefined;
  /** What is shown: `retention`, `customers`, `revenue`, `revenue-per-customer`, `cumulative-revenue` or `orders`. @default 'retention' */
  @property() measure: CohortMeasure | null | undefined;
  /** Who counts as back: `on` (in the period), `on-or-after`, or `streak` (in every period so far). @default 'on' */
  @property() return: CohortReturn | null | undefined;
  /** Where periods begin: `calendar`, or `rolling` from each customer's own first purchase. @default 'calendar' */
  @property() bucket: 'calendar' | 'rolling' | null | undefined;
  /** What rates are of: the `start` or the `previous` period. @default 'start' */
  @property() base: 'start' | 'previous' | null | undefined;
  /** The average shown: `pooled`, `simple`, `matched` or `none`. @default 'pooled' */
  @property() average: CohortAverage | null | undefined;
  /** `triangle`, or `curves` over the periods. */
  @property({ reflect: true }) layout: CohortLayout = 'triangle';

  /** What the colours of cells compare: the whole `table`, each `row`, each `column`, or each cell with the `mean` of its column. @default 'table' */
  @property() scale: ScaleOver | null | undefined;
  /** Cohorts as columns, periods as rows. */
  @property({ type: Boolean, reflect: true }) transpose = false;

  protected override async analyse(source: Source, signal: AbortSignal): Promise<CohortResult> {
    return source.cohorts({ ...this.options, signal });
  }

  /** What is counted and how here; a choice made here goes by the same. */
  private get options(): CohortOptions {
    return {
      period: this.period || undefined,
      measure: this.measure || undefined,
      return: this.return || undefined,
      bucket: this.bucket || undefined,
      base: this.base || undefined,
      average: this.average || undefined,
      asOf: this.asOf ?? undefined,
    };
  }

  protected override readChosen(source: Source, signal: AbortSignal): Promise<readonly MarkedCell[] | null> {
    return source.selectionCells({ ...this.options, signal });
  }

  protected override choose({ key, tip }: Mark): void {
    const [cohort = '', period] = key.split(':');
    if (cohort === 'average' || period === undefined) return;
    const where = { cohort, period: Number(period) };
    this.selectCustomers({ analysis: 'cohorts', where, options: this.options, description: tip.title });
  }

  protected override label(words: Words): string {
    return words.cohorts.name;
  }

  protected override plotHeight(width: number): number {
    return Math.round(Math.min(440, Math.max(280, width * 0.5)));
  }

  protected override compose(result: CohortResult, around: Surroundings): Picture {
    if (this.layout === 'curves') return curvesPicture(this.#marked(viewOf(result), this.chosen), around);
    const view = this.#coloured(viewOf(result), this.#scale);
    const ground = this.#ground(view, this.transpose, around);
    return trianglePicture(ground, this.#marked(view, this.chosen), around);
  }

  protected override caption(result: CohortResult, around: Surroundings): Caption {
    return cohortCaption(viewOf(result), this.view === 'table' ? 'table' : this.layout, around);
  }

  protected override tables(result: CohortResult, around: Surroundings): DataTable[] {
    return cohortTables(viewOf(result), around);
  }

  protected override tools(_result: CohortResult, around: Surroundings): TemplateResult | typeof nothing {
    if (this.layout === 'curves') return nothing;
    return transposeButton(this.transpose, around, () => {
      this.#adjusted.set('transpose', !this.transpose);
    });
  }

  protected override legend(result: CohortResult, around: Surroundings): TemplateResult {
    const view = viewOf(result);
    const choices = cohortChoices(view, this.layout, around, (property, value) =>
      this.#adjusted.set(property, value),
    );
    if (this.layout === 'curves') return choices;
    const legend = cohortLegend(this.#coloured(view, this.#scale), around, (over) => {
      this.#adjusted.set('scale', over);
    });
    return html`${choices} ${legend}`;
  }

  get #scale(): ScaleOver {
    return SCALES.find((one) => one === this.scale) ?? 'table';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-cohorts': RfmCohorts;
  }
}
