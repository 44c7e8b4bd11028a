import { type CSSResultGroup, css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { FlowResult, FlowRow, Period } from '../../compute/results';
import type { Source } from '../../data/source';
import type { FlowOptions } from '../../data/source-options';
import { CAME, type FlowPart, LEFT } from '../../layout/flow-columns';
import { enFlow } from '../../locales/en-flow';
import { bringEnglish } from '../../locales/registry';
import type { Words } from '../../locales/words';
import { lastCall } from '../../util/last-call';
import { Adjusted } from '../adjusted';
import { ChartElement } from '../chart-element';
import { periodName } from '../period-names';
import { pickList, pickStyles, picks } from '../picks';
import type { Caption, DataTable, Mark, Picture, Surroundings } from '../picture';
import { flowPicture } from './flow-picture';
import { partName, viewOf } from './flow-view';
import { flowCaption, flowTables } from './flow-words';

bringEnglish({ flow: enFlow });

/**
 * The revolving door: customers, or what they spend, that come, stay and leave, period by period.
 *
 * @tag rfm-flow
 * @csspart chart - The picture.
 * @csspart period - The choice of the length of a period.
 * @fires rfm-ready - The picture stands.
 * @fires rfm-error - It could not be shown.
 * @fires rfm-select - Customers were chosen, or the choice was taken back.
 * @fires rfm-adjust - What is counted, or the length of a period, was set by hand.
 */
export class RfmFlow extends ChartElement<FlowResult, readonly FlowRow[]> {
  static override readonly analysisProperties: readonly string[] = ['period', 'measure'];
  static override styles: CSSResultGroup = [
    ChartElement.styles,
    pickStyles,
    css`
      .plot [data-key] {
        cursor: pointer;
      }
    `,
  ];

  readonly #view = lastCall(viewOf);
  readonly #adjusted = new Adjusted(this);

  /** Length of a period: `month`, `week`, `quarter` or `year`. @default 'month' */
  @property() period: Period | null | undefined;
  /** What is counted: `customers`, or `revenue` with expansion and contraction. @default 'customers' */
  @property() measure: FlowOptions['measure'] | null;

  protected override analyse(source: Source, signal: AbortSignal): Promise<FlowResult> {
    return source.flow({ ...this.options, measure: this.measure || undefined, signal });
  }

  /** What a choice made here goes by. */
  private get options(): Pick<FlowOptions, 'period' | 'asOf'> {
    return { period: this.period || undefined, asOf: this.asOf ?? undefined };
  }

  protected override readChosen(source: Source, signal: AbortSignal): Promise<readonly FlowRow[] | null> {
    return source.selectionFlow({ ...this.options, signal });
  }

  protected override choose({ key }: Mark): void {
    const result = this.work.value?.result;
    const [start = '', part] = key.split('|');
    const known = [...CAME, ...LEFT, 'retained' as const].find((one) => one === part);
    if (!result || !known) return;
    const { around } = this;
    const view = this.#view(result);
    const description = around.words.flow.chosen({
      part: partName(known, view, around),
      period: periodName(view.period, start, around),
    });
    const where = { period: start, ...whereOf(known) };
    this.selectCustomers({ analysis: 'flow', where, options: this.options, description });
  }

  protected override label(words: Words): string {
    return words.flow.name;
  }

  protected override legend(result: FlowResult, { words: { flow } }: Surroundings): TemplateResult {
    const { measure, period } = this.#view(result);
    return html`${picks(flow.measure, flow.measures, measure, (one) => this.#adjusted.set('measure', one))}
      ${pickList('period', flow.by, flow.periods, period, (one) => this.#adjusted.set('period', one))}`;
  }

  protected override plotHeight(width: number): number {
    return Math.round(Math.min(480, Math.max(320, width * 0.5)));
  }

  protected override compose(result: FlowResult, around: Surroundings): Picture {
    return flowPicture(this.#view(result), this.chosen?.value.extra ?? null, around);
  }

  protected override caption(result: FlowResult, around: Surroundings): Caption {
    return flowCaption(result, this.#view(result), around);
  }

  protected override tables(result: FlowResult, around: Surroundings): DataTable[] {
    return flowTables(result, this.#view(result), around);
  }
}

/** Whose a part is, in the columns of the flow's members. */
function whereOf(part: FlowPart): Record<string, string> {
  if (part === 'expansion') return { change: 'rise' };
  return part === 'contraction' ? { change: 'fall' } : { flow: part };
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-flow': RfmFlow;
  }
}
