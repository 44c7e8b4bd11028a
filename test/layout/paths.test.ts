import { describe, expect, it } from 'vitest';
import { areaPath, linePath } from '../../src/layout/paths';

const POINTS = [
  [0, 10],
  [5.128, 20],
] as const;

describe('linePath', () => {
  it('goes from point to point, to a hundredth of a pixel', () => {
    expect(
      linePath(
        POINTS,
        ([x]) => x,
        ([, y]) => y,
      ),
    ).toBe('M0,10L5.13,20');
  });

  it('is a dot for one point and nothing for none', () => {
    expect(
      linePath(
        [3],
        (x) => x,
        () => 4,
      ),
    ).toBe('M3,4Z');
    expect(
      linePath(
        [],
        () => 0,
        () => 0,
      ),
    ).toBe('');
  });
});

describe('areaPath', () => {
  it('goes there along the upper edge and back along the lower', () => {
    expect(
      areaPath(
        POINTS,
        ([x]) => x,
        () => 30,
        ([, y]) => y,
      ),
    ).toBe('M0,10L5.13,20L5.13,30L0,30Z');
    expect(
      areaPath(
        [],
        () => 0,
        () => 0,
        () => 0,
      ),
    ).toBe('');
  });
});
