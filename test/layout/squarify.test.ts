import { describe, expect, it } from 'vitest';
import { squarify } from '../../src/layout/squarify';

describe('squarify', () => {
  it('gives each value its area, and leaves nothing of the box', () => {
    const boxes = squarify([6, 6, 4, 3, 2, 2, 1], { x: 10, y: 20, width: 60, height: 40 });
    expect(boxes.map(({ width, height }) => Math.round(width * height))).toEqual([
      600, 600, 400, 300, 200, 200, 100,
    ]);
    for (const { x, y, width, height } of boxes) {
      expect(x).toBeGreaterThanOrEqual(10);
      expect(y).toBeGreaterThanOrEqual(20);
      expect(x + width).toBeLessThanOrEqual(70 + 1e-9);
      expect(y + height).toBeLessThanOrEqual(60 + 1e-9);
    }
  });

  it('makes no slivers where it need not', () => {
    const boxes = squarify([6, 6, 4, 3, 2, 2, 1], { x: 0, y: 0, width: 60, height: 40 });
    for (const { width, height } of boxes) expect(Math.max(width / height, height / width)).toBeLessThan(4);
  });

  it('fills the box with one value, and has nothing to say of none', () => {
    const box = { x: 1, y: 2, width: 3, height: 4 };
    expect(squarify([7], box)).toEqual([box]);
    expect(squarify([], box)).toEqual([]);
  });
});
