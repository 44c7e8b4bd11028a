import type { Table } from 'apache-arrow';
import { countAt, type PlacedRows, placedRows, placesOf, sumAt } from '../compute/marked';
import type { AbcClass, IsoDate } from '../compute/results';
import {
  STRETCHES,
  selectCellNames,
  selectCellPlaces,
  selectCodes,
  selectCustomerList,
  selectRankPlaces,
} from '../sql/selection-query';
import { plainRows } from './analysis';
import { membersBy } from './members';
import type { QueryContext } from './query-context';
import type { CohortOptions, ParetoOptions } from './source-options';

// What is said of marked customers again and again is reckoned here, in one pass over columns that the engine gave once:
// a tenth of the time in which it would join and count anew.

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

/** Reads what will be asked of marks, so that the first is not slower than the next. */
export async function prepareMarked(
  context: QueryContext,
  { pareto, cohorts }: { pareto?: ParetoOptions | undefined; cohorts?: CohortOptions | undefined },
): Promise<void> {
  await customerList(context);
  if (pareto) await rankPlaces(context, pareto);
  if (cohorts) await cellPlaces(context, cohorts);
}

/** Marked customers among all of a view, in the order in which every result lists customers. */
export interface MarkList {
  /** 1 for each that is marked, 0 for the others. */
  marks: Int32Array;
  /** Where the 1s are. */
  places: Int32Array;
}

export function markList(marks: Int32Array): MarkList {
  return { marks, places: placesOf(marks) };
}

/** The customers in that order: the code of each, its money in whole units, and the place of each code, -1 where it has none. */
interface CustomerList {
  codes: Int32Array;
  amounts: Float64Array;
  /** Of all customers. */
  amount: number;
  places: Int32Array;
}

export function customerList(context: QueryContext): Promise<CustomerList> {
  return context.cached('customer list', async (apart) => {
    const table = await apart.run(selectCustomerList(apart.customers));
    const codes = numbers(table, 'customer');
    let most = 0;
    for (const code of codes) if (code > most) most = code;
    const places = new Int32Array(most + 1).fill(-1);
    codes.forEach((code, place) => {
      places[code] = place;
    });
    const amounts = Float64Array.from(numbers(table, 'amount'));
    return { codes, amounts, amount: amounts.reduce((sum, one) => sum + one, 0), places };
  });
}

/** The marks of the customers whose codes stand in a table. */
export async function selectedMarks(context: QueryContext, table: string): Promise<MarkList> {
  const { places, amounts } = await customerList(context);
  const marks = new Int32Array(amounts.length);
  for (const code of numbers(await context.run(selectCodes(table)), 'customer')) {
    const place = places[code] ?? -1;
    if (place >= 0) marks[place] = 1;
  }
  return markList(marks);
}

/** The codes of the marked. */
export async function codesOf(context: QueryContext, { places }: MarkList): Promise<Int32Array> {
  const { codes } = await customerList(context);
  return places.map((place) => codes[place]!);
}

/** What the marked are of all, in customers and in money. */
export async function summaryOfSelected(
  context: QueryContext,
  { places }: MarkList,
): Promise<SelectionSummary> {
  const { amounts, amount: all } = await customerList(context);
  const amount = sumAt(places, amounts);
  return {
    customers: places.length,
    customerShare: places.length / context.customerCount,
    amount: amount / 10 ** context.tables.scale,
    amountShare: all > 0 ? amount / all : null,
  };
}

const CLASSES: readonly AbcClass[] = ['A', 'B', 'C'];

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

/** The customers of a ranking, in groups stretch by stretch, class by class; `all` is what they bring together. */
interface RankPlaces {
  rows: PlacedRows;
  all: number;
}

function rankPlaces(context: QueryContext, options: ParetoOptions): Promise<RankPlaces> {
  return context.cached(`rank places ${keyOf(options)}`, async (apart) => {
    const table = await apart.run(selectRankPlaces(await membersBy(apart, 'pareto', options)));
    const named = table.getChild('class')!;
    const groups = Int32Array.from(numbers(table, 'stretch'), (stretch, row) => {
      return stretch * CLASSES.length + Math.max(0, CLASSES.indexOf(named.get(row) as AbcClass));
    });
    const values = Float64Array.from(numbers(table, 'value'));
    const rows = await placed(apart, table, groups, values);
    return { rows, all: values.reduce((sum, value) => sum + value, 0) };
  });
}

/** How many of the marked count in each cell of the cohorts. */
export async function selectedCells(
  context: QueryContext,
  { places }: MarkList,
  options: CohortOptions,
): Promise<MarkedCell[]> {
  const { rows, names } = await cellPlaces(context, options);
  const { customers } = countAt(places, rows, names.length);
  return names.flatMap((name, cell) =>
    customers[cell]! > 0 ? [{ ...name, customers: customers[cell]! }] : [],
  );
}

interface CellPlaces {
  rows: PlacedRows;
  names: { cohort: IsoDate; period: number }[];
}

function cellPlaces(context: QueryContext, options: CohortOptions): Promise<CellPlaces> {
  return context.cached(`cell places ${keyOf(options)}`, async (apart) => {
    const members = await membersBy(apart, 'cohorts', options);
    const names = plainRows(await apart.run(selectCellNames(members))) as unknown as CellPlaces['names'];
    const table = await apart.run(selectCellPlaces(members));
    return { rows: await placed(apart, table, numbers(table, 'cell')), names };
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
  const whose = Int32Array.from(numbers(table, 'customer'), (code) => places[code] ?? -1);
  return placedRows(codes.length, whose, groups, values);
}

function keyOf(options: object): string {
  return JSON.stringify({ ...options, asOf: undefined, signal: undefined });
}

function numbers(table: Table, column: string): ArrayLike<number> & Iterable<number> & Int32Array {
  return table.getChild(column)!.toArray() as Int32Array;
}
