import { ownValue } from '../../util/own-value';
import { RfmError } from '../../util/rfm-error';
import type { ArrowTableLike } from '../source-options';
import type { ArrowVector } from './arrow-buffers';
import { arrowColumn, SCRATCH_BYTES } from './arrow-cells';
import { decode, encode } from './bytes';
import { type CellColumn, EMPTY_COLUMN, textColumn } from './cell-column';
import { scaledText } from './digits';
import type { CellTable } from './read-columns';

/** More columns are none: each row would be looked through for all of them. */
const MOST_COLUMNS = 16_384;

/**
 * An array of objects: the columns are the keys of all of them, in order of first appearance. Those of an object within
 * one are columns too: `{customer: {id: 1}}` has the column `customer.id`.
 */
export function objectTable(rows: readonly Record<string, unknown>[]): CellTable {
  const found = new Map<string, readonly [string, string | null]>();
  for (const row of rows)
    for (const [outer, value] of Object.entries(row ?? {})) {
      if (!isPlainObject(value)) found.set(outer, [outer, null]);
      else for (const inner of Object.keys(value)) found.set(`${outer}.${inner}`, [outer, inner]);
      if (found.size > MOST_COLUMNS) throw tooWide();
    }
  // Where some rows have an object and others nothing, the column of the object itself has nothing to say.
  for (const [name, [outer, inner]] of [...found])
    if (inner !== null && name !== outer && isOnlyNothing(rows, outer)) found.delete(outer);
  const paths = [...found.values()];
  return {
    columns: [...found.keys()],
    length: rows.length,
    text(row, column) {
      const [outer, inner] = paths[column]!;
      const value = ownValue(rows[row], outer);
      return cellText(inner === null ? value : isPlainObject(value) ? ownValue(value, inner) : undefined);
    },
  };
}

function tooWide(): RfmError {
  return new RfmError(
    'file-unreadable',
    `The rows have more than ${MOST_COLUMNS.toLocaleString('en')} different keys between them: keys that change from row to row are no columns. Give each row the same ones.`,
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function isOnlyNothing(rows: readonly Record<string, unknown>[], name: string): boolean {
  return rows.every((row) => {
    const value = ownValue(row, name);
    return value === undefined || value === null || isPlainObject(value);
  });
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

/** An Arrow table of any version; its columns are read from their buffers where those are as known. */
export function arrowTable(table: ArrowTableLike): CellTable {
  const { fields } = table.schema;
  const cells = fields.map(({ name, type }) => {
    const vector = table.getChild(name);
    return vector ? (arrowColumn(vector) ?? foreignColumn(vector, type)) : EMPTY_COLUMN;
  });
  const target = { bytes: new Uint8Array(0), start: 0, end: 0, scratch: new Uint8Array(SCRATCH_BYTES) };
  return {
    columns: fields.map(({ name }) => name),
    length: table.numRows,
    text(row, column) {
      cells[column]!.write(row, target);
      return decode(target.bytes, target.start, target.end);
    },
    cells,
  };
}

/** A column whose buffers are not as known, by what its cells print. */
function foreignColumn(vector: ArrowVector, type: ForeignType): CellColumn {
  const toText = foreignText(type);
  return textColumn((row, to) => {
    to.bytes = encode(toText(vector.get(row)));
    to.start = 0;
    to.end = to.bytes.length;
  });
}

interface ForeignType {
  toString(): string;
  scale?: number;
}

/** Dates and timestamps come as milliseconds of UTC (older versions: as Date), decimals unscaled. */
function foreignText(type: ForeignType): (value: unknown) => string {
  const name = type.toString();
  if (/^(Date|Timestamp)/.test(name))
    return (value) => (value === null || value === undefined ? '' : isoText(Number(value)));
  if (/^Decimal/.test(name) && type.scale)
    return (value) => (value === null ? '' : scaledText(BigInt(String(value)), type.scale!));
  return cellText;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return isoText(value.getTime());
  return typeof value === 'object' ? JSON.stringify(value, bigText) : String(value);
}

/** JSON knows no BigInt, which Arrow gives for whole numbers of 64 bits. */
function bigText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

function isoText(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : '';
}
