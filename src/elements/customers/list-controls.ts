import { html, nothing, type TemplateResult } from 'lit';
import type { Surroundings } from '../picture';

interface Controls {
  search: string;
  /** How many customers are selected; null where none are. */
  selected: number | null;
  only: boolean;
  exporting: boolean;
  find(text: string): void;
  showOnly(only: boolean): void;
  save(): void;
}

/** Search, the selected alone, and export. */
export function controls(
  { search, selected, only, exporting, find, showOnly, save }: Controls,
  { words, f }: Surroundings,
): TemplateResult {
  const w = words.customers;
  const onInput = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) find(event.target.value.trim());
  };
  const onChange = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) showOnly(event.target.checked);
  };
  return html`<div class="controls" part="controls">
    <input type="search" part="search" aria-label=${w.search} placeholder=${w.search} .value=${search}
      autocomplete="off" spellcheck="false" @input=${onInput}>
    ${
      selected === null
        ? nothing
        : html`<label><input type="checkbox" part="only-selected" .checked=${only} @change=${onChange}> ${w.onlySelected}</label>`
    }
    <button type="button" part="export" class="push" ?disabled=${exporting} @click=${save}>
      ${exporting ? w.exporting : selected === null ? w.exportAll : w.exportSelected(selected, f)}
    </button>
  </div>`;
}
