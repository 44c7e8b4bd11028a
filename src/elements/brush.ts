import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PlotBox } from '../layout/axis-shapes';
import type { Place } from '../layout/lasso';
import type { Picture } from './picture';
import { capture, placeOf } from './pointer';

/** What was drawn over a plot, in CSS pixels. */
export interface Area {
  /** The rectangle, or that around the closed line. */
  box: PlotBox;
  /** The corners of a closed line. */
  path: readonly Place[] | null;
}

interface Options {
  picture(): Picture | null;
  /** Whether a line is drawn, not a rectangle. */
  lasso(): boolean;
  /** A drag has begun: what was pointed at no longer is. */
  begin(): void;
  /** Something was drawn; with `more`, what lies in it is meant beside what is chosen already. */
  choose(area: Area, more: boolean): void;
}

/** From here on a press is a drag, in CSS pixels. */
const DRAG = 5;
/** A drag may begin this far outside of the plane, so that its edge can be reached. */
const EDGE = 24;
/** Corners of a line nearer to each other than this are one. */
const CORNER = 3;

/** A rectangle or a closed line drawn over a plot by mouse, pen or finger. */
export class Brush implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #from: (Place & { pointer: number; area: PlotBox }) | null = null;
  #box: PlotBox | null = null;
  #path: Place[] | null = null;
  #ended = false;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** What has been drawn so far; null where nothing is. */
  get area(): Area | null {
    return this.#box && { box: this.#box, path: this.#path };
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
    this.#path = null;
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
      this.#path = this.#options.lasso() ? [inside(from, from.area)] : null;
    }
    this.#draw(from, inside(at, from.area));
    this.#host.requestUpdate();
    return true;
  }

  readonly onPointerUp = (event: PointerEvent): void => {
    const area = event.pointerId === this.#from?.pointer ? this.area : null;
    this.cancel();
    if (!area) return;
    // The click that follows comes before any timer.
    this.#ended = true;
    setTimeout(() => {
      this.#ended = false;
    });
    this.#options.choose(area, event.shiftKey);
  };

  #draw(from: Place & { area: PlotBox }, at: Place): void {
    const path = this.#path;
    if (!path) {
      this.#box = around([inside(from, from.area), at]);
      return;
    }
    const last = path.at(-1);
    if (!last || Math.hypot(at.x - last.x, at.y - last.y) >= CORNER) this.#path = [...path, at];
    this.#box = around(this.#path ?? path);
  }
}

function holds(area: PlotBox, { x, y }: Place): boolean {
  return x >= area.left - EDGE && x <= area.right + EDGE && y >= area.top - EDGE && y <= area.bottom + EDGE;
}

function inside({ x, y }: Place, area: PlotBox): Place {
  return {
    x: Math.min(area.right, Math.max(area.left, x)),
    y: Math.min(area.bottom, Math.max(area.top, y)),
  };
}

function around(places: readonly Place[]): PlotBox {
  const xs = places.map(({ x }) => x);
  const ys = places.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
