import { describe, expect, it } from 'vitest';
import { cellColours, type ScaleOver } from '../../src/layout/cohort-colours';
import { cohortLine } from './support/cohort-line';

/** A good cohort and one half as good; the first column is the strongest in both. */
const LINES = [cohortLine('a', 100, [1, 0.4, 0.2]), cohortLine('b', 100, [1, 0.2, 0.1])];

function level(over: ScaleOver, cohort: string | null, period: number, value: number): number | null {
  return cellColours(LINES, [], over)?.level({ cohort, period, value }) ?? null;
}

describe('the colours of cells', () => {
  it('compare all cells over the table', () => {
    expect(level('table', 'a', 1, 0.4)).toBe(7);
    expect(level('table', 'b', 1, 0.2)).toBe(level('table', 'a', 2, 0.2));
  });

  it('compare the cells of a row over each row: its best is the darkest, whatever others are', () => {
    expect(level('row', 'a', 1, 0.4)).toBe(7);
    expect(level('row', 'b', 1, 0.2)).toBe(7);
    expect(level('row', 'b', 2, 0.1)).toBe(1);
  });

  it('compare the cells of a column over each column', () => {
    expect(level('column', 'a', 1, 0.4)).toBe(7);
    expect(level('column', 'a', 2, 0.2)).toBe(7);
    expect(level('column', 'b', 2, 0.1)).toBe(1);
  });

  it('give the average row a scale of its own over rows', () => {
    const colours = cellColours(
      LINES,
      [
        { period: 0, value: 1 },
        { period: 1, value: 0.3 },
        { period: 2, value: 0.15 },
      ],
      'row',
    );
    expect(colours?.level({ cohort: null, period: 1, value: 0.3 })).toBe(7);
    expect(colours?.level({ cohort: null, period: 2, value: 0.15 })).toBe(1);
  });

  it('part blue from vermilion around the mean of the column, as far apart on either side', () => {
    // Means 0.3 and 0.15: 0.1 and 0.05 away.
    const colours = cellColours(LINES, [], 'mean');
    expect(colours?.ends?.[1]).toBeCloseTo(0.1, 12);
    expect(colours?.ends?.[0]).toBeCloseTo(-0.1, 12);
    expect(level('mean', 'a', 1, 0.4)).toBe(7);
    expect(level('mean', 'b', 1, 0.2)).toBe(1);
    expect(level('mean', 'a', 1, 0.3)).toBe(4);
    expect(colours?.fill(7)).toBe('div-7');
    expect(colours?.ink(1)).toBe('on-div-1');
  });

  it('leave near equal figures near neutral around the mean', () => {
    const near = [cohortLine('a', 100, [1, 0.21]), cohortLine('b', 100, [1, 0.19])];
    const colours = cellColours(near, [], 'mean');
    expect(colours?.level({ cohort: 'a', period: 1, value: 0.21 })).toBe(5);
    expect(colours?.level({ cohort: 'b', period: 1, value: 0.19 })).toBe(3);
  });

  it('weigh the mean by customers', () => {
    const uneven = [cohortLine('a', 900, [1, 0.1]), cohortLine('b', 100, [1, 0.2])];
    // 0.11 is the mean.
    expect(cellColours(uneven, [], 'mean')?.level({ cohort: 'a', period: 1, value: 0.11 })).toBe(4);
  });

  it('colour nothing where there is nothing after period 0', () => {
    for (const over of ['table', 'row', 'column', 'mean'] as const)
      expect(cellColours([cohortLine('a', 100, [1])], [], over)).toBeNull();
  });
});
