import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import { zhCN } from '../../src/locales/zh-CN';
import { zhCNRules } from '../../src/locales/zh-cn-rules';
import { formats } from '../../src/util/format';
import { bytesOf } from '../support/files';

afterAll(() => sharedEngine().restart());

/** Forty customers over two years, each with a worth and a country. */
const ROWS = Array.from({ length: 400 }, (_, i) => ({
  id: `c${i % 41}`,
  day: `20${22 + (i % 2)}-${String((i % 12) + 1).padStart(2, '0')}-${String(((i * 7) % 28) + 1).padStart(2, '0')}`,
  sum: 5 + ((i * 37) % 90),
  worth: i % 41,
  country: i % 3 === 0 ? 'DE' : 'FR',
}));

describe('what results rest on', () => {
  it('has a sentence in Chinese for every rule, and a name for every option', async () => {
    const source = await openSource(ROWS, {
      customer: 'id',
      date: 'day',
      amount: 'sum',
      dimensions: ['country'],
    });
    const results = [
      source.rfm(),
      source.rfm({ scoring: 'r-rfm' }),
      source.rfm({ scheme: 'mean8' }),
      source.rfm({ scheme: 'kmeans' }),
      source.rfm({ rules: [{ segment: 'best', r: [4, 5], f: [1, 5], m: [1, 5] }] }),
      source.pareto(),
      source.pareto({ compare: 'selection' }),
      source.pareto({ compare: 'segment:champions' }),
      source.pareto({ compare: '2023-06-30' }),
      ...['momentum', 'headroom', 'column:worth'].map((potential) =>
        source.quadrant({ potential, horizon: 90 }),
      ),
      source.cohorts(),
      source.cohorts({
        period: 'week',
        bucket: 'rolling',
        return: 'streak',
        base: 'previous',
        average: 'matched',
      }),
      source.flow({ period: 'quarter' }),
      source.kpis(),
      source.migration({ by: 'tier' }),
      source.migration({ by: 'segment' }),
      source.whatIf(),
      source.weighing({ comparisons: [1, 1, 1] }),
      source.customers(),
      source.history('c1'),
      source.facets(),
      source.values({ dimension: 'country' }),
    ];
    // A model of repeat buying wants customers as they are.
    const cdnow = await openSource((await bytesOf('demo/data/cdnow_master.csv')) ?? []);
    results.push(cdnow.quadrant({ potential: 'expected' }));
    const f = formats('zh-CN', 'EUR');
    const said = new Set<string>();
    const stated = new Set<string>();
    for (const { definition } of await Promise.all(results)) {
      for (const option of Object.keys(definition.options)) stated.add(option);
      expect(definition.ruleCodes.length).toBe(definition.rules.length);
      for (const { code, details } of definition.ruleCodes) {
        said.add(code);
        const sentence = zhCN.problems.rules[code]?.(details, f);
        expect(sentence, code).toMatch(/\p{Script=Han}/u);
        expect(sentence, code).not.toMatch(/undefined|null|NaN|\[object/);
        expect(sentence, 'names are Chinese too').not.toMatch(/champions|at-risk|platinum|iron/);
      }
    }
    await Promise.all([source.close(), cdnow.close()]);
    // And none that nothing says.
    expect([...said].sort()).toEqual(Object.keys(zhCNRules).sort());
    expect([...stated].sort()).toEqual(Object.keys(zhCN.problems.options).sort());
  });
});
