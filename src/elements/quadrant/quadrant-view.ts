import type { ReactiveControllerHost } from 'lit';
import { type QuadrantResult, TIERS } from '../../compute/results';
import type { Source } from '../../data/source';
import type { QuadrantOptions } from '../../data/source-options';
import type { PlotBox } from '../../layout/axis-shapes';
import type { Grip } from '../../layout/grips';
import { marksWithin, type Place } from '../../layout/lasso';
import type { Places } from '../../layout/points';
import { type QuadrantLayout, quadrantLayout } from '../../layout/quadrant-layout';
import type { Zoom } from '../../layout/zoom';
import { lastCall } from '../../util/last-call';
import { textColumn } from '../columns';
import type { Mark, Picture, Surroundings } from '../picture';
import type { Crowd } from '../plane-density';
import { type Found, glidingBy, PlaneMarks } from '../plane-marks';
import { crowdMark, gripStops } from '../plane-stops';
import { type QuadrantPlane, quadrantPlane, splitGrips, tierStops, valueMark } from './quadrant-plane';
import { quadrantLabels, type TierWords } from './quadrant-texts';

/** All that a picture of the quadrant rests on. */
export interface QuadrantScene {
  /** As it was reckoned, and with the splits that are tried. */
  basis: QuadrantResult;
  result: QuadrantResult;
  /** The tiers by the splits that are tried; null where none are. */
  codes: Uint8Array | null;
  source: Source;
  options: QuadrantOptions;
  tiers: TierWords;
  zoom: Zoom;
  marked: Uint8Array | null;
  around: Surroundings;
}

/** A picture of the quadrant, and what pointers need of it. */
export interface QuadrantDrawing {
  picture: Picture & { brush: PlotBox; grips: readonly Grip[] };
  axes: QuadrantLayout['axes'];
  /** The customers within a line drawn around them. */
  within(path: readonly Place[]): string[];
}

const NONE: ReadonlySet<number> = new Set();

/** Draws the quadrant; a split that is moved moves no mark. */
export class QuadrantView {
  readonly marks: PlaneMarks;
  readonly #plane = lastCall(quadrantPlane);
  readonly #layout = lastCall(layoutOf);
  readonly #crowd = lastCall(crowdOf);
  readonly #places = lastCall(
    (places: Places, codes: Uint8Array | null): Places => (codes ? { ...places, tone: codes } : places),
  );

  constructor(host: ReactiveControllerHost) {
    this.marks = new PlaneMarks(host);
  }

  draw(scene: QuadrantScene): QuadrantDrawing {
    const { basis, result, tiers, zoom, around } = scene;
    const { table, summary } = result;
    const plane = this.#plane(table, basis.summary, tiers, around);
    const { box } = plane.ground;
    const layout = this.#layout(plane, summary, tiers, zoom, around);
    const places = this.#places(plane.ground.places, scene.codes);
    const crowd = this.#crowd(plane, scene.source, JSON.stringify(scene.options));
    const drawn = this.marks.draw({
      places,
      crowd,
      zoom,
      hidden: NONE,
      pointed: null,
      marked: scene.marked,
    });
    const grips = splitGrips(layout.grips, summary.splits, around);
    const groups = TIERS.map((key) => ({ key, name: tiers.names[key], tone: `tier-${key}` as const }));
    const markOf = (found: Found | null, at: Place): Mark | null => {
      if (!found) return null;
      if ('crowd' in found) return crowdMark(found.crowd, at, groups, around);
      return valueMark(table, found, TIERS[places.tone[found.row] ?? 3] ?? 'lead', tiers, around);
    };
    return {
      axes: layout.axes,
      within: (path) => marksWithin(places, zoom, path, NONE).map(textColumn(table, 'customer')),
      picture: {
        under: layout.under,
        over: layout.over,
        brush: box,
        grips,
        paint: drawn.paint,
        gliding: glidingBy(drawn, textColumn(table, 'customer')),
        stops: [...tierStops(summary.tiers, layout.fields, tiers, around), ...gripStops(grips, around)],
        at: (x, y) => markOf(drawn.at(x, y), { x, y }),
      },
    };
  }
}

function layoutOf(
  { input, ground }: QuadrantPlane,
  summary: QuadrantResult['summary'],
  tiers: TierWords,
  zoom: Zoom,
  around: Surroundings,
): QuadrantLayout {
  const labels = quadrantLabels(summary, tiers, around);
  return quadrantLayout({ ...input, splits: summary.splits, tiers: summary.tiers, labels }, ground, zoom);
}

function crowdOf({ ground }: QuadrantPlane, source: Source, asked: string): Crowd {
  const options: QuadrantOptions = JSON.parse(asked);
  return {
    axes: ground.axes,
    box: ground.box,
    columns: { x: 'potential_value', y: 'current_value' },
    parts: TIERS,
    ask: (x, y, signal) => source.density({ analysis: 'quadrant', x, y, options }, { signal }),
  };
}
