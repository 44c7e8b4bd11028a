import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PlotBox } from '../layout/axis-shapes';
import { type Grip, gripAt } from '../layout/grips';
import type { Place } from '../layout/lasso';
import { panned, sameZoom, WHOLE, type Zoom, zoomedAt } from '../layout/zoom';

/** What a drag over a plane does. */
export type PlaneTool = 'box' | 'lasso' | 'pan';

/** What moving the lines of a plane does. */
export interface GripActions {
  /** A line is to stand at a pixel of its axis; it counts once it is let go. */
  move(key: string, pixel: number): void;
  /** A line is to move by steps that make a difference: to the right or up, or back. */
  step(key: string, steps: number): void;
  /** What has been moved counts. */
  drop(): void;
  /** What has been moved since the last drop goes back. */
  cancel(): void;
  /** A line, or all, goes back to where it stood before anybody moved it. */
  reset(key: string | null): void;
  /** Whether there is something to go back from. */
  readonly moved: boolean;
}

interface Options {
  /** Where the plane lies in the plot, and its lines; null while there is none. */
  plane(): { box: PlotBox; grips: readonly Grip[] } | null;
  grips: GripActions;
}

/** One step of a key: nearer or farther, and so far across. */
const STEP = { factor: 1.5, pixels: 60 } as const;

const ARROWS: Record<string, readonly [dx: number, dy: number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, -1],
  ArrowUp: [0, 1],
};

/** How a plane is looked at and taken hold of: its zoom, the tool in hand, and the line that is held. */
export class Plane implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: Options;
  #zoom: Zoom = WHOLE;
  #tool: PlaneTool = 'box';
  #held: string | null = null;
  #near: Grip | null = null;
  #data: unknown = null;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get zoom(): Zoom {
    return this.#zoom;
  }

  get tool(): PlaneTool {
    return this.#tool;
  }

  set tool(tool: PlaneTool) {
    this.#tool = tool;
    this.#host.requestUpdate();
  }

  /** The line that is held, by pointer or keyboard. */
  get held(): Grip | null {
    return this.grips.find(({ key }) => key === this.#held) ?? null;
  }

  /** The line the pointer is on, or the held one. */
  get near(): Grip | null {
    return this.held ?? this.#near;
  }

  get grips(): readonly Grip[] {
    return this.#options.plane()?.grips ?? [];
  }

  /** Whether a line stands elsewhere than the host put it. */
  get moved(): boolean {
    return this.#options.grips.moved;
  }

  hostDisconnected(): void {
    this.#held = null;
    this.#near = null;
  }

  /** The data that are looked at: others are first seen as a whole, and nothing of them is held. */
  on(data: unknown): void {
    if (data === this.#data) return;
    this.#data = data;
    this.#zoom = WHOLE;
    this.#held = null;
    this.#near = null;
  }

  zoomBy(factor: number, at: Place | null = null): boolean {
    const box = this.#options.plane()?.box;
    if (!box) return false;
    const { x, y } = at ?? { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    return this.#show(zoomedAt(this.#zoom, factor, x, y, box));
  }

  pan(dx: number, dy: number): boolean {
    const box = this.#options.plane()?.box;
    return box ? this.#show(panned(this.#zoom, dx, dy, box)) : false;
  }

  readonly whole = (): boolean => this.#show(WHOLE);

  readonly resetGrips = (): void => this.#options.grips.reset(null);

  /** Whether a turn of the wheel was for the plane: with Ctrl always, else where it has the focus or is zoomed already. */
  wheel(event: WheelEvent, at: Place): boolean {
    const pinched = event.ctrlKey || event.metaKey;
    const focused = event.currentTarget instanceof Element && event.currentTarget.matches(':focus');
    if (!pinched && !focused && this.#zoom.k === 1) return false;
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const factor = Math.exp(-event.deltaY * lines * (pinched ? 0.01 : 0.002));
    return this.zoomBy(Math.min(STEP.factor, Math.max(1 / STEP.factor, factor)), at);
  }

  /** Whether a key was for the plane. */
  key(event: KeyboardEvent): boolean {
    if (this.#held !== null) return this.#keyOfHeld(this.#held, event);
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.key === '+' || event.key === '=') return this.zoomBy(STEP.factor) || true;
    if (event.key === '-' || event.key === '_') return this.zoomBy(1 / STEP.factor) || true;
    if (event.key === '0') return this.whole() || true;
    const arrow = event.shiftKey ? ARROWS[event.key] : undefined;
    return arrow !== undefined && this.pan(-arrow[0] * STEP.pixels, arrow[1] * STEP.pixels);
  }

  /** Whether a pointer is near a line, and which; null where it left the plot. */
  hover(at: Place | null): Grip | null {
    const near = at && gripAt(this.grips, at.x, at.y, false);
    if (near?.key !== this.#near?.key) this.#host.requestUpdate();
    this.#near = near;
    return near;
  }

  /** Takes hold of the line at a place; whether there is one. */
  take(at: Place, finger: boolean): boolean {
    const grip = gripAt(this.grips, at.x, at.y, finger);
    if (grip) this.hold(grip.key);
    return grip !== null;
  }

  hold(key: string): void {
    this.#held = key;
    this.#host.requestUpdate();
  }

  /** Moves the held line to a pointer. */
  drag({ x, y }: Place): void {
    const { held } = this;
    const box = this.#options.plane()?.box;
    if (!held || !box) return;
    const pixel =
      held.way === 'x'
        ? Math.min(box.right, Math.max(box.left, x))
        : Math.min(box.bottom, Math.max(box.top, y));
    this.#options.grips.move(held.key, pixel);
  }

  /** Lets the held line go where it is. */
  readonly drop = (): void => {
    if (this.#held === null) return;
    this.#held = null;
    this.#options.grips.drop();
    this.#host.requestUpdate();
  };

  /** Lets the held line go, back to where it was; whether one was held. */
  cancel(): boolean {
    if (this.#held === null) return false;
    this.#held = null;
    this.#options.grips.cancel();
    this.#host.requestUpdate();
    return true;
  }

  /** Puts the line at a place back; whether there is one. */
  resetAt(at: Place): boolean {
    const grip = gripAt(this.grips, at.x, at.y, false);
    if (grip) this.#options.grips.reset(grip.key);
    return grip !== null;
  }

  #keyOfHeld(key: string, event: KeyboardEvent): boolean {
    const arrow = ARROWS[event.key];
    if (arrow) {
      // Right and up are forwards.
      const steps = (arrow[0] + arrow[1]) * (event.shiftKey ? 10 : 1);
      this.#options.grips.step(key, steps);
      return true;
    }
    if (event.key === 'Escape') return this.cancel();
    if (event.key === 'Delete' || event.key === 'Backspace') {
      this.#options.grips.reset(key);
      return true;
    }
    if (event.key !== 'Enter' && event.key !== ' ') return false;
    this.drop();
    return true;
  }

  #show(zoom: Zoom): boolean {
    if (sameZoom(zoom, this.#zoom)) return false;
    this.#zoom = zoom;
    this.#host.requestUpdate();
    return true;
  }
}
