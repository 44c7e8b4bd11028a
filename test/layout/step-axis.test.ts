import { describe, expect, it } from 'vitest';
import { stepAxis } from '../../src/layout/step-axis';

const values = (axis: ReturnType<typeof stepAxis>, set: number): number[] =>
  axis.ticks[set]!.map((tick) => tick.value);

describe('stepAxis', () => {
  it('offers ticks at the multiples of each step, free of binary dust', () => {
    const axis = stepAxis([0, 1], [0, 100], [0.2, 0.5]);
    expect(values(axis, 0)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(values(axis, 1)).toEqual([0, 0.5, 1]);
    expect(axis.ticks[0]![3]!.at).toBe(60);
  });

  it('names the low end, and no multiple close to it', () => {
    expect(values(stepAxis([1, 12], [0, 110], [2, 6]), 0)).toEqual([1, 4, 6, 8, 10, 12]);
    expect(values(stepAxis([1, 12], [0, 110], [6]), 0)).toEqual([1, 6, 12]);
  });

  it('runs down where the range does', () => {
    expect(stepAxis([0, 2], [200, 0], [1]).place(0.5, 0)).toBe(150);
  });
});
