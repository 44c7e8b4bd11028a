import { reachedBy, VISIBLE_HUMP } from './pareto-curve';
import { LABEL_SIZE, type Placing, TICK_SIZE } from './pareto-shapes';
import type { Shape, TextShape } from './shapes';

/** Quiet lines across at the ticks; the one at 100 % speaks up where the curve goes beyond it. */
export function gridShapes({ plot, ticks, y }: Placing): Shape[] {
  const beyond = (ticks.at(-1) ?? 1) > VISIBLE_HUMP;
  return ticks.map((tick) => ({
    kind: 'line',
    x1: plot.left,
    x2: plot.right,
    y1: y(tick),
    y2: y(tick),
    stroke: tick === 0 || (beyond && tick === 1) ? 'axis' : 'grid',
  }));
}

/** Both axes in per cent, with the figures of the crossing standing out and ticks giving way to them. */
export function axisShapes(place: Placing): Shape[] {
  return [...titles(place), ...itemMarks(place), ...valueMarks(place)];
}

function titles({ input, plot }: Placing): Shape[] {
  const title = { kind: 'text', size: TICK_SIZE, fill: 'muted' } as const;
  return [
    { ...title, x: 0, y: 11, text: input.labels.value },
    { ...title, x: plot.right, y: input.height - 4, text: input.labels.items, anchor: 'end' },
  ];
}

function itemMarks({ input, plot, x }: Placing): Shape[] {
  const { percent, measure, width, summary } = input;
  const mark = (share: number, strong: boolean): TextShape => {
    const text = tickOrFigure(percent(share), strong);
    const half = measure(text.text, text.size ?? LABEL_SIZE, text.weight) / 2;
    return {
      ...text,
      x: Math.min(Math.max(x(share), half), width - half),
      y: plot.bottom + 16,
      anchor: 'middle',
    };
  };
  const step = plot.right - plot.left < 260 ? 0.25 : 0.2;
  const ticks = Array.from({ length: Math.round(1 / step) + 1 }, (_, i) => mark(i * step, false));
  if (summary.itemsForTargetShare === null) return ticks;
  const figure = mark(summary.itemsForTargetShare, true);
  const reach = (shape: TextShape): number =>
    measure(shape.text, shape.size ?? LABEL_SIZE, shape.weight) / 2 + 4;
  return [...ticks.filter((tick) => Math.abs(tick.x - figure.x) >= reach(tick) + reach(figure)), figure];
}

function valueMarks({ input, plot, points, ticks, y }: Placing): Shape[] {
  const mark = (share: number, strong: boolean): TextShape => ({
    ...tickOrFigure(input.percent(share), strong),
    x: plot.left - 8,
    y: y(share),
    anchor: 'end',
    vertical: 'middle',
  });
  const marks = ticks.map((tick) => mark(tick, false));
  const { itemsForTargetShare } = input.summary;
  if (itemsForTargetShare === null) return marks;
  const figure = mark(reachedBy(points, itemsForTargetShare, input.target), true);
  return [...marks.filter((tick) => Math.abs(tick.y - figure.y) >= 14), figure];
}

function tickOrFigure(text: string, strong: boolean): TextShape {
  return strong
    ? { kind: 'text', x: 0, y: 0, text, fill: 'text', size: LABEL_SIZE, weight: 600 }
    : { kind: 'text', x: 0, y: 0, text, fill: 'muted', size: TICK_SIZE };
}
