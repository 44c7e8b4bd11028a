import type { ReactiveControllerHost } from 'lit';
import type { RfmResult } from '../../compute/results';
import type { Source } from '../../data/source';
import type { RfmOptions } from '../../data/source-options';
import type { PlotBox } from '../../layout/axis-shapes';
import type { Grip } from '../../layout/grips';
import { marksWithin, type Place } from '../../layout/lasso';
import type { ScatterLayout, ScatterMeasure } from '../../layout/scatter-layout';
import type { Zoom } from '../../layout/zoom';
import { indexesWhere } from '../../util/indexes-where';
import { lastCall } from '../../util/last-call';
import { textColumn } from '../columns';
import type { Mark, Picture, Surroundings } from '../picture';
import type { Crowd } from '../plane-density';
import { type Found, glidingBy, PlaneMarks } from '../plane-marks';
import { crowdMark, gripStops } from '../plane-stops';
import { segmentName, segmentTone } from '../segment-names';
import { measuredMark, middlesOf, segmentStops } from './scatter-marks';
import {
  COLUMN,
  type ScatterPlane,
  scatterPicture,
  scatterPlane,
  segmentCodes,
  thresholdGrips,
} from './scatter-plane';

/** All that a picture of the scatter rests on. */
export interface ScatterScene {
  /** With the thresholds that are tried. */
  result: RfmResult;
  source: Source;
  options: RfmOptions;
  x: ScatterMeasure;
  y: ScatterMeasure;
  size: ScatterMeasure;
  zoom: Zoom;
  hidden: ReadonlySet<string>;
  pointed: string | null;
  marked: Uint8Array | null;
  /** Whether thresholds make the segments, so that there is a point in moving them. */
  movable: boolean;
  around: Surroundings;
}

/** A picture of the scatter, and what pointers need of it. */
export interface ScatterDrawing {
  picture: Picture & { brush: PlotBox; grips: readonly Grip[] };
  axes: ScatterLayout['axes'];
  dense: boolean;
  /** The customers within a line drawn around them. */
  within(path: readonly Place[]): string[];
}

/** Draws the scatter; what changes often rests on what seldom does: a threshold moves no mark, hiding a segment no axis. */
export class ScatterView {
  readonly marks: PlaneMarks;
  readonly #plane = lastCall(scatterPlane);
  readonly #picture = lastCall(scatterPicture);
  readonly #middles = lastCall(middlesOf);
  readonly #hidden = lastCall((hidden: ReadonlySet<string>, names: readonly string[]) =>
    indexesWhere(names, (name) => hidden.has(name)),
  );
  readonly #crowd = lastCall(crowdOf);

  constructor(host: ReactiveControllerHost) {
    this.marks = new PlaneMarks(host);
  }

  draw(scene: ScatterScene): ScatterDrawing {
    const { result, zoom, around } = scene;
    const { table, summary } = result;
    const { names } = segmentCodes(result);
    const bins = summary.thresholds.r.length + 1;
    const plane = this.#plane(table, bins, scene.x, scene.y, scene.size, around);
    const { places, box } = plane.ground;
    const layout = this.#picture(plane, summary.thresholds, zoom);
    const hidden = this.#hidden(scene.hidden, names);
    const crowd = this.#crowd(plane, names, scene.source, JSON.stringify(scene.options));
    const pointed = scene.pointed === null ? null : names.indexOf(scene.pointed);
    const drawn = this.marks.draw({ places, crowd, zoom, hidden, pointed, marked: scene.marked });
    const grips = scene.movable ? thresholdGrips(layout.grips, summary.thresholds, around) : [];
    const groups = names.map((key) => ({
      key,
      name: segmentName(key, around.words),
      tone: segmentTone(key, names),
    }));
    const markOf = (found: Found | null, at: Place): Mark | null => {
      if (!found) return null;
      if ('crowd' in found) return crowdMark(found.crowd, at, groups, around);
      return measuredMark(result, found, names, around);
    };
    return {
      axes: layout.axes,
      dense: drawn.dense,
      within: (path) => marksWithin(places, zoom, path, hidden).map(textColumn(table, 'customer')),
      picture: {
        under: layout.under,
        over: layout.over,
        key: summary.segments
          .filter(({ segment }) => !scene.hidden.has(segment))
          .map(({ segment }) => ({
            tone: segmentTone(segment, names),
            text: segmentName(segment, around.words),
          })),
        brush: box,
        grips,
        paint: drawn.paint,
        gliding: glidingBy(drawn, textColumn(table, 'customer')),
        stops: [
          ...segmentStops(summary, this.#middles(places), zoom, scene.hidden, names, around),
          ...gripStops(grips, around),
        ],
        at: (x, y) => markOf(drawn.at(x, y), { x, y }),
      },
    };
  }
}

function crowdOf(
  { input, ground }: ScatterPlane,
  parts: readonly string[],
  source: Source,
  asked: string,
): Crowd {
  const options: RfmOptions = JSON.parse(asked);
  return {
    axes: ground.axes,
    box: ground.box,
    columns: { x: COLUMN[input.x.measure], y: COLUMN[input.y.measure] },
    parts,
    ask: (x, y, signal) => source.density({ analysis: 'rfm', x, y, options }, { signal }),
  };
}
