import { checkOneOf, checkOption } from '../compute/option-checks';
import type { Wanted } from '../compute/wanted';
import {
  countSelection,
  createSelection,
  customersListed,
  customersNamed,
  emptyRow,
  membersWhere,
  selectAllOf,
  selectNames,
} from '../sql/selection-query';
import { figuresOf } from './analysis';
import { type MemberOptions, membersBy, SELECTABLE, type SelectableAnalysis } from './members';
import type { QueryContext } from './query-context';

/**
 * Which customers to mark: by id, by what an analysis says of them, or those of several requests together. `where`
 * names columns of the analysis's result: a value, a list of values, or `{min, max}`, both inclusive; all must hold.
 */
export type SelectionRequest =
  | { customers: readonly string[]; description?: string }
  | { any: readonly SelectionRequest[]; description?: string }
  | {
      analysis: SelectableAnalysis;
      where: Readonly<Record<string, Wanted>>;
      options?: MemberOptions;
      description?: string;
    };

/** The marked customers of a source. */
export interface Selection {
  /** What was asked for, in words. */
  readonly description: string;
  /** What was asked for. */
  readonly request: SelectionRequest;
  readonly customers: { count: number; ids(): Promise<string[]> };
}

/** Where marks are kept, among the rows of which state of the source. */
export interface Place {
  revision: number;
  /** The table in the engine; null as long as nobody has asked for it. */
  table: Promise<string> | null;
  /** The codes of the marked, where they were found here. */
  codes: (() => Int32Array) | null;
}

/** A selection, and where it is kept. */
export interface KeptSelection extends Selection {
  place: Place;
}

let made = 0;

/** Marks the customers asked for in a table of its own, which the caller drops. */
export async function select(
  context: QueryContext,
  request: SelectionRequest,
): Promise<{ table: string; count: number }> {
  const table = newTable(context);
  const parts = await partsOf(context, request);
  await context.run(createSelection(table, parts, isUnique(request)));
  const { customers } = figuresOf(await context.run(countSelection(table)));
  return { table, count: customers! };
}

/** Marks customers of known codes in a table of its own, which the caller drops. */
export async function tableOfCodes(context: QueryContext, codes: Int32Array): Promise<string> {
  const table = newTable(context);
  const listed = await context.put('codes', 'customer INTEGER', { customer: codes });
  await context.run(createSelection(table, [selectAllOf(listed)], true));
  return table;
}

function newTable({ tables }: QueryContext): string {
  made += 1;
  return `${tables.prefix}_selection_${made}`;
}

/** Whether what is asked for names each customer once by itself: a cohort or a flow has a row for each period. */
function isUnique(request: SelectionRequest): boolean {
  if ('customers' in request) return true;
  return 'analysis' in request && ['rfm', 'quadrant', 'pareto', 'customers'].includes(request.analysis);
}

/** Relations of the customers asked for. */
async function partsOf(context: QueryContext, request: SelectionRequest): Promise<string[]> {
  if ('customers' in request) return [await named(context, request.customers)];
  if (!('any' in request)) return [await chosen(context, request)];
  checkOption(Array.isArray(request.any), 'any', request.any, 'a list of requests');
  const parts: string[] = [];
  for (const one of request.any) parts.push(...(await partsOf(context, one)));
  return parts;
}

/** More names than this go to the engine as a table: a statement that long takes its time to read. */
const MOST_IN_TEXT = 500;

async function named(context: QueryContext, customers: readonly string[]): Promise<string> {
  checkOption(Array.isArray(customers), 'customers', customers, 'a list of customer ids');
  if (customers.length <= MOST_IN_TEXT) return customersNamed(context.tables, context.customers, customers);
  const list = await context.put('named', 'name VARCHAR', { name: customers.map(String) });
  return customersListed(context.tables, context.customers, list);
}

async function chosen(
  context: QueryContext,
  { analysis, where, options = {} }: Extract<SelectionRequest, { where: unknown }>,
): Promise<string> {
  checkOneOf('analysis', analysis, SELECTABLE);
  const members = await membersBy(context, analysis, options);
  const columns = await memberColumns(context, members);
  for (const name of Object.keys(where ?? {}))
    checkOption(columns.includes(name), 'where', name, `a column of ${analysis}: ${columns.join(', ')}`);
  return membersWhere(members, where);
}

/** What can be asked of members; looked up once for each relation. */
export function memberColumns(context: QueryContext, members: string): Promise<string[]> {
  return context.cached(`columns ${members}`, async (apart) =>
    (await apart.run(emptyRow(members))).schema.fields
      .map(({ name }) => name)
      .filter((name) => name !== 'customer' && name !== 'amount'),
  );
}

/** What is asked for, where the asker does not say. */
export function describe(request: SelectionRequest): string {
  if ('customers' in request) return `${request.customers.length} customers`;
  if ('any' in request) return request.any.map((one) => one.description ?? describe(one)).join('; ');
  const parts = Object.entries(request.where).map(([column, wanted]) => `${column} ${shown(wanted)}`);
  return `${request.analysis}: ${parts.join(', ')}`;
}

function shown(wanted: Wanted): string {
  if (wanted === null) return 'none';
  if (typeof wanted !== 'object') return String(wanted);
  if (Array.isArray(wanted)) return wanted.join(' or ');
  const { min, max } = wanted as { min?: number; max?: number };
  return `${min ?? ''}–${max ?? ''}`;
}

/** The ids of the selected customers. */
export async function selectedNames(context: QueryContext, table: string): Promise<string[]> {
  const names = await context.run(selectNames(context.tables, table));
  const column = names.getChild('customer')!;
  return Array.from({ length: names.numRows }, (_, i) => String(column.get(i)));
}
