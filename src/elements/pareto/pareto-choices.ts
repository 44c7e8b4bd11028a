import { html, nothing, type TemplateResult } from 'lit';
import type { Mapping } from '../../compute/results';
import type { ParetoSubject } from '../../locales/words';
import { pickList } from '../picks';
import type { Surroundings } from '../picture';

/** What is ranked, and by what: where the data have more than one of either to offer. */
export function paretoChoices(
  { dimensions, profit }: Mapping,
  subject: ParetoSubject,
  { words: { pareto } }: Surroundings,
  set: (property: 'of' | 'value', value: string) => void,
): TemplateResult | typeof nothing {
  if (!dimensions?.length && !profit) return nothing;
  const { amount, orders } = pareto.values;
  const measures = profit ? pareto.values : { amount, orders };
  const subjects = Object.fromEntries([
    ['customer', pareto.customers],
    ...(dimensions ?? []).map((name) => [name, name]),
  ]);
  return html`${
    dimensions?.length
      ? html`<label class="item">${pareto.ranked} ${pickList('of', pareto.ranked, subjects, subject.of, (of) => set('of', of))}</label>`
      : nothing
  }<label class="item">${pareto.by} ${pickList('value', pareto.by, measures, subject.value, (value) => set('value', value))}</label>`;
}
