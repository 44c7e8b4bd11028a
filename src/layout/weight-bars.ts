import { scaleLinear } from './scale';
import type { Measure, Scene, Shape } from './shapes';
import { fitText } from './wrap-text';

/** A weight as a bar, with what is applied at present. */
export interface WeightBar {
  key: string;
  name: string;
  weight: number;
  text: string;
  applied: number;
}

interface WeightInput {
  bars: readonly WeightBar[];
  /** What the mark of the weight applied is called; null where that is the same everywhere. */
  appliedName: string | null;
  /** Whether the weights stand; else they are only hinted at. */
  stands: boolean;
  width: number;
  measure: Measure;
}

const ROW = 40;
const BAR = 20;
const KEY = 22;

/** Weights as bars from nothing to all, a mark at what is applied now. */
export function weightBars({ bars, appliedName, stands, width, measure }: WeightInput): Scene {
  const names = bars.map(({ name }) => fitText(name, width * 0.4, 14, measure));
  const left = Math.ceil(Math.max(...names.map((name) => measure(name, 14)))) + 12;
  const room = Math.ceil(Math.max(...bars.map(({ text }) => measure(text, 14, 600)))) + 8;
  const most = Math.max(0.5, ...bars.flatMap(({ weight, applied }) => [weight, applied]));
  const x = scaleLinear([0, most], [left, Math.max(left + 20, width - room)]);
  const shapes: Shape[] = [];
  bars.forEach(({ key, weight, text, applied }, i) => {
    const middle = i * ROW + ROW / 2;
    const top = middle - BAR / 2;
    const at = Math.round(x(applied));
    const beside = x(weight) + 8;
    const covers = appliedName !== null && at > beside - 6 && at < beside + measure(text, 14, 600) + 6;
    shapes.push(
      {
        kind: 'text',
        x: left - 12,
        y: middle,
        text: names[i]!,
        fill: 'text',
        size: 14,
        anchor: 'end',
        vertical: 'middle',
      },
      {
        kind: 'rect',
        key,
        x: left,
        y: top,
        width: Math.max(1, x(weight) - left),
        height: BAR,
        radius: 2,
        ...(stands ? { fill: 'accent' } : { stroke: 'muted', hatch: 'muted' }),
      },
      {
        kind: 'text',
        x: covers ? at + 8 : beside,
        y: middle,
        text,
        fill: stands ? 'text' : 'muted',
        size: 14,
        weight: 600,
        vertical: 'middle',
      },
    );
    if (appliedName === null) return;
    shapes.push({
      kind: 'line',
      x1: at,
      x2: at,
      y1: top - 5,
      y2: top + BAR + 5,
      stroke: 'surface',
      width: 5,
    });
    shapes.push({ kind: 'line', x1: at, x2: at, y1: top - 5, y2: top + BAR + 5, stroke: 'text', width: 2 });
  });
  const height = bars.length * ROW + (appliedName === null ? 0 : KEY);
  if (appliedName !== null) {
    const y = bars.length * ROW + KEY / 2;
    shapes.push({ kind: 'line', x1: left, x2: left, y1: y - 7, y2: y + 7, stroke: 'text', width: 2 });
    shapes.push({
      kind: 'text',
      x: left + 8,
      y,
      text: appliedName,
      fill: 'muted',
      size: 11,
      vertical: 'middle',
    });
  }
  return { width, height, shapes };
}
