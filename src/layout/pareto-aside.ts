import { LABEL_SIZE, type ParetoAside, type Plot, TICK_SIZE } from './pareto-shapes';
import type { Measure, Shape } from './shapes';

const HEAD = 10;
const ROW = 24;
const APART = 4;
const GAP = 24;

/** Width that the figures beside the plot need. */
export function asideWidth(aside: ParetoAside, measure: Measure): number {
  return Math.ceil(columnWidths(aside, measure).reduce((sum, width) => sum + width, 2 * GAP));
}

/** Height that they take. */
export function asideHeight({ groups }: ParetoAside): number {
  return HEAD + groups.flat().length * ROW + (groups.length - 1) * APART;
}

/** The figures beside the plot, as a small table that begins at `left`; a line stands before each group but the first. */
export function asideShapes(aside: ParetoAside, left: number, plot: Plot, measure: Measure): Shape[] {
  const [label, items, value] = columnWidths(aside, measure);
  const middle = left + label + GAP + items;
  const right = middle + GAP + value;
  const head = { kind: 'text', y: plot.top + 4, size: TICK_SIZE, fill: 'muted', anchor: 'end' } as const;
  const shapes: Shape[] = [
    { ...head, x: middle, text: aside.head[0] },
    { ...head, x: right, text: aside.head[1] },
  ];
  let y = plot.top + HEAD;
  for (const group of aside.groups) {
    shapes.push({ kind: 'line', x1: left, x2: right, y1: y, y2: y, stroke: 'axis' });
    for (const row of group) {
      const text = { kind: 'text', y: y + ROW / 2, size: LABEL_SIZE, vertical: 'middle' } as const;
      shapes.push(
        { ...text, x: left, text: row[0], fill: 'text' },
        { ...text, x: middle, text: row[1], fill: 'text', anchor: 'end' },
        { ...text, x: right, text: row[2], fill: 'text', weight: 600, anchor: 'end' },
      );
      y += ROW;
    }
    y += APART;
  }
  return shapes;
}

function columnWidths({ head, groups }: ParetoAside, measure: Measure): [number, number, number] {
  const rows = groups.flat();
  const widest = (texts: readonly string[], weight: 400 | 600): number =>
    Math.max(0, ...texts.map((text) => measure(text, LABEL_SIZE, weight)));
  return [
    widest(
      rows.map((row) => row[0]),
      400,
    ),
    Math.max(
      measure(head[0], TICK_SIZE),
      widest(
        rows.map((row) => row[1]),
        400,
      ),
    ),
    Math.max(
      measure(head[1], TICK_SIZE),
      widest(
        rows.map((row) => row[2]),
        600,
      ),
    ),
  ];
}
