import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PlotBox } from '../layout/axis-shapes';
import type { Picture } from './picture';

interface Options {
  picture(): Picture | null;
  /** A drag has begun: what was pointed at no longer is. */
  begin(): void;
  /** A rectangle in the plot, in CSS pixels. */
  choose(box: PlotBox): void;
}

interface Place {
  x: number;
  y: number;
}

/** From here on a press is a drag, in CSS pixels. */
const DRAG = 5;
/** A drag may begin this far outside of the plane, so that its edge can be reached. */
const EDGE = 24;

/** A rectangle dragged over a plot by mouse, pen or finger. */
export class Brush implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #from: (Place & { pointer: number; area: PlotBox }) | null = null;
  #box: PlotBox | null = null;
  #ended = false;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** The rectangle so far; null where none is dragged. */
  get box(): PlotBox | null {
    return this.#box;
  }

  /** Whether the click at hand is the end of a drag. */
  get ended(): boolean {
    return this.#ended;
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /** Gives the drag up; whether there was one. */
  cancel(): boolean {
    const dragged = this.#box !== null;
    this.#from = null;
    this.#box = null;
    if (dragged) this.#host.requestUpdate();
    return dragged;
  }

  readonly onPointerDown = (event: PointerEvent): void => {
    const area = this.#options.picture()?.brush;
    const at = placeOf(event);
    if (!area || !at || event.button !== 0 || !event.isPrimary || !holds(area, at)) return;
    this.#from = { ...at, pointer: event.pointerId, area };
  };

  /** Whether the move belongs to a drag. */
  move(event: PointerEvent): boolean {
    const from = this.#from;
    const at = placeOf(event);
    if (!from || !at || event.pointerId !== from.pointer) return false;
    if (!this.#box) {
      if (Math.hypot(at.x - from.x, at.y - from.y) < DRAG) return false;
      capture(event);
      this.#options.begin();
    }
    this.#box = boxOf(from, at, from.area);
    this.#host.requestUpdate();
    return true;
  }

  readonly onPointerUp = (event: PointerEvent): void => {
    const box = event.pointerId === this.#from?.pointer ? this.#box : null;
    this.cancel();
    if (!box) return;
    // The click that follows comes before any timer.
    this.#ended = true;
    setTimeout(() => {
      this.#ended = false;
    });
    this.#options.choose(box);
  };

  readonly onPointerCancel = (): void => {
    this.cancel();
  };
}

function placeOf(event: PointerEvent): Place | null {
  if (!(event.currentTarget instanceof Element)) return null;
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

/** So that a drag that leaves the plot still ends in it. */
function capture(event: PointerEvent): void {
  if (!(event.currentTarget instanceof Element)) return;
  try {
    event.currentTarget.setPointerCapture(event.pointerId);
  } catch {
    // The pointer has been lifted meanwhile.
  }
}

function holds(area: PlotBox, { x, y }: Place): boolean {
  return x >= area.left - EDGE && x <= area.right + EDGE && y >= area.top - EDGE && y <= area.bottom + EDGE;
}

function boxOf(from: Place, to: Place, area: PlotBox): PlotBox {
  const across = (x: number): number => Math.min(area.right, Math.max(area.left, x));
  const down = (y: number): number => Math.min(area.bottom, Math.max(area.top, y));
  return {
    left: across(Math.min(from.x, to.x)),
    right: across(Math.max(from.x, to.x)),
    top: down(Math.min(from.y, to.y)),
    bottom: down(Math.max(from.y, to.y)),
  };
}
