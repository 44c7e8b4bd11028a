import type { Analysis } from '../compute/results';
import { toCsv } from '../util/csv';

/** The full table of a result as CSV. */
export function resultCsv({ table, rows }: Analysis<object, object>): string {
  const names = table.schema.fields.map((field) => field.name);
  return toCsv(
    names,
    rows().map((row) => names.map((name): unknown => Reflect.get(row, name))),
  );
}
