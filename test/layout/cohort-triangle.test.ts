import { describe, expect, it } from 'vitest';
import { cellColours } from '../../src/layout/cohort-colours';
import type { Triangle, TriangleInput } from '../../src/layout/cohort-shapes';
import type { CohortLine } from '../../src/layout/cohort-table';
import { cohortTransposed } from '../../src/layout/cohort-transposed';
import { cohortTriangle } from '../../src/layout/cohort-triangle';
import type { RectShape, TextShape } from '../../src/layout/shapes';
import { cohortLine } from './support/cohort-line';

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
const tenths = (value: number): string => (value * 100).toFixed(1);
const whole = (value: number): string => (value * 100).toFixed(0);

/** A cohort of `size`; its last period, unless it is the only one, is not over. */
const line = (cohort: string, size: number, rates: readonly number[]): CohortLine =>
  cohortLine(cohort, size, rates, rates.length > 1 ? 1 : 0);

const lines = [
  line('2024-01', 100, [1, 0.2, 0.1, 0.05]),
  line('2024-02', 80, [1, 0.15, 0.12]),
  line('2024-03', 4, [1, 0.5]),
];

/** Ten px a character; the stub is "2024-01" (70) + 12 + "Size" (40) + 8, 130 px. */
function triangle(over: Partial<TriangleInput> = {}): Triangle {
  return cohortTriangle(inputOf(over));
}

function turn(over: Partial<TriangleInput> = {}): Triangle {
  return cohortTransposed(inputOf(over));
}

function inputOf(over: Partial<TriangleInput>): TriangleInput {
  return {
    lines,
    averages: [
      { period: 1, value: 0.177, customers: 180 },
      { period: 2, value: 0.1, customers: 100 },
    ],
    colours: cellColours(lines, [], 'table'),
    from: 1,
    width: 530,
    labels: { cohort: 'Cohort', size: 'Size', periods: 'Months', average: 'Average' },
    cohort: [(cohort) => cohort],
    size: (customers) => String(customers),
    figures: [
      { figure: percent, start: (value) => `${100 * value}%` },
      { figure: tenths, start: whole },
      { figure: whole, start: whole },
    ],
    counts: [],
    measure: (text) => text.length * 10,
    ...over,
  };
}

const rect = ({ scene }: Triangle, key: string): RectShape | undefined =>
  scene.shapes.find((shape): shape is RectShape => shape.kind === 'rect' && shape.key === key);
const text = ({ scene }: Triangle, key: string): TextShape | undefined =>
  scene.shapes.find((shape): shape is TextShape => shape.kind === 'text' && shape.key === key);

describe('cohortTriangle', () => {
  it('has a cell for each row of the result, and a row apart for the average', () => {
    const { cells } = triangle();
    expect(cells).toHaveLength(2 + 4 + 3 + 2);
    expect(cells.filter((cell) => cell.line === 0).map((cell) => cell.period)).toEqual([1, 2]);
    const [average, first] = [cells[0]!, cells.find((cell) => cell.line === 1)!];
    expect(first.y - (average.y + average.height)).toBe(9);
  });

  it('fills the width with cells up to a limit, one px apart', () => {
    // 400 px for four columns; more than 88 px only drives figures apart.
    const { cells } = triangle();
    const [zero, one] = cells.filter((cell) => cell.line === 1);
    expect(zero).toMatchObject({ x: 130, width: 87 });
    expect(one!.x - (zero!.x + zero!.width)).toBe(1);
  });

  it('makes cells of at least 28 px each way', () => {
    for (const width of [280, 360, 530, 1400]) {
      for (const cell of triangle({ width }).cells) {
        expect(cell.height).toBeGreaterThanOrEqual(28);
        expect(cell.width).toBeGreaterThanOrEqual(28);
      }
    }
  });

  it('writes figures the fullest way that fits', () => {
    expect(text(triangle(), '2024-01:1')?.text).toBe('20.0%');
    // "20.0%" takes 56 px with its air, "20.0" 46 and "20" less than the least cell.
    expect(text(triangle({ width: 130 + 4 * 56 }), '2024-01:1')?.text).toBe('20.0%');
    expect(text(triangle({ width: 130 + 4 * 46 }), '2024-01:1')?.text).toBe('20.0');
    expect(text(triangle({ width: 130 + 4 * 40 }), '2024-01:1')?.text).toBe('20');
  });

  it('writes how many a figure rests on under it, the fullest way that fits in every cell', () => {
    const ways = [(customers: number) => `customers: ${customers}`, (customers: number) => `n${customers}`];
    const counted = (width: number, over: Partial<TriangleInput> = {}): string[] =>
      triangle({ width, counts: ways, ...over })
        .scene.shapes.filter((shape) => shape.kind === 'text' && shape.key === '2024-01:1')
        .map((shape) => (shape.kind === 'text' ? shape.text : ''));
    expect(counted(530)).toEqual(['20.0%', 'n20']);
    expect(counted(130 + 4 * 46)).toEqual(['20.0', 'n20']);
    expect(counted(530, { counts: [] })).toEqual(['20.0%']);
    expect(counted(530, { counts: ways.slice(0, 1) })).toEqual(['20.0%']);
  });

  it('scrolls rather than cut a figure: then with the middle way', () => {
    const narrow = triangle({ width: 240 });
    expect(narrow.overflows).toBe(true);
    expect(narrow.scene.width).toBe(130 + 4 * 46);
    expect(text(narrow, '2024-01:1')?.text).toBe('20.0');
  });

  it('offers the columns at the left once more, to stay while the rest scrolls', () => {
    const { stub, scene } = triangle({ width: 240 });
    expect(stub).toMatchObject({ width: 130, height: scene.height });
    const words = stub.shapes.map((shape) => (shape.kind === 'text' ? shape.text : ''));
    expect(words.filter(Boolean)).toEqual([
      'Cohort',
      'Size',
      'Average',
      '2024-01',
      '100',
      '2024-02',
      '80',
      '2024-03',
      '4',
      'Months',
    ]);
  });

  it('does not colour period 0, which is always all', () => {
    expect(rect(triangle(), '2024-01:0')?.fill).toBeUndefined();
    expect(text(triangle(), '2024-01:0')?.fill).toBe('muted');
  });

  it('writes period 0 the shortest way, so that 100 % makes no column wider', () => {
    expect(text(triangle(), '2024-01:0')?.text).toBe('100%');
    expect(text(triangle({ width: 130 + 4 * 46 }), '2024-01:0')?.text).toBe('100');
    expect(text(triangle({ from: 0 }), '2024-01:0')?.text).toBe('100.0%');
  });

  it('colours by the ramp, with the ink that belongs to the step', () => {
    // From 10 % to 20 % in seven steps: 15 % is in the fourth.
    expect(rect(triangle(), '2024-02:1')?.fill).toBe('seq-4');
    expect(text(triangle(), '2024-02:1')?.fill).toBe('on-seq-4');
    expect(rect(triangle(), 'average:1')?.fill).toBe('seq-6');
    expect(text(triangle(), 'average:1')?.weight).toBe(600);
  });

  it('hatches what is not over instead of filling it', () => {
    expect(rect(triangle(), '2024-01:3')).toMatchObject({ fill: 'surface', hatch: 'seq-3' });
    expect(text(triangle(), '2024-01:3')).toMatchObject({ fill: 'text', halo: true });
  });

  it('leaves cohorts uncoloured that are too small to compare', () => {
    expect(rect(triangle(), '2024-03:1')).toMatchObject({ hatch: 'grid' });
  });

  it('leaves an average of a handful uncoloured', () => {
    const few = triangle({ averages: [{ period: 1, value: 0.5, customers: 9 }] });
    expect(rect(few, 'average:1')?.fill).toBeUndefined();
  });

  it('takes the shorter names where the longer would crowd out the cells', () => {
    const named = triangle({
      width: 300,
      cohort: [(cohort) => `January of ${cohort}`, (cohort) => cohort.slice(2)],
    });
    expect(named.stub.shapes.some((shape) => shape.kind === 'text' && shape.text === '24-01')).toBe(true);
  });

  it('draws a single cohort of one period', () => {
    const one = triangle({ lines: [line('2024-01', 12, [1])], averages: [], colours: null });
    expect(one.cells).toHaveLength(1);
    expect(one.overflows).toBe(false);
  });
});

describe('a triangle far too wide for its figures', () => {
  /** Thirty cohorts over thirty periods: with figures 30 x 46 px on 170. */
  const many = Array.from({ length: 30 }, (_, i) =>
    line(`2024-${i + 10}`, 50, [1, ...Array.from({ length: 29 - i }, () => 0.5)]),
  );
  const shown = triangle({ lines: many, averages: [], width: 300 });

  it('shows colours without figures, none narrower than can be seen', () => {
    const figures = shown.scene.shapes.filter((shape) => shape.kind === 'text' && shape.text.includes('%'));
    expect(figures).toEqual([]);
    expect(Math.min(...shown.cells.map(({ width }) => width))).toBeGreaterThanOrEqual(3);
  });

  it('names as many cohorts as have room, and keeps every cell', () => {
    const names = shown.stub.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : []));
    const heights = names.filter(({ text }) => text.startsWith('2024-')).map(({ y }) => y);
    expect(heights.every((y, i) => i === 0 || y - (heights[i - 1] ?? 0) >= 15)).toBe(true);
    expect(shown.cells).toHaveLength((30 * 31) / 2);
  });
});

describe('a triangle on its side', () => {
  const straight = triangle();
  const turned = turn();

  it('has the same cells with the same keys', () => {
    expect(turned.cells.map(({ key }) => key).sort()).toEqual(straight.cells.map(({ key }) => key).sort());
  });

  it('puts a cohort below its name, period under period', () => {
    const first = turned.cells.filter(({ row }) => row?.cohort === lines[0]?.cohort);
    expect(new Set(first.map(({ x }) => x)).size).toBe(1);
    expect(first.every((cell, i) => i === 0 || cell.y > (first[i - 1]?.y ?? 0))).toBe(true);
    const name = turned.scene.shapes.find(
      (shape) => shape.kind === 'text' && shape.text === lines[0]?.cohort,
    );
    expect(
      name?.kind === 'text' && Math.abs(name.x - ((first[0]?.x ?? 0) + (first[0]?.width ?? 0) / 2)),
    ).toBeLessThan(1);
  });

  it('sets the average apart at the left, and nothing on nothing', () => {
    const average = turned.cells.filter(({ average: of }) => of !== null);
    expect(Math.max(...average.map(({ x, width }) => x + width))).toBeLessThan(
      Math.min(...turned.cells.filter(({ row }) => row).map(({ x }) => x)),
    );
    const places = turned.cells.map(({ x, y }) => `${x} ${y}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
