import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** A value of a drop-down and what it is called. */
export type Choice = readonly [value: string, label: string];

/** A drop-down with its label above and, where there is one, a hint below. */
export function choice(
  { name, label, value, hint = '', invalid = false }: ChoiceState,
  choices: readonly Choice[],
  chosen: (value: string) => void,
): TemplateResult {
  return html`<label class=${invalid ? 'field invalid' : 'field'}>
    <span>${label}</span>
    <select name=${name} aria-invalid=${invalid ? 'true' : nothing}
      @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value)}>
      ${choices.map(
        ([key, text]) => html`<option value=${key} .selected=${live(key === value)}>${text}</option>`,
      )}
    </select>
    ${hint ? html`<small>${hint}</small>` : nothing}
  </label>`;
}

interface ChoiceState {
  name: string;
  label: string;
  value: string;
  hint?: string;
  invalid?: boolean;
}
