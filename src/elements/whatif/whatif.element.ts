import { type CSSResultGroup, css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { checkOneOf } from '../../compute/option-checks';
import type { WhatIfResult } from '../../data/analyses/what-if';
import type { Source } from '../../data/source';
import { enWhatIf } from '../../locales/en-what-if';
import { bringEnglish } from '../../locales/registry';
import type { Words } from '../../locales/words';
import type { WhatIfMeasure } from '../../locales/words-what-if';
import { ChartElement } from '../chart-element';
import { controlStyles } from '../control-styles';
import type { Caption, DataTable, Picture, Surroundings } from '../picture';
import { whatIfChoices, whatIfSliders } from './whatif-controls';
import { assumptions, gains, whatIfCaption, whatIfPicture, whatIfTables } from './whatif-texts';

bringEnglish({ whatIf: enWhatIf });

/**
 * What some points of retention are worth on these data, against winning the same from new customers, with all that is
 * assumed written out.
 *
 * @tag rfm-whatif
 * @csspart chart - The picture: each month as it is and as it would be.
 * @csspart sliders - What can be pulled.
 * @csspart gains - The figures.
 * @csspart assumptions - What they rest on.
 * @fires rfm-ready - The picture stands.
 * @fires rfm-error - It could not be shown.
 * @csspart keep-cost - The field for what keeping a customer costs.
 */
export class RfmWhatIf extends ChartElement<WhatIfResult> {
  static override styles: CSSResultGroup = [
    ChartElement.styles,
    controlStyles,
    css`
      .sliders {
        grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 1fr));
      }
      .controls input[type='number'] {
        inline-size: 88px;
      }
      .gains {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(150px, 100%), 1fr));
        gap: calc(2 * var(--_space)) calc(4 * var(--_space));
        margin: 0;
      }
      @media print {
        .gains {
          grid-template-columns: repeat(auto-fit, minmax(120px, 1fr));
        }
      }
      .gains div {
        display: flex;
        flex-direction: column;
        border-block-start: 1px solid var(--_grid);
        padding-block-start: 4px;
      }
      .gains dt {
        font-size: 12px;
        color: var(--_muted);
      }
      .gains dd {
        margin: 0;
        font-size: 18px;
        font-weight: 600;
        font-variant-numeric: tabular-nums;
      }
      .gains small {
        display: block;
        font-size: 11px;
        font-weight: 400;
        color: var(--_muted);
      }
      .assumptions {
        font-size: 12px;
        color: var(--_muted);
      }
      .assumptions p {
        margin: 0;
        font-weight: 600;
      }
      .assumptions ul {
        margin: 2px 0 0;
        padding-inline-start: 16px;
      }
    `,
  ];
  static override readonly analysisProperties: readonly string[] = [
    'retentionPoints',
    'margin',
    'discountRate',
    'costRatio',
    'keepCost',
    'horizonPeriods',
    'measure',
  ];

  /** Added to each month's conditional rate: 0.05, the default, for five points. @default 0.05 */
  @property({ attribute: 'retention-points', type: Number }) retentionPoints: number | null | undefined;
  /** Profit by revenue, 0 to 1; 0.3 where left out. @default 0.3 */
  @property({ type: Number }) margin: number | null | undefined;
  /** A year's, 0.1 for ten per cent, the default. @default 0.1 */
  @property({ attribute: 'discount-rate', type: Number }) discountRate: number | null | undefined;
  /** What winning a customer costs, in costs of keeping one; 7 where left out, which is folklore. @default 7 */
  @property({ attribute: 'cost-ratio', type: Number }) costRatio: number | null | undefined;
  /** What keeping a customer costs; 1 where left out. @default 1 */
  @property({ attribute: 'keep-cost', type: Number }) keepCost: number | null | undefined;
  /** Months; 12 where left out. @default 12 */
  @property({ attribute: 'horizon-periods', type: Number }) horizonPeriods: number | null | undefined;
  /** What the picture shows: `revenue`, `profit` or `customers`. @default 'revenue' */
  @property() measure: WhatIfMeasure | null | undefined;

  protected override analyse(source: Source, signal: AbortSignal): Promise<WhatIfResult> {
    checkOneOf('measure', this.#measured, ['revenue', 'profit', 'customers']);
    const { retentionPoints, margin, discountRate, costRatio, keepCost, horizonPeriods, asOf } = this;
    return source.whatIf({
      retentionPoints: retentionPoints ?? undefined,
      margin: margin ?? undefined,
      discountRate: discountRate ?? undefined,
      costRatio: costRatio ?? undefined,
      keepCost: keepCost ?? undefined,
      horizonPeriods: horizonPeriods ?? undefined,
      asOf: asOf ?? undefined,
      signal,
    });
  }

  get #measured(): WhatIfMeasure {
    return this.measure || 'revenue';
  }

  protected override content(
    result: WhatIfResult,
    around: Surroundings,
    plot: TemplateResult,
  ): TemplateResult {
    const keepCost = Number(result.definition.options.keepCost ?? 1);
    return html`${whatIfSliders(result, around, (name, value) => {
      this[name] = value;
    })}
      ${whatIfChoices(
        this.#measured,
        keepCost,
        around,
        (measure) => {
          this.measure = measure;
        },
        (cost) => {
          this.keepCost = cost;
        },
      )}
      ${plot}
      <dl class="gains" part="gains">
        ${gains(result, around).map(
          ([name, value, note]) =>
            html`<div><dt>${name}</dt><dd>${value}${note ? html`<small>${note}</small>` : nothing}</dd></div>`,
        )}
      </dl>
      <div class="assumptions" part="assumptions">
        <p>${around.words.whatIf.assumptions}</p>
        <ul>${assumptions(result, around).map((text) => html`<li>${text}</li>`)}</ul>
      </div>`;
  }

  protected override plotHeight(width: number): number {
    return Math.round(Math.min(360, Math.max(240, width * 0.4)));
  }

  protected override label(words: Words): string {
    return words.whatIf.name;
  }

  protected override compose(result: WhatIfResult, around: Surroundings): Picture {
    return whatIfPicture(result, this.#measured, around);
  }

  protected override caption(result: WhatIfResult, around: Surroundings): Caption {
    return whatIfCaption(result, around);
  }

  protected override tables(result: WhatIfResult, around: Surroundings): DataTable[] {
    return whatIfTables(result, around);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-whatif': RfmWhatIf;
  }
}
