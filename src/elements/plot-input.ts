import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Place } from '../layout/lasso';
import { type Area, Brush } from './brush';
import { MarkWalker } from './mark-walker';
import type { Mark, Picture } from './picture';
import type { Plane } from './plane';
import { capture, placeOf } from './pointer';

interface Options {
  picture(): Picture | null;
  plane(): Plane | null;
  /** Whether customers can be chosen by a drag. */
  brushes(): boolean;
  /** Enter on a stop, or a click on a mark; with `more`, beside what is chosen already. */
  choose(mark: Mark, more: boolean): void;
  /** A rectangle or a closed line drawn over the plot. */
  within(area: Area, more: boolean): void;
  clear(): void;
  /** A pointer has come: what it may ask for can be prepared. */
  entered(): void;
}

type Gesture = 'none' | 'brush' | 'grip' | 'pan' | 'pinch' | 'explore' | 'cursor';

/** A finger that rests this long means a mark, not a drag. */
const LONG_MS = 450;
/** A press that moves farther drags the cursor, in CSS pixels. */
const DRAG = 4;
/** A finger that moves farther is not at rest, in CSS pixels. */
const REST = 8;

/** Tells what pointers, wheel and keys mean in a plot, and hands it on to who does it. */
export class PlotInput implements ReactiveController {
  readonly #options: Options;
  readonly walker: MarkWalker;
  readonly brush: Brush;
  readonly #pointers = new Map<number, Place>();
  #gesture: Gesture = 'none';
  #begun: Place | null = null;
  /** Along which a cursor is dragged. */
  #axis: 'x' | 'y' = 'x';
  #resting: ReturnType<typeof setTimeout> | null = null;
  /** The click that follows belongs to a gesture. */
  #spent = false;

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#options = options;
    const { picture } = options;
    this.walker = new MarkWalker(host, {
      picture,
      choose: (mark, more) => this.#choose(mark, more),
      clear: options.clear,
    });
    this.brush = new Brush(host, {
      picture: () => (options.brushes() ? picture() : null),
      lasso: () => options.plane()?.tool === 'lasso',
      begin: () => this.walker.leave(),
      choose: options.within,
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#rest();
    this.#pointers.clear();
    this.#gesture = 'none';
  }

  readonly onPointerEnter = (): void => this.#options.entered();

  readonly onPointerDown = (event: PointerEvent): void => {
    const plane = this.#options.plane();
    const at = placeOf(event);
    if (!at) return;
    const touch = event.pointerType === 'touch';
    if (event.isPrimary) this.#pointers.clear();
    this.#pointers.set(event.pointerId, at);
    this.#begun = at;
    this.#spent = false;
    this.#rest();
    if (plane && this.#pointers.size === 2) {
      this.brush.cancel();
      plane.cancel();
      this.#begin('pinch', event);
    } else if (plane && event.button === 0 && plane.take(at, touch)) {
      this.walker.leave();
      this.#begin('grip', event);
    } else if (plane && (plane.tool === 'pan' || event.button === 1)) {
      if (event.button === 1) event.preventDefault();
      this.#gesture = 'pan';
    } else if (this.#takeCursor(event, at)) {
      this.#gesture = 'cursor';
    } else {
      this.#gesture = 'brush';
      this.brush.onPointerDown(event);
    }
    if (touch && (this.#gesture === 'brush' || this.#gesture === 'pan' || this.#gesture === 'cursor'))
      this.#awaitRest(event);
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    const plane = this.#options.plane();
    const at = placeOf(event);
    if (!at) return;
    const before = this.#pointers.get(event.pointerId);
    if (before) this.#pointers.set(event.pointerId, at);
    if (this.#begun && Math.hypot(at.x - this.#begun.x, at.y - this.#begun.y) > REST) this.#rest();
    switch (this.#gesture) {
      case 'pinch':
        if (before && plane) this.#pinch(plane, event.pointerId, before, at);
        return;
      case 'grip':
        plane?.drag(at);
        return;
      case 'pan':
        this.#pan(plane, event, before, at);
        return;
      case 'cursor':
        this.#dragCursor(event, at);
        return;
      case 'explore':
        this.walker.onPointerMove(event);
        return;
      default:
        if (this.brush.move(event)) return;
        if (plane?.hover(event.pointerType === 'touch' ? null : at)) this.walker.onPointerLeave();
        // A finger on its way shows nothing before it rests.
        else if (event.pointerType !== 'touch' || !before) this.walker.onPointerMove(event);
    }
  };

  readonly onPointerUp = (event: PointerEvent): void => {
    const gesture = this.#gesture;
    this.#rest();
    this.#pointers.delete(event.pointerId);
    if (gesture === 'grip') this.#options.plane()?.drop();
    if (gesture === 'cursor' && this.#spent) this.walker.keep();
    if (gesture === 'brush') this.brush.onPointerUp(event);
    if (gesture === 'grip' || gesture === 'pinch' || gesture === 'explore' || this.#spent) this.#spend();
    if (this.#pointers.size === 0) this.#gesture = 'none';
  };

  readonly onPointerCancel = (event: PointerEvent): void => {
    this.#rest();
    this.#pointers.delete(event.pointerId);
    this.brush.cancel();
    if (this.#gesture === 'grip') this.#options.plane()?.cancel();
    if (this.#pointers.size === 0) this.#gesture = 'none';
  };

  readonly onPointerLeave = (event: PointerEvent): void => {
    this.#options.plane()?.hover(null);
    // What a resting finger has found stays on show until the next touch.
    if (event.pointerType !== 'touch') this.walker.onPointerLeave();
  };

  readonly onClick = (event: MouseEvent): void => {
    if (!this.brush.ended && !this.#spent) this.walker.onClick(event);
  };

  readonly onDoubleClick = (event: MouseEvent): void => {
    const at = placeOf(event);
    if (at && this.#options.plane()?.resetAt(at)) event.preventDefault();
  };

  readonly onWheel = (event: WheelEvent): void => {
    const at = placeOf(event);
    if (at && this.#options.plane()?.wheel(event, at)) event.preventDefault();
  };

  /** Two fingers are for the plane: a page that scrolled along would take them away. */
  readonly onTouch = (event: TouchEvent): void => {
    const held = this.#gesture === 'grip' || this.#gesture === 'explore';
    const fingers = event.touches.length > 1 && this.#options.plane() !== null;
    // Along the page's own way, a cursor would go with the page.
    const upward = this.#gesture === 'cursor' && this.#axis === 'y';
    if ((upward || held || fingers) && event.cancelable) event.preventDefault();
  };

  readonly onContextMenu = (event: Event): void => {
    if (this.#gesture === 'explore') event.preventDefault();
  };

  readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.brush.cancel()) return;
    if (this.#options.plane()?.key(event)) event.preventDefault();
    else this.walker.onKey(event);
  };

  readonly onBlur = (): void => {
    if (this.#gesture !== 'grip') this.#options.plane()?.drop();
    this.walker.onBlur();
  };

  #choose(mark: Mark, more: boolean): void {
    const plane = this.#options.plane();
    if (plane && mark.grip !== undefined) plane.hold(mark.grip);
    else this.#options.choose(mark, more);
  }

  #takeCursor(event: PointerEvent, at: Place): boolean {
    const axis =
      event.button === 0 && event.isPrimary ? this.#options.picture()?.cursor?.axis(at.x, at.y) : null;
    if (axis) this.#axis = axis;
    return Boolean(axis);
  }

  #dragCursor(event: PointerEvent, at: Place): void {
    if (!this.#spent && this.#begun && Math.hypot(at.x - this.#begun.x, at.y - this.#begun.y) < DRAG) return;
    if (!this.#spent) capture(event);
    this.#spent = true;
    this.walker.show(this.#options.picture()?.cursor?.at(at.x, at.y, this.#axis) ?? null);
  }

  #begin(gesture: Gesture, event: PointerEvent): void {
    this.#gesture = gesture;
    capture(event);
  }

  #pan(plane: Plane | null, event: PointerEvent, before: Place | undefined, at: Place): void {
    if (!plane || !before) return;
    if (!this.#spent && this.#begun && Math.hypot(at.x - this.#begun.x, at.y - this.#begun.y) < 3) return;
    if (!this.#spent) {
      capture(event);
      this.walker.leave();
    }
    this.#spent = true;
    plane.pan(at.x - before.x, at.y - before.y);
  }

  #pinch(plane: Plane, id: number, before: Place, at: Place): void {
    const other = [...this.#pointers].find(([pointer]) => pointer !== id)?.[1];
    if (!other) return;
    const apart = (one: Place): number => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
    plane.pan((at.x - before.x) / 2, (at.y - before.y) / 2);
    plane.zoomBy(apart(at) / apart(before), { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 });
  }

  #awaitRest(event: PointerEvent): void {
    const { currentTarget } = event;
    this.#resting = setTimeout(() => {
      this.brush.cancel();
      this.#gesture = 'explore';
      if (currentTarget instanceof Element) this.walker.point(event, currentTarget);
    }, LONG_MS);
  }

  #rest(): void {
    if (this.#resting !== null) clearTimeout(this.#resting);
    this.#resting = null;
  }

  /** The click that follows comes before any timer. */
  #spend(): void {
    this.#spent = true;
    setTimeout(() => {
      this.#spent = false;
    });
  }
}
