import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openSource, type Source } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import {
  backtestOf,
  type Customer,
  cohortsOf,
  customersOf,
  dayOf,
  flowOf,
  isoOf,
  kpisOf,
  momentumOf,
  paretoOf,
  type Row,
  type Rules,
  rankedOf,
  rfmOf,
} from './support/reference';

/** Few by default; `RFM_RUNS=500` looks longer. */
const RUNS = Number(globalThis.process?.env.RFM_RUNS ?? 8);
vi.setConfig({ testTimeout: 60_000 + 4000 * RUNS });

const FIRST = dayOf('2023-11-15');

afterAll(() => sharedEngine().restart());

const amount = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 30_000 }) },
  { weight: 2, arbitrary: fc.constantFrom(10, 100, 1000) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 2, arbitrary: fc.integer({ min: -20_000, max: -1 }) },
);

const row: fc.Arbitrary<Row> = fc.record({
  customer: fc.constantFrom('ann', 'bob', 'cat', 'dan', 'eve', 'Zoë', '李', 'x 1', 'x 10', 'x 2', 'y', 'z'),
  day: fc.integer({ min: 0, max: 240 }).map((day) => FIRST + day),
  cents: amount,
  order: fc.constantFrom('', 'o1', 'o2', 'o3', 'o4', 'o5'),
});

/** Rows of a few customers over eight months, at least one of them a sale. */
const table = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 5000 }))
  .map(([rows, cents]) => rows.map((one, i) => (i === 0 ? { ...one, cents } : one)));

const rules: fc.Arbitrary<Rules> = fc.record({
  refunds: fc.constantFrom('net', 'exclude', 'as-orders'),
  zeroAmounts: fc.constantFrom('keep', 'drop'),
  orders: fc.boolean(),
});

/** Opens the rows, under the rules, as columns of a host. */
async function withRows<T>(
  rows: readonly Row[],
  { refunds, zeroAmounts, orders }: Rules,
  work: (source: Source) => Promise<T>,
): Promise<T> {
  const input = {
    who: rows.map(({ customer }) => customer),
    date: rows.map(({ day }) => isoOf(day)),
    paid: rows.map(({ cents }) => cents / 100),
    ...(orders && { receipt: rows.map(({ order }) => order) }),
  };
  const mapping = { customer: 'who', date: 'date', amount: 'paid', ...(orders && { order: 'receipt' }) };
  const source = await openSource(input, mapping, { refunds, zeroAmounts });
  try {
    return await work(source);
  } finally {
    await source.close();
  }
}

/** As-of is the last date of any row, refunds too. */
const asOfOf = (rows: readonly Row[]): number => Math.max(...rows.map(({ day }) => day));

const byName = <T extends { customer: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.customer < b.customer ? -1 : 1));

const cents = (money: number): number => {
  const whole = Math.round(money * 100);
  expect(Math.abs(money * 100 - whole)).toBeLessThan(1e-6);
  return whole + 0;
};

const check = (property: (rows: Row[], rules: Rules) => Promise<void>): Promise<void> =>
  fc.assert(fc.asyncProperty(table, rules, property), { numRuns: RUNS });

/** The engine and the plain computation side by side. */
const compare = (
  work: (source: Source, customers: Customer[], asOf: number) => Promise<void>,
): Promise<void> =>
  check((rows, given) =>
    withRows(rows, given, (source) => work(source, byName(customersOf(rows, given)), asOfOf(rows))),
  );

describe('on any table, under any rule, the engine agrees with plain JavaScript', () => {
  it('on recency, frequency, monetary, scores, segments and types', () =>
    compare(async (source, customers, asOf) => {
      for (const bins of [5, 3, 10]) {
        const wanted = rfmOf(customers, asOf, bins);
        const got = byName((await source.rfm({ bins })).rows());
        expect(got.map(({ monetary, score, ...rest }) => ({ ...rest, cents: cents(monetary) }))).toEqual(
          wanted.map(({ score, type, ...rest }) => rest),
        );
        got.forEach(({ score }, i) => {
          expect(score).toBeCloseTo(wanted[i]!.score, 12);
        });
      }
      const types = byName((await source.rfm({ scheme: 'mean8' })).rows());
      expect(types.map(({ segment }) => segment)).toEqual(rfmOf(customers, asOf, 5).map(({ type }) => type));
    }));

  it('on Pareto shares, classes, Gini and ties', () =>
    compare(async (source, customers) => {
      const { rows, summary } = await source.pareto();
      const { total, running, forTarget, shareOfTop, gini, peakAt } = paretoOf(customers);
      expect([summary.items, cents(summary.total), summary.peakAt]).toEqual([
        customers.length,
        total,
        peakAt,
      ]);
      if (total <= 0) {
        expect([summary.itemsForTarget, summary.shareOfTop20, summary.gini]).toEqual([null, null, null]);
        return;
      }
      expect(summary.itemsForTarget).toBe(forTarget(0.8));
      expect(summary.shareOfTop20).toBeCloseTo(shareOfTop(20), 9);
      expect(summary.shareOfTop1).toBeCloseTo(shareOfTop(1), 9);
      if (customers.every((customer) => customer.cents >= 0)) expect(summary.gini).toBeCloseTo(gini, 9);
      else expect(summary.gini).toBeNull();
      const [a, b] = [forTarget(0.8), forTarget(0.95)];
      rows().forEach(({ rank, value_share, class: name }) => {
        expect(value_share).toBeCloseTo(running[rank - 1]! / total, 9);
        expect(name).toBe(rank <= a ? 'A' : rank <= b ? 'B' : 'C');
      });
    }));

  it('on every cell of every kind of cohort', () =>
    compare(async (source, customers, asOf) => {
      for (const period of ['month', 'week', 'quarter', 'year'] as const)
        for (const bucket of ['calendar', 'rolling'] as const)
          for (const rule of ['on', 'on-or-after', 'streak'] as const) {
            const asked = { period, bucket, return: rule };
            const got = (await source.cohorts(asked)).rows();
            expect(
              got.map((cell) => [
                cell.cohort,
                cell.cohort_size,
                cell.period,
                cell.customers,
                cents(cell.revenue),
                cell.complete,
              ]),
            ).toEqual(
              cohortsOf(customers, asOf, asked).map((cell) => [
                cell.cohort,
                cell.size,
                cell.k,
                cell.customers,
                cell.cents,
                cell.complete,
              ]),
            );
          }
    }));

  it('on who comes, stays, comes back and goes, and on their money', () =>
    compare(async (source, customers, asOf) => {
      for (const period of ['month', 'week', 'quarter', 'year'] as const) {
        const got = (await source.flow({ period })).rows();
        expect(
          got.map((door) => ({
            period: door.period,
            counts: [door.active, door.new, door.retained, door.reactivated, door.lost],
            cents: [
              door.amount_new,
              door.amount_retained,
              door.amount_reactivated,
              door.amount_lost,
              door.amount_expansion,
              door.amount_contraction,
              door.amount_refunds_other,
            ].map(cents),
          })),
        ).toEqual(flowOf(customers, asOf, period));
      }
    }));

  it('on the figures at a glance', () =>
    compare(async (source, customers, asOf) => {
      const { summary } = await source.kpis();
      expect(summary).toMatchObject(kpisOf(customers, asOf));
    }));

  it('on the backtest', () =>
    check((rows, given) =>
      withRows(rows, given, async (source) => {
        const { summary } = await source.quadrant({ potential: 'momentum', horizon: 60 });
        const wanted = backtestOf(rows, given, asOfOf(rows), 60);
        const got = summary.potential.backtest;
        expect(got === null).toBe(wanted === null);
        if (got === null || wanted === null) return;
        expect(got.splitDate).toBe(wanted.splitDate);
        for (const share of ['model', 'pastSpend', 'best'] as const)
          expect(got[share] ?? -1).toBeCloseTo(wanted[share] ?? -1, 6);
      }),
    ));

  it('on potential by momentum and the tiers', () =>
    compare(async (source, customers, asOf) => {
      for (const horizon of [365, 61]) {
        const { rows, summary } = await source.quadrant({ potential: 'momentum', horizon });
        const wanted = momentumOf(customers, asOf, horizon);
        const got = byName(rows());
        got.forEach((one, i) => {
          expect(one.potential_value).toBeCloseTo(wanted[i]!, 6);
        });
        const total = customers.reduce((sum, customer) => sum + customer.cents, 0);
        const { splits } = summary;
        expect(splits.current).toBeCloseTo(total / customers.length / 100, 9);
        got.forEach((one, i) => {
          const high = customers[i]!.cents * customers.length > total;
          expect(one.tier === 'platinum' || one.tier === 'gold').toBe(high);
          expect(one.tier === 'platinum' || one.tier === 'iron').toBe(one.potential_value > splits.potential);
        });
      }
    }));
});

describe('on any table', () => {
  it('the order of rows never matters', () =>
    fc.assert(
      fc.asyncProperty(table, rules, fc.integer(), async (rows, given, seed) => {
        const shuffled = [...rows].sort((a, b) => order(a, seed) - order(b, seed));
        const figures = (some: readonly Row[]): Promise<unknown> => withRows(some, given, allFigures);
        expect(await figures(shuffled)).toEqual(await figures(rows));
      }),
      { numRuns: Math.ceil(RUNS / 3) },
    ));

  it('equal values score equal and higher ones never lower', () =>
    check((rows, given) =>
      withRows(rows, given, async (source) => {
        for (const bins of [2, 5, 10]) {
          const scored = (await source.rfm({ bins })).rows();
          for (const one of scored)
            for (const other of scored) {
              if (one.recency_days <= other.recency_days) expect(one.r).toBeGreaterThanOrEqual(other.r);
              if (one.frequency >= other.frequency) expect(one.f).toBeGreaterThanOrEqual(other.f);
              if (one.monetary >= other.monetary) expect(one.m).toBeGreaterThanOrEqual(other.m);
            }
        }
      }),
    ));

  it('on or after never rises along a row, and averages lie within their extremes', () =>
    check((rows, given) =>
      withRows(rows, given, async (source) => {
        for (const bucket of ['calendar', 'rolling'] as const) {
          const later = (await source.cohorts({ bucket, return: 'on-or-after' })).rows();
          for (const [i, cell] of later.entries())
            if (cell.period > 0) expect(cell.customers).toBeLessThanOrEqual(later[i - 1]!.customers);
          for (const average of ['pooled', 'simple', 'matched'] as const) {
            const result = await source.cohorts({ bucket, average });
            for (const { period, retention } of result.summary.averages) {
              const cells = result.rows().filter((cell) => cell.complete && cell.period === period);
              const rates = cells.map((cell) => cell.retention);
              expect(retention).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-12);
              expect(retention).toBeLessThanOrEqual(Math.max(...rates) + 1e-12);
            }
          }
        }
      }),
    ));

  it('Gini, classes and scores do not depend on the currency', () =>
    check(async (rows, given) => {
      const scaled = rows.map((one) => ({ ...one, cents: one.cents * 700 }));
      const figures = (some: readonly Row[]): Promise<unknown> =>
        withRows(some, given, async (source) => {
          const { summary } = await source.pareto();
          const scores = (await source.rfm()).rows().map(({ r, f, m }) => [r, f, m]);
          return {
            gini: summary.gini?.toFixed(9),
            classes: summary.classes.map(({ items }) => items),
            scores,
          };
        });
      expect(await figures(scaled)).toEqual(await figures(rows));
    }));

  it('a refund never raises frequency nor makes anyone more recent', () =>
    check(async (rows, { zeroAmounts, orders }) => {
      const given: Rules = { refunds: 'net', zeroAmounts, orders };
      const [sale] = rows;
      const last = asOfOf(rows);
      const refunded = [...rows, { ...sale!, cents: -5, day: last, order: 'refund' }];
      const measures = (
        some: readonly Row[],
      ): Promise<Map<string, { frequency: number; recency_days: number }>> =>
        withRows(
          some,
          given,
          async (source) => new Map((await source.rfm()).rows().map((one) => [one.customer, one])),
        );
      const [before, after] = [await measures(rows), await measures(refunded)];
      expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
      for (const [customer, { frequency, recency_days }] of before)
        expect([customer, after.get(customer)!.frequency, after.get(customer)!.recency_days]).toEqual([
          customer,
          frequency,
          recency_days,
        ]);
    }));

  it('sums are those of the input, to the cent', () =>
    check((rows, given) =>
      withRows(rows, given, async (source) => {
        const customers = customersOf(rows, given);
        const total = customers.reduce((sum, customer) => sum + customer.cents, 0);
        expect(cents(source.report.amount.used)).toBe(rows.reduce((sum, one) => sum + one.cents, 0));
        const add = (values: readonly number[]): number =>
          cents(values.reduce((sum, value) => sum + value, 0));
        expect(add((await source.rfm()).summary.segments.map((one) => one.amount))).toBe(total);
        expect(add((await source.cohorts()).rows().map((cell) => cell.revenue))).toBe(total);
        expect(add((await source.pareto()).summary.classes.map((one) => one.value))).toBe(total);
        const { tiers } = (await source.quadrant({ potential: 'headroom' })).summary;
        expect(add(tiers.map((tier) => tier.currentValue))).toBe(total);
        const listed = (await source.customers({ limit: 1000 })).rows();
        expect(add(listed.map((one) => one.monetary))).toBe(total);
      }),
    ));

  it('equal values are ranked by id', () =>
    check((rows, given) =>
      withRows(rows, given, async (source) => {
        const wanted = rankedOf(customersOf(rows, given)).map(({ customer }) => customer);
        const listed = (await source.customers({ limit: 1000 })).rows();
        expect(listed.map(({ customer }) => customer)).toEqual(wanted);
      }),
    ));
});

/** A place for a row that depends on nothing but itself and the seed; equal rows are alike. */
function order(one: Row, seed: number): number {
  let hash = seed;
  for (const character of JSON.stringify(one)) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash;
}

/** What all analyses say, in an order of its own. */
async function allFigures(source: Source): Promise<unknown> {
  const round = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_key, part: unknown) =>
        typeof part === 'number' ? Number(part.toPrecision(9)) : part,
      ),
    );
  const quadrant = await source.quadrant({ potential: 'momentum' });
  const clustered = await source.rfm({ scheme: 'kmeans', k: 3 });
  return round([
    byName((await source.rfm()).rows()),
    byName(clustered.rows()),
    clustered.summary.centers,
    (await source.pareto()).summary,
    byName(quadrant.rows()),
    quadrant.summary,
    (await source.cohorts({ bucket: 'rolling' })).rows(),
    (await source.flow({ period: 'week' })).rows(),
    (await source.kpis()).summary,
    (await source.whatIf()).summary,
    (await source.migration({ window: 60, from: isoOf(dayOf(source.definition.asOf) - 60) })).summary,
    byName((await source.customers({ limit: 1000 })).rows()),
  ]);
}
