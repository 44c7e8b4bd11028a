import { html, type TemplateResult } from 'lit';
import type { Comparisons } from '../../compute/weighing';
import type { Surroundings } from '../picture';

const PAIRS = [
  ['recency', 'frequency'],
  ['recency', 'monetary'],
  ['frequency', 'monetary'],
] as const;
const MEASURES = ['recency', 'frequency', 'monetary'] as const;

/** Where the slider stands: at 0 both count the same, to the left the first counts more, by up to nine times. */
function positionOf(times: number): number {
  return times >= 1 ? -(times - 1) : 1 / times - 1;
}

function timesAt(position: number): number {
  return position <= 0 ? 1 - position : 1 / (1 + position);
}

type Change = (index: number, times: number) => void;

/** A slider for each of the three comparisons, with what it says in words. */
export function comparisonSliders(
  comparisons: Comparisons,
  { words, f }: Surroundings,
  change: Change,
): TemplateResult {
  const w = words.weights;
  return html`<div class="sliders" part="sliders">${PAIRS.map(([one, other], i) => {
    const times = comparisons[i] ?? 1;
    const [more, less] = times >= 1 ? [one, other] : [other, one];
    const says = w.comparison(
      { more: w.measures[more], less: w.measures[less], times: Math.max(times, 1 / times) },
      f,
    );
    const onInput = (event: Event): void => {
      if (event.target instanceof HTMLInputElement) change(i, timesAt(event.target.valueAsNumber));
    };
    return html`<div class="slider">
      <div class="ends"><span>${w.measures[one]}</span><span>${w.measures[other]}</span></div>
      <input type="range" min="-8" max="8" step="1" aria-label=${w.cell({ row: w.measures[one], column: w.measures[other] })}
        aria-valuetext=${says} .value=${String(Math.round(positionOf(times)))} @input=${onInput}>
      <span class="says">${says}</span>
    </div>`;
  })}</div>`;
}

/** The same as a matrix: the upper half to choose, the lower its reverse. */
export function comparisonMatrix(
  comparisons: Comparisons,
  matrix: readonly (readonly number[])[],
  { words, f }: Surroundings,
  change: Change,
): TemplateResult {
  const w = words.weights;
  const cell = (row: number, column: number): TemplateResult => {
    const [one, other] = [MEASURES[row]!, MEASURES[column]!];
    const index = PAIRS.findIndex((pair) => pair[0] === one && pair[1] === other);
    if (index < 0) return html`<td class="number">${w.times(matrix[row]?.[column] ?? 1, f)}</td>`;
    const name = w.cell({ row: w.measures[one], column: w.measures[other] });
    const now = comparisons[index] ?? 1;
    const onChange = (event: Event): void => {
      if (event.target instanceof HTMLSelectElement) change(index, Number(event.target.value));
    };
    return html`<td class="number"><select aria-label=${name} @change=${onChange}>
      ${choices(now).map(
        (value) => html`<option value=${value} .selected=${value === now}>${w.times(value, f)}</option>`,
      )}
    </select></td>`;
  };
  return html`<table class="matrix" part="matrix">
    <thead>
      <tr>
        <td></td>
        ${MEASURES.map((name) => html`<th scope="col" class="number">${w.measures[name]}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${MEASURES.map(
        (name, row) =>
          html`<tr><th scope="row">${w.measures[name]}</th>${MEASURES.map((_, column) => cell(row, column))}</tr>`,
      )}
    </tbody>
  </table>`;
}

/** From nine times to a ninth, and what is chosen now where it lies between. */
function choices(now: number): number[] {
  const whole = Array.from({ length: 9 }, (_, i) => 9 - i);
  const all = [
    ...whole,
    ...whole
      .slice(0, -1)
      .reverse()
      .map((times) => 1 / times),
  ];
  return all.includes(now) ? all : [...all, now].sort((a, b) => b - a);
}
