import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from '../controllers/selection-controller';
import type { SelectionSummary } from '../data/marked';
import type { Caption, Surroundings } from './picture';
import type { Chosen, Doer } from './selecting-element';

type Selected = Shown<Chosen<unknown>> | null;

/** The words around a picture, with the finding of what is selected where anything is. */
export function selectedCaption(caption: Caption, chosen: Selected, around: Surroundings): Caption {
  return chosen ? { ...caption, finding: selectedFinding(chosen.value.figures, around) } : caption;
}

/** How much of the whole is selected. */
function selectedFinding(
  { customers, customerShare: share, amountShare: value }: SelectionSummary,
  { words, f }: Surroundings,
): string {
  return words.selection.finding({ customers, share, value }, f);
}

/** What is said when the selection has changed: by the chart it was changed in, or all would speak at once. */
export function announcement(doer: Doer, chosen: Selected, around: Surroundings): string {
  if (doer === 'cleared-here') return around.words.common.cleared;
  if (doer === 'others' || !chosen) return '';
  const { comma } = around.words.common;
  return chosen.selection.description + comma + selectedFinding(chosen.value.figures, around);
}

/** What is selected, at the foot, and a way to take it back. */
export function selectionChip(
  chosen: Selected,
  { words, f }: Surroundings,
  clear: () => void,
): TemplateResult | typeof nothing {
  if (!chosen) return nothing;
  const { description, customers } = chosen.selection;
  const { clear: name } = words.selection;
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') clear();
  };
  return html`<div class="chip" part="selection">
    <span class="what" dir="auto" title=${description}>${description}</span>
    <span class="many">${words.common.customers(customers.count, f)}</span>
    <button type="button" part="clear-selection" title=${name} aria-label=${name} @click=${clear} @keydown=${onKey}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4.5 4.5l7 7M11.5 4.5l-7 7" /></svg>
    </button>
  </div>`;
}
