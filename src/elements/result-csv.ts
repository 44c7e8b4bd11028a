import type { Analysis } from '../compute/results';
import { toCsv } from '../util/csv';
import { asItIs, type NameOf } from './masked-names';

/** The full table of a result as CSV, its customers by what `nameOf` shows of them. */
export function resultCsv({ table, rows }: Analysis<object, object>, nameOf: NameOf = asItIs): string {
  const names = table.schema.fields.map((field) => field.name);
  const cell = (row: object, name: string): unknown => {
    const value: unknown = Reflect.get(row, name);
    return name === 'customer' ? nameOf(String(value)) : value;
  };
  return toCsv(
    names,
    rows().map((row) => names.map((name) => cell(row, name))),
  );
}
