import type { RepeatBuying } from '../../../src/compute/repeat-buying';
import { textOf } from '../../support/files';

/** One purchase or refund: who, on which day (since 1970-01-01), how much. */
export type Line = [customer: string, day: number, amount: number];

/** Columns as the models take them, and the mean net spend of repeat days. */
export interface Histories extends RepeatBuying {
  x: number[];
  t_x: number[];
  T: number[];
  z: number[];
}

async function fixture(name: string): Promise<string> {
  const text = await textOf(`test/fixtures/${name}`);
  if (text === null) throw new Error(`test/fixtures/${name} is missing`);
  return text;
}

/** The columns of the rounded CDNOW summary that the papers and lifetimes use. */
export async function cdnowSummary(): Promise<Histories> {
  const out: Histories = { unit: 'weeks', x: [], t_x: [], T: [], z: [] };
  const text = await fixture('cdnow_customers_summary_with_transactions.csv');
  for (const line of text.trim().split(/\r?\n/).slice(1)) {
    const [, x, t_x, T, z] = line.split(',').map(Number) as [number, number, number, number, number];
    out.x.push(x);
    out.t_x.push(t_x);
    out.T.push(T);
    out.z.push(z);
  }
  return out;
}

/** CDNOW's 1/10 sample, by its own customer numbers or by those of the whole file. */
export async function cdnowSample(id: 'own' | 'first'): Promise<Line[]> {
  return rows(await fixture('CDNOW_sample.txt'), /\s+/).map(([first, own, date, , amount]) => [
    (id === 'own' ? own : first)!,
    dayOf(date!.replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')),
    Number(amount),
  ]);
}

export function rows(text: string, delimiter: string | RegExp): string[][] {
  return text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim().split(delimiter));
}

export function dayOf(isoDate: string): number {
  return Math.floor(Date.parse(`${isoDate.slice(0, 10)}T00:00:00Z`) / 86_400_000);
}

/**
 * Histories by the contract: buying days are those with a positive net, T runs to `asOf` (the last day if null).
 * The papers and libraries count days without money too.
 */
export function historiesOf(
  lines: readonly Line[],
  asOf: number | null = null,
  buyingDays: 'positive' | 'all' = 'positive',
): Histories {
  const end = asOf ?? lines.reduce((last, [, day]) => Math.max(last, day), 0);
  const out: Histories = { unit: 'weeks', x: [], t_x: [], T: [], z: [] };
  for (const days of daysByCustomer(lines.filter(([, day]) => day <= end)).values()) {
    const bought = [...days]
      .filter(([, net]) => buyingDays === 'all' || net > 1e-9)
      .sort(([a], [b]) => a - b);
    if (bought.length === 0) continue;
    const first = bought[0]![0];
    const repeats = bought.slice(1);
    out.x.push(repeats.length);
    out.t_x.push((bought.at(-1)![0] - first) / 7);
    out.T.push((end - first) / 7);
    out.z.push(repeats.length === 0 ? 0 : repeats.reduce((sum, [, net]) => sum + net, 0) / repeats.length);
  }
  return out;
}

function daysByCustomer(lines: readonly Line[]): Map<string, Map<number, number>> {
  const customers = new Map<string, Map<number, number>>();
  for (const [customer, day, amount] of lines) {
    const days = customers.get(customer) ?? new Map<number, number>();
    customers.set(customer, days.set(day, (days.get(day) ?? 0) + amount));
  }
  return customers;
}

export function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
