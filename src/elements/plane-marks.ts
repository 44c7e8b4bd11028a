import type { ReactiveControllerHost } from 'lit';
import { type Cells, cellsOfBins, cellsOfMarked, crowdAt } from '../layout/density';
import { fadedPoints, markedPoints, type Places, rowsWithin, seenPoints } from '../layout/points';
import type { Zoom } from '../layout/zoom';
import type { ToneColor } from '../render/canvas-shapes';
import { paintDensity } from '../render/paint-density';
import { paintPoints } from '../render/paint-points';
import { PlanePainter } from '../render/plane-painter';
import { lastCall } from '../util/last-call';
import { nearestMark } from './nearest';
import { type Counted, type Crowd, PlaneDensity } from './plane-density';

/** What the customers on a plane are drawn from. */
export interface PlaneScene {
  places: Places;
  crowd: Crowd;
  zoom: Zoom;
  /** Tones that are not shown, and the one that stands out; indexes. */
  hidden: ReadonlySet<number>;
  pointed: number | null;
  /** 1 for each customer that is chosen; null where none is. */
  marked: Int32Array | null;
}

/** What is under a pointer: a customer, or a crowd by its tones. */
export type Found = { row: number; x: number; y: number; radius: number } | { crowd: readonly number[] };

/** The drawn customers. */
export interface DrawnPlane {
  /** Whether they are drawn as a density, being too many for a mark each. */
  dense: boolean;
  paint(context: CanvasRenderingContext2D, color: ToneColor): void;
  at(x: number, y: number): Found | null;
}

/** More marks than this in sight are drawn as a density. */
const MOST_MARKS = 10_000;

/** Draws the customers of a plane, each by a mark or, where they are too many, as a density counted by the engine. */
export class PlaneMarks {
  readonly density: PlaneDensity;
  readonly #painter = new PlanePainter();
  readonly #count = lastCall(
    (places: Places, zoom: Zoom, crowd: Crowd, hidden: ReadonlySet<number>) =>
      rowsWithin(places, zoom, crowd.box, hidden).length,
  );
  readonly #points = lastCall((places: Places, zoom: Zoom, crowd: Crowd, hidden: ReadonlySet<number>) => {
    const seen = seenPoints(places, zoom, crowd.box, hidden);
    return { ...seen, find: nearestMark(seen.points) };
  });
  readonly #cells = lastCall((counted: Counted, places: Places, hidden: ReadonlySet<number>) =>
    cellsOfBins(counted.binned, counted.bins, counted.crowd.box, places.tones, hidden),
  );
  readonly #chosenCells = lastCall(chosenCells);
  readonly #drawnPoints = lastCall(drawnPoints);
  readonly #paintPoints = lastCall(
    (points: ReturnType<typeof drawnPoints>, zoom: Zoom, crowd: Crowd): DrawnPlane['paint'] =>
      (context, color) =>
        this.#painter.paint(context, zoom, crowd.box, () => paintPoints(context, points, color), false),
  );
  readonly #paintCells = lastCall(
    (cells: Cells | null, chosen: Cells | null, zoom: Zoom, crowd: Crowd): DrawnPlane['paint'] =>
      (context, color) => {
        const draw = cells && (() => paintLayers(context, cells, chosen, color));
        this.#painter.paint(context, zoom, crowd.box, draw, true);
      },
  );

  constructor(host: ReactiveControllerHost) {
    this.density = new PlaneDensity(host);
  }

  draw(scene: PlaneScene): DrawnPlane {
    const { places, zoom, crowd, hidden } = scene;
    return this.#count(places, zoom, crowd, hidden) > MOST_MARKS ? this.#crowded(scene) : this.#single(scene);
  }

  #single({ places, zoom, crowd, hidden, pointed, marked }: PlaneScene): DrawnPlane {
    const { points, rows, find } = this.#points(places, zoom, crowd, hidden);
    const drawn = this.#drawnPoints(points, rows, pointed, marked);
    return {
      dense: false,
      paint: this.#paintPoints(drawn, zoom, crowd),
      at: (px, py) => {
        const mark = find(px, py);
        if (mark === null) return null;
        const [x, y, radius] = [points.x[mark] ?? 0, points.y[mark] ?? 0, points.radius[mark] ?? 1];
        return { row: rows[mark] ?? 0, x, y, radius };
      },
    };
  }

  #crowded(scene: PlaneScene): DrawnPlane {
    const { places, zoom, crowd, hidden } = scene;
    const counted = this.density.of(crowd, zoom);
    const cells = counted && this.#cells(counted, places, hidden);
    const { pointed, marked } = scene;
    const chosen = counted && this.#chosenCells(counted, places, hidden, pointed, marked);
    return {
      dense: true,
      paint: this.#paintCells(cells, chosen, zoom, crowd),
      at: (x, y) => {
        const sums = cells ? crowdAt(cells, x, y) : [];
        return sums.some((sum) => sum >= 0.5) ? { crowd: sums } : null;
      },
    };
  }
}

/** Those that stand out before the rest: of the tone pointed at, else the chosen; null where all are alike. */
function chosenCells(
  { binned, bins, crowd, zoom }: Counted,
  places: Places,
  hidden: ReadonlySet<number>,
  pointed: number | null,
  marked: Int32Array | null,
): Cells | null {
  const { tones } = places;
  if (pointed !== null) {
    const others = new Set(tones.keys());
    others.delete(pointed);
    return cellsOfBins(binned, bins, crowd.box, tones, others);
  }
  if (marked?.length !== places.tone.length) return null;
  return cellsOfMarked(places, zoom, crowd.box, marked, hidden);
}

function drawnPoints(
  points: ReturnType<typeof seenPoints>['points'],
  rows: Uint32Array,
  pointed: number | null,
  marked: Int32Array | null,
): typeof points {
  if (pointed !== null) {
    const others = new Set(points.tones.keys());
    others.delete(pointed);
    return fadedPoints(points, others);
  }
  return markedPoints(points, marked && Int32Array.from(rows, (row) => marked[row] ?? 0));
}

function paintLayers(
  context: CanvasRenderingContext2D,
  cells: Cells,
  chosen: Cells | null,
  color: ToneColor,
): void {
  paintDensity(context, cells, color, chosen !== null);
  if (chosen) paintDensity(context, chosen, color, false);
}
