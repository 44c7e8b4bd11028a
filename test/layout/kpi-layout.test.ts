import { describe, expect, it } from 'vitest';
import { type KpiTile, kpiHeight, kpiLayout } from '../../src/layout/kpi-layout';
import { type RectShape, roughMeasure, type TextShape } from '../../src/layout/shapes';

const tile = (key: string, over: Partial<KpiTile> = {}): KpiTile => ({
  key,
  label: key,
  figures: ['1,234,567', '1.2M'],
  lines: [
    { ways: ['+1,000,000 in the last 3 months', '+1M in 3 months'], tone: 'muted', strong: false },
    { ways: ['▲ 5% on the 3 months before', '▲ 5%'], tone: 'rise', strong: true },
  ],
  spark: null,
  bars: [],
  warns: false,
  ...over,
});
const ten = Array.from({ length: 10 }, (_, i) => tile(`t${i}`));
const measure = roughMeasure;

describe('kpiLayout', () => {
  it('has two columns on a phone, five on a desk', () => {
    const columns = (width: number): number =>
      new Set(kpiLayout({ tiles: ten, width, measure }).places.map(({ x }) => x)).size;
    expect([256, 360, 560, 800, 1100, 3000].map(columns)).toEqual([2, 2, 3, 4, 5, 5]);
    expect(columns(100)).toBe(1);
  });

  it('lets the last tile take what is left of its row', () => {
    const { places } = kpiLayout({ tiles: ten, width: 800, measure });
    expect(places.at(-1)?.width).toBeGreaterThan(2 * (places[0]?.width ?? 0));
    for (const { x, width } of places) expect(x + width).toBeLessThanOrEqual(800.001);
  });

  it('writes the fullest figure that fits, and cuts none', () => {
    const figure = (width: number): string | undefined =>
      kpiLayout({ tiles: ten, width, measure }).scene.shapes.find(
        (shape): shape is TextShape => shape.kind === 'text' && shape.weight === 600,
      )?.text;
    expect(figure(1100)).toBe('1,234,567');
    expect(figure(256)).toBe('1.2M');
    const long = kpiLayout({
      tiles: [tile('a', { figures: ['123456789012345'] }), tile('b')],
      width: 256,
      measure,
    });
    const text = long.scene.shapes.find(
      (shape): shape is TextShape => shape.kind === 'text' && shape.weight === 600,
    );
    expect(measure(text?.text ?? '', text?.size ?? 0, 600)).toBeLessThanOrEqual(108.01);
  });

  it('says what a change is of in full where there is room, and short where there is not', () => {
    const texts = (width: number): string[] =>
      kpiLayout({ tiles: ten, width, measure }).scene.shapes.flatMap((shape) =>
        shape.kind === 'text' ? [shape.text] : [],
      );
    expect(texts(1400)).toEqual(
      expect.arrayContaining(['+1,000,000 in the last 3 months', '▲ 5% on the 3 months before']),
    );
    expect(texts(256)).toEqual(expect.arrayContaining(['+1M in 3 months', '▲ 5%']));
  });

  it('grows its words on a wall', () => {
    const size = (width: number): number =>
      Math.max(
        ...kpiLayout({ tiles: ten, width, measure }).scene.shapes.map((shape) =>
          shape.kind === 'text' ? (shape.size ?? 0) : 0,
        ),
      );
    expect(size(3600)).toBeGreaterThan(2 * size(1000));
  });

  it('draws a bar for each month, pale where it is not over, below the line where it is negative', () => {
    const points = [4, -2, 0, 2].map((value, i) => ({ value, complete: i < 3 }));
    const { scene } = kpiLayout({
      tiles: [tile('a', { spark: { kind: 'bars', points } })],
      width: 200,
      measure,
    });
    const bars = scene.shapes.filter(
      (shape): shape is RectShape => shape.kind === 'rect' && shape.fill === 'accent',
    );
    expect(bars.map(({ height }) => height)).toEqual([20, 10, 0, 10]);
    expect(bars[1]?.y).toBe((bars[0]?.y ?? 0) + 20);
    expect(bars.map(({ opacity }) => opacity)).toEqual([0.75, 0.75, 0.75, 0.3]);
  });

  it('has no sparkline of one month, and none that is not finite', () => {
    const one = { kind: 'line', points: [{ value: 3, complete: true }] } as const;
    const same = {
      kind: 'line',
      points: [1, 1, null, 1].map((value) => ({ value, complete: true })),
    } as const;
    const paths = (spark: KpiTile['spark']): string[] =>
      kpiLayout({ tiles: [tile('a', { spark })], width: 200, measure }).scene.shapes.flatMap((shape) =>
        shape.kind === 'path' ? [shape.d] : [],
      );
    expect(paths(one)).toEqual([]);
    expect(paths(same)).toHaveLength(2);
    expect(paths(same).join()).not.toContain('NaN');
  });

  it('knows its height before the figures', () => {
    for (const width of [256, 800, 1100])
      expect(kpiHeight(width, 10)).toBe(kpiLayout({ tiles: ten, width, measure }).scene.height);
  });
});
