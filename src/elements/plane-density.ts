import type { ReactiveControllerHost } from 'lit';
import { LatestController } from '../controllers/latest-controller';
import type { DensityRow } from '../data/analyses/density';
import type { AxisBins, PlaneAxis } from '../layout/axis';
import type { PlotBox } from '../layout/axis-shapes';
import type { Binned } from '../layout/density';
import { sameZoom, type Zoom } from '../layout/zoom';
import { pause } from '../util/pause';
import type { CrowdDrawing } from './plane-crowd';

/** A column of the plane as it is to be binned. */
export type Cut = Omit<AxisBins, 'extent'> & {
  column: string;
  min?: number | undefined;
  max?: number | undefined;
};

/** What is binned: a plane, its columns, and whom to ask. */
export interface Crowd {
  axes: { x: PlaneAxis; y: PlaneAxis };
  columns: { x: string; y: string };
  box: PlotBox;
  /** Segments or tiers, as the tones of the plane count them. */
  parts: readonly string[];
  ask(x: Cut, y: Cut, signal: AbortSignal): Promise<DensityRow[]>;
}

/** Counted customers, and where on the plane their bins lie. */
export interface Counted {
  crowd: Crowd;
  zoom: Zoom;
  binned: Binned;
  bins: { x: AxisBins; y: AxisBins };
  drawing: CrowdDrawing;
}

/** A view that is still moving is not counted. */
const STILL_MS = 60;

/** Counts the customers of a plane by bins, for the newest view of it only. */
export class PlaneDensity {
  readonly #work: LatestController<Counted>;
  #asked: { crowd: Crowd; zoom: Zoom } | null = null;
  #drawing: CrowdDrawing | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#work = new LatestController(host);
  }

  /** The newest counts, of whatever view. */
  get counted(): Counted | null {
    return this.#work.value;
  }

  /** Whether the plane at hand can be shown. What failed is told to `work`: once, for each time asks for a drawing. */
  settles(work: Pick<LatestController<unknown>, 'state' | 'fail'>): boolean {
    const { state, value } = this.#work;
    if (state.kind === 'failed' && work.state.kind === 'done') {
      queueMicrotask(() => work.fail(state.error));
      return false;
    }
    return state.kind !== 'running' || value?.crowd === this.#asked?.crowd;
  }

  /** The counts of a view; null as long as they are on their way. */
  of(crowd: Crowd, zoom: Zoom): Counted | null {
    const asked = this.#asked;
    if (asked?.crowd !== crowd || !sameZoom(asked.zoom, zoom)) this.#ask(crowd, zoom);
    const { value } = this.#work;
    return value?.crowd === crowd && sameZoom(value.zoom, zoom) ? value : null;
  }

  /** Another picture is on its way, or none. */
  stop(): void {
    if (this.#asked) this.#work.stop();
    this.#asked = null;
  }

  #ask(crowd: Crowd, zoom: Zoom): void {
    const moving = this.#asked?.crowd === crowd;
    this.#asked = { crowd, zoom };
    this.#work.start(async (signal) => {
      // Most planes have no crowd: what draws one comes with the first.
      const [{ CrowdDrawing, countCrowd }] = await Promise.all([
        import('./plane-crowd'),
        moving && pause(STILL_MS, signal),
      ]);
      this.#drawing ??= new CrowdDrawing();
      return { crowd, zoom, drawing: this.#drawing, ...(await countCrowd(crowd, zoom, signal)) };
    }, true);
  }
}
