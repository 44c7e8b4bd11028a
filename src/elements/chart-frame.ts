import { html, nothing, type TemplateResult } from 'lit';
import type { CommonWords } from '../locales/words';
import type { Formats } from '../util/format';
import { chartIcon, tableIcon } from './icons';
import type { Caption, DataTable } from './picture';

/** Rows of a table on the page; the export has all. */
export const TABLE_ROWS = 500;
/** Rows of a table in a report. */
export const PAPER_ROWS = 40;

/** Between the picture and its numbers. */
export function viewButton(table: boolean, words: CommonWords, flip: () => void): TemplateResult {
  const name = table ? words.showChart : words.showTable;
  return html`<button type="button" class="tool" part="view-button" title=${name} aria-label=${name} @click=${flip}>
    <svg viewBox="0 0 16 16" aria-hidden="true">${table ? chartIcon : tableIcon}</svg>
  </button>`;
}

/** The finding and what the picture is. */
export function titles(heading: string, caption: Caption | null): TemplateResult {
  return html`<div class="titles">
    ${heading ? html`<p class="heading" part="heading" role="heading" aria-level="3">${heading}</p>` : nothing}
    ${
      caption
        ? html`<p class="finding" part="finding">${caption.finding}</p>
            <p class="description" part="description">${caption.description}</p>
            ${caption.sampled ? html`<p class="sampled" part="sampled">${caption.sampled}</p>` : nothing}`
        : nothing
    }
  </div>`;
}

/** Rows left out, warnings, and whatever else qualifies the picture; at the right what is selected. */
export function foot(
  notes: Caption['notes'],
  chip: TemplateResult | typeof nothing,
): TemplateResult | typeof nothing {
  if (notes.length === 0 && chip === nothing) return nothing;
  return html`<footer class="foot" part="foot">
    <div class="notes">
      ${notes.map((note) => html`<p class=${note.warning ? 'warning' : 'note'}>${note.text}</p>`)}
    </div>
    ${chip}
  </footer>`;
}

/** Tables with the numbers of the picture. */
export function tableView(tables: readonly DataTable[], words: CommonWords, f: Formats): TemplateResult {
  return html`<div class="sheet" part="table" tabindex="0" role="group" aria-label=${words.showTable}>
    ${tables.map((table) => {
      const side = (index: number): string | typeof nothing => (table.figures[index] ? 'number' : nothing);
      const cutTo = (rows: number): string | typeof nothing =>
        table.rows.length > rows ? `. ${words.firstRows(rows, table.rows.length, f)}` : nothing;
      return html`<table>
        <caption>${table.caption}<span class="cut">${cutTo(TABLE_ROWS)}</span><span class="paper-cut">${cutTo(PAPER_ROWS)}</span></caption>
        <thead>
          <tr>
            ${table.head.map((text, index) => html`<th scope="col" class=${side(index)}>${text}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${table.rows
            .slice(0, TABLE_ROWS)
            .map(
              (row) =>
                html`<tr>${row.map((text, index) => html`<td class=${side(index)}>${text}</td>`)}</tr>`,
            )}
        </tbody>
      </table>`;
    })}
  </div>`;
}
