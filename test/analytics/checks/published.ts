import { AHP_PRESETS } from '../../../src/compute/ahp-presets';
import type { SegmentRule } from '../../../src/compute/lint-rules';
import {
  ahp,
  expectedPurchases,
  fitBgNbd,
  fitMbgNbd,
  gini,
  lintRules,
  lorenz,
  pAlive,
  type Source,
  weeks,
} from '../../../src/core';
import { sampleColumns } from '../../support/golden';
import { type Check, type Differences, pick, type Surroundings, withSource } from '../support/check';

/** Repeat buying of the sample up to the end of calibration, a column each, in days; one purchase a day. */
function repeatBuying(columns: Record<string, ArrayLike<unknown>>): {
  unit: 'days';
  x: number[];
  t_x: number[];
  T: number[];
} {
  const days = new Map<unknown, Set<number>>();
  const end = Date.parse('1997-09-30') / 86_400_000;
  for (let i = 0; i < columns.customer!.length; i++) {
    const iso = String(columns.date![i]).replace(/(....)(..)(..)/, '$1-$2-$3');
    const day = Date.parse(iso) / 86_400_000;
    const customer = columns.customer![i];
    if (day <= end) days.set(customer, (days.get(customer) ?? new Set()).add(day));
  }
  const histories = [...days.values()].map((bought) => [
    bought.size - 1,
    Math.min(...bought),
    Math.max(...bought),
  ]);
  return {
    unit: 'days',
    x: histories.map(([x]) => x!),
    t_x: histories.map(([, first, last]) => last! - first!),
    T: histories.map(([, first]) => end - first!),
  };
}

type Work = (source: Source, differences: Differences) => Promise<void>;

/** On the orders of the R package rfm, as of the date its own tests take. */
const onOrders =
  (work: Work) =>
  async (differences: Differences, { file }: Surroundings): Promise<void> =>
    withSource(
      await file('test/fixtures/rfm_data_orders.csv'),
      { customer: 'customer_id', date: 'order_date', amount: 'revenue' },
      (source) => work(source, differences),
    );

const onCdnow =
  (work: Work) =>
  async (differences: Differences, { file }: Surroundings): Promise<void> =>
    withSource(
      await file('demo/data/cdnow_master.csv'),
      { customer: 'customer_id', date: 'date', amount: 'amount' },
      (source) => work(source, differences),
    );

const AS_OF = { asOf: '2006-12-31', scoring: 'r-rfm' } as const;

const rule = (segment: string, ...scores: [string, string, string]): SegmentRule => {
  const [r, f, m] = scores.map((range) => {
    const [low, high = low] = range.split('-').map(Number);
    return [low, high] as [number, number];
  }) as [[number, number], [number, number], [number, number]];
  return { segment, r, f, m };
};

/** The preset of the R package rfm 0.3. */
const RFM_03 = [
  rule('Champions', '5', '5', '5'),
  rule('Potential Loyalist', '3-5', '3-5', '2-5'),
  rule('Loyal', '2-4', '2-4', '2-4'),
  rule('Promising', '3-4', '1-3', '3-5'),
  rule('New', '4-5', '1-3', '1-5'),
  rule("Can't Lose", '1-2', '3-4', '4-5'),
  rule('At Risk', '1-2', '2-5', '4-5'),
  rule('Need Attention', '1-3', '3-5', '3-5'),
  rule('About To Sleep', '2-3', '1-3', '1-4'),
  rule('Lost', '1', '1-5', '1-5'),
];

/** Customers, orders, revenue. */
const RFM_03_SIZES: Readonly<Record<string, readonly [number, number, number]>> = {
  Champions: [35, 316, 31_646],
  'Potential Loyalist': [342, 2211, 204_856],
  Loyal: [170, 799, 76_562],
  Promising: [9, 28, 4249],
  New: [104, 329, 28_837],
  "Can't Lose": [47, 274, 32_446],
  'At Risk': [28, 216, 22_227],
  'Need Attention': [10, 57, 4562],
  'About To Sleep': [102, 283, 23_449],
  Lost: [148, 393, 35_324],
};

/** The older preset, after Putler. */
const PUTLER = [
  rule('Champions', '4-5', '4-5', '4-5'),
  rule('Loyal', '2-5', '3-5', '3-5'),
  rule('Potential Loyalist', '3-5', '1-3', '1-3'),
  rule('New', '4-5', '1', '1'),
  rule('Promising', '3-4', '1', '1'),
  rule('Need Attention', '2-3', '2-3', '2-3'),
  rule('About To Sleep', '2-3', '1-2', '1-2'),
  rule('At Risk', '1-2', '2-5', '2-5'),
  rule("Can't Lose", '1', '4-5', '4-5'),
  rule('Hibernating', '1-2', '1-2', '1-2'),
];

const countBy = (values: readonly number[]): number[] => {
  const counts: number[] = [];
  for (const value of values) counts[value - 1] = (counts[value - 1] ?? 0) + 1;
  return counts;
};

/** Active customers by months since the first order. */
const COHORTS = [
  [7846, 1157, 964, 810, 679, 736, 720, 582, 559, 594, 673, 634, 528, 511, 664, 472, 497, 498],
  [8476, 1312, 980, 783, 847, 786, 626, 619, 666, 721, 661, 545, 568, 718, 545, 548, 551],
  [7248, 1032, 752, 756, 674, 564, 561, 579, 634, 569, 464, 472, 678, 420, 443, 457],
];
const COHORT_REVENUE = [
  [299_060.17, 61_041.69, 50_683.75, 40_655.5, 34_973.56, 34_397.9, 41_009.7],
  [318_548.34, 62_587.03, 49_247.7],
  [279_884.49, 52_921.29, 34_653.18],
];
/** Revenue so far per customer after 0, 1, 3, 6 and 12 months. */
const COHORT_CUMULATIVE = [
  [38.1163, 45.8962, 57.5377, 71.6062, 95.7529],
  [37.5824, 44.9664, 55.2961, 68.6358, 90.9418],
  [38.6154, 45.9169, 55.5866, 68.0634, 91.8592],
];
const COHORT_ON_OR_AFTER = [
  [3654, 3140, 2677, 1741],
  [3861, 3337, 2812, 1757],
  [3300, 2828, 2371, 1356],
];
const COHORT_ROLLING = [
  [1076, 818, 710],
  [1080, 869, 732],
  [932, 688, 707],
];
const FLOW: Readonly<Record<string, readonly number[]>> = {
  '1997-01-01': [7846, 7846, 0, 0, 0],
  '1997-02-01': [9633, 8476, 1157, 0, 6689],
  '1997-03-01': [9524, 7248, 1681, 595, 7952],
  '1997-04-01': [2822, 0, 1773, 1049, 7751],
  '1997-05-01': [2214, 0, 852, 1362, 1970],
  '1997-12-01': [1864, 0, 632, 1232, 1396],
  '1998-03-01': [2060, 0, 571, 1489, 980],
  '1998-06-01': [1506, 0, 446, 1060, 1042],
};

const rowsOf = <T extends { cohort: string }>(rows: readonly T[]): T[][] =>
  [...new Set(rows.map(({ cohort }) => cohort))].map((cohort) => rows.filter((row) => row.cohort === cohort));

const WHALE = [
  1700, -2300, 50, 8700, 1500, 200, 500, 9026, 60, 8300, 10, 5000, 1200, -5400, 900, -700, 100, -3100, 1800,
  7900,
];

/** The CDNOW sample up to the end of September 1997, as Fader and Hardie fit it. */
const CALIBRATED = { asOf: '1997-09-30' };

export const published: readonly Check[] = [
  {
    says: 'Gamma-Gamma of the calibration half of CDNOW, from transactions',
    holds: async (differences, { file }) =>
      withSource(
        sampleColumns(new TextDecoder().decode(await file('test/fixtures/CDNOW_sample.txt'))),
        { customer: 'customer', date: 'date', amount: 'amount' },
        async (source) => {
          const { method, model, warnings } = (await source.quadrant(CALIBRATED)).summary.potential;
          differences.same('method', [method, model?.name, warnings], ['expected', 'mbg-nbd', []]);
          const { p, q, v } = model!.spend.parameters;
          differences.closeAll('p, q, v', [p, q, v], [6.2495725, 3.7442242, 15.4435181], 1e-4);
          differences.close('log-likelihood', model!.spend.logLikelihood, -4055.917695, 1e-7);
        },
      ),
  },
  {
    says: 'MBG/NBD of the same half: parameters, and P(alive) of who bought once',
    holds: async (differences, { file }) => {
      const histories = repeatBuying(
        sampleColumns(new TextDecoder().decode(await file('test/fixtures/CDNOW_sample.txt'))),
      );
      const fit = fitMbgNbd(histories);
      if (!fit.ok) {
        differences.found.push(fit.message);
        return;
      }
      const { r, alpha, a, b } = fit.model.parameters;
      differences.closeAll(
        'r, alpha, a, b',
        [r, alpha, a, b],
        [0.5248432, 6.1830851, 0.8913595, 1.6140024],
        1e-4,
      );
      differences.close('log-likelihood', fit.model.logLikelihood, -9582.135716, 1e-7);
      const alive = histories.x.map((x, i) =>
        pAlive(fit.model, { unit: 'days', x, t_x: histories.t_x[i]!, T: histories.T[i]! }),
      );
      const once = alive.filter((_, i) => histories.x[i] === 0);
      differences.close(
        'sum of P(alive)',
        alive.reduce((sum, share) => sum + share, 0),
        1057.6,
        1e-4,
      );
      differences.closeAll('who bought once', [Math.min(...once), Math.max(...once)], [0.3897, 0.4285], 1e-4);
    },
  },
  {
    says: 'BG/NBD of the same half: parameters, P(alive), conditional expectation; weeks are never months',
    holds: async (differences, { file }) => {
      const columns = sampleColumns(new TextDecoder().decode(await file('test/fixtures/CDNOW_sample.txt')));
      const fit = fitBgNbd(repeatBuying(columns));
      if (!fit.ok) {
        differences.found.push(fit.message);
        return;
      }
      const { r, alpha, a, b } = fit.model.parameters;
      differences.closeAll('r, alpha, a, b', [r, alpha, a, b], [0.243, 4.414, 0.793, 2.426], 1e-3);
      differences.close('log-likelihood', fit.model.logLikelihood, -9582.4292, 1e-7);
      const history = { unit: 'weeks', x: 2, t_x: 30.43, T: 38.86 } as const;
      differences.close(
        'conditional expectation',
        expectedPurchases(fit.model, history, weeks(39)),
        1.226,
        1e-3,
      );
      differences.close('P(alive)', pAlive(fit.model, history), 0.7266, 1e-3);
      differences.close(
        'in days',
        pAlive(fit.model, { unit: 'days', x: 2, t_x: 30.43 * 7, T: 38.86 * 7 }),
        0.7266,
        1e-3,
      );
    },
  },
  {
    says: "r-rfm has the R package's thresholds and score sizes",
    holds: onOrders(async (source, differences) => {
      const { rows, summary } = await source.rfm(AS_OF);
      differences.closeAll('r', summary.thresholds.r, [115, 181, 297.4, 482]);
      differences.closeAll('f', summary.thresholds.f, [4, 5, 6, 8]);
      differences.closeAll('m', summary.thresholds.m, [255.8, 382, 506.4, 666]);
      const sizes = (['r', 'f', 'm'] as const).map((axis) => countBy(rows().map((row) => row[axis])));
      differences.same('sizes', sizes, [
        [197, 200, 199, 199, 200],
        [268, 187, 176, 244, 120],
        [200, 200, 198, 202, 195],
      ]);
    }),
  },
  {
    says: 'own rules give the segments of the R package rfm 0.3, with their orders and revenue',
    holds: onOrders(async (source, differences) => {
      const { rows, summary } = await source.rfm({ ...AS_OF, rules: RFM_03 });
      differences.same(
        'order',
        summary.segments.map(({ segment }) => segment),
        Object.keys(RFM_03_SIZES),
      );
      for (const { segment, customers, amount } of summary.segments) {
        const orders = rows()
          .filter((row) => row.segment === segment)
          .reduce((sum, { frequency }) => sum + frequency, 0);
        differences.same(segment, [customers, orders, amount], RFM_03_SIZES[segment]);
      }
      const medians = summary.segments.map((row) => [
        row.segment,
        row.medianRecencyDays,
        row.medianFrequency,
        row.medianMonetary,
      ]);
      differences.same('medians of champions', medians[0], ['Champions', 53, 9, 868]);
      differences.same('medians of the lost', medians.at(-1), ['Lost', 576, 3, 237]);
      const counts: Record<string, number> = {};
      for (const { r, f, m } of rows()) counts[`${r}${f}${m}`] = (counts[`${r}${f}${m}`] ?? 0) + 1;
      const lint = await source.lintRules(RFM_03, AS_OF);
      differences.same('linter', lint, lintRules(RFM_03, { counts }));
      differences.same('customers by the linter', lint.customers?.covered, 995);
      differences.same(
        'each by the linter',
        lint.rules.map(({ customers }) => customers),
        summary.segments.map(({ customers }) => customers),
      );
    }),
  },
  {
    says: "the older preset, after Putler, gives that package's older segments",
    holds: onOrders(async (source, differences) => {
      const { segments } = (await source.rfm({ ...AS_OF, rules: PUTLER })).summary;
      const sizes = Object.fromEntries(segments.map(({ segment, customers }) => [segment, customers]));
      differences.same('sizes', [sizes.Loyal, sizes['Potential Loyalist'], sizes.Champions], [278, 229, 158]);
      differences.same(
        'the rest',
        [sizes.Hibernating, sizes['At Risk'], sizes['About To Sleep']],
        [111, 86, 50],
      );
      differences.same('others', [sizes['Need Attention'], sizes.others], [35, 48]);
    }),
  },
  {
    says: 'where 80/20 does not hold, pareto says so',
    holds: onOrders(async (source, differences) => {
      const { summary } = await source.pareto();
      differences.close('top 20 %', summary.shareOfTop20, 0.35623, 1e-5);
      differences.same('for 80 %', summary.itemsForTarget, 606);
      differences.close('gini', summary.gini, 0.289603, 1e-6);
      const monetary = (await source.rfm()).rows().map((row) => row.monetary);
      const curve = lorenz(monetary);
      differences.close('gini of the values', summary.gini, curve.gini!);
      differences.close('gini by itself', summary.gini, gini(monetary)!);
      differences.close('asymmetry', summary.lorenzAsymmetry, curve.asymmetry!);
    }),
  },
  {
    says: 'clusters are named, ordered and the same every time',
    holds: onOrders(async (source, differences) => {
      const { rows, summary } = await source.rfm({ scheme: 'kmeans' });
      const names = ['high-value', 'important-develop', 'important-general', 'general', 'no-value'];
      differences.same(
        'names',
        summary.centers?.map(({ segment }) => segment),
        names,
      );
      const scores = summary.centers!.map(({ score }) => score);
      differences.holds(
        'the best come first',
        scores.every((score, i) => i === 0 || score <= scores[i - 1]!),
      );
      for (const { segment, customers, monetary } of summary.centers!) {
        const members = rows().filter((row) => row.segment === segment);
        const mean = members.reduce((sum, row) => sum + row.monetary, 0) / members.length;
        differences.same(`size of ${segment}`, members.length, customers);
        differences.close(`centre of ${segment}`, monetary, mean);
      }
      const again = await source.rfm({ scheme: 'kmeans' });
      differences.same('again', pick(again.rows(), 'segment'), pick(rows(), 'segment'));
      const auto = (await source.rfm({ scheme: 'kmeans', k: 'auto' })).summary.centers!;
      differences.holds('auto makes 2 to 10', auto.length >= 2 && auto.length <= 10);
    }),
  },
  {
    says: 'AHP weights, a preset among them, weigh the score; an inconsistent matrix is not applied',
    holds: onOrders(async (source, differences) => {
      const saaty = ahp([
        [1, 1 / 3, 1 / 5],
        [3, 1, 1 / 3],
        [5, 3, 1],
      ]);
      differences.closeAll('weights', saaty.weights, [0.104729, 0.258285, 0.636986], 1e-6);
      differences.close('lambda', saaty.lambdaMax, 3.038511, 1e-6);
      differences.close('CR', saaty.cr, 0.0332, 1e-4);
      const wild = ahp([
        [1, 3, 1 / 5],
        [1 / 3, 1, 3],
        [5, 1 / 3, 1],
      ]);
      differences.same('inconsistent', wild.consistent, false);
      differences.close('CI', wild.ci, 0.919019, 1e-6);
      for (const weights of [AHP_PRESETS.pharmaceutical, '0.199, 0.414, 0.387', [199, 414, 387]]) {
        const [row] = (await source.rfm({ weights })).rows();
        const wanted = (0.199 * (row!.r - 1) + 0.414 * (row!.f - 1) + 0.387 * (row!.m - 1)) / 4;
        differences.close(`score by ${weights}`, row!.score, wanted);
      }
    }),
  },
  {
    says: 'cohorts of CDNOW: on, on or after, rolling, revenue, cumulative',
    holds: onCdnow(async (source, differences) => {
      const plain = await source.cohorts();
      rowsOf(plain.rows()).forEach((rows, i) => {
        differences.same(`customers ${i}`, pick(rows, 'customers').flat(), COHORTS[i]);
        const revenue = rows.map((row) => row.revenue);
        differences.closeAll(
          `revenue ${i}`,
          revenue.slice(0, COHORT_REVENUE[i]!.length),
          COHORT_REVENUE[i]!,
          1e-9,
        );
        const soFar = [0, 1, 3, 6, 12].map((k) => revenue.slice(0, k + 1).reduce((sum, v) => sum + v, 0));
        const each = soFar.map((sum) => sum / rows[0]!.cohort_size);
        differences.closeAll(`cumulative ${i}`, each, COHORT_CUMULATIVE[i]!, 1e-5);
      });
      const later = rowsOf((await source.cohorts({ return: 'on-or-after' })).rows());
      differences.same(
        'on or after',
        later.map((rows) => [1, 3, 6, 12].map((k) => rows[k]!.customers)),
        COHORT_ON_OR_AFTER,
      );
      const rolling = rowsOf((await source.cohorts({ bucket: 'rolling' })).rows());
      differences.same(
        'rolling',
        rolling.map((rows) => [1, 2, 3].map((k) => rows[k]!.customers)),
        COHORT_ROLLING,
      );
      differences.close('pooled', plain.summary.averages[1]?.retention, 0.148536, 1e-5);
      const simple = (await source.cohorts({ average: 'simple' })).summary.averages;
      differences.close('simple', simple[1]?.retention, 0.148213, 1e-5);
    }),
  },
  {
    says: 'growth accounting of CDNOW, its identities and half-life',
    holds: onCdnow(async (source, differences) => {
      const { rows, summary } = await source.flow();
      for (const row of rows()) {
        const { period, active, reactivated, retained, lost } = row;
        if (FLOW[period])
          differences.same(period, [active, row.new, retained, reactivated, lost], FLOW[period]);
      }
      rows()
        .slice(1)
        .forEach((row, i) => {
          differences.same(`${row.period}: active`, row.active, row.new + row.retained + row.reactivated);
          differences.same(`${row.period}: before`, rows()[i]!.active, row.retained + row.lost);
        });
      const quick = Object.fromEntries(
        rows().map((row) => [row.period, (row.new + row.reactivated) / row.lost]),
      );
      differences.closeAll(
        'quick ratios',
        ['1997-02-01', '1997-03-01', '1997-04-01', '1998-03-01'].map((month) => quick[month]),
        [1.2672, 0.9863, 0.1353, 1.5194],
        1e-4,
      );
      const { retention, halfLife } = summary.averages!;
      differences.close('half-life', retention! ** halfLife!, 0.5);
    }),
  },
  {
    says: 'the published whale peaks at 132.44 per cent with the sixteenth of twenty',
    holds: (differences) =>
      withSource(
        WHALE.map((profit, i) => ({ customer: `c${i}`, date: '2024-01-01', amount: 100, profit })),
        { customer: 'customer', date: 'date', amount: 'amount', profit: 'profit' },
        async (source) => {
          const { rows, summary } = await source.pareto({ value: 'profit' });
          differences.same('total', summary.total, 35_446);
          differences.close('peak', summary.peakShare, 46_946 / 35_446);
          differences.same('at', [summary.peakAt, summary.negativeItems], [16, 4]);
          differences.close('top 20 %', summary.shareOfTop20, 0.9571, 1e-4);
          differences.same('no gini', [summary.gini, summary.lorenzAsymmetry], [null, null]);
          differences.holds('a reason', summary.giniReason !== null);
          differences.close('ends at', rows().at(-1)?.value_share, 1);
        },
      ),
  },
  {
    says: 'equal Gini and another shape: Lorenz asymmetry tells them apart',
    holds: async (differences) => {
      const shop = (values: readonly number[]): object[] =>
        values.map((amount, i) => ({ customer: `c${i}`, date: '2024-01-01', amount }));
      const mapping = { customer: 'customer', date: 'date', amount: 'amount' };
      const few = [...Array<number>(9).fill(50), 450];
      const many = [...Array<number>(5).fill(2), ...Array<number>(5).fill(18)];
      for (const [values, asymmetry] of [
        [few, 1.46],
        [many, 0.74],
      ] as const)
        await withSource(shop(values), mapping, async (source) => {
          const { summary } = await source.pareto();
          differences.close('gini', summary.gini, 0.4);
          differences.close('asymmetry', summary.lorenzAsymmetry, asymmetry, 1e-9);
        });
    },
  },
];
