import { expect, it } from 'vitest';
import { pearson } from '../../src/compute/pearson';

it('is the correlation of two columns', () => {
  // Deviations -1, 0, 1 and -4/3, 2/3, 2/3: 2 / sqrt(2 * 8/3).
  expect(pearson([1, 2, 3], [1, 3, 3])).toBeCloseTo(Math.sqrt(3) / 2, 12);
  expect(pearson([1, 2, 3], [-2, -4, -6])).toBeCloseTo(-1, 12);
  expect(pearson([10, 20], [0.1, 0.2])).toBeCloseTo(1, 12);
});

it('counts a row as often as its weight says', () => {
  const [x, y] = [
    [1, 2, 3, 4],
    [2, 1, 4, 3],
  ];
  expect(pearson(x, y, [2, 1, 3, 1])!).toBeCloseTo(
    pearson([1, 1, 2, 3, 3, 3, 4], [2, 2, 1, 4, 4, 4, 3])!,
    12,
  );
  expect(pearson([1, 2, 9], [1, 2, 0], [1, 1, 0])).toBeCloseTo(1, 12);
});

it('is none where a column does not vary, or for fewer than two rows', () => {
  expect(pearson([1, 1, 1], [1, 2, 3])).toBeNull();
  expect(pearson([1, 2, 3], [5, 5, 5])).toBeNull();
  expect(pearson([1], [2])).toBeNull();
  expect(pearson([], [])).toBeNull();
});
