import { html, nothing, type TemplateResult } from 'lit';
import type { Mapping } from '../../compute/results';
import type { ParetoSubject, ParetoValue } from '../../locales/words';
import type { Surroundings } from '../picture';

/** What is ranked, and by what: where the data have more than one of either to offer. */
export function paretoChoices(
  { dimensions, profit }: Mapping,
  subject: ParetoSubject,
  { words: { pareto } }: Surroundings,
  set: (property: 'of' | 'value', value: string) => void,
): TemplateResult | typeof nothing {
  if (!dimensions?.length && !profit) return nothing;
  const values: ParetoValue[] = profit ? ['amount', 'profit', 'orders'] : ['amount', 'orders'];
  const select = (
    property: 'of' | 'value',
    name: string,
    options: readonly (readonly [value: string, text: string])[],
    current: string,
  ): TemplateResult => html`<label class="item">${name}
      <select part=${property} @change=${(event: Event) => set(property, (event.target as HTMLSelectElement).value)}>
        ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === current}>${text}</option>`)}
      </select>
    </label>`;
  const items = ['customer', ...(dimensions ?? [])].map(
    (of) => [of, of === 'customer' ? pareto.customers : of] as const,
  );
  return html`${items.length > 1 ? select('of', pareto.ranked, items, subject.of) : nothing}
    ${select(
      'value',
      pareto.by,
      values.map((value) => [value, pareto.values[value]]),
      subject.value,
    )}`;
}
