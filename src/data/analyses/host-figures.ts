import { createHostFigures } from '../../sql/potential-query';
import { dropTables } from '../../sql/source-tables';
import { figuresOf } from '../analysis';
import type { QueryContext } from '../query-context';

/**
 * The host's figure of a column for each customer, read from the input again with that column in the place of the
 * amount; and how many customers have several figures.
 */
export async function hostFigures(
  context: QueryContext,
  column: string,
): Promise<{ table: string; differing: number }> {
  const other = await context.loadWith({ amount: column });
  const table = context.scratch('figures');
  try {
    await context.run(createHostFigures(context.tables, other.tables, table, context.asOfDay));
  } finally {
    for (const statement of dropTables(other.tables)) await context.run(statement);
  }
  const { differing } = figuresOf(
    await context.run(`SELECT (count(*) FILTER (WHERE differs))::DOUBLE AS differing FROM ${table}`),
  );
  return { table, differing: differing! };
}
