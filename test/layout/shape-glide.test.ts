import { describe, expect, it } from 'vitest';
import { glideShapes } from '../../src/layout/shape-glide';
import type { RectShape, Shape } from '../../src/layout/shapes';

const cell = (key: string, x: number, width = 10): RectShape => ({
  kind: 'rect',
  key,
  x,
  y: 0,
  width,
  height: 10,
});

const xs = (shapes: readonly Shape[] | undefined): unknown[] =>
  shapes?.map((one) => 'x' in one && one.x) ?? [];

describe('shapes on their way', () => {
  it('go from where the one of the same key was, whatever their order', () => {
    const way = glideShapes([cell('jan', 0), cell('feb', 100)], [cell('feb', 50), cell('jan', 10)]);
    expect(xs(way?.(0))).toEqual([100, 0]);
    expect(xs(way?.(0.5))).toEqual([75, 5]);
    expect(xs(way?.(1))).toEqual([50, 10]);
  });

  it('appear where they will be, if they are new', () => {
    const way = glideShapes([cell('jan', 0)], [cell('jan', 0), { ...cell('feb', 50), opacity: 0.6 }]);
    expect(way?.(0)[1]).toEqual({ ...cell('feb', 50), opacity: 0 });
    expect(way?.(0.5)[1]).toEqual({ ...cell('feb', 50), opacity: 0.3 });
    expect(way?.(1)[1]).toEqual({ ...cell('feb', 50), opacity: 0.6 });
  });

  it('are told apart by what they say or by their colours where they have no key', () => {
    const tick = (text: string, x: number): Shape => ({ kind: 'text', text, x, y: 0, fill: 'muted' });
    const way = glideShapes([tick('10', 0), tick('20', 40)], [tick('20', 20), tick('30', 40)]);
    expect(way?.(0)).toEqual([tick('20', 40), { ...tick('30', 40), opacity: 0 }]);
  });

  it('change their size with their place', () => {
    const [half] = glideShapes([cell('jan', 0, 10)], [cell('jan', 0, 30)])?.(0.5) ?? [];
    expect(half).toEqual(cell('jan', 0, 20));
  });

  const line = (d: string): Shape => ({ kind: 'path', d, stroke: 'accent' });

  it('bend point by point, also where there are more points than before', () => {
    const way = glideShapes([line('M0,0L10,100')], [line('M0,0L5,90L10,100')]);
    expect(way?.(0)).toEqual([line('M0.00,0.00L10.00,100.00L10.00,100.00')]);
    expect(way?.(0.5)).toEqual([line('M0.00,0.00L7.50,95.00L10.00,100.00')]);
  });

  it('are there at once where a curve is no line', () => {
    expect(glideShapes([line('M0,0C1,1,2,2,3,3')], [line('M0,0C1,1,2,2,9,9')])).toBe(null);
  });

  it('stay where they are where nothing moves, and where they are too many to be drawn in each frame', () => {
    expect(glideShapes([cell('jan', 0)], [cell('jan', 0)])).toBe(null);
    const many = (x: number): Shape[] => Array.from({ length: 2000 }, (_, i) => cell(String(i), x));
    expect(glideShapes(many(0), many(5))).toBe(null);
  });
});
