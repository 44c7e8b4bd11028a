import { condition, type Wanted } from './condition';
import { identifier, literal } from './identifier';
import { customerNames, type SourceTables } from './source-tables';

/** Keeps the distinct customers of `members` (with a column `customer`) for which the condition holds. */
export function createSelection(
  name: string,
  members: string,
  where: Readonly<Record<string, Wanted>>,
): string {
  return `
CREATE OR REPLACE TABLE ${name} AS
SELECT DISTINCT customer FROM (${members}) WHERE ${condition(where)} ORDER BY customer`;
}

/** Keeps the customers of these names who are among `customers`. */
export function createNamedSelection(
  tables: SourceTables,
  name: string,
  customers: string,
  names: readonly string[],
): string {
  const list = names.length > 0 ? names.map(literal).join(', ') : 'NULL';
  return `
CREATE OR REPLACE TABLE ${name} AS
SELECT code AS customer FROM ${customerNames(tables)} SEMI JOIN ${customers} ON code = customer
WHERE name IN (${list}) ORDER BY customer`;
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

/** A relation of the list of customers by code. */
export function directoryMembers(
  tables: SourceTables,
  directory: string,
  columns: readonly string[],
): string {
  const own = columns.map((column) => `directory.${identifier(column)}`).join(', ');
  return `SELECT names.code AS customer, ${own} FROM ${directory} AS directory JOIN ${customerNames(tables)} AS names ON names.name = directory.customer`;
}
