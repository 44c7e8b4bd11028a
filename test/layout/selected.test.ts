import { describe, expect, it } from 'vitest';
import { selectedCellShapes } from '../../src/layout/cohort-selected';
import type { TriangleCell } from '../../src/layout/cohort-shapes';
import { selectedCurve } from '../../src/layout/pareto-selected';
import { markedPoints, shownPoints } from '../../src/layout/points';

describe('the curve of the selected', () => {
  it('rises where they stand in the ranking of all, is flat between, and ends at their share', () => {
    const curve = selectedCurve([
      { upTo: 0.005, valueShare: 0.2 },
      { upTo: 0.5, valueShare: 0.1 },
    ]);
    expect(curve.map(({ items, value }) => [items, Number(value.toFixed(6))])).toEqual([
      [0, 0],
      [0.005, 0.2],
      [0.495, 0.2],
      [0.5, 0.3],
      [1, 0.3],
    ]);
  });
});

describe('cells of the selected', () => {
  const row = {
    cohort: '2024-01-01',
    cohort_size: 10,
    period: 1,
    period_start: '2024-02-01',
    customers: 4,
    retention: 0.4,
    revenue: 40,
    complete: true,
    low: 0.2,
    high: 0.7,
    orders: 4,
  };
  const cell = (period: number): TriangleCell => ({
    key: `2024-01-01:${period}`,
    line: 0,
    period,
    x: 100 * period,
    y: 0,
    width: 80,
    height: 30,
    value: 0.4,
    row: { ...row, period },
    average: null,
  });

  it('carry a bar as long as the share of the selected, and a veil where nobody is', () => {
    const shapes = selectedCellShapes([cell(1), cell(2)], new Map([['2024-01-01:1', 1]]), null, () => 'text');
    expect(shapes).toEqual([
      { kind: 'path', d: 'M200,0h80v30h-80z', fill: 'surface', opacity: 0.72 },
      { kind: 'path', d: 'M103,26h74v2h-74z', fill: 'text', opacity: 0.3 },
      { kind: 'path', d: 'M103,26h18.5v2h-18.5z', fill: 'text' },
    ]);
  });

  it('are framed where they are what was chosen', () => {
    const shapes = selectedCellShapes(
      [cell(1)],
      new Map([['2024-01-01:1', 4]]),
      '2024-01-01:1',
      () => 'text',
    );
    expect(shapes.at(-1)).toMatchObject({ stroke: 'text', width: 80, height: 30 });
  });
});

describe('marks of the selected', () => {
  const crowd = 200;
  const points = shownPoints(
    {
      x: new Float32Array(crowd).fill(50),
      y: new Float32Array(crowd).fill(50),
      tone: new Uint8Array(crowd),
      tones: ['tier-gold'],
      radius: new Float32Array(crowd).fill(2),
    },
    new Set(),
  );

  it('stand before the rest, and do not drown in a crowd that is not theirs', () => {
    const marks = new Int32Array(crowd);
    marks[3] = 1;
    const shown = markedPoints(points, marks);
    expect([...shown.faded].filter((faded) => faded === 0)).toHaveLength(1);
    expect(shown.faded[3]).toBe(0);
    expect(shown.ink[3]).toBeGreaterThan(4 * (points.ink[3] ?? 0));
    expect(shown.x).toBe(points.x);
  });

  it('are all of them where nobody is selected, or the marks are of other rows', () => {
    expect(markedPoints(points, null)).toBe(points);
    expect(markedPoints(points, new Int32Array(3))).toBe(points);
  });
});
