import { describe, expect, it } from 'vitest';
import { gini } from '../../src/compute/gini';
import { itemsForTarget, paretoCurve, peakOf, shareOfTop } from '../../src/compute/pareto-curve';
import { textOf } from '../support/files';
import { cdnowSample, rows } from './support/histories';

/** Twenty customers' profits, four of them losses (the example of an SAP blog on the whale curve). */
const WHALE = [
  1700, -2300, 50, 8700, 1500, 200, 500, 9026, 60, 8300, 10, 5000, 1200, -5400, 900, -700, 100, -3100, 1800,
  7900,
];

describe('the Pareto curve', () => {
  it('meets the CDNOW sample: 67.4 % from the top 20 %, 80 % from 777 customers', async () => {
    const spent = new Map<string, number>();
    for (const [id, , amount] of await cdnowSample('first')) spent.set(id, (spent.get(id) ?? 0) + amount);
    const curve = paretoCurve([...spent.values()]);
    expect(curve.items).toBe(2357);
    expect(shareOfTop(curve, 0.01)).toBeCloseTo(0.14388329905526584, 10);
    expect(shareOfTop(curve, 0.1)).toBeCloseTo(0.5077724401715192, 10);
    expect(shareOfTop(curve, 0.2)).toBeCloseTo(0.6742294153588199, 10);
    expect(itemsForTarget(curve, 0.8)).toBe(777);
    expect(gini([...spent.values()])).toBeCloseTo(0.6309171170162413, 10);
  });

  it.each([
    ['demo/data/cdnow_master.csv', 3, 0.6777738296984491, 7695, 0.634571184581596],
    ['test/fixtures/rfm_data_orders.csv', 2, 0.3562321450885259, 606, 0.2896032954988621],
  ])(
    'meets the figures of %s that were computed apart',
    async (file, column, top20, customers, inequality) => {
      const text = (await textOf(file))!;
      const spent = new Map<string, number>();
      for (const line of rows(text, ',').slice(1))
        spent.set(line[0]!, (spent.get(line[0]!) ?? 0) + Number(line[column]));
      const curve = paretoCurve([...spent.values()]);
      expect(shareOfTop(curve, 0.2)).toBeCloseTo(top20, 10);
      expect(itemsForTarget(curve, 0.8)).toBe(customers);
      expect(gini([...spent.values()])).toBeCloseTo(inequality, 10);
    },
  );

  it('of the whale example peaks at 132.44 % with the 16th of 20', () => {
    const curve = paretoCurve(WHALE);
    expect(curve.total).toBe(35446);
    expect(curve.negativeItems).toBe(4);
    expect(peakOf(curve).peakShare).toBeCloseTo(1.3244, 4);
    expect(peakOf(curve).peakAt).toBe(16);
    expect(shareOfTop(curve, 0.2)).toBeCloseTo(0.9571, 4);
  });

  it('interpolates between items', () => {
    const curve = paretoCurve([6, 4]);
    expect(shareOfTop(curve, 0.25)).toBe(0.3);
    expect(shareOfTop(curve, 0.75)).toBe(0.8);
    expect([0, 1].map((p) => shareOfTop(curve, p))).toEqual([0, 1]);
  });

  it('reaches a target that rounding would miss, and a peak before the items that add nothing', () => {
    expect(itemsForTarget(paretoCurve(new Array<number>(10).fill(0.1)), 0.8)).toBe(8);
    expect(peakOf(paretoCurve([0.1, 0.2, 0, 0]))).toEqual({ peakShare: 1, peakAt: 2 });
  });

  it('has no shares where there is nothing to share', () => {
    for (const values of [[], [0, 0], [-5, 1]]) {
      const curve = paretoCurve(values);
      expect(shareOfTop(curve, 0.2)).toBeNull();
      expect(itemsForTarget(curve, 0.8)).toBeNull();
      expect(peakOf(curve).peakShare).toBeNull();
    }
  });

  it('keeps 0.01 next to 1e15', () => {
    expect(paretoCurve([1e15, ...new Array<number>(100).fill(0.01)]).total).toBe(1e15 + 1);
  });
});
