import { inside } from './stage';

export type Point = readonly [x: number, y: number];

/** A pointer over the plot of a chart; places are shares of the plot, or pixels where `pixels` says so. */
export interface Pen {
  send(type: string, at: Point, more?: PointerEventInit): void;
  /** Presses, moves in steps and lifts. */
  drag(path: readonly Point[], more?: PointerEventInit): void;
}

export function penOver(chart: Element, init: PointerEventInit = {}, pixels = false): Pen {
  const plot = inside(chart, '.plot');
  const send = (type: string, [x, y]: Point, more: PointerEventInit = {}): void => {
    const { left, top, width, height } = plot.getBoundingClientRect();
    plot.dispatchEvent(
      new PointerEvent(type, {
        clientX: left + x * (pixels ? 1 : width),
        clientY: top + y * (pixels ? 1 : height),
        bubbles: true,
        composed: true,
        cancelable: true,
        isPrimary: true,
        pointerId: 7,
        pointerType: 'mouse',
        ...init,
        ...more,
      }),
    );
  };
  const drag = (path: readonly Point[], more: PointerEventInit = {}): void => {
    const [first, ...rest] = path;
    const last = rest.at(-1);
    if (!first || !last) return;
    send('pointerdown', first, more);
    for (const place of rest) send('pointermove', place, more);
    send('pointerup', last, more);
  };
  return { send, drag };
}

/** The middle of the knob number `index`, in pixels of the plot. */
export function knobOf(chart: Element, index: number): Point {
  const knob = chart.shadowRoot?.querySelectorAll('.grip')[index]?.getBoundingClientRect();
  const plot = inside(chart, '.plot').getBoundingClientRect();
  if (!knob) throw new Error(`no knob ${index}`);
  return [knob.left + knob.width / 2 - plot.left, knob.top + knob.height / 2 - plot.top];
}
