import type { Table } from 'apache-arrow';
import { RfmError } from '../util/rfm-error';

const columns = new WeakMap<Table, Map<string, unknown>>();

/** What `read` makes of a column, once for each table. */
function once<T>(table: Table, key: string, read: () => T): T {
  const known = columns.get(table) ?? new Map<string, unknown>();
  columns.set(table, known);
  if (!known.has(key)) known.set(key, read());
  return known.get(key) as T;
}

/** A numeric column as plain numbers, whatever width it has in the table; not to be changed. */
export function numberColumn(table: Table, name: string): Float64Array {
  return once(table, `number ${name}`, () => readNumbers(table, name));
}

function readNumbers(table: Table, name: string): Float64Array {
  const column = childOf(table, name);
  const values: unknown = column.toArray();
  if (values instanceof Float64Array) return values;
  if (values instanceof BigInt64Array || values instanceof BigUint64Array)
    return Float64Array.from(values, Number);
  if (ArrayBuffer.isView(values) && !(values instanceof DataView)) {
    return new Float64Array(values as Int32Array);
  }
  return Float64Array.from({ length: column.length }, (_, index) => Number(column.get(index)));
}

/** A column of texts. */
export function textColumn(table: Table, name: string): (index: number) => string {
  const column = childOf(table, name);
  return (index) => String(column.get(index));
}

/** A column of few different texts as indexes into `names`; a text that is not among them is added. */
export function codedColumn(
  table: Table,
  name: string,
  names: readonly string[],
): { codes: Uint8Array; names: string[] } {
  return once(table, `codes ${name} ${names.join(' ')}`, () => readCodes(table, name, names));
}

function readCodes(
  table: Table,
  name: string,
  names: readonly string[],
): { codes: Uint8Array; names: string[] } {
  const column = childOf(table, name);
  const all = [...names];
  const known = new Map(all.map((text, index) => [text, index]));
  const codeOf = (row: number): number => {
    const text = String(column.get(row));
    const code = known.get(text) ?? all.push(text) - 1;
    known.set(text, code);
    return code;
  };
  const codes = new Uint8Array(column.length);
  let first = 0;
  for (const chunk of column.data) {
    readChunk(chunk, codes.subarray(first, first + chunk.length), (row) => codeOf(first + row));
    first += chunk.length;
  }
  return { codes, names: all };
}

/** A text that was read before: where its bytes are. */
interface Known {
  start: number;
  length: number;
  code: number;
}

/** More texts than this with one length and the same ends are not remembered. */
const MOST_ALIKE = 16;

/** Reads a text where its bytes are others than any before: to make texts of a million that are few takes most of a second. */
function readChunk(
  { values, valueOffsets: ends, nullCount }: { values: unknown; valueOffsets: Int32Array; nullCount: number },
  codes: Uint8Array,
  codeOf: (row: number) => number,
): void {
  const bytes = values instanceof Uint8Array && ends instanceof Int32Array && nullCount === 0 ? values : null;
  const known: Known[][] = Array.from({ length: 256 }, () => []);
  for (let row = 0; row < codes.length; row++) {
    if (!bytes) {
      codes[row] = codeOf(row);
      continue;
    }
    const start = ends[row]!;
    const length = ends[row + 1]! - start;
    // Enough to tell a few names apart; what shares a place is told by all its bytes.
    const place = length === 0 ? 0 : (bytes[start]! + 7 * bytes[start + length - 1]! + 31 * length) & 255;
    const here = known[place]!;
    let before: Known | undefined;
    for (const one of here)
      if (one.length === length && sameBytes(bytes, one.start, start, length)) before = one;
    if (!before) {
      before = { start, length, code: codeOf(row) };
      if (here.length < MOST_ALIKE) here.push(before);
    }
    codes[row] = before.code;
  }
}

function sameBytes(bytes: Uint8Array, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (bytes[one + at] !== bytes[other + at]) return false;
  return true;
}

function childOf(table: Table, name: string): NonNullable<ReturnType<Table['getChild']>> {
  const column = table.getChild(name);
  if (!column)
    throw new RfmError('engine-failed', `The result has no column "${name}".`, { details: { name } });
  return column;
}
