import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaleLinear, scaleLog } from '../../src/layout/scale';

describe('a linear scale', () => {
  it('places values by their differences, in pixels that run either way', () => {
    const across = scaleLinear([0, 50], [10, 110]);
    expect([0, 25, 50, 75].map(across)).toEqual([10, 60, 110, 160]);
    expect(scaleLinear([0, 50], [100, 0])(20)).toBe(60);
  });

  it('has round values for ticks', () => {
    expect(scaleLinear([0, 97], [0, 1]).ticks(5)).toEqual([0, 20, 40, 60, 80]);
  });

  it('puts everything into the middle where all values are one', () => {
    expect(scaleLinear([3, 3], [0, 100])(3)).toBe(50);
  });
});

describe('a log scale', () => {
  it('places values by their ratios', () => {
    const scale = scaleLog([1, 1000], [0, 300]);
    expect(scale(10)).toBeCloseTo(100, 9);
    expect(scale(100)).toBeCloseTo(200, 9);
  });
});

it('a scale meets its ends exactly and finds the value of a pixel again', () => {
  const ends = fc.tuple(
    fc.double({ min: 0.01, max: 1e3, noNaN: true }),
    fc.double({ min: 2, max: 1e6, noNaN: true }),
  );
  fc.assert(
    fc.property(ends, fc.double({ min: 0, max: 1, noNaN: true }), ([low, times], part) => {
      const domain = [low, low * times] as const;
      for (const make of [scaleLinear, scaleLog]) {
        const scale = make(domain, [24, 640]);
        expect(scale(domain[0])).toBe(24);
        expect(scale(domain[1])).toBeCloseTo(640, 9);
        const value = domain[0] + part * (domain[1] - domain[0]);
        expect(scale.invert(scale(value)) / value).toBeCloseTo(1, 9);
      }
    }),
  );
});
