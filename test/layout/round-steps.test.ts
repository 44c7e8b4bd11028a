import { describe, expect, it } from 'vitest';
import { nice, ticks } from '../../src/layout/round-steps';

describe('ticks', () => {
  it('are round values, about as many as asked for', () => {
    expect(ticks(0, 100, 5)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticks(0, 1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticks(-3, 7.5, 4)).toEqual([-2, 0, 2, 4, 6]);
    expect(ticks(1230, 4567, 3)).toEqual([2000, 3000, 4000]);
  });

  it('are exact where fractions would not be', () => {
    expect(ticks(0, 0.7, 7)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
    expect(ticks(0.1, 0.3, 2)).toEqual([0.1, 0.2, 0.3]);
  });

  it('are one where there is one value, and none where there is no way', () => {
    expect(ticks(5, 5, 4)).toEqual([5]);
    expect(ticks(7, 5, 4)).toEqual([]);
    expect(ticks(0, 10, 0)).toEqual([]);
    expect(ticks(Number.NaN, 10, 4)).toEqual([]);
  });
});

describe('the ends of a scale', () => {
  it('move outward to round values', () => {
    expect(nice(0, 0.37, 5)).toEqual([0, 0.4]);
    expect(nice(-13, 87, 5)).toEqual([-20, 100]);
    expect(nice(0, 100, 5)).toEqual([0, 100]);
  });

  it('stay where there is no way between them', () => {
    expect(nice(3, 3, 5)).toEqual([3, 3]);
  });
});
