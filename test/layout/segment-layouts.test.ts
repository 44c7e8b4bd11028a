import { describe, expect, it } from 'vitest';
import { scoreCells } from '../../src/compute/score-cells';
import { segmentBars } from '../../src/layout/segment-bars';
import type { SegmentBlock, SegmentLayout } from '../../src/layout/segment-blocks';
import { segmentGrid } from '../../src/layout/segment-grid';
import { segmentTreemap } from '../../src/layout/segment-treemap';
import { type RectShape, roughMeasure, type TextShape } from '../../src/layout/shapes';

const measure = roughMeasure;

function block(key: string, size: number, over: Partial<SegmentBlock> = {}): SegmentBlock {
  return {
    key,
    tone: 'segment-loyal',
    name: key,
    size,
    customerShare: size / 100,
    amountShare: size / 200,
    customers: `${size} customers`,
    amount: `${size / 2}% of revenue`,
    changes: {
      customers: { text: '▲ 1 pts', tone: 'rise' },
      revenue: { text: '▼ 2 pts', tone: 'fall' },
    },
    action: 'Write to them.',
    selected: null,
    ...over,
  };
}

const blocks = [block('Champions', 50), block('Loyal', 30), block('Lost', 19), block('At risk', 1)];
const texts = ({ shapes }: SegmentLayout): string[] =>
  shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []));

describe('segmentTreemap', () => {
  const laid = segmentTreemap({ blocks, width: 800, height: 400, measure, by: 'customers' });

  it('gives each segment an area by its size, and none outside the plot', () => {
    const area = (key: string): number => {
      const { width, height } = laid.places.find((place) => place.key === key)!;
      return width * height;
    };
    expect(area('Champions') / area('Loyal')).toBeCloseTo(5 / 3, 0);
    for (const { x, y, width, height } of laid.places) {
      expect(x + width).toBeLessThanOrEqual(800);
      expect(y + height).toBeLessThanOrEqual(400);
    }
  });

  it('says as much as a tile has room for, and cuts no word', () => {
    expect(texts(laid)).toEqual(expect.arrayContaining(['Champions', '50 customers', 'Write to them.']));
    for (const width of [256, 400, 800]) {
      const { shapes, places } = segmentTreemap({ blocks, width, height: 400, measure, by: 'customers' });
      for (const shape of shapes) {
        if (shape.kind !== 'text') continue;
        // Below the tiles are the rows of those too small for their names.
        const row = { x: 0, width, y: 0, height: 400 };
        const tile = places.find(({ key }) => key === shape.key)!;
        const place = shape.vertical === 'middle' ? row : tile;
        expect(shape.text).not.toContain('…');
        const long = measure(shape.text, shape.size ?? 12, shape.weight);
        expect(shape.anchor === 'end' ? shape.x : shape.x + long).toBeLessThanOrEqual(place.x + place.width);
        const below = shape.vertical === 'middle' ? 0.5 : 1;
        expect(shape.y + below * (shape.size ?? 12)).toBeLessThanOrEqual(place.y + place.height);
      }
    }
  });

  it('tells the change of what its areas stand for', () => {
    const changes = (by: 'customers' | 'revenue'): string[] =>
      texts(segmentTreemap({ blocks, width: 800, height: 400, measure, by })).filter((text) =>
        /pts/.test(text),
      );
    expect(new Set(changes('customers'))).toEqual(new Set(['▲ 1 pts']));
    expect(new Set(changes('revenue'))).toEqual(new Set(['▼ 2 pts']));
  });

  it('leaves out what has no size', () => {
    const keys = segmentTreemap({
      blocks: [block('a', 5), block('b', 0), block('c', -3)],
      width: 300,
      height: 200,
      measure,
      by: 'customers',
    }).places.map(({ key }) => key);
    expect(keys).toEqual(['a']);
  });

  it('lists below what has no room for its name', () => {
    const many = [block('a', 900), block('b', 500), block('tiny', 3), block('tinier', 2)];
    const { shapes, places, height } = segmentTreemap({
      blocks: many,
      width: 300,
      height: 400,
      measure,
      by: 'customers',
    });
    const names = (key: string): TextShape[] =>
      shapes.filter((shape): shape is TextShape => shape.kind === 'text' && shape.key === key);
    for (const { key } of many) expect(names(key)[0]?.text, key).toContain(key);
    const tile = places.find(({ key }) => key === 'a')!;
    for (const key of ['tiny', 'tinier']) {
      expect(names(key)[0]?.y).toBeGreaterThan(tile.y + tile.height);
      expect(names(key)[0]?.y).toBeLessThan(height);
    }
  });

  it('leaves no tile without a name, at whatever width, and says none twice', () => {
    // Revenue as it often is: most of it with one segment.
    const shares = [658, 134, 66, 39, 34, 21, 19, 15, 13, 2, 1];
    const names = ['Champions', 'Loyal', 'At risk', 'Can’t lose', 'Potential loyalists', 'Lost'];
    const many = shares.map((size, i) =>
      block(`s${i}`, size, { name: names[i] ?? `Segment ${i}`, customers: `${size} customers · 5.5%` }),
    );
    for (const width of [256, 304, 580, 900]) {
      for (const height of width < 480 ? [420] : [320, 420]) {
        const { shapes } = segmentTreemap({ blocks: many, width, height, measure, by: 'revenue' });
        for (const { key, name } of many) {
          const said = shapes.filter(
            (shape): shape is TextShape =>
              shape.kind === 'text' && shape.key === key && shape.weight === 600 && !/pts/.test(shape.text),
          );
          expect(said.map(({ text }) => text).join(' '), `${name} at ${width} × ${height}`).toBe(name);
        }
      }
    }
  });

  it('veils those of whom nobody is selected, and draws the share of the others', () => {
    const chosen = [block('a', 50, { selected: 0.25 }), block('b', 50, { selected: 0 })];
    const { shapes, places } = segmentTreemap({
      blocks: chosen,
      width: 300,
      height: 200,
      measure,
      by: 'customers',
    });
    const rects = (key: string): RectShape[] =>
      shapes.filter((shape): shape is RectShape => shape.kind === 'rect' && shape.key === key);
    expect(rects('b').at(-1)).toMatchObject({ fill: 'surface' });
    expect(rects('a').at(-1)?.width).toBe(places.find(({ key }) => key === 'a')!.width / 4);
  });
});

describe('segmentBars', () => {
  const labels = { customers: 'Customers', amount: 'Revenue', change: 'Change' };

  it('draws both shares on one scale', () => {
    const { shapes } = segmentBars({ blocks, width: 800, measure, labels });
    const bars = shapes.filter(
      (shape): shape is RectShape => shape.kind === 'rect' && shape.key === 'Champions' && shape.height === 9,
    );
    expect((bars[0]?.width ?? 0) / (bars[1]?.width ?? 1)).toBeCloseTo(2, 6);
  });

  it('tells the change of each share beside its bar, and over no other text', () => {
    for (const width of [320, 800]) {
      const { shapes } = segmentBars({ blocks: [block('Champions', 50)], width, measure, labels });
      const told = shapes.filter((shape): shape is TextShape => shape.kind === 'text');
      const [more, less] = told.filter(({ text }) => text.endsWith('pts'));
      expect([more?.text, less?.text]).toEqual(['▲ 1 pts', '▼ 2 pts']);
      const [bar, second] = shapes.filter(
        (shape): shape is RectShape => shape.kind === 'rect' && shape.height === 9,
      );
      expect([more?.y, less?.y]).toEqual([bar!.y + 4.5, second!.y + 4.5]);
      const figures = told.find(({ text }) => text === '50 customers')!;
      const free = (more?.x ?? 0) - measure('▲ 1 pts', 11, 600);
      expect(figures.x + measure(figures.text, 11)).toBeLessThan(free);
    }
  });

  it('keeps all texts within its width, wide and narrow', () => {
    for (const width of [256, 400, 800]) {
      const { shapes } = segmentBars({ blocks, width, measure, labels });
      for (const shape of shapes) {
        if (shape.kind !== 'text') continue;
        const long = measure(shape.text, shape.size ?? 12, shape.weight);
        expect(shape.anchor === 'end' ? shape.x : shape.x + long).toBeLessThanOrEqual(width + 0.5);
      }
    }
  });
});

describe('segmentGrid', () => {
  // Champions at 5-5 and 4-5, one who is lost at 1-1.
  const cells = scoreCells(
    { r: [5, 5, 4, 1], f: [5, 5, 5, 1], m: [5, 5, 5, 1], bins: 5 },
    [1, 1, 1, 1],
    [0, 0, 0, 1],
    [1, 0, 0, 0],
  );
  const grid = (width: number, selecting = false): SegmentLayout =>
    segmentGrid({
      cells,
      name: (segment) => ['Champions', 'Lost'][segment] ?? '',
      tone: (segment) => (segment === 0 ? 'segment-champions' : 'segment-lost'),
      count: String,
      share: (share) => `${100 * share}%`,
      selecting,
      width,
      labels: { r: 'recency', fm: 'fm' },
      measure,
    });

  it('has recency to the right and frequency and monetary up', () => {
    const { places } = grid(800);
    const at = (key: string) => places.find((place) => place.key === key)!;
    expect(at('5:5').x).toBeGreaterThan(at('1:5').x);
    expect(at('1:5').y).toBeLessThan(at('1:1').y);
    expect(places).toHaveLength(25);
  });

  it('names each area once; where it is narrow by numbers, with the names below', () => {
    expect(texts(grid(800)).filter((text) => text === 'Champions')).toHaveLength(1);
    const narrow = texts(grid(280));
    expect(narrow).toEqual(expect.arrayContaining(['1 Champions', '2 Lost']));
    expect(narrow).not.toContain('Champions');
    expect(grid(280).height).toBeGreaterThan(5 * 62);
  });

  it('draws a border between segments and none within one', () => {
    const thick = grid(800).shapes.filter((shape) => shape.kind === 'line' && shape.stroke === 'surface');
    const { x, y } = grid(800).places.find(({ key }) => key === '5:5')!;
    const between = thick.filter(
      (shape) => shape.kind === 'line' && shape.x1 === x && shape.x2 === x && shape.y1 === y,
    );
    expect(between).toEqual([]);
    expect(thick.length).toBeGreaterThan(0);
  });

  it('veils cells of which nobody is selected', () => {
    const { shapes } = grid(800, true);
    const veils = shapes.filter((shape) => shape.kind === 'rect' && shape.fill === 'surface');
    expect(veils).toHaveLength(24);
    const own = shapes.filter(
      (shape): shape is RectShape => shape.kind === 'rect' && shape.key === '5:5' && shape.height === 5,
    );
    expect((own[1]?.width ?? 0) / (own[0]?.width ?? 1)).toBeCloseTo(0.5, 6);
  });

  it('writes the count of every cell', () => {
    const words = grid(800).shapes.filter(
      (shape): shape is TextShape => shape.kind === 'text' && shape.key === '5:5',
    );
    expect(words.map(({ text }) => text)).toContain('2 · 50%');
  });
});
