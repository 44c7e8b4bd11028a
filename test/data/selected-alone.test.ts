import { afterAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/compute/random';
import { type FlowRow, PERIODS, type PlainKpis } from '../../src/compute/results';
import { openSource, type Source } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import type { PartialMapping, SourceOptions } from '../../src/data/source-options';
import { textOf } from '../support/files';
import { sampleColumns } from '../support/golden';

interface Row {
  customer: string;
  date: string;
  amount: number;
  order?: string;
}

afterAll(() => sharedEngine().restart());

/** Two years of a shop with refunds, also before the first purchase and of some who only gave back, and free orders. */
function shop(seed: number): Row[] {
  const random = seededRandom(seed);
  const whole = (most: number): number => Math.floor(most * random());
  const row = (i: number): Row => ({
    customer: `c${whole(80) ** 2 % 97}`,
    date: new Date(Date.UTC(2022, 0, 1 + whole(730))).toISOString().slice(0, 10),
    amount: i % 17 === 0 ? 0 : (whole(200_000) - (i % 5 === 0 ? 190_000 : 0)) / 10_000,
    ...(i % 7 !== 0 && { order: `o${whole(400)}` }),
  });
  const rows = Array.from({ length: 900 }, (_, i) => row(i));
  return [...rows, { customer: 'back', date: '2022-05-01', amount: -3 }, { ...row(1), date: '2023-12-31' }];
}

async function cdnow(): Promise<Row[]> {
  const { customer, date, amount } = sampleColumns((await textOf('test/fixtures/CDNOW_sample.txt'))!);
  return Array.from(amount!, (one, i) => ({
    customer: String(customer![i]),
    date: String(date![i]).replace(/(....)(..)(..)/, '$1-$2-$3'),
    amount: Number(one),
  }));
}

const open = (rows: readonly Row[], mapping: PartialMapping, options: SourceOptions = {}): Promise<Source> =>
  openSource([...rows], { customer: 'customer', date: 'date', amount: 'amount', ...mapping }, options);

const PLAIN = [
  'customers',
  'activeCustomers',
  'orders',
  'amount',
  'averageOrderValue',
  'repeatRate',
] as const satisfies readonly (keyof PlainKpis)[];

/** What SQL says of the chosen where nobody else is in the data. */
async function alone(
  rows: readonly Row[],
  mapping: PartialMapping,
  options: SourceOptions,
): Promise<{ kpis: unknown; flows: FlowRow[][] }> {
  const source = await open(rows, mapping, options);
  const { summary } = await source.kpis();
  const flows: FlowRow[][] = [];
  for (const period of PERIODS) flows.push((await source.flow({ period })).rows());
  await source.close();
  return { kpis: Object.fromEntries(PLAIN.map((name) => [name, summary[name]])), flows };
}

async function expectAsAlone(
  rows: readonly Row[],
  mapping: PartialMapping,
  options: SourceOptions,
): Promise<void> {
  const source = await open(rows, mapping, options);
  const random = seededRandom(7);
  const buyers = (await source.rfm()).rows().map(({ customer }) => customer);
  for (const share of [0.03, 0.4, 1]) {
    const customers = buyers.filter(() => random() < share);
    const chosen = new Set(customers);
    await source.select({ customers });
    const wanted = await alone(
      rows.filter(({ customer }) => chosen.has(customer)),
      mapping,
      { ...options, asOf: source.asOf },
    );
    expect(await source.selectionKpis()).toEqual(wanted.kpis);
    for (const [i, period] of PERIODS.entries())
      expect([share, period, await source.selectionFlow({ period })]).toEqual([
        share,
        period,
        wanted.flows[i],
      ]);
  }
  await source.close();
}

describe('what is said of the marked', () => {
  it.each([1, 2])('is what is said of them where nobody else is in the data (shop %d)', async (seed) => {
    await expectAsAlone(shop(seed), { order: 'order' }, {});
  });

  it('is so under other rules', async () => {
    await expectAsAlone(shop(3), { order: '' }, { refunds: 'exclude', zeroAmounts: 'drop' });
    await expectAsAlone(shop(4), { order: 'order' }, { refunds: 'as-orders', yearStart: 4 });
  });

  it('is so of the customers of CDNOW', async () => {
    await expectAsAlone(await cdnow(), { order: '' }, {});
  });

  it.each(['tier', 'segment'] as const)('counts who moved from one %s to another', async (by) => {
    const source = await open(await cdnow(), { order: '' });
    const options = { from: '1997-12-31', to: '1998-06-30', window: 180, by };
    const moves = (await source.migration(options)).rows();
    const random = seededRandom(11);
    const chosen = (await source.rfm()).rows().filter(() => random() < 0.3);
    const customers = chosen.map(({ customer }) => customer);
    await source.select({ customers });
    const counts = await source.selectionCounts('migration', ['from_class', 'to_class'], options);
    const known = new Set(customers);
    expect(moves.length).toBeGreaterThan(4);
    for (const { from_class, to_class } of moves) {
      const made = await source.select({ analysis: 'migration', where: { from_class, to_class }, options });
      const among = (await made!.customers.ids()).filter((id) => known.has(id)).length;
      const told = counts!.find((one) => one.from_class === from_class && one.to_class === to_class);
      expect([from_class, to_class, told?.customers ?? 0]).toEqual([from_class, to_class, among]);
    }
    await source.close();
  });
});
