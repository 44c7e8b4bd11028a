import { RfmError, type Source } from '../../../src/core';
import { type Check, type Differences, withSource } from '../support/check';
import { ORDERS, SHOP } from '../support/shop';

type Method =
  | 'rfm'
  | 'pareto'
  | 'quadrant'
  | 'cohorts'
  | 'flow'
  | 'migration'
  | 'kpis'
  | 'whatIf'
  | 'customers';

/** An analysis, one wrong option, and what the error calls the option where that is not its own name. */
type Wrong = readonly [method: Method, options: Record<string, unknown>, named?: string];

const RULE = { segment: 'x', r: [1, 5], f: [1, 5], m: [1, 5] };
const NO_DATES = ['yesterday', '2024-13-01', '2024-02-30', 20240101, new Date(0)];

const WRONG: readonly Wrong[] = [
  ...(
    ['rfm', 'pareto', 'quadrant', 'cohorts', 'flow', 'migration', 'kpis', 'whatIf', 'customers'] as const
  ).flatMap((method) => NO_DATES.map((asOf): Wrong => [method, { asOf }])),
  ['rfm', { scheme: 'abc' }],
  ['rfm', { bins: 1 }],
  ['rfm', { bins: 11 }],
  ['rfm', { bins: 2.5 }],
  ['rfm', { bins: 'many' }],
  ['rfm', { bins: Number.NaN }],
  ['rfm', { bins: true }],
  ['rfm', { scoring: 'ntile' }],
  ['rfm', { rBreaks: [1, 2, 3] }],
  ['rfm', { fBreaks: '4,3,2,1' }],
  ['rfm', { mBreaks: '1,2,,4' }],
  ['rfm', { mBreaks: [1, 2, 3, Number.POSITIVE_INFINITY] }],
  ['rfm', { rBreaks: 7 }],
  ['rfm', { weights: '1,1' }],
  ['rfm', { weights: [0, 0, 0] }],
  ['rfm', { weights: [1, -1, 1] }],
  ['rfm', { weights: 'equal' }],
  ['rfm', { weights: 3 }],
  ['rfm', { k: 1 }],
  ['rfm', { k: 21 }],
  ['rfm', { k: 'some' }],
  ['rfm', { rules: [] }],
  ['rfm', { rules: 'all' }],
  ['rfm', { rules: [{ ...RULE, segment: '' }] }, 'rules[0].segment'],
  ['rfm', { rules: [{ ...RULE, segment: 7 }] }, 'rules[0].segment'],
  ['rfm', { rules: [RULE, { ...RULE, f: [5, 1] }] }, 'rules[1].f'],
  ['rfm', { rules: [{ ...RULE, m: [0, 6] }] }, 'rules[0].m'],
  ['rfm', { rules: [{ segment: 'x', r: [1, 5], f: [1, 5] }] }, 'rules[0].m'],
  ['rfm', { rules: [null] }, 'rules[0]'],
  ['pareto', { of: 'country' }],
  ['pareto', { value: 'margin' }],
  ['pareto', { target: 0 }],
  ['pareto', { target: 1.2 }],
  ['pareto', { target: 'most' }],
  ['pareto', { abc: '0.95,0.8' }],
  ['pareto', { abc: [0.8] }],
  ['pareto', { abc: 'a,b' }],
  ['pareto', { abc: 0.8 }],
  ['quadrant', { potential: 'magic' }],
  ['quadrant', { potential: 'column:' }],
  ['quadrant', { potential: 7 }],
  ['quadrant', { horizon: 0 }],
  ['quadrant', { horizon: -365 }],
  ['quadrant', { horizon: 'a year' }],
  ['quadrant', { horizon: 1e9 }],
  ['quadrant', { split: 'half' }],
  ['quadrant', { split: 'quantile:2' }],
  ['quadrant', { split: 'pareto:' }],
  ['quadrant', { split: '1,2,3' }],
  ['quadrant', { split: 5 }],
  ['cohorts', { period: 'day' }],
  ['cohorts', { measure: 'profit' }],
  ['cohorts', { return: 'before' }],
  ['cohorts', { bucket: 'fixed' }],
  ['cohorts', { base: 'end' }],
  ['cohorts', { average: 'median' }],
  ['flow', { period: 'day' }],
  ['flow', { measure: 'orders' }],
  ['migration', { to: 'today' }],
  ['migration', { from: 'then' }],
  ['migration', { from: '2024-03-20' }],
  ['migration', { asOf: '2024-01-31', to: '2024-02-01' }, 'to'],
  ['migration', { window: 0 }],
  ['migration', { window: 'year' }],
  ['migration', { by: 'city' }],
  ['migration', { horizon: 0 }],
  ['migration', { by: 'segment', bins: 1 }, 'bins'],
  ['whatIf', { retentionPoints: 'five' }],
  ['whatIf', { retentionPoints: 1000 }],
  ['whatIf', { margin: 2 }],
  ['whatIf', { margin: Number.NaN }],
  ['whatIf', { discountRate: -1 }],
  ['whatIf', { costRatio: -7 }],
  ['whatIf', { keepCost: Number.POSITIVE_INFINITY }],
  ['whatIf', { horizonPeriods: 0 }],
  ['whatIf', { horizonPeriods: 1.5 }],
  ['customers', { sort: 'shoe size' }],
  ['customers', { limit: -1 }],
  ['customers', { limit: 'all' }],
  ['customers', { offset: 0.5 }],
];

async function refused(
  differences: Differences,
  what: string,
  work: () => unknown,
): Promise<RfmError | null> {
  try {
    await work();
    differences.found.push(`${what} is not refused`);
  } catch (error) {
    if (error instanceof RfmError) return error;
    differences.found.push(`${what}: ${error}`);
  }
  return null;
}

/** The error names the option, the value as it was given, and what is allowed. */
async function checkRefusal(
  differences: Differences,
  source: Source,
  [method, options, named = Object.keys(options)[0]!]: Wrong,
): Promise<void> {
  const what = `${method}(${JSON.stringify(options)})`;
  const analyse = source[method] as (given: object) => Promise<unknown>;
  const error = await refused(differences, what, () => analyse.call(source, options));
  if (!error) return;
  differences.same(`${what}: code`, error.code, 'invalid-option');
  differences.same(`${what}: option`, error.details.option, named);
  differences.holds(
    `${what}: "${error.message}" says what is allowed`,
    typeof error.details.allowed === 'string',
  );
  if (named in options && error.details.value !== options[named])
    differences.same(`${what}: value`, error.details.value, options[named]);
}

export const badOptions: readonly Check[] = [
  {
    says: 'the error names the option, the value and what is allowed',
    holds: (differences) =>
      withSource(SHOP, { ...ORDERS, dimensions: ['city'] }, async (source) => {
        for (const wrong of WRONG) await checkRefusal(differences, source, wrong);
        differences.same('the engine still answers', (await source.rfm()).summary.customers, 4);
      }),
  },
  {
    says: 'a wrong filter names its part',
    holds: (differences) =>
      withSource(SHOP, { ...ORDERS, dimensions: ['city'] }, async (source) => {
        const wrong: readonly (readonly [unknown, string])[] = [
          [{ from: 'then' }, 'filter.from'],
          [{ to: '2024-02-31' }, 'filter.to'],
          [{ from: '2024-03-01', to: '2024-02-01' }, 'filter.from'],
          [{ dimensions: { country: ['x'] } }, 'filter.dimensions'],
          [{ dimensions: { city: 'Rome' } }, 'filter.dimensions.city'],
          [{ dimensions: { city: [7] } }, 'filter.dimensions.city'],
        ];
        for (const [filter, named] of wrong) {
          const error = await refused(differences, JSON.stringify(filter), () =>
            source.filter(filter as Parameters<typeof source.filter>[0]),
          );
          differences.same(
            JSON.stringify(filter),
            [error?.code, error?.details.option],
            ['invalid-option', named],
          );
        }
      }),
  },
  {
    says: 'an unknown customer, column, profit or export is named',
    holds: (differences) =>
      withSource(SHOP, ORDERS, async (source) => {
        const codes = async (what: string, work: () => Promise<unknown>): Promise<string | undefined> =>
          (await refused(differences, what, work))?.code;
        differences.same('customer', await codes('history', () => source.history('zoe')), 'invalid-option');
        differences.same(
          'refund only',
          await codes('history', () => source.history('dan')),
          'invalid-option',
        );
        differences.same(
          'number',
          await codes('history', () => source.history(7 as unknown as string)),
          'invalid-option',
        );
        differences.same(
          'column',
          await codes('quadrant', () => source.quadrant({ potential: 'column:nowhere' })),
          'column-missing',
        );
        differences.same(
          'profit',
          await codes('pareto', () => source.pareto({ value: 'profit' })),
          'column-missing',
        );
        differences.same(
          'export',
          await codes('exportCsv', () => source.exportCsv('all' as 'rfm')),
          'invalid-option',
        );
      }),
  },
  {
    says: 'wrong options of the source are named when it is opened',
    holds: async (differences) => {
      for (const [option, value] of [
        ['refunds', 'gross'],
        ['zeroAmounts', 'maybe'],
        ['yearStart', 13],
        ['yearStart', 'March'],
        ['header', 'perhaps'],
        ['asOf', '2024-02-30'],
      ] as const) {
        const error = await refused(differences, option, () =>
          withSource(SHOP, ORDERS, async () => undefined, { [option]: value }),
        );
        differences.same(option, [error?.code, error?.details.option], ['invalid-option', option]);
      }
    },
  },
];
