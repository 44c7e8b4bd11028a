/** Day numbers, to become a column of dates. */
export class Days {
  readonly values: Int32Array;

  constructor(values: Int32Array) {
    this.values = values;
  }
}

/** What a column of a table can be made of. */
export type Column = Int32Array | Float64Array | Days | readonly (string | number | boolean | null)[];
