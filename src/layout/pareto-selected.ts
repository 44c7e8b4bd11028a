import { line } from 'd3-shape';
import type { CurvePoint } from './pareto-curve';
import { LABEL_SIZE, type Placing } from './pareto-shapes';
import type { Shape } from './shapes';

/** The selected customers of one stretch of the ranking. */
export interface SelectedStretch {
  /** The end of the stretch, as a share of all. */
  upTo: number;
  /** What they bring, as a share of the whole value. */
  valueShare: number;
}

/** Room above the axis in which the classes have their letters and counts. */
const BANDS = 40;

/** What the selected bring, summed up along the ranking of all: it rises where they stand, and ends at their share. */
export function selectedCurve(stretches: readonly SelectedStretch[]): CurvePoint[] {
  const points: CurvePoint[] = [{ items: 0, value: 0 }];
  let value = 0;
  let items = 0;
  for (const { upTo, valueShare } of stretches) {
    // Flat up to the stretch; its beginning is a stretch's length before its end.
    const start = Math.max(items, upTo - STRETCH);
    if (start > items) points.push({ items: start, value });
    value += valueShare;
    points.push({ items: upTo, value });
    items = upTo;
  }
  if (items < 1) points.push({ items: 1, value });
  return points;
}

/** One of the two hundred parts that the ranking is read in. */
const STRETCH = 1 / 200;

/** The curve of the selected below that of all, with its name and share at its end. */
export function selectedShapes({ input, plot, x, y }: Placing): Shape[] {
  if (!input.selected) return [];
  const points = selectedCurve(input.selected.stretches);
  const path = line<CurvePoint>(
    (point) => x(point.items),
    (point) => y(point.value),
  ).digits(2);
  const end = points.at(-1)?.value ?? 0;
  // Near the top the other curve is above it.
  const at = end > 0.6 ? y(end) + 18 : y(end) - 8;
  return [
    { kind: 'path', d: path(points) ?? '', stroke: 'text', width: 1.5 },
    { kind: 'circle', cx: x(1), cy: y(end), r: 3, fill: 'text' },
    {
      kind: 'text',
      x: plot.right - 6,
      y: Math.min(at, plot.bottom - BANDS),
      text: input.selected.label,
      fill: 'text',
      size: LABEL_SIZE,
      weight: 600,
      anchor: 'end',
      halo: true,
    },
  ];
}
