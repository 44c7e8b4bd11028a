import type { Table } from 'apache-arrow';
import { sharedEngine } from '../../../src/data/engine/engine';
import type { Holding } from '../../../src/data/holding';
import { type RollupColumns, rollupSql } from '../../../src/data/rollup-sql';
import type { Source } from '../../../src/data/source';
import type { RollupPeriod } from '../../../src/sql/rollup-schema';
import { orderName } from '../../../src/sql/source-tables';

/** What a rollup of a source's rows is made with. */
export interface Rolled {
  period: RollupPeriod;
  where?: string;
  sample?: number;
}

let views = 0;

/**
 * The rollup of a source's rows as an Arrow table: its tables in the engine are put together again as a table of
 * transactions, and the SELECT of `rollupSql` is run on it.
 */
export async function rolledUp(source: Source, { period, where, sample }: Rolled): Promise<Table> {
  views += 1;
  const view = `rfm_kit.rows_${views}`;
  await sharedEngine().query(`CREATE OR REPLACE VIEW ${view} AS ${rowsOf(source)}`);
  const { order, profit, dimensions } = source.mapping;
  const columns: RollupColumns = {
    customer: 'customer',
    date: 'date',
    amount: 'amount',
    ...(order && { order: 'order_id' }),
    ...(profit && { profit: 'profit' }),
    ...(dimensions && { dimensions }),
  };
  const { refunds, zeroAmounts } = source.definition;
  const options = {
    dialect: 'duckdb',
    table: view,
    columns,
    period,
    where,
    sample,
    refunds,
    zeroAmounts,
  } as const;
  return sharedEngine().query(rollupSql(options));
}

/** A SELECT of the rows of a source, with the names they had. */
function rowsOf(source: Source): string {
  const { mapping } = source;
  const { prefix, scale } = (Reflect.get(source, 'holding') as Holding).held.tables;
  const money = (name: string): string =>
    `(${name}::DECIMAL(18, 0) / ${10 ** scale})::DECIMAL(18, 4) AS ${name}`;
  const dimensions = mapping.dimensions ?? [];
  const columns = [
    'customers.name AS customer',
    "DATE '1970-01-01' + day AS date",
    money('amount'),
    ...(mapping.order ? [`${orderName('t', 'orders')} AS order_id`] : []),
    ...(mapping.profit ? [money('profit')] : []),
    ...dimensions.map((name, i) => `d${i}.name AS "${name}"`),
  ];
  const joins = [
    `JOIN ${prefix}_customer_names AS customers ON customers.code = customer`,
    ...(mapping.order ? [`LEFT JOIN ${prefix}_order_names AS orders ON orders.code = order_no`] : []),
    ...dimensions.map(
      (_, i) => `JOIN ${prefix}_dimension_${i}_names AS d${i} ON d${i}.code = dimension_${i}`,
    ),
  ];
  return `SELECT ${columns.join(', ')} FROM ${prefix}_transactions AS t ${joins.join(' ')}`;
}
