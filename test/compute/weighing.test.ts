import { describe, expect, it } from 'vitest';
import { comparisonsOf, weighing } from '../../src/compute/weighing';

describe('weights from three comparisons', () => {
  it('are those of the matrix', () => {
    const { weights, cr, consistent } = weighing(comparisonsOf('1/3, 1/5, 1/3'));
    for (const [i, weight] of [0.104729, 0.258285, 0.636986].entries())
      expect(weights[i]).toBeCloseTo(weight, 6);
    expect(cr).toBeCloseTo(0.0332, 4);
    expect(consistent).toBe(true);
  });

  it('come from fractions, figures or a list, and tell what would agree', () => {
    expect(comparisonsOf('1/2,1,2')).toEqual([0.5, 1, 2]);
    expect(comparisonsOf([0.5, 1, 2])).toEqual([0.5, 1, 2]);
    expect(comparisonsOf('0.111,1,9')).toEqual([1 / 9, 1, 9]);
    expect(weighing([2, 1, 3]).impliedRecencyOverMonetary).toBe(6);
    expect(weighing([3, 0.2, 3]).consistent).toBe(false);
  });

  it('are refused where they are no comparisons', () => {
    for (const given of ['1,2', '1,2,10', '1,0,1', '1,two,3', '', null, [1, 2, -3], '1/0,1,1'])
      expect(() => comparisonsOf(given), String(given)).toThrow('comparisons');
  });
});
