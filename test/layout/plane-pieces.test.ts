import { describe, expect, it } from 'vitest';
import { amountAxis, countAxis, dayAxis } from '../../src/layout/axis';
import { CELL, cellsOfBins, cellsOfPlaces, crowdAt, squaresOf } from '../../src/layout/density';
import { type Grip, gripAt } from '../../src/layout/grips';
import { isWithin, marksWithin } from '../../src/layout/lasso';
import { type Places, seenPoints } from '../../src/layout/points';
import { sparkScene } from '../../src/layout/spark';
import { stepAlong } from '../../src/layout/step-along';
import { WHOLE } from '../../src/layout/zoom';

const box = { left: 0, top: 0, right: 100, bottom: 100 };
const places: Places = {
  x: Float32Array.from([10, 50, 90]),
  y: Float32Array.from([10, 50, 90]),
  tone: Uint8Array.from([0, 1, 1]),
  tones: ['tier-gold', 'tier-lead'],
  radius: Float32Array.from([2, 2, 2]),
};

describe('a line drawn around marks', () => {
  const around = [
    { x: 0, y: 0 },
    { x: 60, y: 0 },
    { x: 60, y: 60 },
    { x: 0, y: 60 },
  ];

  it('holds those inside, hidden ones left out', () => {
    expect(marksWithin(places, WHOLE, around, new Set())).toEqual([0, 1]);
    expect(marksWithin(places, WHOLE, around, new Set([1]))).toEqual([0]);
  });

  it('is drawn on what is seen: zoomed in, fewer lie in it', () => {
    expect(marksWithin(places, { k: 2, x: 0, y: 0 }, around, new Set())).toEqual([0]);
  });

  it('may be hollow: what lies in the bay is not inside', () => {
    const bay = [...around, { x: 0, y: 40 }, { x: 40, y: 40 }, { x: 40, y: 20 }, { x: 0, y: 20 }];
    expect(isWithin(bay, { x: 20, y: 30 })).toBe(false);
    expect(isWithin(bay, { x: 50, y: 30 })).toBe(true);
    expect(isWithin([], { x: 0, y: 0 })).toBe(false);
  });
});

describe('marks in sight', () => {
  it('are those of the window, where they are seen, larger where they are few', () => {
    const { points, rows } = seenPoints(places, { k: 4, x: -150, y: -150 }, box, new Set());
    expect([...rows]).toEqual([1]);
    expect([points.x[0], points.y[0]]).toEqual([50, 50]);
    expect(points.radius[0]).toBeGreaterThanOrEqual(2);
  });
});

describe('a density', () => {
  const even = { scale: 'linear', from: 0, step: 50, least: null } as const;
  const bins = {
    x: { ...even, extent: (bin: number) => [bin * 50, bin * 50 + 50] as const },
    y: { ...even, extent: (bin: number) => [bin * 50, bin * 50 + 50] as const },
  };
  const binned = { x: [0, 1], y: [0, 1], tone: [0, 1], count: [3, 4000] };

  it('holds as many as were counted, each within its bin', () => {
    const cells = cellsOfBins(binned, bins, box, places.tones, new Set());
    const [gold, lead] = crowdAt(cells, 25, 25, 12);
    expect(gold).toBeCloseTo(3, 3);
    expect(lead).toBe(0);
    expect(cells.sums.reduce((sum, one) => sum + one, 0)).toBeCloseTo(4003, 0);
  });

  it('leaves hidden tones out', () => {
    const cells = cellsOfBins(binned, bins, box, places.tones, new Set([1]));
    expect(cells.sums.reduce((sum, one) => sum + one, 0)).toBeCloseTo(3, 3);
  });

  it('holds each mark where it stands, before anybody has counted', () => {
    const cells = cellsOfPlaces(places, WHOLE, box, new Set([1]));
    expect(crowdAt(cells, 10, 10)).toEqual([1, 0]);
    expect(cells.sums.reduce((sum, one) => sum + one, 0)).toBe(1);
    const near = { k: 2, x: -100, y: -100 };
    expect(cellsOfPlaces(places, near, box, new Set()).sums.reduce((sum, one) => sum + one, 0)).toBe(2);
  });

  it('puts marked customers where their marks would be, those hidden or out of sight nowhere', () => {
    const columns = 100 / CELL;
    const at = (x: number, y: number): number => Math.floor(y / CELL) * columns + Math.floor(x / CELL);
    expect([...squaresOf(places, WHOLE, box, new Set()).squares]).toEqual([
      at(10, 10),
      at(50, 50),
      at(90, 90),
    ]);
    expect([...squaresOf(places, WHOLE, box, new Set([1])).squares]).toEqual([at(10, 10), -1, -1]);
    const near = { k: 2, x: -100, y: -100 };
    expect([...squaresOf(places, near, box, new Set()).squares]).toEqual([-1, at(0, 0), at(80, 80)]);
  });
});

describe('a line that can be moved', () => {
  const upright = { key: 'x', way: 'x', at: 50, from: 10, to: 90, knob: { x: 50, y: 5 } } as Grip;
  const level = { key: 'y', way: 'y', at: 30, from: 10, to: 90, knob: { x: 95, y: 30 } } as Grip;

  it('is taken by its knob or, with a mouse, anywhere along it', () => {
    expect(gripAt([upright, level], 52, 60, false)?.key).toBe('x');
    expect(gripAt([upright, level], 70, 31, false)?.key).toBe('y');
    expect(gripAt([upright, level], 70, 60, false)).toBe(null);
    expect(gripAt([upright, level], 52, 60, true)).toBe(null);
    expect(gripAt([upright, level], 60, 15, true)?.key).toBe('x');
    expect(gripAt([], 0, 0, true)).toBe(null);
  });

  it('steps to the next value that is another: a day, an order, some money', () => {
    expect(stepAlong(dayAxis([0, 1000], [300, 0]), 100, 1)).toBeLessThan(100);
    expect(stepAlong(dayAxis([0, 100], [300, 0]), 50, -1)).toBe(51);
    expect(stepAlong(countAxis([1, 40], [0, 300]), 3, 1)).toBe(4);
    expect(stepAlong(countAxis([1, 40], [0, 300]), 3, -2)).toBe(1);
    const money = amountAxis([1, 10, 10, 10, 100, 1000], [0, 300]);
    expect(stepAlong(money, 100, 1)).toBeGreaterThan(100);
    expect(stepAlong(money, 100, 1)).toBeLessThan(105);
  });
});

describe('a sparkline of purchases', () => {
  it('has a bar for each stretch with purchases, refunds below the line', () => {
    const { shapes, width } = sparkScene(
      [
        { day: 0, amount: 10 },
        { day: 50, amount: 20 },
        { day: 99, amount: -5 },
      ],
      0,
      99,
    );
    const bars = shapes.filter((shape) => shape.kind === 'rect');
    expect(bars).toHaveLength(3);
    expect(bars.map(({ fill }) => fill)).toEqual(['accent', 'accent', 'fall']);
    expect(bars[1]?.height).toBeCloseTo(2 * (bars[0]?.height ?? 0), 6);
    for (const bar of bars) expect(bar.x + bar.width).toBeLessThanOrEqual(width + 0.001);
  });

  it('stands on one day too', () => {
    expect(
      sparkScene([{ day: 5, amount: 3 }], 5, 5).shapes.filter(({ kind }) => kind === 'rect'),
    ).toHaveLength(1);
  });
});
