import type { Table } from 'apache-arrow';
import { flowPeriods } from '../compute/flow-periods';
import { countAt, lookedUp, type PlacedRows, placedRows } from '../compute/marked';
import { flowOfPlaces, type PlacedPeriods, placedPeriodSteps } from '../compute/marked-flow';
import { checkOneOf } from '../compute/option-checks';
import { type AbcClass, type FlowRow, type IsoDate, PERIODS, type Period } from '../compute/results';
import {
  CLASSES,
  STRETCHES,
  selectCellNames,
  selectCellPlaces,
  selectPeriodPlaces,
  selectRankPlaces,
} from '../sql/selection-query';
import { activityOf } from './analyses/flow';
import { plainRows } from './analysis';
import { checkDay } from './check-options';
import { customerList, habits, type MarkList, numbers } from './marked';
import { type MemberOptions, membersBy, type SelectableAnalysis } from './members';
import type { QueryContext } from './query-context';
import type { CohortOptions, FlowOptions, MigrationOptions, ParetoOptions } from './source-options';

// Where marked customers stand in an analysis of all: what each counts for is read once, and summed up at each brush.

/** Marked customers in a stretch of the Pareto ranking: how many, and what they bring. */
export interface MarkedRanks {
  /** The end of the stretch, as a share of all customers. */
  upTo: number;
  class: AbcClass;
  customers: number;
  valueShare: number;
}

/** Marked customers by some columns of what an analysis says of them. */
export type MarkedCount = { customers: number } & { [column: string]: string | number | null };

/** Marked customers in a cell of the cohorts. */
export type MarkedCell = MarkedCount & { cohort: IsoDate; period: number };

/** What was asked for last of the analyses that show where the marked stand. */
export interface Shown {
  pareto?: ParetoOptions;
  cohorts?: CohortOptions;
  flow?: FlowOptions;
  migration?: MigrationOptions;
  kpis?: boolean;
}

const CELLS = ['cohort', 'period'] as const;
const MOVES = ['from_class', 'to_class'] as const;

/** Reads what will be asked of marks, so that the first is not slower than the next. */
export async function prepareMarked(context: QueryContext, shown: Shown): Promise<void> {
  const { pareto, cohorts, flow, migration, kpis } = shown;
  await customerList(context);
  if (kpis) await habits(context);
  if (pareto) await rankPlaces(context, pareto);
  if (cohorts) await cellPlaces(context, 'cohorts', CELLS, cohorts);
  if (flow) await periodPlaces(context, periodOf(flow));
  if (!migration) return;
  // Moves are looked at as of the later of their dates.
  const asOfDay = checkDay('to', migration.to) ?? context.asOfDay;
  await cellPlaces(await context.at({ asOfDay, filter: context.filter }), 'migration', MOVES, migration);
}

/** Where the marked stand in the ranking of `options`: how many in each of its stretches, and what they bring. */
export async function selectedRanks(
  context: QueryContext,
  { places }: MarkList,
  options: ParetoOptions,
): Promise<MarkedRanks[]> {
  const { rows, all } = await rankPlaces(context, options);
  const sums = countAt(places, rows, (STRETCHES + 1) * CLASSES.length);
  const ranks: MarkedRanks[] = [];
  sums.customers.forEach((customers, group) => {
    if (customers === 0) return;
    const stretch = Math.floor(group / CLASSES.length);
    const valueShare = all === 0 ? 0 : sums.values[group]! / all;
    ranks.push({ upTo: stretch / STRETCHES, class: CLASSES[group % CLASSES.length]!, customers, valueShare });
  });
  return ranks;
}

/** The customers of a ranking by its groups; `all` is what they bring together. */
interface RankPlaces {
  rows: PlacedRows;
  all: number;
}

function rankPlaces(context: QueryContext, options: ParetoOptions): Promise<RankPlaces> {
  return context.cached(`rank places ${keyOf(options)}`, async (apart) => {
    const table = await apart.run(selectRankPlaces(await membersBy(apart, 'pareto', options)));
    const values: ArrayLike<number> = numbers(table, 'value');
    let all = 0;
    for (let row = 0; row < values.length; row++) all += values[row]!;
    return { rows: await placed(apart, table, numbers(table, 'part'), values), all };
  });
}

/** How many of the marked count in each cell of the cohorts. */
export async function selectedCells(
  context: QueryContext,
  marks: MarkList,
  options: CohortOptions,
): Promise<MarkedCell[]> {
  return (await selectedCounts(context, marks, 'cohorts', CELLS, options)) as MarkedCell[];
}

/** How many of the marked there are of each combination of some columns of an analysis; those of nobody are left out. */
export async function selectedCounts(
  context: QueryContext,
  { places }: MarkList,
  analysis: SelectableAnalysis,
  columns: readonly string[],
  options: MemberOptions,
): Promise<MarkedCount[]> {
  const { rows, names } = await cellPlaces(context, analysis, columns, options);
  const { customers } = countAt(places, rows, names.length);
  return names.flatMap((name, cell) =>
    customers[cell]! > 0 ? [{ ...name, customers: customers[cell]! }] : [],
  );
}

interface CellPlaces {
  rows: PlacedRows;
  names: Record<string, string | number | null>[];
}

function cellPlaces(
  context: QueryContext,
  analysis: SelectableAnalysis,
  columns: readonly string[],
  options: MemberOptions,
): Promise<CellPlaces> {
  const key = `places ${columns.join(' ')} of ${analysis} ${keyOf(options)}`;
  return context.cached(key, async (apart) => {
    const members = await membersBy(apart, analysis, options);
    // Cohorts and flows name a customer once for each period.
    const twice = (analysis === 'cohorts' || analysis === 'flow') && !columns.includes('period');
    const names = plainRows(await apart.run(selectCellNames(members, columns)));
    const table = await apart.run(selectCellPlaces(members, columns, twice));
    const rows = await placed(apart, table, numbers(table, 'cell'));
    return { rows, names: names as CellPlaces['names'] };
  });
}

/** The flow of the marked alone. */
export async function selectedFlow(
  context: QueryContext,
  { places }: MarkList,
  options: FlowOptions,
): Promise<FlowRow[]> {
  const { tables, asOfDay } = context;
  const period = periodOf(options);
  const figures = flowOfPlaces(places, await periodPlaces(context, period), 10 ** tables.scale);
  return flowPeriods(figures, { period, yearStart: tables.yearStart }, asOfDay);
}

function periodOf({ period }: FlowOptions): Period {
  return checkOneOf('period', period || 'month', PERIODS);
}

function periodPlaces(context: QueryContext, period: Period): Promise<PlacedPeriods> {
  return context.cached(`places by ${period}`, async (apart) => {
    const { places, codes } = await customerList(apart);
    const table = await apart.run(selectPeriodPlaces(activityOf(apart, period)));
    const rows = {
      places: lookedUp(numbers(table, 'customer'), places),
      numbers: numbers(table, 'number'),
      bought: numbers(table, 'bought'),
      amounts: numbers(table, 'amount'),
    };
    return apart.reckon(placedPeriodSteps(codes.length, rows));
  });
}

/** The rows of a table with a column `customer`, customer by customer. */
async function placed(
  context: QueryContext,
  table: Table,
  groups: ArrayLike<number>,
  values: ArrayLike<number> | null = null,
): Promise<PlacedRows> {
  const { places, codes } = await customerList(context);
  return placedRows(codes.length, lookedUp(numbers(table, 'customer'), places), groups, values);
}

function keyOf(options: object): string {
  return JSON.stringify({ ...options, asOf: undefined, signal: undefined });
}
