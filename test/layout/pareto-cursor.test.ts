import { describe, expect, it } from 'vitest';
import { cursorStops, readCurve } from '../../src/layout/pareto-cursor';

const curve = [
  { items: 0, value: 0 },
  { items: 0.25, value: 0.6 },
  { items: 1, value: 1 },
];

describe('readCurve', () => {
  it('reads at whole items, never at half a customer', () => {
    expect(readCurve(curve, 4, 0.3)).toEqual({ items: 1, itemShare: 0.25, valueShare: 0.6 });
    expect(readCurve(curve, 4, 0.4).items).toBe(2);
    expect(readCurve(curve, 4, 0.4).valueShare).toBeCloseTo(0.7333333, 6);
  });

  it('stays between the first and the last', () => {
    expect(readCurve(curve, 4, 0).items).toBe(1);
    expect(readCurve(curve, 4, 2).valueShare).toBe(1);
  });
});

describe('cursorStops', () => {
  it('stops at each item where there are few', () => {
    expect(cursorStops(4, [])).toEqual([0.25, 0.5, 0.75, 1]);
  });

  it('stops at each per cent of many, and at the places asked for', () => {
    const stops = cursorStops(10_000, [0.326, null]);
    expect(stops).toHaveLength(101);
    expect(stops.slice(31, 34)).toEqual([0.32, 0.326, 0.33]);
  });

  it('knows nothing of nobody', () => {
    expect(cursorStops(0, [null])).toEqual([]);
  });
});
