import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../../locales/words';
import type { Restored } from './restore';

/** What there is to say of the view: parts that do not exist, what could not be restored, what the archive lacks. */
export interface Said {
  unknown: readonly string[];
  restored: Restored | null;
  notExported: readonly string[];
}

export function notice(
  { unknown, restored, notExported }: Said,
  { dashboard: words, common }: Words,
  dismiss: () => void,
): TemplateResult | typeof nothing {
  if (!restored && unknown.length === 0 && notExported.length === 0) return nothing;
  return html`<div class="notice" part="notice">
    ${unknown.length > 0 ? html`<p>${words.unknownParts(unknown)}</p>` : nothing}
    ${notExported.length > 0 ? html`<p>${words.notExported(notExported)}</p>` : nothing}
    ${
      restored
        ? html`<p>${words.restored(restored)}</p>
            ${restored.leftOut.length > 0 ? html`<ul>${restored.leftOut.map((one) => html`<li>${words.leftOut(one)}</li>`)}</ul>` : nothing}`
        : nothing
    }
    ${
      restored || notExported.length > 0
        ? html`<button type="button" title=${common.close} aria-label=${common.close} @click=${dismiss}>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4.5 4.5l7 7M11.5 4.5l-7 7" /></svg>
          </button>`
        : nothing
    }
  </div>`;
}
