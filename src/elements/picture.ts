import type { Report } from '../compute/results';
import type { PlotBox } from '../layout/axis-shapes';
import type { NamedPoints } from '../layout/glide';
import type { Grip } from '../layout/grips';
import type { Points } from '../layout/points';
import type { Measure, Scene, Shape, Tone } from '../layout/shapes';
import type { Words } from '../locales/words';
import type { ToneColor } from '../render/canvas-shapes';
import type { Formats } from '../util/format';
import type { NameOf } from './masked-names';

/** What a tooltip says; `tone` is the colour of the mark it belongs to. */
export interface Tip {
  title: string;
  tone?: Tone | undefined;
  lines: readonly (readonly [label: string, value: string])[];
}

/** Something that pointer and keyboard can stand on. */
export interface Mark {
  key: string;
  /** What it belongs to: a customer's tier or segment. */
  group?: string;
  /** The customer it stands for, where it is one. */
  customer?: string;
  /** What is announced. */
  label: string;
  /** Where the tooltip points to. */
  x: number;
  y: number;
  /** Around which the ring of focus is drawn. */
  box: { x: number; y: number; width: number; height: number };
  tip: Tip;
  /** The line it takes hold of, where it is one. */
  grip?: string | undefined;
  /** Drawn over the picture while pointer or keyboard is on the mark. */
  over?: readonly Shape[] | undefined;
}

/** A cursor that drags and arrow keys move along either axis. */
export interface PlotCursor {
  /** Along which axis a drag that begins at a place moves it; null where none does. */
  axis(x: number, y: number): 'x' | 'y' | null;
  /** Where it stands for a pointer. */
  at(x: number, y: number, axis: 'x' | 'y'): Mark | null;
  /** Where a key leads from a mark; null for keys that are not for it. */
  step(from: Mark | null, key: string): Mark | null;
  /** The mark of a key in this picture. */
  again(key: string): Mark | null;
  /** How the keyboard moves it, in words. */
  keys: string;
}

/** Marks that glide to their new places where the data behind them change. */
export interface Gliding extends NamedPoints {
  /** What their places rest on: as long as it is the same, nothing glides. */
  basis: unknown;
  /** Draws them at other places. */
  paint(points: Points): NonNullable<Picture['paint']>;
}

/** Everything a chart shows in its plot. */
export interface Picture {
  /** Below the marks on canvas; where there are none, simply the picture. */
  under: Shape[];
  /** Draws the marks that are too many for SVG, in CSS pixels, between `under` and `over`. */
  paint?: ((context: CanvasRenderingContext2D, color: ToneColor) => void) | undefined;
  /** Single marks that `paint` draws, for their way from one result to the next. */
  gliding?: Gliding | undefined;
  over: Shape[];
  /** Names of the colours, where none stands on the picture itself: in an export, which has no legend beside it. */
  key?: readonly { tone: Tone; text: string }[] | undefined;
  /** The size that the content asks for; without it, that of the plot. What is larger than the plot scrolls in it. */
  size?: { width: number; height: number } | undefined;
  /** Columns at the left that stay in place while the rest scrolls. */
  stub?: Scene | undefined;
  /** Where a rectangle can be dragged; nowhere without it. */
  brush?: PlotBox | undefined;
  /** False where customers cannot be chosen in it. */
  brushes?: boolean | undefined;
  /** Lines that can be moved, where the chart is a plane. */
  grips?: readonly Grip[] | undefined;
  /** What a drag moves where it chooses nothing. */
  cursor?: PlotCursor | undefined;
  /** Stops of the keyboard, in reading order. */
  stops: Mark[];
  /** Whether arrow keys go along the stops one by one, rather than to the nearest on the plane. */
  inOrder?: boolean | undefined;
  /** The mark at a place where no shape of `over` with the `key` of a stop lies. */
  at?: ((x: number, y: number) => Mark | null) | undefined;
}

/** A table of a result, for people. */
export interface DataTable {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Which columns are figures, and stand at the right. */
  figures: readonly boolean[];
}

/** What every layout of an element gets beside its result. */
export interface Surroundings {
  words: Words;
  f: Formats;
  measure: Measure;
  width: number;
  height: number;
  /** What became of the rows; null before they are read. */
  report: Report | null;
  /** What is shown of a customer's id. */
  nameOf: NameOf;
}

export function surroundings(
  words: Words,
  f: Formats,
  measure: Measure,
  report: Report | null,
  width: number,
  height: number,
  nameOf: NameOf,
): Surroundings {
  return { words, f, measure, report, width, height, nameOf };
}

/** The words around a picture. */
export interface Caption {
  finding: string;
  description: string;
  /** Where the data are of a sample: that they are, and how sure shares are. */
  sampled?: string;
  /** Lines of the foot; warnings carry a sign. */
  notes: readonly { text: string; warning: boolean }[];
}
