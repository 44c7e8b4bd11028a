import type { AxisBins, PlaneAxis } from '../layout/axis';
import {
  CELL,
  type Cells,
  cellsOfBins,
  cellsOfPlaces,
  crowdAt,
  type Singled,
  squaresOf,
} from '../layout/density';
import type { Places } from '../layout/points';
import { type Zoom, zoomedAxis } from '../layout/zoom';
import type { ToneColor } from '../render/canvas-shapes';
import { paintDensity, paintSingled } from '../render/paint-density';
import { lastCall } from '../util/last-call';
import type { Counted, Crowd, Cut } from './plane-density';
import type { PlaneScene } from './plane-marks';

/** Counted customers as they are drawn, and how many of each tone are at a place. */
export interface DrawnCrowd {
  paint(context: CanvasRenderingContext2D, color: ToneColor): void;
  at(x: number, y: number): number[];
}

/** Draws customers who are too many for a mark each; what a brush does not change is not drawn anew. */
export class CrowdDrawing {
  readonly #cells = lastCall((counted: Counted, places: Places, hidden: ReadonlySet<number>) =>
    cellsOfBins(counted.binned, counted.bins, counted.crowd.box, places.tones, hidden),
  );
  readonly #pointed = lastCall(pointedCells);
  readonly #squares = lastCall(squaresOf);
  readonly #singled = lastCall(
    (squares: ReturnType<typeof squaresOf>, marked: Uint8Array): Singled => ({ ...squares, marked }),
  );
  readonly #drawn = lastCall((cells: Cells, before: Cells | Singled | null): DrawnCrowd => {
    return {
      paint: (context, color) => {
        paintDensity(context, cells, color, before !== null);
        if (before && 'squares' in before) paintSingled(context, before, color);
        else if (before) paintDensity(context, before, color, false);
      },
      at: (x, y) => crowdAt(cells, x, y),
    };
  });

  of(scene: PlaneScene, counted: Counted): DrawnCrowd {
    const cells = this.#cells(counted, scene.places, scene.hidden);
    return this.#drawn(cells, this.#standsOut(scene, counted));
  }

  /** The same without counts, from each customer's own place: for a size that they are still being counted at. */
  atOnce(scene: PlaneScene): DrawnCrowd {
    const { places, zoom, crowd, hidden } = scene;
    const before = scene.pointed === null ? this.#chosen(scene) : null;
    return this.#drawn(cellsOfPlaces(places, zoom, crowd.box, hidden), before);
  }

  /** Who is before the rest: the customers of the tone pointed at, else the chosen; null where all are alike. */
  #standsOut(scene: PlaneScene, counted: Counted): Cells | Singled | null {
    const { places, pointed } = scene;
    return pointed === null ? this.#chosen(scene) : this.#pointed(counted, places, pointed);
  }

  #chosen({ places, zoom, crowd, hidden, marked }: PlaneScene): Singled | null {
    if (marked?.length !== places.tone.length) return null;
    return this.#singled(this.#squares(places, zoom, crowd.box, hidden), marked);
  }
}

function pointedCells({ binned, bins, crowd }: Counted, { tones }: Places, pointed: number): Cells {
  const others = new Set(tones.keys());
  others.delete(pointed);
  return cellsOfBins(binned, bins, crowd.box, tones, others);
}

/** Counts the customers of a plane by bins as wide as the squares they are drawn in. */
export async function countCrowd(
  crowd: Crowd,
  zoom: Zoom,
  signal: AbortSignal,
): Promise<Pick<Counted, 'binned' | 'bins'>> {
  const { axes, box, columns, parts } = crowd;
  const x = zoomedAxis(axes.x, zoom.k, zoom.x, box.left, box.right);
  const y = zoomedAxis(axes.y, zoom.k, zoom.y, box.top, box.bottom);
  const bins = { x: x.bins(CELL), y: y.bins(CELL) };
  const rows = await crowd.ask(
    cutOf(columns.x, bins.x, x, zoom, [box.left, box.right]),
    cutOf(columns.y, bins.y, y, zoom, [box.top, box.bottom]),
    signal,
  );
  const known = new Map(parts.map((part, index) => [part, index]));
  const binned = {
    x: Int32Array.from(rows, (row) => row.x),
    y: Int32Array.from(rows, (row) => row.y),
    tone: Uint8Array.from(rows, (row) => known.get(row.part) ?? 0),
    count: Int32Array.from(rows, (row) => row.customers),
  };
  return { binned, bins };
}

/** How to bin a column; of one that is seen in part, only what lies there, and as much again to both sides. */
function cutOf(
  column: string,
  { scale, from, step, least }: AxisBins,
  axis: PlaneAxis,
  zoom: Zoom,
  [low, high]: readonly [number, number],
): Cut {
  const bins = { column, scale, from, step, least };
  return zoom.k === 1 ? bins : { ...bins, ...axis.between(2 * low - high, 2 * high - low) };
}
