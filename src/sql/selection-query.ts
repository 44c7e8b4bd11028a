import type { Wanted } from '../compute/wanted';
import { condition } from './condition';
import { identifier, literal } from './identifier';
import { customerNames, type SourceTables } from './source-tables';

/** Keeps the customers of all `parts`, relations with a column `customer`; each once, which `unique` parts see to themselves. */
export function createSelection(name: string, parts: readonly string[], unique: boolean): string {
  const all = parts.map((part) => `(${part})`).join(' UNION ALL ') || 'SELECT 0 AS customer LIMIT 0';
  return `CREATE OR REPLACE TABLE ${name} AS SELECT ${unique ? '' : 'DISTINCT '}customer FROM (${all})`;
}

export function selectAllOf(table: string): string {
  return `SELECT customer FROM ${table}`;
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

/** The codes of the selected. */
export function selectCodes(name: string): string {
  return `SELECT customer::INTEGER AS customer FROM ${name}`;
}

/** Every customer in the order of every list of customers: its code, and its money in whole units. */
export function selectCustomerList(customers: string): string {
  return `SELECT customer::INTEGER AS customer, amount::DOUBLE AS amount FROM ${customers} ORDER BY customer`;
}

/** A column of numbers of a relation, in the order of every list of customers. */
export function selectNumbers(relation: string, column: string, whole: boolean): string {
  return `SELECT ${identifier(column)}::${whole ? 'INTEGER' : 'DOUBLE'} AS value FROM (${relation}) ORDER BY customer`;
}

/** The names in a column of a relation. */
export function selectNamesIn(relation: string, column: string): string {
  return `SELECT DISTINCT ${identifier(column)} AS name FROM (${relation}) ORDER BY name`;
}

/** The place of each customer's name in the list of `selectNamesIn`, from 0, in the order of every list of customers. */
export function selectCodesOf(relation: string, column: string, names: readonly string[]): string {
  const list = `[${names.map(literal).join(', ')}]`;
  return `SELECT (list_position(${list}, ${identifier(column)}) - 1)::INTEGER AS value FROM (${relation}) ORDER BY customer`;
}

/** The columns of a relation, in one empty row. */
export function emptyRow(relation: string): string {
  return `SELECT * FROM (${relation}) LIMIT 0`;
}

/** Stretches into which a ranking is cut. */
export const STRETCHES = 200;

/** Where each customer stands in a ranking: in which of its stretches, counted from 1, in which class, with what value. */
export function selectRankPlaces(members: string): string {
  return `
SELECT customer::INTEGER AS customer, ceil(item_share * ${STRETCHES})::INTEGER AS stretch, class, value::DOUBLE AS value
FROM (${members})`;
}

/** In which cells of the cohorts each customer counts, by their number in the order of `selectCellNames`. */
export function selectCellPlaces(members: string): string {
  return `
WITH members AS (${members}), cells AS (
  SELECT cohort, period, row_number() OVER (ORDER BY cohort, period) - 1 AS cell
  FROM (SELECT DISTINCT cohort, period FROM members)
)
SELECT customer::INTEGER AS customer, cell::INTEGER AS cell FROM members JOIN cells USING (cohort, period)`;
}

/** The cells of the cohorts, in order. */
export function selectCellNames(members: string): string {
  return `SELECT DISTINCT cohort, period::INTEGER AS period FROM (${members}) ORDER BY cohort, period`;
}

/** How many of the selected there are of each combination of some columns of `members`. */
export function selectMarkedCounts(members: string, name: string, columns: readonly string[]): string {
  const list = columns.map(identifier).join(', ');
  return `
SELECT ${list}, count(DISTINCT customer)::INTEGER AS customers
FROM (${members}) AS members SEMI JOIN ${name} AS selected USING (customer)
GROUP BY ALL ORDER BY ${list}`;
}
