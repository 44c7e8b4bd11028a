import { describe, expect, it } from 'vitest';
import { levelScale } from '../../src/layout/cohort-scale';
import type { CohortLine } from '../../src/layout/cohort-table';
import { cohortLine } from './support/cohort-line';

/** A cohort of `size` with these rates from period 0 on; the last `open` of them not over yet. */
const line = (size: number, rates: readonly number[], open = 0): CohortLine =>
  cohortLine(`of ${size}`, size, rates, open);

describe('levelScale', () => {
  it('runs from the least to the most after period 0, in seven steps', () => {
    const scale = levelScale([line(100, [1, 0.07, 0.35])])!;
    expect(scale.low).toBe(0.07);
    expect(scale.high).toBe(0.35);
    // Steps of 0.04.
    expect(scale.level(0.07)).toBe(1);
    expect(scale.level(0.112)).toBe(2);
    expect(scale.level(0.21)).toBe(4);
    expect(scale.level(0.35)).toBe(7);
  });

  it('keeps noise between near equal figures pale: half of the upper end is the least it spans', () => {
    const scale = levelScale([line(100, [1, 0.19, 0.2])])!;
    expect(scale.low).toBe(0.1);
    expect(scale.high).toBe(0.2);
  });

  it('is not washed out by one who came back', () => {
    const scale = levelScale([line(1, [1, 1, 1]), line(100, [1, 0.1, 0.2])])!;
    expect(scale.high).toBe(0.2);
    expect(scale.level(1)).toBe(7);
  });

  it('weighs a figure by its customers: one cohort in a hundred cannot stretch it', () => {
    const scale = levelScale([line(10, [1, 0.9]), line(990, [1, 0.1, 0.2])])!;
    expect(scale.high).toBe(0.2);
  });

  it('rests on complete cells where there are some', () => {
    expect(levelScale([line(100, [1, 0.3, 0.01], 1)])!.low).toBe(0.15);
    expect(levelScale([line(100, [1, 0.3], 1)])!.high).toBe(0.3);
  });

  it('colours nothing where there is only period 0', () => {
    expect(levelScale([line(100, [1])])).toBeNull();
    expect(levelScale([])).toBeNull();
  });

  it('keeps to the palest step where nobody ever came back', () => {
    expect(levelScale([line(100, [1, 0, 0])])!.level(0)).toBe(1);
  });
});
