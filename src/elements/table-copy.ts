import { unformulated } from '../util/csv';
import type { DataTable } from './picture';

/** Tables as lines of cells between tabs, for a clipboard: a line break or a tab in a cell becomes a space. */
export function tablesAsText(tables: readonly DataTable[]): string {
  return tables
    .map((table) =>
      [[table.caption], table.head, ...table.rows]
        .map((row) => row.map((text, column) => plain(cell(table, text, column))).join('\t'))
        .join('\r\n'),
    )
    .join('\r\n\r\n');
}

/** The same as a fragment of HTML, which spreadsheets and slides take as tables; text of the data is only ever text. */
export function tablesAsHtml(tables: readonly DataTable[]): string {
  return tables
    .map((table) => {
      const line = (name: 'th' | 'td', row: readonly string[]): string =>
        `<tr>${row.map((text, column) => `<${name}${side(table, column)}>${escaped(cell(table, text, column))}</${name}>`).join('')}</tr>`;
      const body = table.rows.map((row) => line('td', row)).join('');
      return `<table><caption>${escaped(table.caption)}</caption><thead>${line('th', table.head)}</thead><tbody>${body}</tbody></table>`;
    })
    .join('');
}

/** Figures are the kit's own writing: a minus there is a minus. */
function cell({ figures }: DataTable, text: string, column: number): string {
  return figures[column] ? text : unformulated(text);
}

function plain(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}

function side({ figures }: DataTable, column: number): string {
  return figures[column] ? ' align="right"' : '';
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
