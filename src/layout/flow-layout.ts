import { ticks } from 'd3-array';
import { AXIS_TEXT, type PlotBox } from './axis-shapes';
import { CAME, type FlowColumn, type FlowPart, LEFT, sums } from './flow-columns';
import {
  axisShapes,
  type FlowInput,
  type FlowPlacing,
  INK,
  lastFigures,
  legendShapes,
  periodShapes,
} from './flow-shapes';
import type { Scene, Shape } from './shapes';

/** A part of a column and where it lies; none of them is empty. */
export interface FlowPlace {
  key: string;
  column: number;
  part: FlowPart;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface FlowLayout {
  scene: Scene;
  places: FlowPlace[];
  box: PlotBox;
  /** The column under a pixel. */
  columnAt: (x: number) => number;
}

const GHOST = 0.22;
const WIDEST = 44;
/** Air above and below those who stay, so that the door is seen as one. */
const AIR = 6;

/**
 * The revolving door: what came stands above a lane, what left hangs below it, and in the lane between them, on the same
 * scale, are those who stayed. The net change has the same scale, on the side it is on: above where more came, below where
 * more left. Its line never crosses the lane, whose width is no change.
 */
export function flowLayout(input: FlowInput): FlowLayout {
  const legend = legendShapes(input);
  const place = placing(input, legend.height);
  const places = input.columns.flatMap((column, i) => placesOf(column, i, place));
  const { box } = place;
  return {
    scene: {
      width: input.width,
      height: input.height,
      shapes: [
        ...legend.shapes,
        ...axisShapes(input, place),
        ...places.flatMap((one) => barShapes(one, input, place)),
        ...netShapes(input, place),
        ...lastFigures(input, place),
        ...periodShapes(input, place),
      ],
    },
    places,
    box,
    columnAt: (x) =>
      Math.min(input.columns.length - 1, Math.max(0, Math.floor((x - box.left) / Math.max(1, place.step)))),
  };
}

function placing(input: FlowInput, top: number): FlowPlacing {
  const { columns, width, height, measure, short } = input;
  const all = columns.map(sums);
  const most = (name: 'came' | 'stayed' | 'left'): number => Math.max(0, ...all.map((one) => one[name]));
  const [came, stayed, left] = [most('came'), most('stayed'), most('left')];
  // Room for the figures of the last column.
  const [first, bottom] = [top + 34, height - 36];
  const unit = Math.max(1, bottom - first - 2 * AIR - 14) / Math.max(1e-9, came + stayed + left);
  const up = first + came * unit;
  const down = up + stayed * unit + 2 * AIR;
  const tickStep = ticks(0, Math.max(came, left), unit * Math.max(came, left) > 110 ? 4 : 2).filter(
    (value) => value > 0,
  );
  const texts = [
    ...tickStep.map((value) => measure(short(value), AXIS_TEXT)),
    measure(input.labels.stayed, AXIS_TEXT),
  ];
  const gutter = Math.ceil(Math.max(16, ...texts)) + 10;
  const box = { left: gutter, top: first, right: width - 4, bottom };
  const step = (box.right - box.left) / Math.max(1, columns.length);
  return {
    box,
    unit,
    up,
    down,
    step,
    bar: Math.max(1, Math.min(WIDEST, step > 6 ? step * 0.72 : step - 0.5)),
    x: (column) => box.left + (column + 0.5) * step,
    tickStep,
  };
}

function placesOf(column: FlowColumn, index: number, { x, bar, unit, up, down }: FlowPlacing): FlowPlace[] {
  const place = (part: FlowPart, y: number, height: number): FlowPlace => ({
    key: `${column.period}|${part}`,
    column: index,
    part,
    x: x(index) - bar / 2,
    y,
    width: bar,
    height,
  });
  let [top, bottom] = [up, down];
  const came = CAME.map((part) => {
    const height = column.parts[part] * unit;
    top -= height;
    return place(part, top, height);
  });
  const stayed = column.parts.retained * unit;
  const left = LEFT.map((part) => {
    const height = column.parts[part] * unit;
    bottom += height;
    return place(part, bottom - height, height);
  });
  return [...came, place('retained', (up + down - stayed) / 2, stayed), ...left].filter(
    ({ height }) => height > 0,
  );
}

function barShapes(
  { key, column, part, x, y, width, height }: FlowPlace,
  { columns, selected }: FlowInput,
  { unit }: FlowPlacing,
): Shape[] {
  const { complete, period } = columns[column]!;
  const { fill, opacity } = INK[part];
  const rect = { kind: 'rect', key, x, width, fill } as const;
  const whole: Shape = {
    ...rect,
    y,
    height,
    opacity: selected ? GHOST * opacity : complete ? opacity : opacity * 0.45,
    ...(!complete && { hatch: fill }),
  };
  if (!selected) return [whole];
  // Where nobody is chosen too: what comes after it is the same after each brush.
  const own = Math.max(0, selected.get(period)?.parts[part] ?? 0) * unit;
  // From the side that the bar stands on.
  const from = LEFT.some((name) => name === part)
    ? y
    : part === 'retained'
      ? y + (height - own) / 2
      : y + height - own;
  return [whole, { ...rect, y: from, height: own, opacity }];
}

function netShapes({ columns, selected }: FlowInput, { x, up, down, unit }: FlowPlacing): Shape[] {
  const at = columns.map(({ net, complete }, i) => ({
    x: x(i),
    y: (net < 0 ? down : up) - net * unit,
    below: net < 0,
    complete,
  }));
  const opacity = selected ? GHOST * 2 : 1;
  const lines = at.slice(1).flatMap((point, i): Shape[] => {
    const from = at[i]!;
    if (from.below !== point.below) return [];
    const ends = { x1: from.x, y1: from.y, x2: point.x, y2: point.y };
    const dash = point.complete ? {} : { dash: '3 3' };
    return [{ kind: 'line', ...ends, stroke: 'text', width: 1.5, opacity, ...dash }];
  });
  const radius = columns.length > 60 ? 1.5 : columns.length > 30 ? 2.5 : 3.5;
  const dots = at.map(
    ({ complete, x: cx, y: cy }): Shape => ({
      kind: 'circle',
      cx,
      cy,
      r: radius,
      fill: complete ? 'text' : 'surface',
      stroke: complete ? 'surface' : 'text',
      strokeWidth: 1.5,
      opacity,
    }),
  );
  return [...lines, ...dots];
}
