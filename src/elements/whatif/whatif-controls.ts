import { html, type TemplateResult } from 'lit';
import type { WhatIfResult } from '../../data/analyses/what-if';
import type { WhatIfMeasure } from '../../locales/words-what-if';
import type { Surroundings } from '../picture';
import { pointsOf } from './whatif-texts';

/** What can be pulled. */
export type Pulled = 'retentionPoints' | 'margin' | 'costRatio' | 'discountRate' | 'horizonPeriods';

interface Slider {
  name: Pulled;
  min: number;
  max: number;
  step: number;
  /** What the slider shows, and what it stands for. */
  shown: number;
  text: string;
  meant(shown: number): number;
}

/** The five sliders with what they are at. */
export function whatIfSliders(
  result: WhatIfResult,
  { words, f }: Surroundings,
  pull: (name: Pulled, value: number) => void,
): TemplateResult {
  const w = words.whatIf;
  const { margin, discountRate, costRatio, horizonPeriods } = result.summary;
  const points = pointsOf(result);
  const percent = (shown: number): number => shown / 100;
  const same = (shown: number): number => shown;
  const sliders: Slider[] = [
    {
      name: 'retentionPoints',
      min: -10,
      max: 20,
      step: 0.5,
      shown: points,
      text: w.points(points, f),
      meant: percent,
    },
    { name: 'margin', min: 0, max: 100, step: 1, shown: margin * 100, text: f.share(margin), meant: percent },
    {
      name: 'costRatio',
      min: 1,
      max: 20,
      step: 0.5,
      shown: costRatio,
      text: w.ratio(costRatio, f),
      meant: same,
    },
    {
      name: 'discountRate',
      min: 0,
      max: 30,
      step: 1,
      shown: discountRate * 100,
      text: f.share(discountRate),
      meant: percent,
    },
    {
      name: 'horizonPeriods',
      min: 1,
      max: 36,
      step: 1,
      shown: horizonPeriods,
      text: f.count(horizonPeriods),
      meant: same,
    },
  ];
  return html`<div class="sliders" part="sliders">${sliders.map(
    ({ name, min, max, step, shown, text, meant }) => {
      const onInput = (event: Event): void => {
        if (event.target instanceof HTMLInputElement) pull(name, meant(event.target.valueAsNumber));
      };
      // A figure from outside of what can be pulled to is still shown as it is.
      const [low, high] = [Math.min(min, shown), Math.max(max, shown)];
      return html`<label class="slider" data-name=${name}>
      <span class="ends"><span>${w.sliders[name]}</span><b>${text}</b></span>
      <input type="range" min=${low} max=${high} step=${step} aria-valuetext=${text} .value=${String(shown)} @input=${onInput}>
    </label>`;
    },
  )}</div>`;
}

const MEASURES: readonly WhatIfMeasure[] = ['revenue', 'profit', 'customers'];

/** What the picture shows, and what keeping a customer costs. */
export function whatIfChoices(
  measured: WhatIfMeasure,
  keepCost: number,
  { words }: Surroundings,
  show: (measure: WhatIfMeasure) => void,
  keep: (cost: number) => void,
): TemplateResult {
  const w = words.whatIf;
  const onChange = (event: Event): void => {
    if (event.target instanceof HTMLInputElement && event.target.valueAsNumber >= 0)
      keep(event.target.valueAsNumber);
  };
  return html`<div class="controls">
    ${MEASURES.map(
      (name) =>
        html`<button type="button" aria-pressed=${name === measured} @click=${() => show(name)}>${w.measures[name]}</button>`,
    )}
    <label class="push">${w.keepCost} <input type="number" part="keep-cost" min="0" step="any" .value=${String(keepCost)} @change=${onChange}></label>
  </div>`;
}
