import type { DataType, Table, Type } from 'apache-arrow';
import type { Analysis, Definition } from '../compute/results';
import { isoOf } from '../util/calendar';
import { setOwn } from '../util/own-value';

const DAY_MS = 86_400_000;
/** The number that Arrow gives the type; to name it would bring all of Arrow along. */
const DATE: Type.Date = 8;

/** A result from its table and figures; `rows()` is made when it is first asked for. */
export function analysisOf<Row, Summary>(
  table: Table,
  summary: Summary,
  definition: Definition,
): Analysis<Row, Summary> {
  let rows: Row[] | undefined;
  return {
    table,
    summary,
    definition,
    rows() {
      rows ??= plainRows(table) as Row[];
      return rows;
    },
  };
}

/** An Arrow table as plain objects: no BigInt, no Decimal, dates as `YYYY-MM-DD`. */
export function plainRows(table: Table): Record<string, unknown>[] {
  const columns = table.schema.fields.map((field) => {
    const vector = table.getChild(field.name)!;
    return { name: field.name, vector, plain: plainValue(field.type) };
  });
  return Array.from({ length: table.numRows }, (_, row) => {
    const record: Record<string, unknown> = {};
    for (const { name, vector, plain } of columns) setOwn(record, name, plain(vector.get(row)));
    return record;
  });
}

function plainValue(type: DataType): (value: unknown) => unknown {
  if (type.typeId === DATE)
    return (value) => (value === null ? null : isoOf(Math.round(Number(value) / DAY_MS)));
  return (value) => (typeof value === 'bigint' ? Number(value) : (value ?? null));
}

/** The one row of a result of figures. */
export function figuresOf(table: Table): Record<string, number | null> {
  const [row] = plainRows(table);
  return row as Record<string, number | null>;
}
