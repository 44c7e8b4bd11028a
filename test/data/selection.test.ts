import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource, type Selection, type SelectionRequest, type Source } from '../../src/core';
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

  it('finds the same customers here, by columns read before, as the engine does', async () => {
    const conditions: Extract<SelectionRequest, { where: unknown }>['where'][] = [
      { frequency: { min: 2 } },
      { recency_days: { min: 20, max: 150 }, monetary: { max: 50 } },
      { monetary: [30, 20, 7] },
      { r: 5, segment: ['champions', 'loyal', 'new'] },
      { segment: 'nobody is called so' },
      { score: { min: 0.25, max: 0.75 } },
      {},
    ];
    for (const where of conditions) {
      const here = await ids(await source.select({ analysis: 'rfm', where }));
      const summary = await source.selectionSummary();
      const cells = await source.selectionCells();
      const kpis = await source.selectionKpis();
      // What the list of customers is asked for goes to the engine.
      const there = await ids(await source.select({ analysis: 'customers', where }));
      expect([where, here]).toEqual([where, there]);
      expect(summary).toEqual(await source.selectionSummary());
      expect(cells).toEqual(await source.selectionCells());
      expect(kpis).toEqual(await source.selectionKpis());
    }
  });

  it('marks those of several requests together, each once', async () => {
    const first = { analysis: 'rfm', where: { frequency: { min: 2 } } } as const;
    const both = await source.select({ any: [first, { customers: ['b', 'e'] }] });
    expect(await ids(both)).toEqual(['a', 'b', 'e']);
    expect(both?.description).toBe('rfm: frequency 2–; 2 customers');
    expect((await source.select({ any: [] }))?.customers.count).toBe(0);
    const late = { analysis: 'rfm', where: { recency_days: { min: 110 } } } as const;
    expect(await ids(await source.select({ any: [first, late] }))).toEqual(['a', 'b', "c'--", 'e']);
  });

  it('keeps the same customers under another filter, also where only then the engine is asked for them', async () => {
    await source.select({ analysis: 'rfm', where: { frequency: 1 } });
    source.filter({ from: '2024-06-01' });
    expect(await ids(source.selection)).toEqual(["c'--", 'd', 'e']);
    source.filter(null);
  });

  it('takes more names than a statement should hold', async () => {
    const strangers = Array.from({ length: 2000 }, (_, i) => `stranger ${i}`);
    expect(await ids(await source.select({ customers: ['d', ...strangers, "c'--"] }))).toEqual(["c'--", 'd']);
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

describe('a selection by movement', () => {
  it('takes those who came, stayed, came back or went in a period', async () => {
    const by = async (where: Record<string, string | null>): Promise<string[]> =>
      ids(await source.select({ analysis: 'flow', where }));
    expect(await by({ period: '2024-02-01', flow: 'new' })).toEqual(['b', "c'--"]);
    expect(await by({ period: '2024-02-01', flow: 'retained' })).toEqual(['a']);
    expect(await by({ period: '2024-02-01', flow: 'lost' })).toEqual(['e']);
    expect(await by({ period: '2024-06-01', flow: 'reactivated' })).toEqual(['b']);
    expect(await by({ period: '2024-02-01', change: 'level' })).toEqual(['a']);
    // As-of is in June: who bought then has not been lost.
    expect(await by({ period: '2024-07-01', flow: 'lost' })).toEqual([]);
  });

  it('agrees with the flow in every period, weeks and quarters too', async () => {
    for (const period of ['week', 'month', 'quarter', 'year'] as const) {
      const flow = await source.flow({ period });
      await source.select({ analysis: 'flow', where: {} });
      const counts = await source.selectionCounts('flow', ['period', 'flow'], { period });
      const told = (counts ?? []).map((one) => `${one.period} ${one.flow} ${one.customers}`).sort();
      const known = flow
        .rows()
        .flatMap((row) =>
          (['new', 'retained', 'reactivated', 'lost'] as const)
            .filter((kind) => row[kind] > 0)
            .map((kind) => `${row.period} ${kind} ${row[kind]}`),
        );
      expect(told).toEqual(known.sort());
    }
  });

  it('gives the flow of the marked alone', async () => {
    await source.select({ customers: ['b', 'e'] });
    const rows = await source.selectionFlow();
    const february = rows?.find(({ period }) => period === '2024-02-01');
    expect(february).toMatchObject({ new: 1, retained: 0, lost: 1, amount_new: 50, amount_lost: 1 });
    expect(rows?.at(-1)).toMatchObject({ period: '2024-06-01', reactivated: 1, amount_reactivated: 50 });
  });

  it('takes those who moved from one class to another, entered and left', async () => {
    const options = { from: '2024-03-31', window: 90 };
    const moves = await source.migration(options);
    const entered = moves.rows().filter(({ from_class }) => from_class === null);
    expect(entered).toEqual([]);
    const left = await source.select({ analysis: 'migration', where: { to_class: null }, options });
    expect(left?.customers.count).toBe(moves.summary.left);
    const counts = await source.selectionCounts('migration', ['from_class', 'to_class'], options);
    const known = moves.rows().filter(({ to_class }) => to_class === null);
    expect(counts?.map(({ customers }) => customers)).toEqual(known.map(({ customers }) => customers));
  });

  it('gives the plain figures of the marked alone', async () => {
    await source.select({ customers: ['a', 'b'] });
    expect(await source.selectionKpis()).toEqual({
      customers: 2,
      activeCustomers: 2,
      orders: 8,
      amount: 700,
      averageOrderValue: 87.5,
      repeatRate: 1,
    });
    source.clearSelection();
    expect(await source.selectionKpis()).toBe(null);
  });

  it('lists the marked alone where those are asked for, and searches among them', async () => {
    await source.select({ customers: ['b', 'e'] });
    const listed = async (options: Parameters<Source['customers']>[0]): Promise<string[]> =>
      (await source.customers({ sort: 'customer', ...options })).rows().map(({ customer }) => customer);
    expect(await listed({ selected: 'only' })).toEqual(['b', 'e']);
    expect(await listed({ selected: 'only', search: 'e' })).toEqual(['e']);
    expect(await listed({ selected: 'only', search: 'a' })).toEqual([]);
    expect(await listed({})).toHaveLength(5);
  });

  it('finds customers by what they are called, signs of patterns included', async () => {
    const names = ['50% off', '50 off', 'a_b', 'aXb', 'back\\slash', 'backslash'];
    const shop = await openSource(names.map((customer) => ({ customer, date: '2024-01-05', amount: 1 })));
    const found = async (search: string): Promise<string[]> =>
      (await shop.customers({ search, sort: 'customer' })).rows().map(({ customer }) => customer);
    expect(await found('%')).toEqual(['50% off']);
    expect(await found('A_')).toEqual(['a_b']);
    expect(await found('\\')).toEqual(['back\\slash']);
    expect(await found('K')).toEqual(['back\\slash', 'backslash']);
    await shop.close();
  });
});
