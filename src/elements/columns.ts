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
    return Float64Array.from(values as Int32Array);
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
  const codes = new Uint8Array(column.length);
  for (let row = 0; row < codes.length; row++) {
    const text = String(column.get(row));
    let code = known.get(text);
    if (code === undefined) {
      code = all.push(text) - 1;
      known.set(text, code);
    }
    codes[row] = code;
  }
  return { codes, names: all };
}

function childOf(table: Table, name: string): NonNullable<ReturnType<Table['getChild']>> {
  const column = table.getChild(name);
  if (!column)
    throw new RfmError('engine-failed', `The result has no column "${name}".`, { details: { name } });
  return column;
}
