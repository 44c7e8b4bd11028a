import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import type { Inspection } from '../../data/inspect';
import type { ImportWords } from '../../locales/words-import';
import type { Formats } from '../../util/format';
import { partOfColumn } from './draft';

/** Columns and signs of a cell that a preview has room for; the file keeps all. */
const MOST_COLUMNS = 60;
const MOST_SIGNS = 80;
const SHOWN_ROWS = 10;

/** The first rows as read, with the part that each column plays. */
export function preview(seen: Inspection, words: ImportWords, f: Formats): TemplateResult {
  const columns = seen.columns.slice(0, MOST_COLUMNS);
  const rows = seen.rows.slice(0, SHOWN_ROWS);
  const parts = partOfColumn(seen);
  const title = words.preview(rows.length, f);
  const used = columns.map((name) => parts.has(name));
  return html`<div class="sheet" part="preview" tabindex="0" role="group" aria-label=${title}>
    <table>
      <caption>${title}</caption>
      <thead>
        <tr>${columns.map((name, i) => {
          const part = parts.get(name);
          return html`<th scope="col" class=${classMap({ used: used[i]! })}>
            ${part ? html`<span class="badge">${words.part[part]}</span>` : nothing}<span>${cut(name)}</span>
          </th>`;
        })}</tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>${columns.map((_, i) => html`<td class=${classMap({ used: used[i]! })}>${cut(row[i] ?? '')}</td>`)}</tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function cut(text: string): string {
  return text.length > MOST_SIGNS ? `${text.slice(0, MOST_SIGNS)}…` : text;
}
