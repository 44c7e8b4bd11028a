import { line } from 'd3-shape';
import { type CurvePoint, valueAt } from './pareto-curve';
import { LABEL_SIZE, type Placing } from './pareto-shapes';
import type { Shape, TextShape } from './shapes';

/** Where along the items a name is tried, the first that has room. */
const TRIED = [0.3, 0.2, 0.4, 0.12, 0.5];

/** The second curve, broken and quiet beside the first, with its name where nothing else is drawn. */
export function comparedShapes(place: Placing): Shape[] {
  const { compared } = place.input;
  if (!compared) return [];
  const path = line<CurvePoint>(
    (point) => place.x(point.items),
    (point) => place.y(point.value),
  ).digits(2);
  const label = TRIED.map((share) => nameAt(place, compared, share)).find((text) => text !== null);
  return [
    { kind: 'path', d: path(compared.curve) ?? '', stroke: 'muted', width: 2, dash: '6 4' },
    ...(label ? [label] : []),
  ];
}

/** Below the lower curve, if that is the second; else above the upper one; null where it would touch another. */
function nameAt(
  place: Placing,
  { curve, label }: { curve: readonly CurvePoint[]; label: string },
  share: number,
): TextShape | null {
  const { input, plot, points, x, y } = place;
  const width = input.measure(label, LABEL_SIZE, 600);
  const value = valueAt(curve, share);
  const text = {
    kind: 'text',
    text: label,
    fill: 'muted',
    size: LABEL_SIZE,
    weight: 600,
    halo: true,
  } as const;
  if (value <= valueAt(points, share)) {
    const at = { x: x(share) + 8, y: y(value) + 18 };
    const end = at.x + width;
    const equality = y((end - plot.left) / (plot.right - plot.left));
    return end <= plot.right && at.y + 6 < equality ? { ...text, ...at, anchor: 'start' } : null;
  }
  const at = { x: x(share) - 8, y: y(value) - 8 };
  return at.x - width >= plot.left + 4 && at.y - LABEL_SIZE > plot.top
    ? { ...text, ...at, anchor: 'end' }
    : null;
}
