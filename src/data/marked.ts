import type { Table } from 'apache-arrow';
import { countMarked, sumMarked } from '../compute/marked';
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

/** 1 for each marked customer, 0 for the others, in the order in which every result lists customers. */
export type MarkList = Int32Array;

/** The customers in that order: the money of each in whole units, and the place of each code, -1 where it has none. */
interface CustomerList {
  amounts: Float64Array;
  places: Int32Array;
}

function customerList(context: QueryContext): Promise<CustomerList> {
  return context.cached('customer list', async (apart) => {
    const table = await apart.run(selectCustomerList(apart.customers));
    const codes = numbers(table, 'customer');
    let most = 0;
    for (const code of codes) if (code > most) most = code;
    const places = new Int32Array(most + 1).fill(-1);
    codes.forEach((code, place) => {
      places[code] = place;
    });
    return { amounts: Float64Array.from(numbers(table, 'amount')), places };
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
  return marks;
}

/** What the marked are of all, in customers and in money. */
export async function summaryOfSelected(context: QueryContext, marks: MarkList): Promise<SelectionSummary> {
  const { amounts } = await customerList(context);
  const { customers, amount, all } = sumMarked(marks, amounts);
  return {
    customers,
    customerShare: customers / context.customerCount,
    amount: amount / 10 ** context.tables.scale,
    amountShare: all > 0 ? amount / all : null,
  };
}

/** Where the marked stand in the ranking of `options`: how many in each of its stretches, and what they bring. */
export async function selectedRanks(
  context: QueryContext,
  marks: MarkList,
  options: ParetoOptions,
): Promise<MarkedRanks[]> {
  const { places, groups, values, classes, all } = await rankPlaces(context, options);
  const sums = countMarked(marks, places, groups, (STRETCHES + 1) * classes.length, values);
  const ranks: MarkedRanks[] = [];
  sums.customers.forEach((customers, group) => {
    if (customers === 0) return;
    const stretch = Math.floor(group / classes.length);
    const valueShare = all === 0 ? 0 : sums.values[group]! / all;
    ranks.push({ upTo: stretch / STRETCHES, class: classes[group % classes.length]!, customers, valueShare });
  });
  return ranks;
}

interface RankPlaces {
  places: Int32Array;
  /** Stretch by stretch, class by class. */
  groups: Int32Array;
  values: Float64Array;
  classes: AbcClass[];
  all: number;
}

function rankPlaces(context: QueryContext, options: ParetoOptions): Promise<RankPlaces> {
  return context.cached(`rank places ${keyOf(options)}`, async (apart) => {
    const table = await apart.run(selectRankPlaces(await membersBy(apart, 'pareto', options)));
    const { places } = await customerList(apart);
    const classes: AbcClass[] = ['A', 'B', 'C'];
    const stretches = numbers(table, 'stretch');
    const named = table.getChild('class')!;
    const values = Float64Array.from(numbers(table, 'value'));
    return {
      places: Int32Array.from(numbers(table, 'customer'), (code) => places[code] ?? -1),
      groups: Int32Array.from(stretches, (stretch, row) => {
        return stretch * classes.length + Math.max(0, classes.indexOf(named.get(row) as AbcClass));
      }),
      values,
      classes,
      all: values.reduce((sum, value) => sum + value, 0),
    };
  });
}

/** How many of the marked count in each cell of the cohorts. */
export async function selectedCells(
  context: QueryContext,
  marks: MarkList,
  options: CohortOptions,
): Promise<MarkedCell[]> {
  const { places, cells, names } = await cellPlaces(context, options);
  const { customers } = countMarked(marks, places, cells, names.length);
  return names.flatMap((name, cell) =>
    customers[cell]! > 0 ? [{ ...name, customers: customers[cell]! }] : [],
  );
}

interface CellPlaces {
  places: Int32Array;
  cells: Int32Array;
  names: { cohort: IsoDate; period: number }[];
}

function cellPlaces(context: QueryContext, options: CohortOptions): Promise<CellPlaces> {
  return context.cached(`cell places ${keyOf(options)}`, async (apart) => {
    const members = await membersBy(apart, 'cohorts', options);
    const names = plainRows(await apart.run(selectCellNames(members))) as unknown as CellPlaces['names'];
    const table = await apart.run(selectCellPlaces(members));
    const { places } = await customerList(apart);
    return {
      places: Int32Array.from(numbers(table, 'customer'), (code) => places[code] ?? -1),
      cells: Int32Array.from(numbers(table, 'cell')),
      names,
    };
  });
}

function keyOf(options: object): string {
  return JSON.stringify({ ...options, asOf: undefined, signal: undefined });
}

function numbers(table: Table, column: string): ArrayLike<number> & Iterable<number> & Int32Array {
  return table.getChild(column)!.toArray() as Int32Array;
}
