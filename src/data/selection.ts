import { checkOneOf, checkOption } from '../compute/option-checks';
import type { AbcClass, IsoDate } from '../compute/results';
import type { Wanted } from '../sql/condition';
import {
  countSelection,
  createSelection,
  customersListed,
  customersNamed,
  emptyRow,
  membersWhere,
  selectMarkedCells,
  selectMarkedCounts,
  selectMarkedRanks,
  selectMarks,
  selectNames,
  sumSelection,
} from '../sql/selection-query';
import { figuresOf, plainRows } from './analysis';
import { type MemberOptions, membersBy, SELECTABLE, type SelectableAnalysis } from './members';
import type { QueryContext } from './query-context';
import type { CohortOptions, ParetoOptions } from './source-options';

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

/** What the marked customers are of all. */
export interface SelectionSummary {
  customers: number;
  customerShare: number;
  amount: number;
  /** Null where all amounts sum to nothing or less. */
  amountShare: number | null;
}

/** Marked customers in a stretch of the Pareto ranking: how many, and what they bring. */
export interface MarkedRanks {
  /** The end of the stretch, as a share of all customers. */
  upTo: number;
  class: AbcClass;
  customers: number;
  valueShare: number;
}

/** Marked customers in a cell of the cohorts. */
export interface MarkedCell {
  cohort: IsoDate;
  period: number;
  customers: number;
}

/** Marked customers by some columns of what an analysis says of them. */
export type MarkedCount = { customers: number } & { [column: string]: string | number | null };

/** A selection, and where the engine keeps it. */
export interface KeptSelection extends Selection {
  request: SelectionRequest;
  table: string;
  /** The life of the engine the table is in. */
  generation: number;
}

let made = 0;

/** Marks the customers asked for in a table of its own, which the caller drops. */
export async function select(
  context: QueryContext,
  request: SelectionRequest,
): Promise<Omit<KeptSelection, 'customers' | 'generation'> & { count: number }> {
  made += 1;
  const table = `${context.tables.prefix}_selection_${made}`;
  const parts = await partsOf(context, request);
  await context.run(createSelection(table, parts));
  const { customers } = figuresOf(await context.run(countSelection(table)));
  return { request, table, count: customers!, description: request.description ?? describe(request) };
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
function memberColumns(context: QueryContext, members: string): Promise<string[]> {
  return context.cached(`columns ${members}`, async (apart) =>
    (await apart.run(emptyRow(members))).schema.fields
      .map(({ name }) => name)
      .filter((name) => name !== 'customer' && name !== 'amount'),
  );
}

function describe(request: SelectionRequest): string {
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

/** 1 for each selected customer, 0 for the others, in the order in which every result lists customers. */
export async function selectedMarks(context: QueryContext, table: string): Promise<Int32Array> {
  const marks = await context.run(selectMarks(context.customers, table));
  return marks.getChild('selected')!.toArray() as Int32Array;
}

/** What the selected are of all, in customers and in money. */
export async function summaryOfSelected(context: QueryContext, table: string): Promise<SelectionSummary> {
  const sums = figuresOf(await context.run(sumSelection(context.tables, context.customers, table)));
  const [customers, amount, all] = [sums.customers ?? 0, sums.amount ?? 0, sums.all_amount ?? 0];
  return {
    customers,
    customerShare: customers / context.customerCount,
    amount,
    amountShare: all > 0 ? amount / all : null,
  };
}

/** Where the selected stand in the ranking of `options`: how many in each of its stretches, and what they bring. */
export async function selectedRanks(
  context: QueryContext,
  table: string,
  options: ParetoOptions,
): Promise<MarkedRanks[]> {
  const members = await membersBy(context, 'pareto', options);
  return plainRows(await context.run(selectMarkedRanks(members, table))) as unknown as MarkedRanks[];
}

/** How many of the selected count in each cell of the cohorts. */
export async function selectedCells(
  context: QueryContext,
  table: string,
  options: CohortOptions,
): Promise<MarkedCell[]> {
  const members = await membersBy(context, 'cohorts', options);
  return plainRows(await context.run(selectMarkedCells(members, table))) as unknown as MarkedCell[];
}

/** How many of the selected there are of each combination of some columns of an analysis. */
export async function selectedCounts(
  context: QueryContext,
  table: string,
  analysis: SelectableAnalysis,
  columns: readonly string[],
  options: MemberOptions,
): Promise<MarkedCount[]> {
  const members = await membersBy(context, analysis, options);
  return plainRows(
    await context.run(selectMarkedCounts(members, table, columns)),
  ) as unknown as MarkedCount[];
}
