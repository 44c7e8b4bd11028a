import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource, type Selection, type Source } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';

/** Five customers: `a` buys most, `e` once, long ago. */
const rows = [
  ...[1, 2, 3, 4, 5, 6].map((month) => ({ customer: 'a', date: `2024-0${month}-10`, amount: 100 })),
  { customer: 'b', date: '2024-02-01', amount: 50 },
  { customer: 'b', date: '2024-06-01', amount: 50 },
  { customer: "c'--", date: '2024-02-03', amount: 30 },
  { customer: 'd', date: '2024-03-01', amount: 20 },
  { customer: 'e', date: '2024-01-02', amount: 1 },
];

let source: Source;

beforeAll(async () => {
  source = await openSource(rows);
});
afterAll(async () => {
  await source.close();
  await sharedEngine().restart();
});

const ids = async (selection: Selection | null): Promise<string[]> =>
  (await selection?.customers.ids())?.sort() ?? [];

describe('a selection', () => {
  it('marks customers by id, whatever the id holds, and passes over strangers', async () => {
    const selection = await source.select({ customers: ['a', "c'--", 'nobody'] });
    expect(selection?.customers.count).toBe(2);
    expect(await ids(selection)).toEqual(['a', "c'--"]);
    expect(source.selection).toBe(selection);
  });

  it('marks those of whom an analysis says something', async () => {
    expect(await ids(await source.select({ analysis: 'pareto', where: { class: 'A' } }))).toEqual(['a', 'b']);
    expect(await ids(await source.select({ analysis: 'rfm', where: { frequency: { min: 2 } } }))).toEqual([
      'a',
      'b',
    ]);
    const january = { cohort: '2024-01-01', period: 1 };
    expect(await ids(await source.select({ analysis: 'cohorts', where: january }))).toEqual(['a']);
    const tiers = { tier: ['platinum', 'gold'] };
    const high = (await source.quadrant()).rows().filter(({ tier }) => tiers.tier.includes(tier));
    const chosen = await source.select({ analysis: 'quadrant', where: tiers });
    expect(await ids(chosen)).toEqual(high.map(({ customer }) => customer).sort());
    const listed = await source
      .select({ analysis: 'customers', where: { customer: 'x' } })
      .catch((error) => error.message);
    expect(listed).toContain('where is "customer"');
  });

  it('gives a mark for each customer in the order of the results', async () => {
    await source.select({ customers: ['d'] });
    const customers = (await source.rfm()).rows().map(({ customer }) => customer);
    const marks = await source.selectionMarks();
    expect(customers.filter((_, i) => marks?.[i] === 1)).toEqual(['d']);
  });

  it('says what the marked are of all, and where they stand in the other analyses', async () => {
    source.clearSelection();
    expect(await source.selectionSummary()).toBeNull();
    await source.select({ analysis: 'pareto', where: { class: 'A' } });
    const rows = (await source.rfm()).rows();
    const sum = (among: typeof rows): number => among.reduce((all, { monetary }) => all + monetary, 0);
    const chosen = rows.filter(({ customer }) => ['a', 'b'].includes(customer));
    const summary = await source.selectionSummary();
    expect(summary).toMatchObject({ customers: 2, customerShare: 0.4 });
    expect(summary?.amountShare).toBeCloseTo(sum(chosen) / sum(rows), 12);
    const ranks = (await source.selectionRanks()) ?? [];
    expect(ranks.map((one) => [one.class, one.upTo, one.customers])).toEqual([
      ['A', 0.2, 1],
      ['A', 0.4, 1],
    ]);
    expect(ranks.reduce((all, { valueShare }) => all + valueShare, 0)).toBeCloseTo(
      summary?.amountShare ?? 0,
      12,
    );
  });

  it.each(['on', 'on-or-after', 'streak'] as const)(
    'marks those a cell of the cohorts counts: %s',
    async (rule) => {
      const options = { return: rule };
      for (const { cohort, period, customers } of (await source.cohorts(options)).rows()) {
        const where = { cohort, period };
        const chosen = await source.select({ analysis: 'cohorts', where, options });
        expect([cohort, period, chosen?.customers.count]).toEqual([cohort, period, customers]);
        const cells = (await source.selectionCells(options)) ?? [];
        const here = cells.find((cell) => cell.cohort === cohort && cell.period === period);
        expect(here?.customers ?? 0).toBe(customers);
      }
    },
  );

  it('can still name its customers after another has taken its place', async () => {
    const first = await source.select({ customers: ['a', 'b'] });
    await source.select({ customers: ['e'] });
    expect(await ids(first)).toEqual(['a', 'b']);
    expect(await ids(source.selection)).toEqual(['e']);
    source.clearSelection();
  });

  it('tells of every change, and the newest call wins', async () => {
    const heard: (number | null)[] = [];
    const stop = source.onSelection((selection) => heard.push(selection?.customers.count ?? null));
    const first = source.select({ customers: ['a'] });
    const second = source.select({ customers: ['a', 'b'] });
    await Promise.all([first, second]);
    expect(source.selection?.customers.count).toBe(2);
    source.clearSelection();
    expect(source.selection).toBeNull();
    expect(await source.selectionMarks()).toBeNull();
    stop();
    await source.select({ customers: ['e'] });
    expect(heard.at(-1)).toBeNull();
    expect(heard.filter((count) => count !== null)).toContain(2);
  });

  it('does not narrow: figures stay those of the whole', async () => {
    await source.select({ customers: ['e'] });
    expect((await source.kpis()).summary.customers).toBe(5);
  });

  it('names a column that the analysis does not have, and says which it has', async () => {
    await expect(
      source.select({ analysis: 'rfm', where: { 'segment"; DROP TABLE x; --': 'lost' } }),
    ).rejects.toThrow(/a column of rfm: .*segment/);
  });

  it('outlives the engine', async () => {
    await source.select({ customers: ['a', 'b'] });
    await sharedEngine().restart();
    expect(await ids(source.selection)).toEqual(['a', 'b']);
  });
});
