import { type CSSResultGroup, css, html, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AHP_PRESETS } from '../../compute/ahp-presets';
import { checkOneOf } from '../../compute/option-checks';
import type { Comparisons } from '../../compute/weighing';
import type { WeighingResult } from '../../data/analyses/weighing';
import type { Source } from '../../data/source';
import { enWeights } from '../../locales/en-weights';
import { bringEnglish } from '../../locales/registry';
import type { Words } from '../../locales/words';
import { RfmError } from '../../util/rfm-error';
import { ChartElement } from '../chart-element';
import { controlStyles } from '../control-styles';
import type { Caption, DataTable, Picture, Surroundings } from '../picture';
import { comparisonMatrix, comparisonSliders } from './comparison-controls';
import { isApplied, weightsCaption, weightsLine, weightsPicture, weightsTables } from './weights-texts';

bringEnglish({ weights: enWeights });

const PRESETS = ['equal', 'pharmaceutical'] as const;

/**
 * Weights of recency, frequency and monetary value from three comparisons in pairs (AHP), applied to all charts of the
 * source that have no weights of their own; comparisons that contradict each other are refused.
 *
 * @tag rfm-weights
 * @csspart chart - The bars of the weights.
 * @csspart sliders - The comparisons as sliders.
 * @csspart matrix - The comparisons as a matrix.
 * @csspart apply - The button that applies the weights.
 * @fires rfm-ready - The weights stand.
 * @fires rfm-error - They could not be worked out.
 * @csspart preset - The choice among comparisons of known cases.
 * @csspart reset - The button that takes the applied weights back.
 */
export class RfmWeights extends ChartElement<WeighingResult> {
  static override styles: CSSResultGroup = [
    ChartElement.styles,
    controlStyles,
    css`
      .sliders {
        grid-template-columns: repeat(auto-fit, minmax(min(220px, 100%), 1fr));
      }
      .matrix {
        inline-size: auto;
      }
      .stage {
        flex: none;
      }
    `,
  ];
  static override readonly analysisProperties: readonly string[] = ['comparisons', 'layout'];

  @state() private announced = '';

  /** R over F, R over M and F over M, 1/9 to 9: `1/2, 1/3, 1`; those of the weights applied where left out. */
  @property() comparisons: string | readonly number[] | null | undefined;
  /** How they are made: by `sliders` or in a `matrix`. @default 'sliders' */
  @property() layout: 'sliders' | 'matrix' | null | undefined;

  protected override get weighed(): boolean {
    return true;
  }

  protected override analyse(source: Source, signal: AbortSignal): Promise<WeighingResult> {
    checkOneOf('layout', this.layout || 'sliders', ['sliders', 'matrix']);
    const { comparisons, asOf } = this;
    return source.weighing({ comparisons: comparisons || undefined, asOf: asOf ?? undefined, signal });
  }

  /** Weighs all charts of the source by these weights; rejects with `invalid-option` where the comparisons contradict each other. */
  async apply(): Promise<void> {
    const { result, source } = await this.answer();
    const { consistent, cr, weights } = result.summary;
    if (!consistent) {
      const message = `The comparisons contradict each other (consistency ratio ${cr.toFixed(2)}, above 0.1): the weights are not applied. Bring one of them closer to the others.`;
      throw new RfmError('invalid-option', message, {
        details: { option: 'comparisons', value: this.comparisons },
      });
    }
    this.announced = this.around.words.weights.announced(weightsLine(result, this.around));
    source.weigh(weights);
  }

  /** Weighs all three alike again. */
  async reset(): Promise<void> {
    const { source } = await this.answer();
    this.comparisons = null;
    this.announced = this.around.words.weights.findingEqual;
    source.weigh(null);
  }

  protected override content(
    result: WeighingResult,
    around: Surroundings,
    plot: TemplateResult,
  ): TemplateResult {
    const { words } = around;
    const w = words.weights;
    const { comparisons, consistent, matrix, applied } = result.summary;
    const byMatrix = this.layout === 'matrix';
    const change = (index: number, times: number): void => {
      this.comparisons = comparisons.map((value, i) => (i === index ? times : value));
    };
    const done = isApplied(result);
    return html`<div class="controls">
        ${this.#layoutButton('sliders', !byMatrix, w.sliders)} ${this.#layoutButton('matrix', byMatrix, w.matrix)}
        <label class="push">${w.presets} <select part="preset" @change=${this.#onPreset}>
          <option value="" .selected=${presetOf(comparisons) === null}>${w.own}</option>
          ${PRESETS.map((name) => html`<option value=${name} .selected=${presetOf(comparisons) === name}>${w.preset[name]}</option>`)}
        </select></label>
      </div>
      ${byMatrix ? html`<div class="controls">${comparisonMatrix(comparisons, matrix, around, change)}</div>` : comparisonSliders(comparisons, around, change)}
      ${plot}
      <div class="controls">
        <button type="button" class="main" part="apply" ?disabled=${!consistent || done} @click=${this.#onApply}>
          ${done ? w.applied : w.apply}
        </button>
        <button type="button" part="reset" ?disabled=${applied === null && done} @click=${() => void this.reset()}>${w.reset}</button>
        <span class="unseen" role="status">${this.announced}</span>
      </div>`;
  }

  #layoutButton(layout: 'sliders' | 'matrix', pressed: boolean, name: string): TemplateResult {
    const choose = (): void => {
      this.layout = layout;
    };
    return html`<button type="button" aria-pressed=${pressed} @click=${choose}>${name}</button>`;
  }

  readonly #onApply = (): void => {
    this.apply().catch((reason: unknown) => this.work.fail(reason));
  };

  readonly #onPreset = (event: Event): void => {
    const name = event.target instanceof HTMLSelectElement ? event.target.value : '';
    const preset = PRESETS.find((one) => one === name);
    if (preset) this.comparisons = comparisonsFor(preset);
  };

  protected override plotHeight(): number {
    return 142;
  }

  protected override label(words: Words): string {
    return words.weights.name;
  }

  protected override compose(result: WeighingResult, around: Surroundings): Picture {
    return weightsPicture(result, around);
  }

  protected override caption(result: WeighingResult, around: Surroundings): Caption {
    return weightsCaption(result, around);
  }

  protected override tables(result: WeighingResult, around: Surroundings): DataTable[] {
    return weightsTables(result, around);
  }
}

function comparisonsFor(preset: (typeof PRESETS)[number]): Comparisons {
  const [r, f, m] = AHP_PRESETS[preset];
  return [r / f, r / m, f / m];
}

function presetOf(comparisons: Comparisons): (typeof PRESETS)[number] | null {
  const same = (name: (typeof PRESETS)[number]): boolean =>
    comparisonsFor(name).every((value, i) => Math.abs(value - comparisons[i]!) < 1e-6);
  return PRESETS.find(same) ?? null;
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-weights': RfmWeights;
  }
}
