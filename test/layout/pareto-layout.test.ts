import { describe, expect, it } from 'vitest';
import type { ParetoRow } from '../../src/compute/results';
import { paretoHeight, paretoLayout } from '../../src/layout/pareto-layout';
import type { ParetoLayout, ParetoLayoutInput } from '../../src/layout/pareto-shapes';
import type { CircleShape, LineShape, TextShape } from '../../src/layout/shapes';

// Four customers who bring 60, 20, 15 and 5; ten px a character.
const rows: ParetoRow[] = [
  { rank: 1, item_share: 0.25, value_share: 0.6, class: 'A' },
  { rank: 2, item_share: 0.5, value_share: 0.8, class: 'A' },
  { rank: 3, item_share: 0.75, value_share: 0.95, class: 'B' },
  { rank: 4, item_share: 1, value_share: 1, class: 'C' },
];

const input: ParetoLayoutInput = {
  rows,
  summary: {
    items: 4,
    itemsForTargetShare: 0.5,
    peakShare: 1,
    peakAt: 4,
    classes: [
      { class: 'A', items: 2, itemShare: 0.5, value: 80, valueShare: 0.8 },
      { class: 'B', items: 1, itemShare: 0.25, value: 15, valueShare: 0.15 },
      { class: 'C', items: 1, itemShare: 0.25, value: 5, valueShare: 0.05 },
    ],
  },
  target: 0.8,
  width: 452,
  height: 464,
  labels: {
    equality: 'equal',
    crossing: 'crossing',
    peak: 'peak',
    items: 'of customers',
    value: 'of revenue',
  },
  aside: null,
  compared: null,
  selected: null,
  percent: (share) => `${Math.round(share * 1000) / 10}%`,
  count: (items) => String(items),
  measure: (text) => text.length * 10,
};

function texts({ scene }: ParetoLayout): TextShape[] {
  return scene.shapes.filter((shape) => shape.kind === 'text');
}

function text(layout: ParetoLayout, words: string): TextShape | undefined {
  return texts(layout).find((shape) => shape.text === words);
}

/** Text shapes as boxes, by the same ten px a character. */
function box(shape: TextShape): { left: number; right: number; top: number; bottom: number } {
  const width = shape.text.length * 10;
  const left = shape.x - (shape.anchor === 'end' ? width : shape.anchor === 'middle' ? width / 2 : 0);
  const middle = shape.vertical === 'middle' ? shape.y : shape.y - 4;
  return { left, right: left + width, top: middle - 6, bottom: middle + 6 };
}

describe('paretoLayout', () => {
  // "100%" takes 40 px and 8 to breathe: the plot is 390 x 400.
  const layout = paretoLayout(input);

  it('gives the plot what the axes leave', () => {
    expect(layout.plot).toEqual({ left: 48, top: 26, right: 438, bottom: 426 });
  });

  it('puts the curve through its points, from nothing to all', () => {
    const curve = layout.scene.shapes.find((shape) => shape.kind === 'path' && shape.stroke === 'accent');
    expect(curve).toMatchObject({ d: 'M48,426L145.5,186L243,106L340.5,46L438,26', width: 2 });
  });

  it('draws the crossing where the target is really reached, with guides to both axes', () => {
    const dots = layout.scene.shapes.filter((shape): shape is CircleShape => shape.kind === 'circle');
    expect(dots).toHaveLength(1);
    expect(dots[0]).toMatchObject({ cx: 243, cy: 106 });
    const guides = layout.scene.shapes.filter(
      (shape): shape is LineShape => shape.kind === 'line' && shape.stroke === 'accent',
    );
    expect(guides).toMatchObject([
      { x1: 48, x2: 243, y1: 106, y2: 106 },
      { x1: 243, x2: 243, y1: 106, y2: 426 },
    ]);
  });

  it('says what is really reached where the last whole item overshoots the target by far', () => {
    const one = paretoLayout({
      ...input,
      target: 0.5,
      summary: { ...input.summary, itemsForTargetShare: 0.25 },
    });
    expect(one.scene.shapes.find((shape) => shape.kind === 'circle')).toMatchObject({ cx: 145.5, cy: 186 });
    expect(texts(one).filter((shape) => shape.y === 186)).toMatchObject([{ text: '60%', weight: 600 }]);
  });

  it('lets ticks give way to the figures of the crossing', () => {
    expect(text(layout, '50%')).toMatchObject({ x: 243, weight: 600 });
    expect(texts(layout).filter((shape) => shape.text === '80%' && shape.weight === 600)).toHaveLength(1);
    // On the items' axis 40 % and 60 % lie 39 px from the figure, which needs 40: they go.
    expect(texts(layout).some((shape) => shape.text === '40%' && shape.anchor === 'middle')).toBe(false);
    // On the value's axis the tick at 80 % is the figure itself.
    expect(texts(layout).filter((shape) => shape.y === 106 && shape.anchor === 'end')).toHaveLength(1);
  });

  it('names the bands with their counts in the middle of each', () => {
    expect(text(layout, 'A')).toMatchObject({ x: 145.5 });
    expect(text(layout, 'B')).toMatchObject({ x: 291.75 });
    expect(text(layout, 'C')).toMatchObject({ x: 389.25 });
    expect(text(layout, '2')).toMatchObject({ x: 145.5 });
  });

  it('moves the labels of narrow bands apart and right of the curve', () => {
    const steep = paretoLayout({
      ...input,
      rows: [
        { rank: 1, item_share: 0.01, value_share: 0.8, class: 'A' },
        { rank: 2, item_share: 0.02, value_share: 0.95, class: 'B' },
        { rank: 100, item_share: 1, value_share: 1, class: 'C' },
      ],
      summary: {
        ...input.summary,
        items: 100,
        itemsForTargetShare: 0.01,
        classes: [
          { class: 'A', items: 1, itemShare: 0.01, value: 80, valueShare: 0.8 },
          { class: 'B', items: 1, itemShare: 0.01, value: 15, valueShare: 0.15 },
          { class: 'C', items: 98, itemShare: 0.98, value: 5, valueShare: 0.05 },
        ],
      },
    });
    const [a, b, c] = ['A', 'B', 'C'].map((letter) => text(steep, letter)!);
    expect(box(a!).left).toBeGreaterThanOrEqual(steep.x(0.01));
    expect(box(b!).left - box(a!).right).toBeGreaterThanOrEqual(10);
    expect(box(c!).left - box(b!).right).toBeGreaterThanOrEqual(10);
  });

  it('keeps every label off the curve and inside the picture, from 280 px to a wall', () => {
    for (const width of [280, 320, 452, 800, 2400]) {
      const each = paretoLayout({ ...input, width, height: paretoHeight(width) });
      for (const shape of texts(each)) {
        const { left, right, top, bottom } = box(shape);
        expect(left, `${shape.text} at ${width}`).toBeGreaterThanOrEqual(0);
        expect(right, `${shape.text} at ${width}`).toBeLessThanOrEqual(width);
        // A rising curve enters a box where it passes between the heights of its left and right edge.
        const inPlot = right > each.plot.left && bottom < each.plot.bottom;
        if (!inPlot || left < each.plot.left) continue;
        const curve = (px: number): number => heightAt(each, px);
        const crossed = curve(right) < bottom && curve(left) > top;
        expect(crossed, `${shape.text} at ${width}`).toBe(false);
      }
    }
  });

  it('leaves out the words of the crossing rather than write over a line', () => {
    const narrow = paretoLayout({ ...input, labels: { ...input.labels, crossing: 'x'.repeat(30) } });
    expect(text(narrow, 'x'.repeat(30))).toBeUndefined();
  });

  it('raises the axis over 100 % for a whale, and marks the peak', () => {
    const whale = paretoLayout({
      ...input,
      rows: [
        { rank: 1, item_share: 0.25, value_share: 0.9, class: 'A' },
        { rank: 3, item_share: 0.75, value_share: 1.32, class: 'B' },
        { rank: 4, item_share: 1, value_share: 1, class: 'C' },
      ],
      summary: { ...input.summary, peakShare: 1.32, peakAt: 3, itemsForTargetShare: 0.25 },
    });
    // 0 to 140 % over 400 px.
    expect(whale.y(1.4)).toBeCloseTo(26, 9);
    expect(text(whale, '140%')).toBeDefined();
    const peak = whale.scene.shapes.filter((shape) => shape.kind === 'circle').at(-1);
    expect(peak).toMatchObject({ cx: 340.5 });
    expect(text(whale, 'peak')?.y).toBeLessThan(whale.y(1.32));
    const strong = whale.scene.shapes.filter((shape) => shape.kind === 'line' && shape.stroke === 'axis');
    expect(strong.map((shape) => shape.kind === 'line' && shape.y1)).toEqual([426, Math.round(whale.y(1))]);
  });

  it('makes no hump of a few refunds that nobody could see', () => {
    const flat = paretoLayout({ ...input, summary: { ...input.summary, peakShare: 1.0003, peakAt: 3 } });
    expect(flat.y(1)).toBe(26);
    expect(text(flat, 'peak')).toBeUndefined();
  });

  it('puts figures beside the plot where it stays near square without their room', () => {
    const aside = {
      head: ['customers', 'revenue'] as const,
      groups: [[['Top', '20%', '68%'] as const], [['A', '50%', '80%'] as const]],
    };
    // Columns of 30, 90 and 70 px with 24 between: 238, and 56 from the plot.
    const wide = paretoLayout({ ...input, aside, width: 1200 });
    expect(wide.plot.right - wide.plot.left).toBe(1.6 * 400);
    expect(text(wide, 'Top')?.x).toBe(wide.plot.right + 56);
    expect(text(wide, '68%')).toMatchObject({ x: wide.plot.right + 56 + 238, anchor: 'end' });
    const narrow = paretoLayout({ ...input, aside, width: 740 });
    expect(text(narrow, 'Top')).toBeUndefined();
    expect(narrow.plot.right).toBe(726);
    // Two rows of 24, 4 between and 10 over them do not fit beside a plot of 61 px.
    expect(text(paretoLayout({ ...input, aside, width: 1200, height: 125 }), 'Top')).toBeUndefined();
  });

  it('leaves the line of equality unnamed where the curve of the selected may cross its name', () => {
    const selected = { stretches: [{ upTo: 0.5, valueShare: 0.4 }], label: 'chosen' };
    expect(text(paretoLayout(input), 'equal')).toBeDefined();
    expect(text(paretoLayout({ ...input, selected }), 'equal')).toBeUndefined();
  });

  it('reads the share of items under the pointer, and no further than the ends', () => {
    expect(layout.itemsUnder(243)).toBe(0.5);
    expect(layout.itemsUnder(0)).toBe(0);
    expect(layout.itemsUnder(1000)).toBe(1);
  });
});

function heightAt(layout: ParetoLayout, px: number): number {
  const share = layout.itemsUnder(px);
  const after = layout.points.findIndex((point) => point.items >= share);
  const right = layout.points[after]!;
  const left = layout.points[after - 1] ?? right;
  const part = right.items === left.items ? 1 : (share - left.items) / (right.items - left.items);
  return layout.y(left.value + part * (right.value - left.value));
}

describe('paretoHeight', () => {
  it('stays near square where there is room, and on the screen', () => {
    expect(paretoHeight(280)).toBe(280);
    expect(paretoHeight(400)).toBe(340);
    expect(paretoHeight(1000)).toBe(440);
    expect(paretoHeight(1400)).toBe(560);
    expect(paretoHeight(4000)).toBe(720);
  });
});
