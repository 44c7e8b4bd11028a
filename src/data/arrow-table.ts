import {
  Bool,
  type DataType,
  DateDay,
  Float64,
  makeData,
  makeVector,
  Table,
  Utf8,
  Vector,
  vectorFromArray,
} from 'apache-arrow';

/** Day numbers, to become a column of dates. */
export class Days {
  readonly values: Int32Array;

  constructor(values: Int32Array) {
    this.values = values;
  }
}

type Column = Int32Array | Float64Array | Days | readonly (string | number | boolean | null)[];

/** An Arrow table of columns: typed arrays as they are, dates from day numbers, texts, booleans and nullable numbers. */
export function tableOf(columns: Record<string, Column>): Table {
  const vectors: Record<string, Vector> = {};
  for (const [name, column] of Object.entries(columns)) vectors[name] = vectorOf(column);
  return new Table(vectors);
}

function vectorOf(column: Column): Vector {
  if (column instanceof Days) {
    const data = makeData({
      type: new DateDay(),
      length: column.values.length,
      nullCount: 0,
      data: column.values,
    });
    return new Vector([data]);
  }
  if (column instanceof Int32Array || column instanceof Float64Array) return makeVector(column);
  return vectorFromArray(column as readonly unknown[], typeOf(column.find((value) => value !== null)));
}

function typeOf(value: unknown): DataType {
  if (typeof value === 'boolean') return new Bool();
  return typeof value === 'string' ? new Utf8() : new Float64();
}
