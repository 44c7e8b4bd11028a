import { expect, it } from 'vitest';
import { exactRunningSums, exactSum } from '../../src/compute/exact-sum';

it('puts the error of each addition back, whichever of the two is larger', () => {
  expect(exactSum([1e16, 1, -1e16])).toBe(1);
  expect(exactSum([1, 1e100, 1, -1e100])).toBe(2);
  expect(exactSum([-1, -1e100, -1, 1e100])).toBe(-2);
  expect(exactSum(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  expect(exactSum([])).toBe(0);
});

it('does so at each step of a running sum', () => {
  expect([...exactRunningSums([1, 1e100, 1, -1e100])]).toEqual([1, 1e100, 1e100, 2]);
  expect([...exactRunningSums([1e16, 1, -1e16])]).toEqual([1e16, 1e16, 1]);
  expect([...exactRunningSums([])]).toEqual([]);
});
