import type { ArrowTableLike } from '../source-options';
import type { CellTable } from './read-columns';

/** An array of objects: the columns are the keys of all of them, in order of first appearance. */
export function objectTable(rows: readonly Record<string, unknown>[]): CellTable {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row ?? {})) names.add(name);
  const columns = [...names];
  return {
    columns,
    length: rows.length,
    text(row, column) {
      const name = columns[column]!;
      const record = rows[row];
      return record && Object.hasOwn(record, name) ? cellText(record[name]) : '';
    },
  };
}

/** An object of columns; the longest says how many rows there are. */
export function columnTable(columns: Readonly<Record<string, ArrayLike<unknown>>>): CellTable {
  const names = Object.keys(columns);
  const values = names.map((name) => columns[name]!);
  return {
    columns: names,
    length: values.reduce((most, { length }) => Math.max(most, length), 0),
    text: (row, column) => cellText(values[column]![row]),
  };
}

/** An Arrow table of any version; its types are told by what they print. */
export function arrowTable(table: ArrowTableLike): CellTable {
  const { fields } = table.schema;
  const readers = fields.map(({ name, type }) => {
    const vector = table.getChild(name);
    const toText = arrowText(type);
    return (row: number): string => (vector ? toText(vector.get(row)) : '');
  });
  return {
    columns: fields.map(({ name }) => name),
    length: table.numRows,
    text: (row, column) => readers[column]!(row),
  };
}

/** Dates and timestamps come as milliseconds of UTC (older versions: as Date), decimals unscaled. */
function arrowText(type: { toString(): string; scale?: number }): (value: unknown) => string {
  const name = type.toString();
  if (/^(Date|Timestamp)/.test(name))
    return (value) => (value === null || value === undefined ? '' : isoText(Number(value)));
  if (/^Decimal/.test(name) && type.scale)
    return (value) => (value === null ? '' : scaledText(String(value), type.scale!));
  return cellText;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return isoText(value.getTime());
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isoText(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : '';
}

function scaledText(digits: string, scale: number): string {
  const sign = digits.startsWith('-') ? '-' : '';
  const plain = digits.replace('-', '').padStart(scale + 1, '0');
  return `${sign}${plain.slice(0, -scale)}.${plain.slice(-scale)}`;
}
