import { RfmError, type Source } from '../../../src/core';
import type { SourceOptions } from '../../../src/data/source-options';
import { type Check, type Differences, withSource } from '../support/check';
import { ROWS } from '../support/shop';

interface Row {
  customer: string;
  date: string;
  amount: number;
  profit?: number;
  kind?: string;
}

const row = (customer: string, date: string, amount: number): Row => ({ customer, date, amount });

/** Days a week apart. */
const weekly = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    new Date(Date.parse(first) + i * 7 * 86_400_000).toISOString().slice(0, 10),
  );

/** Sixty customers who bought twice to seven times over a year, so that the models have something to look at. */
const crowd = (amount: (i: number) => number, date: (i: number) => string): Row[] =>
  Array.from({ length: 240 }, (_, i) => row(`c${i % 60}`, date(i), amount(i)));

const YEAR = weekly('2023-01-02', 60);
const spread = (i: number): string => YEAR[(i * 7 + Math.floor(i / 60) * 11) % YEAR.length]!;

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  'one row': [row('a', '2024-01-01', 5)],
  'one customer': weekly('2024-01-01', 20).map((date) => row('a', date, 5)),
  'one free row': [row('a', '2024-01-01', 0)],
  'nothing but free rows': crowd(() => 0, spread),
  'all the same amount': crowd(() => 9.99, spread),
  'all on one day': crowd(
    (i) => i + 1,
    () => '2024-01-01',
  ),
  'all of it alike': crowd(
    () => 0.1,
    () => '2024-01-01',
  ),
  'a fortune beside a cent': crowd((i) => (i === 7 ? 1e15 : 0.01), spread),
  '1900 and 2100': [row('a', '1900-02-28', 5), row('b', '2100-03-01', 7), row('a', '1999-12-31', 3)],
  'more refunds than sales': [...crowd(() => 10, spread), row('c1', '2024-01-05', -1e6)],
  'a customer below zero': [
    row('a', '2024-01-01', 5),
    row('a', '2024-01-02', -50),
    row('b', '2024-01-03', 1),
  ],
  'money that cancels out': [row('a', '2024-01-01', 5), row('a', '2024-01-02', -5)],
};

const OPTIONS: readonly SourceOptions[] = [{}, { refunds: 'as-orders', zeroAmounts: 'drop' }];

/** Every analysis, with the options that lead elsewhere. */
const ANALYSES: Readonly<Record<string, (source: Source) => Promise<unknown>>> = {
  rfm: async (source) => {
    for (const scheme of ['rfm', 'mean8', 'kmeans'] as const) checkScores(await source.rfm({ scheme }), 5);
    await source.rfm({ scheme: 'kmeans', k: 'auto', weights: '0,0,1' });
    for (const bins of [2, 3, 7, 10]) checkScores(await source.rfm({ bins }), bins);
    checkScores(await source.rfm({ scoring: 'r-rfm' }), 5);
    return source.rfm();
  },
  kmeans: (source) => source.rfm({ scheme: 'kmeans' }),
  pareto: (source) => source.pareto(),
  'pareto by orders': (source) => source.pareto({ value: 'orders', target: 1 }),
  quadrant: (source) => source.quadrant(),
  momentum: (source) => source.quadrant({ potential: 'momentum', horizon: 1, split: 'median' }),
  headroom: (source) => source.quadrant({ potential: 'headroom', split: 'pareto:0.8' }),
  'the host column': (source) => source.quadrant({ potential: 'column:amount', split: 'quantile:0.9' }),
  cohorts: (source) => source.cohorts(),
  'cohorts by week': (source) =>
    source.cohorts({ period: 'week', return: 'streak', base: 'previous', average: 'matched' }),
  'cohorts, rolling': (source) =>
    source.cohorts({ bucket: 'rolling', return: 'on-or-after', average: 'simple' }),
  'cohorts by year': (source) => source.cohorts({ period: 'year' }),
  flow: (source) => source.flow(),
  'flow by week': (source) => source.flow({ period: 'week' }),
  migration: (source) => source.migration(),
  'migration of segments': (source) => source.migration({ by: 'segment', window: 30 }),
  kpis: (source) => source.kpis(),
  whatIf: (source) => source.whatIf(),
  customers: (source) => source.customers(),
};

function checkScores({ rows }: Awaited<ReturnType<Source['rfm']>>, bins: number): void {
  for (const { r, f, m, score } of rows())
    if (![r, f, m].every((value) => value >= 1 && value <= bins) || !(score >= 0 && score <= 1))
      throw new Error(`scores out of range: ${JSON.stringify({ r, f, m, score, bins })}`);
}

interface Result {
  rows(): unknown[];
  summary: unknown;
  definition: unknown;
}

/** Every figure is a number; what is not known is null. */
function checkPlain(differences: Differences, what: string, value: unknown, path = ''): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) differences.found.push(`${what}: ${path} is ${value}`);
  } else if (typeof value === 'bigint' || value === undefined)
    differences.found.push(`${what}: ${path} is ${typeof value}`);
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) checkPlain(differences, what, part, `${path}.${key}`);
}

async function analyseAll(differences: Differences, source: Source, table: string): Promise<void> {
  for (const [name, analyse] of Object.entries(ANALYSES)) {
    const what = `${table}: ${name}`;
    try {
      const { rows, summary, definition } = (await analyse(source)) as Result;
      checkPlain(differences, what, [rows(), summary, definition]);
    } catch (error) {
      differences.found.push(`${what}: ${error}`);
    }
  }
}

async function errorOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
    return 'none';
  } catch (error) {
    return error instanceof RfmError ? error.code : String(error);
  }
}

export const oddTables: readonly Check[] = [
  ...Object.entries(TABLES).map(
    ([name, rows]): Check => ({
      says: `${name}: every analysis has an answer`,
      holds: async (differences) => {
        for (const options of OPTIONS) {
          const empty = rows.every(({ amount }) => amount === 0) && options.zeroAmounts === 'drop';
          const work = (source: Source): Promise<void> =>
            analyseAll(differences, source, JSON.stringify(options));
          if (empty)
            differences.same('nobody', await errorOf(() => withSource(rows, ROWS, work, options)), 'no-rows');
          else await withSource(rows, ROWS, work, options);
        }
      },
    }),
  ),
  {
    says: 'nothing but refunds is no-rows',
    holds: async (differences) => {
      const rows = [row('a', '2024-01-01', -5), row('b', '2024-01-02', -7)];
      const open = (options: SourceOptions): Promise<string> =>
        errorOf(() => withSource(rows, ROWS, analyse, options));
      const analyse = (source: Source): Promise<void> => analyseAll(differences, source, 'refunds');
      differences.same('net', await open({}), 'no-rows');
      differences.same('exclude', await open({ refunds: 'exclude' }), 'no-rows');
      differences.same('as orders', await open({ refunds: 'as-orders' }), 'none');
    },
  },
  {
    says: 'an as-of before the first row, and a filter that leaves nobody, are no-rows; afterwards all is as before',
    holds: (differences) =>
      withSource(TABLES['all the same amount']!, ROWS, async (source) => {
        for (const method of [
          'rfm',
          'pareto',
          'quadrant',
          'cohorts',
          'flow',
          'migration',
          'kpis',
          'whatIf',
          'customers',
        ] as const) {
          differences.same(method, await errorOf(() => source[method]({ asOf: '1999-01-01' })), 'no-rows');
          source.filter({ from: '2050-01-01' });
          differences.same(`${method}, filtered`, await errorOf(() => source[method]()), 'no-rows');
          source.filter(null);
        }
        differences.same('afterwards', (await source.rfm()).summary.customers, 60);
      }),
  },
  {
    says: 'an as-of after the last row lets time pass and changes nothing else',
    holds: (differences) =>
      withSource(TABLES['all the same amount']!, ROWS, async (source) => {
        await analyseAll(differences, source, 'now');
        const later = (await source.rfm({ asOf: '2030-01-01' })).rows();
        const now = (await source.rfm()).rows();
        const days = (Date.parse('2030-01-01') - Date.parse(source.report.to)) / 86_400_000;
        differences.same(
          'recency',
          later.map((one) => one.recency_days),
          now.map((one) => one.recency_days + days),
        );
        differences.same(
          'last month of the flow',
          (await source.flow({ asOf: '2030-01-01' })).rows().at(-1)?.period,
          '2030-01-01',
        );
      }),
  },
  {
    says: 'where all are alike nobody stands above the mean',
    holds: (differences) =>
      withSource(
        Array.from({ length: 7 }, (_, i) => row(`c${i}`, '2024-01-01', 0.1)),
        ROWS,
        async (source) => {
          const { tiers } = (await source.quadrant({ potential: 'momentum' })).summary;
          differences.same(
            'tiers',
            tiers.map(({ customers }) => customers),
            [0, 0, 0, 7],
          );
          const mean8 = (await source.rfm({ scheme: 'mean8' })).summary.segments;
          differences.same(
            'types',
            mean8.map(({ segment, customers }) => [segment, customers]),
            [['general-develop', 7]],
          );
        },
      ),
  },
  {
    says: 'what is given up ends as aborted, and all is as before',
    holds: (differences) =>
      withSource(TABLES['a fortune beside a cent']!, ROWS, async (source) => {
        const stop = new AbortController();
        const given = { signal: stop.signal };
        const work = [
          source.rfm({ scheme: 'kmeans', k: 'auto', ...given }),
          source.quadrant(given),
          source.customers(given),
        ].map((result) => errorOf(() => result));
        setTimeout(() => stop.abort(), 5);
        differences.same('codes', await Promise.all(work), ['aborted', 'aborted', 'aborted']);
        differences.same('afterwards', (await source.rfm({ scheme: 'kmeans' })).summary.customers, 60);
        differences.same('customers', (await source.customers()).summary.total, 60);
      }),
  },
  {
    says: 'many dates asked for at once each have their answer',
    holds: (differences) =>
      withSource(TABLES['all the same amount']!, ROWS, async (source) => {
        const dates = weekly('2023-03-01', 30);
        const counts = await Promise.all(dates.map(async (asOf) => (await source.rfm({ asOf })).summary));
        differences.same(
          'as-of',
          counts.map(({ asOf }) => asOf),
          dates,
        );
      }),
  },
];
