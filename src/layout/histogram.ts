import { ticks } from 'd3-array';
import { AXIS_TEXT, type PlotBox } from './axis-shapes';
import { type DateWords, dateTicks } from './date-ticks';
import { scaleLinear } from './scale';
import type { Measure, Shape } from './shapes';

/** A bar from its first day to its last. */
export interface HistogramBar {
  first: number;
  last: number;
  value: number;
}

interface HistogramInput {
  bars: readonly HistogramBar[];
  /** The days that are chosen, ends included; null where all are. */
  chosen: { from: number; to: number } | null;
  /** The date that is looked back from, and how it is called; null where that is the end. */
  mark: { day: number; label: string } | null;
  width: number;
  height: number;
  title: string;
  short: (value: number) => string;
  dates: DateWords;
  measure: Measure;
}

export interface Histogram {
  shapes: Shape[];
  box: PlotBox;
  /** Where a bar lies. */
  place(bar: HistogramBar): { x: number; y: number; width: number; height: number };
  /** The day at a pixel. */
  dayAt(x: number): number;
}

const TOP = 22;
const BOTTOM = 22;

/** Bars over time; those outside of what is chosen are only hinted at. */
export function histogram({
  bars,
  chosen,
  mark,
  width,
  height,
  title,
  short,
  dates,
  measure,
}: HistogramInput): Histogram {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const steps = ticks(0, most, 3);
  const left = Math.ceil(Math.max(...steps.map((value) => measure(short(value), AXIS_TEXT)))) + 8;
  const box: PlotBox = { left, top: TOP, right: width - 2, bottom: height - BOTTOM };
  const [first, last] = [bars[0]?.first ?? 0, bars.at(-1)?.last ?? 0];
  const x = scaleLinear([first, last + 1], [box.left, box.right]);
  const y = scaleLinear([0, most], [box.bottom, box.top]);
  const place = (bar: HistogramBar): { x: number; y: number; width: number; height: number } => {
    const from = x(bar.first);
    const gap = x(bar.last + 1) - from > 4 ? 1 : 0;
    const top = bar.value > 0 ? Math.min(y(bar.value), box.bottom - 1) : box.bottom;
    return { x: from, y: top, width: Math.max(0.5, x(bar.last + 1) - from - gap), height: box.bottom - top };
  };
  const shapes: Shape[] = steps.flatMap((value): Shape[] => [
    { kind: 'line', x1: box.left, x2: box.right, y1: y(value), y2: y(value), stroke: 'grid' },
    text(short(value), box.left - 6, y(value), 'end'),
  ]);
  for (const { day, label } of dateTicks(first, last, box.right - box.left, dates, (one) =>
    measure(one, AXIS_TEXT),
  )) {
    const at = Math.round(x(day));
    const half = measure(label, AXIS_TEXT) / 2;
    shapes.push({ kind: 'line', x1: at, x2: at, y1: box.bottom, y2: box.bottom + 4, stroke: 'axis' });
    shapes.push(text(label, Math.min(Math.max(at, half), width - half), height - 6, 'middle'));
  }
  for (const bar of bars) {
    const inside = !chosen || (bar.last >= chosen.from && bar.first <= chosen.to);
    if (bar.value > 0)
      shapes.push({
        kind: 'rect',
        ...place(bar),
        fill: inside ? 'accent' : 'ghost',
        key: `bar ${bar.first}`,
      });
  }
  if (chosen) {
    for (const day of [chosen.from, chosen.to + 1]) {
      const at = Math.min(Math.max(x(day), box.left), box.right);
      shapes.push({ kind: 'line', x1: at, x2: at, y1: box.top, y2: box.bottom, stroke: 'accent', width: 2 });
    }
  }
  if (mark) {
    const at = Math.min(Math.max(x(mark.day + 1), box.left), box.right);
    const room = measure(mark.label, AXIS_TEXT, 600) + 6;
    const before = at + room > width;
    shapes.push({ kind: 'line', x1: at, x2: at, y1: box.top - 6, y2: box.bottom, stroke: 'text', width: 2 });
    shapes.push({
      kind: 'text',
      x: before ? at - 5 : at + 5,
      y: box.top + 2,
      text: mark.label,
      fill: 'text',
      size: AXIS_TEXT,
      weight: 600,
      anchor: before ? 'end' : 'start',
      halo: true,
    });
  }
  shapes.push({ kind: 'text', x: 0, y: 11, text: title, fill: 'muted', size: AXIS_TEXT });
  return { shapes, box, place, dayAt: (at) => Math.floor(x.invert(at)) };
}

function text(words: string, x: number, y: number, anchor: 'middle' | 'end'): Shape {
  const vertical = anchor === 'end' ? 'middle' : 'baseline';
  return { kind: 'text', x, y, text: words, fill: 'muted', size: AXIS_TEXT, anchor, vertical };
}
