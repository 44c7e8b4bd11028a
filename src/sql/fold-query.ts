import { createCustomers, createMonths, createOwnTables } from './customer-tables';
import {
  createDays,
  customerNames,
  dimensionNames,
  orderNames,
  ownCustomers,
  ownMonths,
  type SourceTables,
  transactions,
} from './source-tables';

/** The first and the last day of all rows. */
interface Reach {
  firstDay: number;
  lastDay: number;
}

/** Whether rows loaded apart can be put to those of a source. */
export function canFold(tables: SourceTables, added: SourceTables): boolean {
  return !tables.rollup && !added.rollup && tables.scale === added.scale;
}

/** The tables of a source with the rows of `added`: orders are whole where they were in both. */
export function folded(tables: SourceTables, { wholeOrders }: SourceTables): SourceTables {
  return { ...tables, wholeOrders };
}

/**
 * Statements that put the rows of `added` to those of `tables` and to what is made of them. What is summed up by
 * customer and month adds up; orders only where each is whole, else all rows are gathered again.
 */
export function fold(tables: SourceTables, added: SourceTables, reach: Reach): string[] {
  const from = loadedTables(added);
  const after = folded(tables, added);
  return [
    ...loadedTables(tables).map(
      (table, i) => `INSERT INTO ${table} BY NAME SELECT * FROM ${from[i]} ORDER BY rowid`,
    ),
    createDays(tables, reach.firstDay, reach.lastDay),
    ...(!tables.order || after.wholeOrders ? addUp(tables, added, reach) : createOwnTables(after)),
  ];
}

function addUp(tables: SourceTables, added: SourceTables, { firstDay, lastDay }: Reach): string[] {
  const [months, moreMonths] = [ownMonths(tables), ownMonths(added)];
  const [customers, theirs] = [ownCustomers(tables), ownCustomers(added)];
  const sums = ['purchases', 'orders', 'amount', ...(tables.profit ? ['profit'] : [])];
  const summed = sums.map((column) => `${column} = own.${column} + added.${column}`);
  return [
    createDays(added, firstDay, lastDay),
    createMonths(added, moreMonths, 'true', true),
    `
UPDATE ${months} AS own
SET first_day = least(own.first_day, added.first_day), last_day = greatest(own.last_day, added.last_day), ${summed.join(', ')}
FROM ${moreMonths} AS added WHERE own.customer = added.customer AND own.month = added.month`,
    `
INSERT INTO ${months} BY NAME
SELECT added.* FROM ${moreMonths} AS added ANTI JOIN ${months} AS own USING (customer, month)`,
    createCustomers(added, theirs, `(SELECT * FROM ${months} SEMI JOIN ${moreMonths} USING (customer))`),
    `DELETE FROM ${customers} WHERE customer IN (SELECT customer FROM ${theirs})`,
    `INSERT INTO ${customers} BY NAME SELECT * FROM ${theirs}`,
  ];
}

/** The tables that rows of a source are loaded into. */
function loadedTables(tables: SourceTables): string[] {
  return [
    transactions(tables),
    customerNames(tables),
    ...(tables.order ? [orderNames(tables)] : []),
    ...Array.from({ length: tables.dimensions }, (_, i) => dimensionNames(tables, i)),
  ];
}
