import type { ReactiveControllerHost } from 'lit';
import type { PlotBox } from '../layout/axis-shapes';
import { fadedPoints, markedPoints, type Places, rowsWithin, seenPoints } from '../layout/points';
import type { Zoom } from '../layout/zoom';
import type { ToneColor } from '../render/canvas-shapes';
import { paintPoints } from '../render/paint-points';
import { PlanePainter } from '../render/plane-painter';
import { lastCall } from '../util/last-call';
import { nearestMark } from './nearest';
import type { Gliding } from './picture';
import type { DrawnCrowd } from './plane-crowd';
import { type Crowd, PlaneDensity } from './plane-density';

/** What the customers on a plane are drawn from. */
export interface PlaneScene {
  places: Places;
  crowd: Crowd;
  zoom: Zoom;
  /** Tones that are not shown, and the one that stands out; indexes. */
  hidden: ReadonlySet<number>;
  pointed: number | null;
  /** 1 for each customer that is chosen; null where none is. */
  marked: Uint8Array | null;
}

/** A customer who has a mark: where in the result, and where on the plane. */
export interface FoundCustomer {
  row: number;
  x: number;
  y: number;
  radius: number;
}

/** What is under a pointer: a customer, or a crowd by its tones. */
export type Found = FoundCustomer | { crowd: readonly number[] };

/** The drawn customers. */
export interface DrawnPlane {
  /** Whether they are drawn as a density, being too many for a mark each. */
  dense: boolean;
  paint(context: CanvasRenderingContext2D, color: ToneColor): void;
  /** The marks where each has its own, by their rows in the result. */
  gliding: (Omit<Gliding, 'name'> & { row(mark: number): number }) | null;
  at(x: number, y: number): Found | null;
}

/** More marks than this in sight are drawn as a density. */
const MOST_MARKS = 10_000;

/** Draws the customers of a plane, each by a mark or, where they are too many, as a density counted by the engine. */
export class PlaneMarks {
  readonly density: PlaneDensity;
  readonly #painter = new PlanePainter();
  readonly #crowds = lastCall(
    (places: Places, zoom: Zoom, crowd: Crowd, hidden: ReadonlySet<number>) =>
      rowsWithin(places, zoom, crowd.box, hidden, MOST_MARKS + 1).length > MOST_MARKS,
  );
  readonly #points = lastCall((places: Places, zoom: Zoom, crowd: Crowd, hidden: ReadonlySet<number>) => {
    const seen = seenPoints(places, zoom, crowd.box, hidden);
    return { ...seen, find: nearestMark(seen.points) };
  });
  readonly #drawnPoints = lastCall(drawnPoints);
  readonly #paintPoints = lastCall(
    (points: ReturnType<typeof drawnPoints>, zoom: Zoom, crowd: Crowd): DrawnPlane['paint'] =>
      (context, color) =>
        this.#painter.paint(context, zoom, crowd.box, () => paintPoints(context, points, color), false),
  );
  readonly #paintCrowd = lastCall(
    (drawn: DrawnCrowd | null, zoom: Zoom, crowd: Crowd): DrawnPlane['paint'] =>
      (context, color) => {
        const draw = drawn && (() => drawn.paint(context, color));
        this.#painter.paint(context, zoom, crowd.box, draw, true);
      },
  );

  constructor(host: ReactiveControllerHost) {
    this.density = new PlaneDensity(host);
  }

  draw(scene: PlaneScene): DrawnPlane {
    const { places, zoom, crowd, hidden } = scene;
    return this.#crowds(places, zoom, crowd, hidden) ? this.#crowded(scene) : this.#single(scene);
  }

  #single({ places, zoom, crowd, hidden, pointed, marked }: PlaneScene): DrawnPlane {
    const { points, rows, find } = this.#points(places, zoom, crowd, hidden);
    const drawn = this.#drawnPoints(points, rows, pointed, marked);
    return {
      dense: false,
      paint: this.#paintPoints(drawn, zoom, crowd),
      gliding: {
        basis: places,
        points: drawn,
        row: (mark) => rows[mark] ?? 0,
        paint: (moved) => (context, color) =>
          this.#painter.paint(context, zoom, crowd.box, () => paintPoints(context, moved, color), false),
      },
      at: (px, py) => {
        const mark = find(px, py);
        if (mark === null) return null;
        const [x, y, radius] = [points.x[mark] ?? 0, points.y[mark] ?? 0, points.radius[mark] ?? 1];
        return { row: rows[mark] ?? 0, x, y, radius };
      },
    };
  }

  #crowded(scene: PlaneScene): DrawnPlane {
    const { zoom, crowd } = scene;
    const counted = this.density.of(crowd, zoom);
    const drawn = counted ? counted.drawing.of(scene, counted) : this.#resized(scene);
    return {
      dense: true,
      paint: this.#paintCrowd(drawn, zoom, crowd),
      gliding: null,
      at: (x, y) => {
        const sums = drawn?.at(x, y) ?? [];
        return sums.some((sum) => sum >= 0.5) ? { crowd: sums } : null;
      },
    };
  }

  /** At another size the last picture stands in for nothing: it would lie beside the axes, and paper does not wait. */
  #resized(scene: PlaneScene): DrawnCrowd | null {
    const last = this.density.counted;
    return last && !sameSize(last.crowd.box, scene.crowd.box) ? last.drawing.atOnce(scene) : null;
  }
}

function sameSize(one: PlotBox, other: PlotBox): boolean {
  return (
    one.right - one.left === other.right - other.left && one.bottom - one.top === other.bottom - other.top
  );
}

function drawnPoints(
  points: ReturnType<typeof seenPoints>['points'],
  rows: Uint32Array,
  pointed: number | null,
  marked: Uint8Array | null,
): typeof points {
  if (pointed !== null) {
    const others = new Set(points.tones.keys());
    others.delete(pointed);
    return fadedPoints(points, others);
  }
  return markedPoints(points, marked && Uint8Array.from(rows, (row) => marked[row] ?? 0));
}

/** The marks of a plane by the names of their customers. */
export function glidingBy({ gliding }: DrawnPlane, nameOf: (row: number) => string): Gliding | undefined {
  if (!gliding) return undefined;
  const { row, ...marks } = gliding;
  return { ...marks, name: (mark) => nameOf(row(mark)) };
}
