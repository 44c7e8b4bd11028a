import type { AbcClass } from '../compute/results';
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

/** The classes of a ranking, in order. */
export const CLASSES: readonly AbcClass[] = ['A', 'B', 'C'];

/**
 * Where each customer stands in a ranking: in which group, stretch by stretch (counted from 1) and within it class by
 * class, and with what value.
 */
export function selectRankPlaces(members: string): string {
  const place = `list_position([${CLASSES.map(literal).join(', ')}], class) - 1`;
  return `
SELECT customer::INTEGER AS customer, (ceil(item_share * ${STRETCHES}) * ${CLASSES.length} + ${place})::INTEGER AS part,
  value::DOUBLE AS value
FROM (${members})`;
}

/** Each combination of some columns of `members`, in order: a cell. */
export function selectCellNames(members: string, columns: readonly string[]): string {
  const list = columns.map(identifier).join(', ');
  return `SELECT DISTINCT ${list} FROM (${members}) ORDER BY ${list}`;
}

/** In which cells each customer is, by their number in the order of `selectCellNames`; once where `members` may say it twice. */
export function selectCellPlaces(members: string, columns: readonly string[], twice: boolean): string {
  const list = columns.map(identifier);
  const same = list.map((column) => `cells.${column} IS NOT DISTINCT FROM members.${column}`);
  return `
WITH members AS (${members}), cells AS (
  SELECT *, row_number() OVER (ORDER BY ${list.join(', ')}) - 1 AS cell
  FROM (SELECT DISTINCT ${list.join(', ')} FROM members)
)
SELECT ${twice ? 'DISTINCT ' : ''}customer::INTEGER AS customer, cell::INTEGER AS cell
FROM members JOIN cells ON ${same.join(' AND ')}`;
}

/** What each customer did in each period of `activityRows`: whether it bought, and its net amount in whole units. */
export function selectPeriodPlaces(activityRows: string): string {
  return `
SELECT customer::INTEGER AS customer, number::INTEGER AS number, (purchases > 0)::TINYINT AS bought, amount::DOUBLE AS amount
FROM (${activityRows})`;
}

/** Last day with a purchase and orders of each customer, in the order of every list of customers. */
export function selectHabits(customers: string): string {
  return `SELECT last_day::INTEGER AS last_day, frequency::INTEGER AS orders FROM ${customers} ORDER BY customer`;
}
