import { html, nothing, type TemplateResult } from 'lit';
import type { ScaleOver } from '../../layout/cohort-colours';
import { LEVELS, type Level } from '../../layout/cohort-scale';
import { styles } from '../../render/styles';
import { toneVariable } from '../../render/svg-shapes';
import { transposeIcon } from '../icons';
import { pickList, picks } from '../picks';
import type { Surroundings } from '../picture';
import { type CohortsView, figureOfScale } from './cohort-asked';

export type CohortLayout = 'triangle' | 'curves';

/** The choice of the picture, and of what it shows. */
export function cohortChoices(
  { asked }: CohortsView,
  layout: CohortLayout,
  { words: { cohorts } }: Surroundings,
  set: (property: 'layout' | 'measure', value: string) => void,
): TemplateResult {
  return html`${picks(cohorts.layout, cohorts.layouts, layout, (one) => set('layout', one))}
    ${pickList('measure', cohorts.measure, cohorts.measures, asked.measure, (one) => set('measure', one))}`;
}

/** What the colours of the cells mean, and the choice of what they compare. */
export function cohortLegend(
  { asked, colours }: CohortsView,
  around: Surroundings,
  choose: (over: ScaleOver) => void,
): TemplateResult | typeof nothing {
  if (!colours) return nothing;
  const { cohorts } = around.words;
  const figure = figureOfScale(asked.measure, around);
  const [low, high] = colours.ends ?? [null, null];
  const signed = (value: number): string =>
    colours.over === 'mean' && value > 0 ? `+${figure(value)}` : figure(value);
  const from = low === null ? cohorts.least : signed(low);
  const to = high === null ? cohorts.most : signed(high);
  return html`<span class="item" role="img" aria-label=${cohorts.scale(from, to)}>
      <span>${from}</span>
      <span class="ramp">${Array.from({ length: LEVELS }, (_, i) => html`<i ${styles({ background: toneVariable(colours.fill((i + 1) as Level)) })}></i>`)}</span>
      <span>${to}</span>
    </span>
    <label class="item"><span class="name">${cohorts.colours}</span>
      ${pickList('scale', cohorts.colours, cohorts.scales, colours.over, choose)}
    </label>`;
}

/** Swaps rows and columns. */
export function transposeButton(
  transposed: boolean,
  { words }: Surroundings,
  flip: () => void,
): TemplateResult {
  const name = words.cohorts.transpose;
  return html`<button type="button" class="tool" part="transpose-button" title=${name} aria-label=${name}
    aria-pressed=${transposed} @click=${flip}>
    <svg viewBox="0 0 16 16" aria-hidden="true">${transposeIcon}</svg>
  </button>`;
}
