import type { ParetoSummary } from '../../compute/results';
import { type CursorReading, nextValue, readAcross, readCurve } from '../../layout/pareto-cursor';
import { type CurvePoint, valueAt } from '../../layout/pareto-curve';
import type { ParetoLayout } from '../../layout/pareto-shapes';
import type { Shape } from '../../layout/shapes';
import type { Mark, PlotCursor, Surroundings } from '../picture';
import type { ParetoAsked } from './pareto-words';

/** How far a key moves the cursor up the axis of the value, in per cent. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
/** Before the key of a mark that was read at a share of the value. */
const ACROSS = 'value ';

/** The cursor on the curve: read at a share of the items, or from the other axis at a share of the value. */
export function paretoCursor(
  layout: ParetoLayout,
  summary: ParetoSummary,
  asked: ParetoAsked,
  compared: { curve: readonly CurvePoint[]; label: string } | null,
  around: Surroundings,
): PlotCursor & { mark: (share: number) => Mark } {
  const { points, plot } = layout;
  const { words, f } = around;
  const reading = (read: CursorReading, key: string, title: string): Mark => {
    const count = words.pareto.items(asked.subject, read.items, f);
    const group = classOf(summary.classes, read.items);
    const [x, y] = [layout.x(read.itemShare), layout.y(read.valueShare)];
    return {
      key,
      group,
      label: `${title}${words.common.comma}${count}`,
      x,
      y,
      box: { x: x - 5, y: y - 5, width: 10, height: 10 },
      tip: {
        title,
        lines: [
          [words.pareto.number, f.count(read.items)],
          [words.pareto.class, group],
          ...(compared ? [[compared.label, f.share(valueAt(compared.curve, read.itemShare))] as const] : []),
        ],
      },
      over: cursorShapes(layout, x, y),
    };
  };
  const mark = (share: number): Mark => {
    const read = readCurve(points, summary.items, share);
    const { itemShare, valueShare: brings } = read;
    return reading(
      read,
      String(read.items),
      words.pareto.reading({ ...asked.subject, share: itemShare, brings }, f),
    );
  };
  const across = (value: number): Mark | null => {
    const read = readAcross(points, summary.items, value);
    const share = read?.itemShare ?? 0;
    const title = words.pareto.readingAcross({ ...asked.subject, share, brings: value }, f);
    return read && reading(read, ACROSS + value, title);
  };
  const highest = points.reduce((most, { value }) => Math.max(most, value), 0);
  return {
    mark,
    keys: words.pareto.keys,
    axis: (x, y) => axisAt(plot, x, y),
    at: (x, y, axis) =>
      axis === 'x'
        ? mark(layout.itemsUnder(x))
        : across(Math.min(highest, wholeThousandth(layout.valueAcross(y)))),
    step: (from, key) => {
      const steps = STEPS[key];
      return steps === undefined ? null : across(nextValue(shareAt(layout, from), steps, highest));
    },
    again: (key) =>
      key.startsWith(ACROSS) ? across(Number(key.slice(ACROSS.length))) : mark(Number(key) / summary.items),
  };
}

/** A pixel is less than a thousandth: a pointer reads what can be said. */
function wholeThousandth(value: number): number {
  return Math.max(0.001, Math.round(value * 1000) / 1000);
}

function shareAt({ y }: ParetoLayout, mark: Mark | null): number {
  return mark ? (mark.y - y(0)) / (y(1) - y(0)) : 0;
}

/** Somewhat more than the plot, so that the ends of the curve can be reached; beside it, the other axis. */
function axisAt({ left, right, top, bottom }: ParetoLayout['plot'], x: number, y: number): 'x' | 'y' | null {
  if (y < top - 8 || y > bottom + 24 || x > right + 8) return null;
  if (x >= left - 8) return 'x';
  return y <= bottom + 8 ? 'y' : null;
}

/** The class of the last of the top `items`. */
function classOf(classes: ParetoSummary['classes'], items: number): string {
  let before = 0;
  const found = classes.find((one) => {
    before += one.items;
    return items <= before;
  });
  return found?.class ?? '';
}

function cursorShapes({ plot }: ParetoLayout, x: number, y: number): Shape[] {
  const guide = { kind: 'line', stroke: 'text', opacity: 0.55, dash: '3 3' } as const;
  return [
    { ...guide, x1: plot.left, x2: x, y1: y, y2: y },
    { ...guide, x1: x, x2: x, y1: y, y2: plot.bottom },
    { kind: 'circle', cx: x, cy: y, r: 5, fill: 'accent', stroke: 'surface', strokeWidth: 2 },
  ];
}
