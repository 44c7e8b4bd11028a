import type { Segment, Tier } from '../compute/results';

/** A colour by its meaning; the theme says which it is. */
export type Tone =
  | 'text'
  | 'muted'
  | 'grid'
  | 'axis'
  | 'surface'
  | 'accent'
  | 'ghost'
  | 'neutral'
  | `tier-${Tier}`
  | `segment-${Segment}`
  | 'class-a'
  | 'class-b'
  | 'class-c'
  | `seq-${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `on-seq-${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `div-${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `on-div-${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | 'rise'
  | 'fall'
  | 'fresh';

interface Base {
  /** Names the shape to pointer and keyboard; becomes `data-key`. */
  key?: string;
  opacity?: number;
}

export interface LineShape extends Base {
  kind: 'line';
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  stroke: Tone;
  width?: number;
  dash?: string;
}

export interface RectShape extends Base {
  kind: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  fill?: Tone;
  stroke?: Tone;
  strokeWidth?: number;
  radius?: number;
  /** Diagonal lines in this colour over the fill: "not complete". */
  hatch?: Tone;
}

export interface PathShape extends Base {
  kind: 'path';
  d: string;
  fill?: Tone;
  stroke?: Tone;
  width?: number;
  dash?: string;
}

export interface CircleShape extends Base {
  kind: 'circle';
  cx: number;
  cy: number;
  r: number;
  fill?: Tone;
  stroke?: Tone;
  strokeWidth?: number;
}

export interface TextShape extends Base {
  kind: 'text';
  x: number;
  y: number;
  text: string;
  fill: Tone;
  /** 11 / 12 / 14 / 18. */
  size?: number;
  weight?: 400 | 600;
  anchor?: 'start' | 'middle' | 'end';
  /** Which part of the letters stands at y; `baseline` by default. */
  vertical?: 'baseline' | 'middle' | 'top';
  /** Drawn over marks: gets a rim in the colour of the surface. */
  halo?: boolean;
}

/** Shapes moved together. */
export interface GroupShape extends Base {
  kind: 'group';
  x: number;
  y: number;
  shapes: Shape[];
}

export type Shape = LineShape | RectShape | PathShape | CircleShape | TextShape | GroupShape;

/** A picture: shapes in the order they are drawn, in CSS pixels. */
export interface Scene {
  width: number;
  height: number;
  shapes: Shape[];
}

/** Width of `text` in CSS pixels; injected, so that layout needs no document. */
export type Measure = (text: string, size: number, weight?: 400 | 600) => number;

/** A measure for where there is no document: wide characters an em, others a little over half. */
export const roughMeasure: Measure = (text, size, weight = 400) => {
  let width = 0;
  for (const character of text) width += character > '\u2e7f' ? 1 : 0.55;
  return width * size * (weight === 600 ? 1.06 : 1);
};

/** Space around the plot for axes and labels. */
export interface Margin {
  top: number;
  right: number;
  bottom: number;
  left: number;
}
