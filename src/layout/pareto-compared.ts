import { line } from 'd3-shape';
import { type CurvePoint, valueAt } from './pareto-curve';
import { crossingLabel } from './pareto-labels';
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

/** Below the lower curve, if that is the second; else above the upper one; null where it would touch anything else. */
function nameAt(
  place: Placing,
  { curve, label }: { curve: readonly CurvePoint[]; label: string },
  share: number,
): TextShape | null {
  const { input, plot, points, x, y } = place;
  const width = input.measure(label, LABEL_SIZE, 600);
  const value = valueAt(curve, share);
  const below = value <= valueAt(points, share);
  const left = below ? x(share) + 8 : x(share) - 8 - width;
  const baseline = below ? y(value) + 18 : y(value) - 8;
  const equality = y((left + width - plot.left) / (plot.right - plot.left));
  const clear = below
    ? left + width <= plot.right && baseline + 6 < equality
    : left >= plot.left + 4 && baseline - LABEL_SIZE > plot.top;
  if (!clear || touchesCrossing(place, left, left + width, baseline)) return null;
  const text = {
    kind: 'text',
    text: label,
    fill: 'muted',
    size: LABEL_SIZE,
    weight: 600,
    halo: true,
  } as const;
  return { ...text, x: left, y: baseline };
}

/** Whether a line of text lies on the words of the crossing, or on its guide. */
function touchesCrossing(place: Placing, left: number, right: number, baseline: number): boolean {
  const { input, x } = place;
  const share = input.summary.itemsForTargetShare;
  if (share === null) return false;
  const guide = x(share);
  if (left < guide + 4 && right > guide - 4) return true;
  const words = crossingLabel(place);
  if (!words || Math.abs(words.y - baseline) > LABEL_SIZE + 6) return false;
  const width = input.measure(words.text, LABEL_SIZE, 600);
  const start = words.anchor === 'end' ? words.x - width : words.x;
  return left < start + width + 4 && right > start - 4;
}
