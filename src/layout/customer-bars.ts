import { scaleLinear } from './scale';
import type { Measure, Shape } from './shapes';
import { fitText } from './wrap-text';

/** A customer of the list with the figure that its bar stands for, as written. */
export interface CustomerBar {
  name: string;
  value: number;
  text: string;
}

const ROW = 24;

/** The first customers of a list as bars beside their names, as many as fit. */
export function customerBars(
  bars: readonly CustomerBar[],
  title: string,
  width: number,
  height: number,
  measure: Measure,
): Shape[] {
  const shown = bars.slice(0, Math.max(1, Math.floor((height - ROW) / ROW)));
  const names = shown.map(({ name }) => fitText(name, width * 0.35, 12, measure));
  const left = Math.ceil(Math.max(0, ...names.map((name) => measure(name, 12)))) + 8;
  const right = Math.ceil(Math.max(0, ...shown.map(({ text }) => measure(text, 12)))) + 8;
  const values = shown.map(({ value }) => value);
  const x = scaleLinear(
    [Math.min(0, ...values), Math.max(0, ...values) || 1],
    [left, Math.max(left + 1, width - right)],
  );
  const shapes: Shape[] = [{ kind: 'text', x: left, y: 12, text: title, fill: 'muted', size: 11 }];
  shown.forEach(({ value, text }, i) => {
    const y = ROW * (i + 1);
    const middle = y + ROW / 2;
    const [from, to] = value < 0 ? [x(value), x(0)] : [x(0), x(value)];
    shapes.push(
      {
        kind: 'text',
        x: left - 8,
        y: middle,
        text: names[i]!,
        fill: 'text',
        size: 12,
        anchor: 'end',
        vertical: 'middle',
      },
      {
        kind: 'rect',
        x: from,
        y: y + 4,
        width: Math.max(1, to - from),
        height: ROW - 8,
        fill: value < 0 ? 'fall' : 'accent',
        radius: 2,
      },
      { kind: 'text', x: to + 6, y: middle, text, fill: 'text', size: 12, vertical: 'middle' },
    );
  });
  return shapes;
}
