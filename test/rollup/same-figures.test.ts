import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import type { Source } from '../../src/data/source';
import type { PartialMapping, SourceOptions } from '../../src/data/source-options';
import type { RollupPeriod } from '../../src/sql/rollup-schema';
import { GOLDEN_SETS, type GoldenSet, PROFIT_SET } from '../support/golden';
import { rolledUp } from './support/rolled-up';

afterAll(() => sharedEngine().restart());

interface Case {
  set: string;
  more?: PartialMapping;
  options?: SourceOptions;
  /** The last day of a month or week inside the data. */
  asOf: string;
  periods: RollupPeriod[];
}

const CASES: Case[] = [
  { set: 'cdnow_master', asOf: '1997-09-30', periods: ['day', 'month'] },
  {
    set: 'online_retail',
    more: { dimensions: ['Country'] },
    asOf: '2011-07-31',
    periods: ['day', 'week', 'month'],
  },
  {
    set: 'online_retail',
    options: { refunds: 'exclude', zeroAmounts: 'drop' },
    asOf: '2011-07-31',
    periods: ['month'],
  },
  { set: 'online_retail', options: { refunds: 'as-orders' }, asOf: '2011-07-31', periods: ['day'] },
  { set: 'adventureworks', asOf: '2018-12-31', periods: ['day', 'month'] },
];

const setOf = (name: string): GoldenSet => [...GOLDEN_SETS, PROFIT_SET].find((set) => set.name === name)!;

/** What both sides say, without the statements and rules behind it. */
function said(result: { rows(): unknown[]; summary: unknown }): unknown {
  const rows = result.rows() as Record<string, unknown>[];
  const sorted = rows.map((row) => JSON.stringify(row, rounded)).sort();
  return { summary: JSON.parse(JSON.stringify(result.summary, rounded)), rows: sorted };
}

/** Sums of doubles in another order differ in their last digit. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(9)) : value;
}

type Ask = (source: Source, asOf?: string) => Promise<unknown>;

/** The questions that every rollup answers. */
const ASKED: Record<string, Ask> = {
  rfm: async (source, asOf) => said(await source.rfm({ asOf })),
  clusters: async (source, asOf) => said(await source.rfm({ scheme: 'kmeans', asOf })),
  pareto: async (source, asOf) => said(await source.pareto({ asOf })),
  'pareto of orders': async (source, asOf) => said(await source.pareto({ value: 'orders', asOf })),
  cohorts: async (source, asOf) => said(await source.cohorts({ asOf })),
  'cohorts by quarter': async (source, asOf) =>
    said(await source.cohorts({ period: 'quarter', return: 'streak', asOf })),
  flow: async (source, asOf) => said(await source.flow({ asOf })),
  kpis: async (source, asOf) => said(await source.kpis({ asOf })),
  whatIf: async (source, asOf) => said(await source.whatIf({ asOf })),
  headroom: async (source, asOf) => {
    const { summary, ...result } = await source.quadrant({ potential: 'headroom', asOf });
    const { backtest: _, warnings: __, ...potential } = summary.potential;
    return said({ rows: result.rows, summary: { ...summary, potential } });
  },
};

const BY_DAY: typeof ASKED = {
  ...ASKED,
  expected: async (source, asOf) => said(await source.quadrant({ asOf })),
  momentum: async (source, asOf) => said(await source.quadrant({ potential: 'momentum', asOf })),
  migration: async (source, asOf) => said(await source.migration({ asOf })),
  customers: async (source, asOf) => said(await source.customers({ limit: 1e6, asOf })),
  'rolling cohorts': async (source, asOf) => said(await source.cohorts({ bucket: 'rolling', asOf })),
};

const BY_WEEK: typeof ASKED = {
  ...ASKED,
  'cohorts by week': async (source, asOf) => said(await source.cohorts({ period: 'week', asOf })),
};

const ASKED_BY: Record<RollupPeriod, typeof ASKED> = { day: BY_DAY, week: BY_WEEK, month: ASKED };

for (const { set, more, options, asOf, periods } of CASES) {
  const { path, mapping } = setOf(set);
  describe.skipIf(!existsSync(path))(`${set} ${JSON.stringify({ ...more, ...options })}`, () => {
    let rows: Source;
    const answers = new Map<string, unknown>();
    beforeAll(async () => {
      rows = await openSource(readFileSync(path), { ...mapping, ...more }, options);
    });
    afterAll(() => rows.close());

    /** What the rows say, asked once for all periods. */
    async function fromRows(name: string, ask: Ask, date: string | undefined): Promise<unknown> {
      const key = `${name} ${date}`;
      if (!answers.has(key)) answers.set(key, await ask(rows, date));
      return answers.get(key);
    }

    it.each(periods)(
      'gives the same figures by %s as from its rows',
      async (period) => {
        const rollup = await openSource(await rolledUp(rows, { period }), {}, { grain: 'rollup' });
        const { from, to, customers, refundRows, zeroRows, refundOnlyCustomers } = rows.report;
        expect(rollup.report).toMatchObject({
          from,
          to,
          customers,
          refundRows,
          zeroRows,
          refundOnlyCustomers,
        });
        for (const [name, ask] of Object.entries(ASKED_BY[period]))
          for (const date of [undefined, asOf])
            expect({ name, date, said: await ask(rollup, date) }).toEqual({
              name,
              date,
              said: await fromRows(name, ask, date),
            });
        await rollup.close();
      },
      240_000,
    );
  });
}
