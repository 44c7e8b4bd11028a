import { area, line } from 'd3-shape';
import type { Shape } from './shapes';

/** How a figure came to be what it is. */
export interface Spark {
  kind: 'bars' | 'line';
  /** Null: nothing to tell of that month. */
  points: readonly { value: number | null; complete: boolean }[];
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Without axes: bars from zero, or a line between its own extremes. */
export function sparkShapes({ kind, points }: Spark, key: string, box: Box): Shape[] {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < 2) return [];
  return kind === 'bars' ? sparkBars(points, key, box) : sparkLine(points, key, box);
}

function sparkBars(points: Spark['points'], key: string, { x, y, width, height }: Box): Shape[] {
  const values = points.map(({ value }) => value ?? 0);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const unit = height / (high - low || 1);
  // A few months do not make bars like boards.
  const step = Math.min(width / points.length, height);
  const zero = y + high * unit;
  return points.flatMap(({ complete }, i): Shape[] => {
    const value = values[i] ?? 0;
    const long = Math.max(Math.abs(value) * unit, value === 0 ? 0 : 1);
    const bar = {
      kind: 'rect',
      key,
      x: x + i * step,
      y: value < 0 ? zero : zero - long,
      width: Math.max(1, step - (step > 4 ? 2 : 0.5)),
      height: long,
      fill: 'accent',
    } as const;
    return [{ ...bar, opacity: complete ? 0.75 : 0.3 }];
  });
}

function sparkLine(points: Spark['points'], key: string, { x, y, width, height }: Box): Shape[] {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const inner = height - 6;
  const at = points.flatMap(({ value }, i) =>
    value === null
      ? []
      : [
          [
            x + 3 + (i * (width - 6)) / Math.max(1, points.length - 1),
            y + 3 + (high > low ? ((high - value) / (high - low)) * inner : inner / 2),
          ] as const,
        ],
  );
  const pairs = at.map(([px, py]): [number, number] => [px, py]);
  const last = at.at(-1) ?? [x, y];
  const under = area<[number, number]>()
    .y0(y + height)
    .y1(([, py]) => py)
    .x(([px]) => px);
  return [
    { kind: 'path', key, d: under(pairs) ?? '', fill: 'accent', opacity: 0.1 },
    { kind: 'path', key, d: line()(pairs) ?? '', stroke: 'accent', width: 1.5 },
    { kind: 'circle', key, cx: last[0], cy: last[1], r: 3, fill: 'accent' },
  ];
}
