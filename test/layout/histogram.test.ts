import { describe, expect, it } from 'vitest';
import { type HistogramBar, histogram } from '../../src/layout/histogram';
import { roughMeasure } from '../../src/layout/shapes';

const BARS: HistogramBar[] = [
  { first: 0, last: 6, value: 10 },
  { first: 7, last: 13, value: 0 },
  { first: 14, last: 20, value: 5 },
];

const plan = (chosen: { from: number; to: number } | null) =>
  histogram({
    bars: BARS,
    chosen,
    mark: null,
    width: 300,
    height: 120,
    title: 'Rows',
    short: String,
    dates: { year: String, month: String, date: String },
    measure: roughMeasure,
  });

const fills = (chosen: { from: number; to: number } | null): (string | undefined)[] =>
  plan(chosen).shapes.flatMap((shape) => (shape.kind === 'rect' ? [shape.fill] : []));

describe('a histogram of rows over time', () => {
  it('has a bar for what there is, as high as its share of the highest', () => {
    const { place, box, shapes } = plan(null);
    expect(shapes.filter(({ kind }) => kind === 'rect')).toHaveLength(2);
    expect(place(BARS[0]!).y).toBeCloseTo(box.top, 6);
    expect(place(BARS[2]!).y).toBeCloseTo((box.top + box.bottom) / 2, 6);
    expect(place(BARS[1]!).height).toBe(0);
  });

  it('says which day lies at a pixel, the other way round too', () => {
    const { place, dayAt } = plan(null);
    for (const bar of BARS) {
      const { x, width } = place(bar);
      expect(dayAt(x + 0.01)).toBe(bar.first);
      expect(dayAt(x + width - 0.01)).toBe(bar.last);
    }
  });

  it('hints at what lies outside of what is chosen', () => {
    expect(fills(null)).toEqual(['accent', 'accent']);
    expect(fills({ from: 3, to: 8 })).toEqual(['accent', 'ghost']);
  });
});
