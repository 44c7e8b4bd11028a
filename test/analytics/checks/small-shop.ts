import type { RfmRow } from '../../../src/core';
import type { PartialMapping, SourceOptions } from '../../../src/data/source-options';
import { type Check, type Differences, pick, withSource } from '../support/check';
import { ORDERS, ROWS, ROWS_SHOP, SHOP } from '../support/shop';

/** Recency, frequency and monetary of each customer under each rule, reckoned by hand. */
const MEASURES: readonly {
  says: string;
  mapping: PartialMapping;
  options: SourceOptions;
  wanted: readonly (readonly [string, number, number, number])[];
}[] = [
  {
    says: 'refunds reduce monetary and touch nothing else; a blank order is an order of its own',
    mapping: ORDERS,
    options: {},
    wanted: [
      ['ann', 39, 2, 160],
      ['bob', 18, 2, 120],
      ['cat', 5, 2, 10],
      ['eve', 21, 2, 120],
    ],
  },
  {
    says: 'without orders, purchase rows are counted',
    mapping: ROWS,
    options: {},
    wanted: [
      ['ann', 39, 3, 160],
      ['bob', 18, 2, 120],
      ['cat', 5, 2, 10],
      ['eve', 21, 2, 120],
    ],
  },
  {
    says: 'refunds="exclude" ignores them',
    mapping: ORDERS,
    options: { refunds: 'exclude' },
    wanted: [
      ['ann', 39, 2, 180],
      ['bob', 18, 2, 120],
      ['cat', 5, 2, 10],
      ['eve', 21, 2, 120],
    ],
  },
  {
    says: 'refunds="as-orders" counts them like purchases, and who only gave back is a customer',
    mapping: ROWS,
    options: { refunds: 'as-orders' },
    wanted: [
      ['ann', 29, 4, 160],
      ['bob', 18, 2, 120],
      ['cat', 5, 2, 10],
      ['dan', 0, 1, -5],
      ['eve', 21, 2, 120],
    ],
  },
  {
    says: 'zeroAmounts="drop" makes a free order no purchase',
    mapping: ORDERS,
    options: { zeroAmounts: 'drop' },
    wanted: [
      ['ann', 39, 2, 160],
      ['bob', 18, 2, 120],
      ['cat', 48, 1, 10],
      ['eve', 21, 2, 120],
    ],
  },
  {
    says: 'as-of earlier than the data leaves later rows out',
    mapping: ORDERS,
    options: { asOf: '2024-02-15' },
    wanted: [
      ['ann', 5, 2, 180],
      ['bob', 26, 1, 80],
      ['cat', 14, 1, 10],
    ],
  },
];

const byCustomer = <T extends { customer: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.customer < b.customer ? -1 : 1));

const measuresOf = (rows: readonly RfmRow[]): unknown =>
  pick(byCustomer(rows), 'customer', 'recency_days', 'frequency', 'monetary');

const measures: Check[] = MEASURES.map(({ says, mapping, options, wanted }) => ({
  says,
  holds: (differences) =>
    withSource(
      mapping.order ? SHOP : ROWS_SHOP,
      mapping,
      async (source) => {
        const { rows, summary } = await source.rfm();
        differences.same('measures', measuresOf(rows()), wanted);
        differences.same('customers', summary.customers, wanted.length);
        const { rowsUsed, rejected } = source.report;
        const left = rejected.reduce((sum, entry) => sum + entry.rows, 0);
        differences.same('used + rejected', rowsUsed + left, SHOP.length);
        await everySum(
          differences,
          source,
          wanted.reduce((sum, [, , , amount]) => sum + amount, 0),
        );
      },
      options,
    ),
}));

/** Every analysis adds up to the same money. */
async function everySum(
  differences: Differences,
  source: import('../../../src/core').Source,
  total: number,
): Promise<void> {
  const rfm = await source.rfm();
  differences.same('segments', sum(rfm.summary.segments.map(({ amount }) => amount)), total);
  differences.same('pareto', (await source.pareto()).summary.total, total);
  const { tiers } = (await source.quadrant({ potential: 'momentum' })).summary;
  differences.same('tiers', sum(tiers.map(({ currentValue }) => currentValue)), total);
  differences.same('kpis', (await source.kpis()).summary.amount, total);
  for (const bucket of ['calendar', 'rolling'] as const) {
    const rows = (await source.cohorts({ bucket })).rows();
    differences.same(`cohorts, ${bucket}`, sum(rows.map(({ revenue }) => revenue)), total);
  }
  for (const period of ['month', 'week', 'quarter', 'year'] as const) {
    const rows = (await source.flow({ period })).rows();
    const money = rows.map(
      (row) => row.amount_new + row.amount_retained + row.amount_reactivated + row.amount_refunds_other,
    );
    differences.same(`flow by ${period}`, sum(money), total);
  }
  const everyone = (await source.customers()).rows();
  differences.same('customers()', sum(everyone.map(({ monetary }) => monetary)), total);
  for (const { customer, monetary } of everyone) {
    const rows = (await source.history(customer)).rows();
    differences.same(`history of ${customer}`, sum(rows.map(({ amount }) => amount)), monetary);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export const smallShop: readonly Check[] = [
  ...measures,
  {
    says: 'as-of of one analysis is as-of of the source, for every figure',
    holds: (differences) =>
      withSource(SHOP, ORDERS, (source) =>
        withSource(
          SHOP,
          ORDERS,
          async (early) => {
            const asOf = '2024-02-15';
            differences.same(
              'rfm',
              measuresOf((await source.rfm({ asOf })).rows()),
              measuresOf((await early.rfm()).rows()),
            );
            differences.same('flow', (await source.flow({ asOf })).rows(), (await early.flow()).rows());
            differences.same(
              'cohorts',
              (await source.cohorts({ asOf })).rows(),
              (await early.cohorts()).rows(),
            );
            differences.same('kpis', (await source.kpis({ asOf })).summary, (await early.kpis()).summary);
            differences.same(
              'pareto',
              (await source.pareto({ asOf })).summary,
              (await early.pareto()).summary,
            );
            const potential = 'momentum';
            differences.same(
              'quadrant',
              (await source.quadrant({ asOf, potential })).rows(),
              (await early.quadrant({ potential })).rows(),
            );
            const { definition } = await source.rfm({ asOf });
            differences.same('as-of', definition.asOf, asOf);
            differences.same('rows used', [definition.rowsUsed, definition.rowsLeftOut], [5, 6]);
          },
          { asOf: '2024-02-15' },
        ),
      ),
  },
  {
    says: 'a filter narrows the rows of every analysis and stands in the definition',
    holds: (differences) =>
      withSource(SHOP, { ...ORDERS, dimensions: ['city'] }, async (source) => {
        source.filter({ from: '2024-01-10', dimensions: { city: ['Rome', 'Oslo'] } });
        const { rows, definition } = await source.rfm();
        differences.same('measures', measuresOf(rows()), [
          ['ann', 39, 1, 10],
          ['bob', 18, 2, 120],
          ['cat', 5, 2, 10],
        ]);
        differences.same('filter', definition.filter, {
          from: '2024-01-10',
          dimensions: { city: ['Rome', 'Oslo'] },
        });
        differences.same('rows used', [definition.rowsUsed, definition.rowsLeftOut], [7, 4]);
        differences.same('pareto', (await source.pareto()).summary.total, 140);
        source.filter(null);
        differences.same('customers', (await source.rfm()).summary.customers, 4);
      }),
  },
  {
    says: 'flow counts new, retained, reactivated and lost customers and their money',
    holds: (differences) =>
      withSource(SHOP, ORDERS, async (source) => {
        const { rows, summary } = await source.flow();
        const counts = pick(rows(), 'period', 'active', 'new', 'retained', 'reactivated', 'lost');
        differences.same('customers', counts, [
          ['2024-01-01', 2, 2, 0, 0, 0],
          ['2024-02-01', 3, 2, 1, 0, 1],
          ['2024-03-01', 2, 0, 1, 1, 2],
        ]);
        const money = pick(
          rows(),
          'amount_new',
          'amount_retained',
          'amount_reactivated',
          'amount_lost',
          'amount_expansion',
          'amount_contraction',
          'amount_refunds_other',
        );
        differences.same('money', money, [
          [230, 0, 0, 0, 0, 0, 0],
          [130, 10, 0, 80, 0, 140, 0],
          [0, 0, 40, 130, 0, 10, 0],
        ]);
        differences.same('last complete month', summary.lastComplete, '2024-02-01');
        differences.same('quick ratio', summary.quickRatio, 2);
        differences.same('retention', summary.retention, 0.5);
        differences.close('gross retention', summary.grossRetention, 10 / 230);
        differences.close('net retention', summary.netRetention, 10 / 230);
        differences.close('from existing', summary.shareFromExisting, 10 / 370);
        differences.same('half-life', summary.averages?.halfLife, 1);
      }),
  },
  {
    says: 'refunds of customers who bought nothing in the period stand apart',
    holds: (differences) =>
      withSource(
        [...SHOP, { customer: 'bob', date: '2024-02-14', amount: -7, order: 'o3', city: 'Rome' }],
        ORDERS,
        async (source) => {
          const rows = (await source.flow()).rows();
          differences.same('other refunds', pick(rows, 'amount_refunds_other'), [[0], [-7], [0]]);
          differences.same('lost', pick(rows, 'lost', 'amount_lost'), [
            [0, 0],
            [1, 80],
            [2, 130],
          ]);
        },
      ),
  },
  {
    says: 'cohorts count on, on or after, in a streak, and in blocks that roll',
    holds: (differences) =>
      withSource(SHOP, ORDERS, async (source) => {
        const cells = async (options: Parameters<typeof source.cohorts>[0]): Promise<unknown> =>
          pick(
            (await source.cohorts(options)).rows(),
            'cohort',
            'cohort_size',
            'period',
            'customers',
            'revenue',
            'complete',
          );
        differences.same('on', await cells({}), [
          ['2024-01-01', 2, 0, 2, 230, true],
          ['2024-01-01', 2, 1, 1, 10, true],
          ['2024-01-01', 2, 2, 1, 40, false],
          ['2024-02-01', 2, 0, 2, 130, true],
          ['2024-02-01', 2, 1, 1, 0, false],
        ]);
        const counts = async (options: Parameters<typeof source.cohorts>[0]): Promise<number[]> =>
          (await source.cohorts(options)).rows().map(({ customers }) => customers);
        differences.same('on or after', await counts({ return: 'on-or-after' }), [2, 2, 1, 2, 1]);
        differences.same('streak', await counts({ return: 'streak' }), [2, 1, 0, 2, 1]);
        differences.same('rolling', await cells({ bucket: 'rolling' }), [
          ['2024-01-01', 2, 0, 2, 230, true],
          ['2024-01-01', 2, 1, 2, 50, true],
          ['2024-01-01', 2, 2, 0, 0, false],
          ['2024-02-01', 2, 0, 2, 130, false],
          ['2024-02-01', 2, 1, 1, 0, false],
        ]);
        const previous = (await source.cohorts({ base: 'previous' })).rows();
        differences.same('of the period before', pick(previous, 'retention'), [[1], [0.5], [1], [1], [0.5]]);
        const { averages } = (await source.cohorts()).summary;
        differences.same('averages', averages, [
          { period: 0, retention: 1, customers: 4 },
          { period: 1, retention: 0.5, customers: 2 },
        ]);
        differences.same('no average', (await source.cohorts({ average: 'none' })).summary.averages, []);
        const weeks = (await source.cohorts({ period: 'week' })).rows();
        differences.same('first week', weeks[0]?.cohort, '2024-01-01');
        differences.same('weeks', weeks.filter(({ cohort }) => cohort === '2024-01-01').length, 12);
      }),
  },
  {
    says: 'a refund before the first purchase counts in period 0',
    holds: (differences) =>
      withSource(
        [...SHOP, { customer: 'bob', date: '2023-12-30', amount: -30, order: 'o0', city: 'Rome' }],
        ORDERS,
        async (source) => {
          for (const bucket of ['calendar', 'rolling'] as const) {
            const [first] = (await source.cohorts({ bucket })).rows();
            differences.same(bucket, [first?.cohort, first?.revenue], ['2024-01-01', 200]);
          }
        },
      ),
  },
  {
    says: 'quarters and years begin in the month of yearStart',
    holds: (differences) =>
      withSource(
        SHOP,
        ORDERS,
        async (source) => {
          const quarters = (await source.cohorts({ period: 'quarter' })).rows();
          differences.same('quarters', pick(quarters, 'cohort', 'period', 'customers'), [
            ['2023-11-01', 0, 2],
            ['2023-11-01', 1, 2],
            ['2024-02-01', 0, 2],
          ]);
          const years = (await source.flow({ period: 'year' })).rows();
          differences.same('years', pick(years, 'period', 'active'), [
            ['2023-02-01', 2],
            ['2024-02-01', 4],
          ]);
          differences.same('stated', source.definition.yearStart, 2);
        },
        { yearStart: 2 },
      ),
  },
  {
    says: 'pareto ranks by monetary, equal ones by id, and divides into classes',
    holds: (differences) =>
      withSource(SHOP, ORDERS, async (source) => {
        const { rows, summary } = await source.pareto();
        differences.same('classes by rank', pick(rows(), 'rank', 'class'), [
          [1, 'A'],
          [2, 'A'],
          [3, 'A'],
          [4, 'C'],
        ]);
        differences.closeAll(
          'shares',
          rows().map((row) => row.value_share),
          [160, 280, 400, 410].map((v) => v / 410),
        );
        differences.same('for the target', [summary.itemsForTarget, summary.itemsForTargetShare], [3, 0.75]);
        differences.close('gini', summary.gini, 2500 / 1640 - 1.25);
        differences.close('hhi', summary.hhi, (160 ** 2 + 2 * 120 ** 2 + 10 ** 2) / 410 ** 2);
        differences.close('top 20 %', summary.shareOfTop20, (0.8 * 160) / 410);
        differences.same('peak', [summary.peakShare, summary.peakAt, summary.negativeItems], [1, 4, 0]);
        differences.same(
          'classes',
          summary.classes.map((entry) => [entry.class, entry.items, entry.value]),
          [
            ['A', 3, 400],
            ['B', 0, 0],
            ['C', 1, 10],
          ],
        );
        const wide = (await source.pareto({ abc: '0.3,0.5', target: '0.39' as unknown as number })).summary;
        differences.same(
          'other borders',
          wide.classes.map(({ items }) => items),
          [1, 1, 2],
        );
        differences.same('other target', wide.itemsForTarget, 1);
        const orders = (await source.pareto({ value: 'orders' })).summary;
        differences.same('by orders', [orders.total, orders.gini], [8, 0]);
      }),
  },
  {
    says: 'own breaks and weights score as they say',
    holds: (differences) =>
      withSource(SHOP, ORDERS, async (source) => {
        const { rows, summary } = await source.rfm({
          bins: 3,
          rBreaks: '5,21',
          fBreaks: [1, 2],
          mBreaks: '10,120',
          weights: '0,0,2',
        });
        differences.same('thresholds', summary.thresholds, { r: [5, 21], f: [1, 2], m: [10, 120] });
        differences.same('scores', pick(byCustomer(rows()), 'customer', 'r', 'f', 'm', 'score'), [
          ['ann', 1, 2, 3, 1],
          ['bob', 2, 2, 2, 0.5],
          ['cat', 3, 2, 1, 0],
          ['eve', 2, 2, 2, 0.5],
        ]);
      }),
  },
  {
    says: 'pareto takes the values of a dimension, equal ones by name',
    holds: (differences) =>
      withSource(SHOP, { ...ORDERS, dimensions: ['city'] }, async (source) => {
        const { rows, summary } = await source.pareto({ of: 'city' });
        differences.same(
          'cities',
          rows().map(({ item, rank }) => [item, rank]),
          [
            ['Rome', 1],
            ['Lima', 2],
            ['Oslo', 3],
          ],
        );
        differences.same('total', [summary.items, summary.total], [3, 410]);
        const orders = (await source.pareto({ of: 'city', value: 'orders' })).rows();
        differences.same(
          'by orders',
          orders.map(({ item }) => item),
          ['Oslo', 'Rome', 'Lima'],
        );
      }),
  },
  {
    says: 'momentum shrinks recent growth to that of all, and tiers are strictly above the split',
    holds: (differences) =>
      withSource(SHOP, ORDERS, async (source) => {
        const { rows, summary } = await source.quadrant({ potential: 'momentum', horizon: 60 });
        const found = byCustomer(rows());
        differences.closeAll(
          'potential',
          found.map((row) => row.potential_value),
          [10, 6400 / 90, 800 / 60, 38400 / 170],
        );
        differences.same('tiers', pick(found, 'customer', 'tier'), [
          ['ann', 'gold'],
          ['bob', 'gold'],
          ['cat', 'lead'],
          ['eve', 'platinum'],
        ]);
        differences.close('split', summary.splits.current, 102.5);
        differences.same(
          'asked',
          [summary.potential.asked, summary.potential.method],
          ['momentum', 'momentum'],
        );
        const median = (await source.quadrant({ potential: 'momentum', horizon: 60, split: 'median' }))
          .summary;
        differences.closeAll('medians', Object.values(median.splits), [120, (6400 / 90 + 800 / 60) / 2]);
        const third = (await source.quadrant({ potential: 'momentum', horizon: 60, split: 'quantile:0.25' }))
          .summary;
        differences.close('quantile', third.splits.current, 92.5);
        const share = (await source.quadrant({ potential: 'momentum', horizon: 60, split: 'pareto:0.5' }))
          .summary;
        differences.same('pareto split', share.splits.current, 120);
        const fixed = (await source.quadrant({ potential: 'momentum', split: '120,0' })).summary;
        differences.same('own splits', fixed.splits, { current: 120, potential: 0 });
        differences.same(
          'nobody is expected',
          (await source.quadrant()).summary.potential.warnings[0]?.code,
          'too-few-repeaters',
        );
      }),
  },
  {
    says: 'headroom is what peers of the same frequency and age spend, less own, at least 0',
    holds: (differences) =>
      withSource(
        ['a', 'b', 'c', 'd', 'e'].map((customer, i) => ({
          customer,
          date: '2024-01-01',
          amount: 10 * (i + 1),
        })),
        ROWS,
        async (source) => {
          const rows = (await source.quadrant({ potential: 'headroom' })).rows();
          differences.same('headroom', pick(rows, 'potential_value'), [[32], [22], [12], [2], [0]]);
        },
      ),
  },
  {
    says: "a column of the host's is its figure per customer, the last row's where rows differ",
    holds: (differences) =>
      withSource(
        SHOP.map((row, i) => ({ ...row, figure: row.customer === 'ann' ? i : 7 })),
        ORDERS,
        async (source) => {
          const { rows, summary } = await source.quadrant({ potential: 'column:figure' });
          differences.same('figures', pick(byCustomer(rows()), 'customer', 'potential_value'), [
            ['ann', 3],
            ['bob', 7],
            ['cat', 7],
            ['eve', 7],
          ]);
          differences.same(
            'warning',
            summary.potential.warnings.map(({ code }) => code),
            ['several-figures'],
          );
          differences.same(
            'in the report',
            source.report.notes.filter(({ code }) => code === 'several-figures').length,
            1,
          );
          differences.same('no backtest', summary.potential.backtest, null);
        },
      ),
  },
  {
    says: 'migration classes each side on the days of its own window',
    holds: (differences) =>
      withSource(SHOP, ORDERS, async (source) => {
        const { rows, summary } = await source.migration({ from: '2024-02-09', window: 40, split: '50,1e9' });
        // Before: ann 150 (gold), bob 80 (gold), cat 10 (lead). Now: ann 10, bob 40, cat 0 (lead), eve 120 (gold).
        const moves = pick(rows(), 'from_class', 'to_class', 'customers', 'amount')
          .map((move) => move.join(' '))
          .sort();
        differences.same('moves', moves, [' gold 1 120', 'gold lead 2 50', 'lead lead 1 0']);
        const { from, to, window, upgraded, downgraded, stable, entered, left } = summary;
        differences.same('dates', [from, to, window], ['2024-02-09', '2024-03-20', 40]);
        differences.same(
          'sums',
          { upgraded, downgraded, stable, entered, left },
          { upgraded: 0, downgraded: 2, stable: 1, entered: 1, left: 0 },
        );
        const early = (await source.migration({ asOf: '2024-02-29', window: 20 })).summary;
        differences.same('by as-of', [early.from, early.to], ['2023-03-01', '2024-02-29']);
        differences.same('nobody before', [early.entered, early.left], [2, 0]);
        for (const scheme of ['rfm', 'mean8', 'kmeans'] as const) {
          const moved = (await source.migration({ by: 'segment', scheme, from: '2024-02-09', window: 40 }))
            .summary;
          const all = moved.upgraded + moved.downgraded + moved.stable + moved.entered + moved.left;
          differences.same(`everybody, by ${scheme}`, all, 4);
        }
      }),
  },
  {
    says: 'kpis are the figures at a glance',
    holds: (differences) =>
      withSource(SHOP, ORDERS, async (source) => {
        const { summary } = await source.kpis();
        const { concentration, ...figures } = summary;
        differences.same('figures', figures, {
          customers: 4,
          activeCustomers: 4,
          orders: 8,
          amount: 410,
          averageOrderValue: 51.25,
          repeatRate: 1,
          shareOfTop20: (0.8 * 160) / 410,
          retention: 0.5,
          medianDaysBetweenOrders: 42,
        });
        differences.closeAll('concentration', [concentration.top1, concentration.top5], [160 / 410, 1]);
      }),
  },
  {
    says: 'customers() pages, sorts and searches, and keeps dimensions whatever they are called',
    holds: (differences) =>
      withSource(
        SHOP.map(({ city, ...row }) => ({ ...row, Segment: city })),
        { ...ORDERS, dimensions: ['Segment'] },
        async (source) => {
          const { rows, summary, table } = await source.customers();
          differences.same('total', summary.total, 4);
          differences.same(
            'columns',
            table.schema.fields.map(({ name }) => name),
            [
              'customer',
              'recency_days',
              'frequency',
              'monetary',
              'r',
              'f',
              'm',
              'score',
              'segment',
              'tier',
              'first_purchase',
              'last_purchase',
              'orders',
              'average_order',
              'p_alive',
              'expected_value',
              'Segment_2',
            ],
          );
          differences.same('order', pick(rows(), 'customer'), [['ann'], ['bob'], ['eve'], ['cat']]);
          differences.same(
            'ann',
            pick(
              rows().slice(0, 1),
              'first_purchase',
              'last_purchase',
              'orders',
              'average_order',
              'p_alive',
              'Segment_2',
            ),
            [['2024-01-05', '2024-02-10', 2, 80, null, 'Oslo']],
          );
          const page = (await source.customers({ sort: 'recency_days', limit: 2, offset: 1 })).rows();
          differences.same('page', pick(page, 'customer'), [['bob'], ['eve']]);
          const found = await source.customers({ search: 'A' });
          differences.same(
            'found',
            [found.summary.total, ...pick(found.rows(), 'customer')],
            [2, ['ann'], ['cat']],
          );
          const all = await source.customers({ sort: 'Segment_2 desc', limit: 1 });
          differences.same('sorted', pick(all.rows(), 'customer'), [['bob']]);
        },
      ),
  },
  {
    says: 'history tells what one customer bought and gave back, oldest first',
    holds: (differences) =>
      withSource(SHOP, ORDERS, async (source) => {
        const { rows, summary } = await source.history('ann');
        differences.same('rows', pick(rows(), 'date', 'order', 'amount', 'kind'), [
          ['2024-01-05', 'o1', 100, 'purchase'],
          ['2024-01-05', 'o1', 50, 'purchase'],
          ['2024-02-10', 'o2', 30, 'purchase'],
          ['2024-02-20', 'o2', -20, 'refund'],
        ]);
        differences.same(
          'figures',
          [summary.customer, summary.monetary, summary.tier],
          ['ann', 160, 'platinum'],
        );
        const eve = (await source.history('eve')).rows();
        differences.same('no order', pick(eve, 'order'), [[null], [null]]);
      }),
  },
  {
    says: 'what-if lifts the curve of these data by the points',
    holds: (differences) =>
      withSource(SHOP, ORDERS, async (source) => {
        const { rows, summary, definition } = await source.whatIf({
          horizonPeriods: 1,
          margin: 0.5,
          discountRate: 0,
        });
        // Of 4 customers half come back in month 1, each with 10; five points more are 0.2 of a customer.
        differences.same('one month', rows(), [
          {
            period: 1,
            customers_base: 2,
            customers_new: 2.2,
            revenue_base: 20,
            revenue_new: 22,
            profit_base: 10,
            profit_new: 11,
          },
        ]);
        differences.close('kept', summary.customersKept, 0.2);
        differences.close('revenue', summary.revenue, 2);
        differences.close('profit', summary.profit, 1);
        // One new customer: 90 in month 0 and 5 in month 1, half of it profit.
        differences.close('as many new', summary.equivalentNewCustomers, 1 / 47.5);
        differences.close('at their cost', summary.costToWinThem, 7 / 47.5);
        differences.same('stated', definition.options, {
          retentionPoints: 0.05,
          margin: 0.5,
          discountRate: 0,
          costRatio: 7,
          keepCost: 1,
          horizonPeriods: 1,
        });
      }),
  },
  {
    says: 'every result names what it rests on and the SQL that ran',
    holds: (differences) =>
      withSource(SHOP, { ...ORDERS, dimensions: ['city'] }, async (source) => {
        const results = {
          rfm: await source.rfm(),
          pareto: await source.pareto(),
          quadrant: await source.quadrant(),
          cohorts: await source.cohorts(),
          flow: await source.flow(),
          migration: await source.migration(),
          kpis: await source.kpis(),
          whatIf: await source.whatIf(),
          customers: await source.customers(),
          history: await source.history('ann'),
        };
        for (const [name, { definition, rows, table }] of Object.entries(results)) {
          differences.same(`${name}: analysis`, definition.analysis, name);
          differences.same(`${name}: as-of`, definition.asOf, '2024-03-20');
          differences.same(`${name}: rules`, [definition.refunds, definition.zeroAmounts], ['net', 'keep']);
          differences.same(`${name}: rows`, [definition.rowsUsed, definition.rowsLeftOut], [11, 0]);
          differences.holds(`${name} says its rules`, definition.rules.length > 0);
          differences.holds(
            `${name} holds the SQL`,
            definition.sql.some((sql) => sql.includes('_customers AS')),
          );
          differences.same(`${name}: rows of the table`, rows().length, table.numRows);
          differences.holds(
            `${name} is plain`,
            plain([rows(), (results as Record<string, { summary: unknown }>)[name]?.summary, definition]),
          );
        }
      }),
  },
];

/** Numbers that are finite, text, booleans and null, however deep. */
function plain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  return typeof value === 'object' && Object.values(value).every(plain);
}
