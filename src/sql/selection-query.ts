import { condition, type Wanted } from './condition';
import { identifier, literal } from './identifier';
import { customerNames, money, type SourceTables } from './source-tables';

/** Keeps the distinct customers of all `parts`, relations with a column `customer`. */
export function createSelection(name: string, parts: readonly string[]): string {
  const all = parts.map((part) => `(${part})`).join(' UNION ALL ') || 'SELECT 0 AS customer LIMIT 0';
  return `CREATE OR REPLACE TABLE ${name} AS SELECT DISTINCT customer FROM (${all}) ORDER BY customer`;
}

/** Those of `members` (with a column `customer`) for whom the condition holds. */
export function membersWhere(members: string, where: Readonly<Record<string, Wanted>>): string {
  return `SELECT customer FROM (${members}) WHERE ${condition(where)}`;
}

/** The customers of these names who are among `customers`. */
export function customersNamed(tables: SourceTables, customers: string, names: readonly string[]): string {
  const list = names.length > 0 ? names.map(literal).join(', ') : 'NULL';
  return `${namesAmong(tables, customers)} WHERE name IN (${list})`;
}

/** The customers whose names stand in the column `name` of a table, and who are among `customers`. */
export function customersListed(tables: SourceTables, customers: string, list: string): string {
  return `${namesAmong(tables, customers)} WHERE name IN (SELECT name FROM ${list})`;
}

function namesAmong(tables: SourceTables, customers: string): string {
  return `SELECT code AS customer FROM ${customerNames(tables)} SEMI JOIN ${customers} ON code = customer`;
}

/** A relation with the rows of `relation` (with a column `customer`) whose customers are in a table. */
export function within(relation: string, table: string): string {
  return `(SELECT * FROM ${relation} SEMI JOIN (SELECT customer FROM ${table}) USING (customer))`;
}

/** Keeps what an analysis says of each customer. */
export function createMembers(name: string, members: string): string {
  return `CREATE OR REPLACE TABLE ${name} AS ${members}`;
}

export function countSelection(name: string): string {
  return `SELECT count(*)::DOUBLE AS customers FROM ${name}`;
}

/** The names of the selected, in the order of their codes. */
export function selectNames(tables: SourceTables, name: string): string {
  return `SELECT name AS customer FROM ${name} JOIN ${customerNames(tables)} ON code = customer ORDER BY customer`;
}

/** For each customer, in the order of every list of customers, whether it is selected. */
export function selectMarks(customers: string, name: string): string {
  return `SELECT (customer IN (SELECT customer FROM ${name}))::INTEGER AS selected FROM ${customers} ORDER BY customer`;
}

/** The columns of a relation, in one empty row. */
export function emptyRow(relation: string): string {
  return `SELECT * FROM (${relation}) LIMIT 0`;
}

/** Selected customers and their money beside that of all, in one row. */
export function sumSelection(tables: SourceTables, customers: string, name: string): string {
  const selected = `FILTER (WHERE customer IN (SELECT customer FROM ${name}))`;
  return `
SELECT count(*) ${selected}::DOUBLE AS customers,
  ${money(tables, `coalesce(sum(amount) ${selected}, 0)`)} AS amount,
  ${money(tables, 'sum(amount)')} AS all_amount
FROM ${customers}`;
}

/** Stretches into which a ranking is cut. */
const STRETCHES = 200;

/** The selected of a ranking by its stretches and classes, with their share of the whole value. */
export function selectMarkedRanks(members: string, name: string): string {
  return `
WITH members AS (${members})
SELECT ceil(item_share * ${STRETCHES}) / ${STRETCHES} AS "upTo", class,
  count(*)::INTEGER AS customers, sum(value)::DOUBLE / (SELECT sum(value) FROM members)::DOUBLE AS "valueShare"
FROM members SEMI JOIN ${name} AS selected ON selected.customer = members.customer
GROUP BY ALL ORDER BY "upTo", class`;
}

/** How many of the selected count in each cell of the cohorts. */
export function selectMarkedCells(members: string, name: string): string {
  return `
SELECT cohort, period::INTEGER AS period, count(DISTINCT customer)::INTEGER AS customers
FROM (${members}) AS members SEMI JOIN ${name} AS selected USING (customer)
GROUP BY ALL ORDER BY cohort, period`;
}

/** How many of the selected there are of each combination of some columns of `members`. */
export function selectMarkedCounts(members: string, name: string, columns: readonly string[]): string {
  const list = columns.map(identifier).join(', ');
  return `
SELECT ${list}, count(DISTINCT customer)::INTEGER AS customers
FROM (${members}) AS members SEMI JOIN ${name} AS selected USING (customer)
GROUP BY ALL ORDER BY ${list}`;
}
