import { Bool, type Data, DateDay, Float64, makeData, makeVector, Table, Utf8, Vector } from 'apache-arrow';
import { type Column, Days } from './days';

/**
 * An Arrow table of columns: typed arrays as they are, dates from day numbers, texts, booleans and numbers with gaps.
 * Laid out by hand: Arrow's own builders compile code at run time, which a strict Content-Security-Policy forbids.
 */
export function tableOf(columns: Record<string, Column>): Table {
  const vectors: Record<string, Vector> = {};
  for (const [name, column] of Object.entries(columns)) vectors[name] = vectorOf(column);
  return new Table(vectors);
}

/** The columns of tables with the same rows, in one. */
export function beside(tables: readonly Table[]): Table {
  const columns = tables.flatMap((table) =>
    table.schema.fields.map(({ name }) => [name, table.getChild(name)!] as const),
  );
  return new Table(Object.fromEntries(columns) as Record<string, Vector>);
}

function vectorOf(column: Column): Vector {
  if (column instanceof Days) {
    const { values } = column;
    return new Vector([makeData({ type: new DateDay(), length: values.length, nullCount: 0, data: values })]);
  }
  if (column instanceof Int32Array || column instanceof Float64Array) return makeVector(column);
  return new Vector([dataOf(column)]);
}

function dataOf(column: readonly (string | number | boolean | null)[]): Data {
  const kind = typeof column.find((value) => value !== null);
  if (kind === 'string') return textData(column as readonly (string | null)[]);
  const validity = { length: column.length, ...validityOf(column) };
  if (kind === 'boolean')
    return makeData({ type: new Bool(), ...validity, data: bits(column, (value) => value === true) });
  return makeData({
    type: new Float64(),
    ...validity,
    data: Float64Array.from(column, (value) => Number(value ?? 0)),
  });
}

function textData(column: readonly (string | null)[]): Data<Utf8> {
  const encoder = new TextEncoder();
  const texts = column.map((value) => encoder.encode(value ?? ''));
  const valueOffsets = new Int32Array(texts.length + 1);
  texts.forEach((text, i) => {
    valueOffsets[i + 1] = valueOffsets[i]! + text.length;
  });
  const data = new Uint8Array(valueOffsets[texts.length]!);
  texts.forEach((text, i) => {
    data.set(text, valueOffsets[i]);
  });
  return makeData({ type: new Utf8(), length: texts.length, ...validityOf(column), valueOffsets, data });
}

function validityOf(column: readonly unknown[]): { nullCount: number; nullBitmap: Uint8Array | null } {
  const nullCount = column.filter((value) => value === null).length;
  return { nullCount, nullBitmap: nullCount > 0 ? bits(column, (value) => value !== null) : null };
}

/** One bit a value, the lowest first, padded as Arrow wants it. */
function bits<T>(column: readonly T[], isSet: (value: T) => boolean): Uint8Array {
  const out = new Uint8Array(Math.ceil(column.length / 64) * 8);
  column.forEach((value, i) => {
    if (isSet(value)) out[i >> 3]! |= 1 << (i & 7);
  });
  return out;
}
