import type { Table } from 'apache-arrow';
import { countBelow, placesByCode, placesOf, sumAt } from '../compute/marked';
import { plainKpisOf } from '../compute/plain-kpis';
import type { PlainKpis } from '../compute/results';
import { ACTIVE_DAYS } from '../sql/kpi-query';
import { selectCodes, selectCustomerList, selectHabits } from '../sql/selection-query';
import type { QueryContext } from './query-context';

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

/** Marked customers among all of a view, in the order in which every result lists customers. */
export interface MarkList {
  /** 1 for each that is marked, 0 for the others. */
  marks: Uint8Array;
  /** Where the 1s are. */
  places: Int32Array;
}

export function markList(marks: Uint8Array): MarkList {
  return { marks, places: placesOf(marks) };
}

/** The customers in that order: the code of each, its money in whole units, and the place of each code, -1 where it has none. */
interface CustomerList {
  codes: Int32Array;
  amounts: ArrayLike<number>;
  /** Of all customers. */
  amount: number;
  places: Int32Array;
}

export function customerList(context: QueryContext): Promise<CustomerList> {
  return context.cached('customer list', async (apart) => {
    const table = await apart.run(selectCustomerList(apart.customers));
    const codes = numbers(table, 'customer');
    const amounts: ArrayLike<number> = numbers(table, 'amount');
    let amount = 0;
    for (let place = 0; place < amounts.length; place++) amount += amounts[place]!;
    return { codes, amounts, amount, places: placesByCode(codes) };
  });
}

/** The marks of the customers whose codes stand in a table. */
export async function selectedMarks(context: QueryContext, table: string): Promise<MarkList> {
  const { places, amounts } = await customerList(context);
  const marks = new Uint8Array(amounts.length);
  for (const code of numbers(await context.run(selectCodes(table)), 'customer')) {
    const place = places[code] ?? -1;
    if (place >= 0) marks[place] = 1;
  }
  return markList(marks);
}

/** The codes of the marked, for the few who ask: most brushes are over before. */
export async function codesOf(context: QueryContext, { places }: MarkList): Promise<() => Int32Array> {
  const { codes } = await customerList(context);
  return () => places.map((place) => codes[place]!);
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

interface Habits {
  lastDays: Int32Array;
  orders: Int32Array;
}

/** When each customer bought last, and how often. */
export function habits(context: QueryContext): Promise<Habits> {
  return context.cached('habits', async (apart) => {
    const table = await apart.run(selectHabits(apart.customers));
    return { lastDays: numbers(table, 'last_day'), orders: numbers(table, 'orders') };
  });
}

/** The figures at a glance that need the marked customers alone. */
export async function kpisOfSelected(context: QueryContext, { places }: MarkList): Promise<PlainKpis> {
  const { amounts } = await customerList(context);
  const { lastDays, orders } = await habits(context);
  const past = countBelow(places, lastDays, context.asOfDay - ACTIVE_DAYS + 1);
  return plainKpisOf({
    customers: places.length,
    activeCustomers: places.length - past,
    orders: sumAt(places, orders),
    amount: sumAt(places, amounts) / 10 ** context.tables.scale,
    repeaters: places.length - countBelow(places, orders, 2),
  });
}

/** A column of numbers without gaps. */
export function numbers(table: Table, column: string): Int32Array {
  return table.getChild(column)!.toArray() as Int32Array;
}
