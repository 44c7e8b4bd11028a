import { describe, expect, it } from 'vitest';
import { type FlowMeasure, flowColumns, partsOf, sums } from '../../src/layout/flow-columns';
import { type FlowLayout, flowLayout } from '../../src/layout/flow-layout';
import type { FlowInput } from '../../src/layout/flow-shapes';
import {
  type CircleShape,
  type LineShape,
  type RectShape,
  roughMeasure,
  type TextShape,
} from '../../src/layout/shapes';
import { flowRow } from '../support/flow-row';

/** Ten come; six of them stay, and five more come while four leave; the last month is not over. */
const rows = [
  flowRow('2024-01-01', { active: 10, new: 10, amount_new: 100 }),
  flowRow('2024-02-01', {
    active: 11,
    new: 5,
    retained: 6,
    lost: 4,
    amount_new: 50,
    amount_retained: 75,
    amount_lost: 30,
    amount_expansion: 20,
    amount_contraction: 15,
  }),
  flowRow('2024-03-01', { active: 3, retained: 2, reactivated: 1, lost: 9, amount_reactivated: -5 }),
];
const columnsOf = (measure: FlowMeasure) => flowColumns(rows, measure, '2024-02-01');

function layout(over: Partial<FlowInput> = {}): FlowLayout {
  const parts = partsOf('customers');
  return flowLayout({
    columns: columnsOf('customers'),
    selected: null,
    parts,
    width: 600,
    height: 400,
    labels: {
      title: 'Customers',
      parts: Object.fromEntries(
        [...partsOf('revenue')].map((part) => [part, part]),
      ) as FlowInput['labels']['parts'],
      net: 'net',
      stayed: 'stayed',
    },
    names: [(period) => period, (period) => period.slice(2, 7)],
    short: String,
    full: String,
    measure: roughMeasure,
    ...over,
  });
}

const rect = ({ scene }: FlowLayout, key: string): RectShape[] =>
  scene.shapes.filter((shape): shape is RectShape => shape.kind === 'rect' && shape.key === key);

describe('flowColumns', () => {
  it('counts what came, stayed and left, and the change in sum', () => {
    const [first, second] = columnsOf('customers');
    expect(sums(second!)).toEqual({ came: 5, stayed: 6, left: 4 });
    expect([first?.net, second?.net]).toEqual([10, 1]);
  });

  it('parts money so that a period is the one before and what came less what left', () => {
    const [, second] = columnsOf('revenue');
    // 100 before; 50 new and 20 more, 30 lost and 15 less: 125 now.
    expect(second?.parts).toMatchObject({ new: 50, expansion: 20, retained: 55, lost: 30, contraction: 15 });
    expect(100 + (second?.net ?? 0)).toBe(125);
  });

  it('has no bar below nothing, and knows which period is not over', () => {
    const [, , third] = columnsOf('revenue');
    expect(third?.parts.reactivated).toBe(0);
    expect(third?.net).toBe(-5);
    expect(columnsOf('customers').map(({ complete }) => complete)).toEqual([true, true, false]);
    expect(flowColumns(rows, 'customers', null).some(({ complete }) => complete)).toBe(false);
  });
});

describe('flowLayout', () => {
  it('stands what came above the lane, hangs what left below it, and keeps who stayed inside, to one scale', () => {
    const { places } = layout();
    const at = (key: string) => places.find((place) => place.key === key)!;
    const came = at('2024-02-01|new');
    const stayed = at('2024-02-01|retained');
    const left = at('2024-02-01|lost');
    expect(came.y + came.height).toBeLessThan(stayed.y);
    expect(stayed.y + stayed.height).toBeLessThan(left.y);
    expect(came.height / left.height).toBeCloseTo(5 / 4, 9);
    expect(stayed.height / left.height).toBeCloseTo(6 / 4, 9);
    // The line that all stand on, and the line that all hang from.
    const first = at('2024-01-01|new');
    expect(first.y + first.height).toBeCloseTo(came.y + came.height, 9);
    expect(at('2024-03-01|lost').y).toBeCloseTo(left.y, 9);
  });

  it('draws the net change on the same scale', () => {
    const made = layout();
    const dots = made.scene.shapes.filter(
      (shape): shape is CircleShape => shape.kind === 'circle' && shape.r === 3.5,
    );
    const first = made.places.find(({ key }) => key === '2024-01-01|new')!;
    expect(dots).toHaveLength(3);
    // All of the first month are new.
    expect(dots[0]?.cy).toBeCloseTo(first.y, 9);
    const lost = made.places.find(({ key }) => key === '2024-03-01|lost')!;
    // One came and nine left: eight ninths down the bar.
    expect(dots[2]?.cy).toBeCloseTo(lost.y + (8 / 9) * lost.height, 9);
    expect(dots[2]?.fill).toBe('surface');
  });

  it('never draws the net change across the lane of those who stayed', () => {
    // +10, +1 and −8: only the first two are joined.
    const lines = layout().scene.shapes.filter(
      (shape): shape is LineShape => shape.kind === 'line' && shape.stroke === 'text',
    );
    // One of the legend, one of the picture.
    expect(lines).toHaveLength(2);
    const door = layout().places.find(({ key }) => key === '2024-02-01|new')!;
    for (const { y1, y2 } of lines) expect(Math.max(y1, y2)).toBeLessThanOrEqual(door.y + door.height);
  });

  it('hatches the period that is not over', () => {
    const made = layout();
    expect(rect(made, '2024-03-01|lost')[0]?.hatch).toBe('fall');
    expect(rect(made, '2024-02-01|lost')[0]?.hatch).toBeUndefined();
  });

  it('writes what came and left in the last period that is over', () => {
    const texts = layout()
      .scene.shapes.filter((shape): shape is TextShape => shape.kind === 'text' && shape.weight === 600)
      .map(({ text }) => text);
    expect(texts).toEqual(['+5', '−4']);
  });

  it('draws the selected from where their bars stand, over the ghost of all', () => {
    const selected = flowColumns([flowRow('2024-02-01', { new: 2, lost: 1 })], 'customers', '2024-02-01');
    const made = layout({ selected: new Map(selected.map((column) => [column.period, column])) });
    const [ghost, own] = rect(made, '2024-02-01|new');
    expect(ghost?.opacity).toBeLessThan(0.3);
    expect((own?.height ?? 0) / (ghost?.height ?? 1)).toBeCloseTo(2 / 5, 9);
    expect((own?.y ?? 0) + (own?.height ?? 0)).toBeCloseTo((ghost?.y ?? 0) + (ghost?.height ?? 0), 9);
    const [lostGhost, lostOwn] = rect(made, '2024-02-01|lost');
    expect(lostOwn?.y).toBe(lostGhost?.y);
    // Nobody of them was retained: a bar without height keeps the place.
    expect(rect(made, '2024-02-01|retained').map(({ height }) => height > 0)).toEqual([true, false]);
  });

  it('names as many periods as there is room for, the last among them, and lets none overlap', () => {
    const many = Array.from({ length: 90 }, (_, i) =>
      flowRow(`20${10 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`, {
        new: 1,
        active: 1,
      }),
    );
    const columns = flowColumns(many, 'customers', many.at(-1)!.period);
    for (const width of [256, 400, 900]) {
      const { scene } = layout({ columns, width });
      const names = scene.shapes.filter(
        (shape): shape is TextShape =>
          shape.kind === 'text' && /^\d[\d-]+$/.test(shape.text) && shape.anchor === 'middle',
      );
      const spans = names
        .map(({ x, text }) => [x - roughMeasure(text, 11) / 2, x + roughMeasure(text, 11) / 2] as const)
        .sort((a, b) => a[0] - b[0]);
      expect(names.some(({ text }) => text.endsWith('17-06') || text === '2017-06-01')).toBe(true);
      for (const [i, [from]] of spans.entries()) expect(from).toBeGreaterThan(spans[i - 1]?.[1] ?? -1);
      expect(spans.at(-1)?.[1]).toBeLessThanOrEqual(width);
    }
  });

  it('finds the column under the pointer', () => {
    const { columnAt, places } = layout();
    for (const { x, width, column } of places) expect(columnAt(x + width / 2)).toBe(column);
    expect(columnAt(-100)).toBe(0);
    expect(columnAt(9999)).toBe(2);
  });

  it('stands with one period, and with nobody in it', () => {
    const one = layout({ columns: flowColumns([flowRow('2024-01-01', {})], 'customers', null) });
    expect(one.places).toEqual([]);
    expect(JSON.stringify(one.scene)).not.toMatch(/null|NaN/);
  });
});
