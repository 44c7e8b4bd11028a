import { checkOneOf, checkOption } from '../compute/option-checks';
import type { AbcClass, IsoDate } from '../compute/results';
import type { Wanted } from '../sql/condition';
import {
  countSelection,
  createMembers,
  createNamedSelection,
  createSelection,
  emptyRow,
  selectMarkedCells,
  selectMarkedCounts,
  selectMarkedRanks,
  selectMarks,
  selectNames,
  sumSelection,
} from '../sql/selection-query';
import { cohortMembers } from './analyses/cohorts';
import { directoryRelation } from './analyses/customers';
import { flowMembers } from './analyses/flow';
import { migrationMembers } from './analyses/migration';
import { paretoMembers } from './analyses/pareto';
import { quadrantMembers } from './analyses/quadrant';
import { scoredTable } from './analyses/rfm';
import { checkRfmOptions } from './analyses/rfm-options';
import { figuresOf, plainRows } from './analysis';
import type { QueryContext } from './query-context';
import type {
  CohortOptions,
  FlowOptions,
  MigrationOptions,
  ParetoOptions,
  QuadrantOptions,
  RfmOptions,
} from './source-options';

/** The analyses whose results customers can be chosen by. */
const BY = ['rfm', 'quadrant', 'pareto', 'cohorts', 'flow', 'migration', 'customers'] as const;
export type SelectableAnalysis = (typeof BY)[number];

/**
 * Which customers to mark: by id, or by what an analysis says of them. `where` names columns of its result: a value,
 * a list of values, or `{min, max}`, both inclusive; all of them must hold.
 */
export type SelectionRequest =
  | { customers: readonly string[]; description?: string }
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
  await context.run(
    'customers' in request ? named(context, table, request.customers) : await chosen(context, table, request),
  );
  const { customers } = figuresOf(await context.run(countSelection(table)));
  return { request, table, count: customers!, description: request.description ?? describe(request) };
}

function named(context: QueryContext, table: string, customers: readonly string[]): string {
  checkOption(Array.isArray(customers), 'customers', customers, 'a list of customer ids');
  return createNamedSelection(context.tables, table, context.customers, customers);
}

async function chosen(
  context: QueryContext,
  table: string,
  { analysis, where, options = {} }: Extract<SelectionRequest, { where: unknown }>,
): Promise<string> {
  checkOneOf('analysis', analysis, BY);
  const members = await membersBy(context, analysis, options);
  const columns = (await context.run(emptyRow(members))).schema.fields
    .map(({ name }) => name)
    .filter((name) => name !== 'customer' && name !== 'amount');
  for (const name of Object.keys(where ?? {}))
    checkOption(columns.includes(name), 'where', name, `a column of ${analysis}: ${columns.join(', ')}`);
  return createSelection(table, members, where);
}

/** What the analyses to choose by take; what is not theirs they pass over. */
export type MemberOptions = RfmOptions &
  QuadrantOptions &
  ParetoOptions &
  CohortOptions &
  Pick<FlowOptions, 'period'> &
  MigrationOptions;

/** A relation of what an analysis says of each customer; worked out once for each scope and options, for brushing asks again and again. */
async function membersBy(
  context: QueryContext,
  analysis: SelectableAnalysis,
  options: MemberOptions,
): Promise<string> {
  const { weights } = context;
  const key = `members ${analysis} ${JSON.stringify([weights, { ...options, asOf: undefined, signal: undefined }])}`;
  const kept = await context.cached(key, async (apart) => {
    const members = await newMembers(apart, analysis, options);
    const table = apart.keep('members');
    await apart.run(createMembers(table, members));
    return table;
  });
  return `SELECT * FROM ${kept}`;
}

async function newMembers(
  context: QueryContext,
  analysis: SelectableAnalysis,
  options: MemberOptions,
): Promise<string> {
  switch (analysis) {
    case 'rfm':
      return `SELECT * FROM ${(await scoredTable(context, checkRfmOptions(options, context.weights))).table}`;
    case 'quadrant':
      return quadrantMembers(context, options);
    case 'pareto':
      return paretoMembers(context, options);
    case 'cohorts':
      return cohortMembers(context, options);
    case 'flow':
      return flowMembers(context, options);
    case 'migration':
      return migrationMembers(context, options);
    case 'customers':
      return directoryRelation(context);
  }
}

function describe(request: SelectionRequest): string {
  if ('customers' in request) return `${request.customers.length} customers`;
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
