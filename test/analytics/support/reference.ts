/**
 * The contract's definitions once more, in plain JavaScript over arrays and by the shortest way: what the engine says is
 * held against it. Nothing here is the kit's. Money is in whole cents.
 */

export interface Row {
  customer: string;
  /** Days since 1970-01-01. */
  day: number;
  cents: number;
  /** Empty: an order of its own. */
  order: string;
}

export interface Rules {
  refunds: 'net' | 'exclude' | 'as-orders';
  zeroAmounts: 'keep' | 'drop';
  /** Whether orders are mapped. */
  orders: boolean;
}

export interface Customer {
  customer: string;
  first: number;
  last: number;
  frequency: number;
  cents: number;
  /** Days with a purchase. */
  days: number[];
  /** All rows that carry money. */
  rows: Row[];
}

export const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
export const dayOf = (iso: string): number => Date.parse(iso) / 86_400_000;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const groups = <T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> => {
  const map = new Map<string, T[]>();
  for (const item of items) map.set(key(item), [...(map.get(key(item)) ?? []), item]);
  return map;
};

const isPurchase = (cents: number, { refunds, zeroAmounts }: Rules): boolean =>
  (cents > 0 || (cents === 0 && zeroAmounts === 'keep') || (cents < 0 && refunds === 'as-orders')) &&
  !(cents === 0 && zeroAmounts === 'drop');

/** Customers are those with a purchase row. */
export function customersOf(rows: readonly Row[], rules: Rules): Customer[] {
  const carried = rules.refunds === 'exclude' ? rows.filter(({ cents }) => cents >= 0) : rows;
  const found: Customer[] = [];
  for (const [customer, own] of groups(carried, (row) => row.customer)) {
    const purchases = own.filter(({ cents }) => isPurchase(cents, rules));
    if (purchases.length === 0) continue;
    const named = new Set(purchases.map(({ order }) => order).filter((order) => order !== ''));
    const blank = purchases.filter(({ order }) => order === '').length;
    const days = purchases.map(({ day }) => day);
    found.push({
      customer,
      first: Math.min(...days),
      last: Math.max(...days),
      frequency: rules.orders ? named.size + blank : purchases.length,
      cents: sum(own.map(({ cents }) => cents)),
      days,
      rows: own,
    });
  }
  return found;
}

/** Type 7 quantiles at 1/k … (k-1)/k. */
function breaks(values: readonly number[], k: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return Array.from({ length: k - 1 }, (_, i) => {
    const place = ((sorted.length - 1) * (i + 1)) / k;
    const low = Math.floor(place + 1e-12);
    const [a, b] = [sorted[low]!, sorted[Math.min(low + 1, sorted.length - 1)]!];
    return a + (b - a) * Math.max(0, place - low);
  });
}

const GRID = [
  ['lost', 'lost', 'at-risk', 'cant-lose', 'cant-lose'],
  ['hibernating', 'hibernating', 'at-risk', 'at-risk', 'cant-lose'],
  ['about-to-sleep', 'about-to-sleep', 'need-attention', 'loyal', 'loyal'],
  ['promising', 'potential-loyalist', 'potential-loyalist', 'loyal', 'champions'],
  ['new', 'potential-loyalist', 'potential-loyalist', 'champions', 'champions'],
];

export interface Scored {
  customer: string;
  recency_days: number;
  frequency: number;
  cents: number;
  r: number;
  f: number;
  m: number;
  score: number;
  segment: string;
  type: string;
}

export function rfmOf(customers: readonly Customer[], asOf: number, k: number): Scored[] {
  const recency = customers.map(({ last }) => asOf - last);
  const frequency = customers.map((customer) => customer.frequency);
  const cents = customers.map((customer) => customer.cents);
  let byFrequency = breaks(frequency, k);
  if (k === 5 && new Set(byFrequency).size < 4 && byFrequency[0] === 1) byFrequency = [1, 2, 3, 5];
  const [byRecency, byMoney] = [breaks(recency, k), breaks(cents, k)];
  const over = (value: number, limits: readonly number[]): number =>
    limits.filter((limit) => value > limit + 1e-9 * Math.abs(limit)).length;
  return customers.map((customer, i) => {
    const r = k - over(recency[i]!, byRecency);
    const f = 1 + over(frequency[i]!, byFrequency);
    const m = 1 + over(cents[i]!, byMoney);
    const five = (score: number): number => Math.ceil((5 * score) / k);
    const fm = Math.floor((five(f) + five(m) + 1) / 2);
    const good = recency[i]! * customers.length <= sum(recency);
    const often = frequency[i]! * customers.length > sum(frequency);
    const rich = cents[i]! * customers.length > sum(cents);
    const type = good ? (often ? 'value' : 'develop') : often ? 'keep' : 'retain';
    return {
      customer: customer.customer,
      recency_days: recency[i]!,
      frequency: frequency[i]!,
      cents: cents[i]!,
      r,
      f,
      m,
      score: (r + f + m - 3) / 3 / (k - 1),
      segment: GRID[five(r) - 1]![fm - 1]!,
      type: `${rich ? 'important' : 'general'}-${type}`,
    };
  });
}

/** Ids in the order of their bytes, for ties. */
export function rankedOf(customers: readonly Customer[]): Customer[] {
  return [...customers].sort((a, b) => b.cents - a.cents || (a.customer < b.customer ? -1 : 1));
}

export function paretoOf(customers: readonly Customer[]): {
  total: number;
  running: number[];
  forTarget: (target: number) => number;
  shareOfTop: (percent: number) => number;
  gini: number;
  peakAt: number;
} {
  const values = rankedOf(customers).map(({ cents }) => cents);
  const running = values.map((_, i) => sum(values.slice(0, i + 1)));
  const total = sum(values);
  const n = values.length;
  const ascending = [...values].reverse();
  const peak = Math.max(0, ...running);
  return {
    total,
    running,
    forTarget: (target) =>
      running.findIndex((value) => value * 1000 >= Math.round(target * 1000) * total) + 1,
    shareOfTop: (percent) => {
      const place = (percent * n) / 100;
      const whole = Math.floor(place);
      const before = whole === 0 ? 0 : running[whole - 1]!;
      return (before + (place - whole) * ((running[whole] ?? 0) - before)) / total;
    },
    gini: (2 * sum(ascending.map((value, i) => (i + 1) * value))) / (n * total) - (n + 1) / n,
    peakAt: peak > 0 ? running.indexOf(peak) + 1 : 0,
  };
}

export type Period = 'month' | 'week' | 'quarter' | 'year';

/** The number of a period, rising by one from one to the next. */
export function periodOf(day: number, period: Period): number {
  if (period === 'week') return Math.floor((day + 3) / 7);
  const date = new Date(day * 86_400_000);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return Math.floor(month / { month: 1, quarter: 3, year: 12 }[period]);
}

export function startOf(number: number, period: Period): string {
  if (period === 'week') return isoOf(number * 7 - 3);
  const month = number * { month: 1, quarter: 3, year: 12 }[period];
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}

const BLOCK: Record<Period, number> = { week: 7, month: 30, quarter: 91, year: 365 };

export interface CohortQuestion {
  period: Period;
  bucket: 'calendar' | 'rolling';
  return: 'on' | 'on-or-after' | 'streak';
}

export interface Cell {
  cohort: string;
  size: number;
  k: number;
  customers: number;
  cents: number;
  complete: boolean;
}

export function cohortsOf(customers: readonly Customer[], asOf: number, asked: CohortQuestion): Cell[] {
  const { period, bucket } = asked;
  const own = (customer: Customer): number => periodOf(customer.first, period);
  const k = (customer: Customer, day: number): number =>
    Math.max(
      0,
      bucket === 'rolling'
        ? Math.floor((day - customer.first) / BLOCK[period])
        : periodOf(day, period) - own(customer),
    );
  const numbers = [...new Set(customers.map(own))].sort((a, b) => a - b);
  return numbers.flatMap((number) => {
    const members = customers.filter((customer) => own(customer) === number);
    const last =
      bucket === 'rolling'
        ? Math.max(...members.map(({ first }) => Math.floor((asOf - first) / BLOCK[period])))
        : periodOf(asOf, period) - number;
    return Array.from({ length: last + 1 }, (_, at): Cell => {
      const counts = (member: Customer): boolean => {
        const bought = new Set(member.days.map((day) => k(member, day)));
        if (asked.return === 'on') return bought.has(at);
        if (asked.return === 'on-or-after') return [...bought].some((one) => one >= at);
        return Array.from({ length: at + 1 }, (__, i) => bought.has(i)).every(Boolean);
      };
      const complete =
        bucket === 'rolling'
          ? members.every(({ first }) => asOf - first >= (at + 1) * BLOCK[period] - 1)
          : periodOf(asOf + 1, period) > number + at;
      return {
        cohort: startOf(number, period),
        size: members.length,
        k: at,
        customers: members.filter(counts).length,
        cents: sum(
          members.flatMap((member) =>
            member.rows.filter(({ day }) => k(member, day) === at).map((row) => row.cents),
          ),
        ),
        complete,
      };
    });
  });
}

export interface Door {
  period: string;
  counts: [active: number, fresh: number, retained: number, reactivated: number, lost: number];
  /** Cents: new, retained, reactivated, lost, expansion, contraction, other refunds. */
  cents: number[];
}

export function flowOf(customers: readonly Customer[], asOf: number, period: Period): Door[] {
  const first = Math.min(...customers.map((customer) => periodOf(customer.first, period)));
  const last = periodOf(asOf, period);
  const active = (customer: Customer, number: number): boolean =>
    customer.days.some((day) => periodOf(day, period) === number);
  const spent = (customer: Customer, number: number): number =>
    sum(customer.rows.filter(({ day }) => periodOf(day, period) === number).map(({ cents }) => cents));
  const began = (customer: Customer): number => periodOf(customer.first, period);
  return Array.from({ length: last - first + 1 }, (_, i): Door => {
    const now = first + i;
    const here = customers.filter((customer) => active(customer, now));
    const fresh = here.filter((customer) => began(customer) === now);
    const retained = here.filter((customer) => began(customer) < now && active(customer, now - 1));
    const back = here.filter((customer) => began(customer) < now && !active(customer, now - 1));
    const lost = customers.filter((customer) => active(customer, now - 1) && !active(customer, now));
    const money = (some: readonly Customer[], number = now): number =>
      sum(some.map((one) => spent(one, number)));
    const rises = retained.map((customer) => spent(customer, now) - spent(customer, now - 1));
    return {
      period: startOf(now, period),
      counts: [here.length, fresh.length, retained.length, back.length, lost.length],
      cents: [
        money(fresh),
        money(retained),
        money(back),
        money(lost, now - 1),
        sum(rises.filter((rise) => rise > 0)),
        -sum(rises.filter((rise) => rise < 0)) + 0,
        money(customers.filter((customer) => !active(customer, now))),
      ],
    };
  });
}

/** Potential by momentum of each customer, in money. */
export function momentumOf(customers: readonly Customer[], asOf: number, horizon: number): number[] {
  const half = Math.floor(horizon / 2);
  const net = (customer: Customer, from: number, to: number): number =>
    Math.max(0, sum(customer.rows.filter(({ day }) => day > from && day <= to).map(({ cents }) => cents))) /
    100;
  const a = customers.map((customer) => net(customer, asOf - half, asOf));
  const b = customers.map((customer) => net(customer, asOf - 2 * half, asOf - half));
  const S = customers.map((customer) => net(customer, asOf - horizon, asOf));
  const G = sum(b) > 0 ? sum(a) / sum(b) : 1;
  const m = sum(b) / b.length;
  return customers.map((_, i) =>
    m === 0 ? S[i]! : (2 * S[i]! * (a[i]! + m * G)) / (a[i]! + b[i]! + m * (1 + G)),
  );
}

/** What the fifth of highest score won of all that was won; equal scores share equally. */
function captured(score: readonly number[], outcome: readonly number[]): number | null {
  const total = sum(outcome);
  if (!(total > 0)) return null;
  let room = 0.2 * score.length;
  let won = 0;
  for (const value of [...new Set(score)].sort((a, b) => b - a)) {
    const tied = outcome.filter((_, i) => score[i] === value);
    won += (sum(tied) * Math.min(room, tied.length)) / tied.length;
    room = Math.max(0, room - tied.length);
  }
  return won / total;
}

/** Momentum reckoned half-way, scored on what came after; null where there is no half-way. */
export function backtestOf(
  rows: readonly Row[],
  rules: Rules,
  asOf: number,
  horizon: number,
): { splitDate: string; model: number | null; pastSpend: number | null; best: number | null } | null {
  const first = Math.min(...rows.map(({ day }) => day));
  const split = Math.floor((first + asOf) / 2);
  const then = customersOf(
    rows.filter(({ day }) => day <= split),
    rules,
  );
  if (split <= first || then.length === 0) return null;
  const carried = rows.filter(({ cents }) => rules.refunds !== 'exclude' || cents >= 0);
  const outcome = then.map(({ customer }) =>
    sum(carried.filter((row) => row.customer === customer && row.day > split).map(({ cents }) => cents)),
  );
  // Sums of the same money in another order differ in their last digits: what is equal must stay equal.
  const potential = momentumOf(then, split, horizon).map((value) => Number(value.toFixed(9)));
  return {
    splitDate: isoOf(split),
    model: captured(potential, outcome),
    pastSpend: captured(
      then.map(({ cents }) => cents),
      outcome,
    ),
    best: captured(outcome, outcome),
  };
}

/** The figures at a glance that nothing else here gives. */
export function kpisOf(customers: readonly Customer[], asOf: number): Record<string, number | null> {
  const gaps = customers
    .flatMap(({ days }) => {
      const sorted = [...new Set(days)].sort((a, b) => a - b);
      return sorted.slice(1).map((day, i) => day - sorted[i]!);
    })
    .sort((a, b) => a - b);
  const middle = gaps.length >> 1;
  const median = gaps.length % 2 === 1 ? gaps[middle]! : (gaps[middle - 1]! + gaps[middle]!) / 2;
  return {
    activeCustomers: customers.filter(({ last }) => asOf - last < 90).length,
    orders: sum(customers.map(({ frequency }) => frequency)),
    repeatRate: customers.filter(({ frequency }) => frequency > 1).length / customers.length,
    medianDaysBetweenOrders: gaps.length > 0 ? median : null,
  };
}
