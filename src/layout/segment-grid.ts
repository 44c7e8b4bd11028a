import type { ScoreCell } from '../compute/score-cells';
import { AXIS_TEXT } from './axis-shapes';
import type { SegmentLayout } from './segment-blocks';
import { type KeyedBox, selectedShapes } from './selected-share';
import type { Measure, Shape, Tone } from './shapes';
import { wrapText } from './wrap-text';

export interface GridInput {
  /** By fm from 5 down, within it by r. */
  cells: readonly ScoreCell[];
  /** Of the segment at a place. */
  name: (segment: number) => string;
  tone: (segment: number) => Tone;
  count: (customers: number) => string;
  share: (share: number) => string;
  /** Whether anybody is selected at all. */
  selecting: boolean;
  width: number;
  labels: { r: string; fm: string };
  measure: Measure;
}

const SIDE = 5;
/** Cells narrower than this have numbers in the place of names, which then stand below. */
const NAMED = 96;
const LEFT = 20;
const TOP = 22;

/** The key of a cell. */
export function cellKey({ r, fm }: Pick<ScoreCell, 'r' | 'fm'>): string {
  return `${r}:${fm}`;
}

/** Recency across, frequency and monetary up: 25 cells in the areas of their segments. */
export function segmentGrid(input: GridInput): SegmentLayout {
  const { cells, width } = input;
  const side = (width - LEFT - 2) / SIDE;
  const height = Math.round(Math.min(96, Math.max(62, side * 0.6)));
  const all = cells.reduce((sum, { customers }) => sum + customers, 0);
  const most = Math.max(1, ...cells.map(({ customers }) => customers));
  const places = cells.map((cell): KeyedBox => {
    const x = LEFT + (cell.r - 1) * side;
    return { key: cellKey(cell), x, y: TOP + (SIDE - cell.fm) * height, width: side, height };
  });
  const bottom = TOP + SIDE * height;
  const names =
    side >= NAMED
      ? { shapes: nameShapes(cells, places, input), height: 0 }
      : numberShapes(cells, places, bottom + 52, input);
  return {
    shapes: [
      ...cells.flatMap((cell, i) => cellShapes(cell, places[i]!, most, all, input)),
      ...borderShapes(cells, places),
      ...names.shapes,
      ...axisShapes(side, height, bottom, input),
    ],
    places,
    width,
    height: bottom + 38 + names.height,
  };
}

function cellShapes(cell: ScoreCell, place: KeyedBox, most: number, all: number, input: GridInput): Shape[] {
  const { key, x, y, width, height } = place;
  const tone = cell.segment === null ? 'neutral' : input.tone(cell.segment);
  const strength = 0.08 + 0.3 * Math.sqrt(cell.customers / most);
  const share = input.share(all > 0 ? cell.customers / all : 0);
  const count = input.count(cell.customers);
  const room = width - 16;
  const both = `${count} · ${share}`;
  const words = cell.customers > 0 && input.measure(both, 12) <= room ? both : count;
  const chosen = input.selecting ? (cell.customers > 0 ? cell.marked / cell.customers : 0) : null;
  return [
    { kind: 'rect', key, x, y, width, height, fill: tone, opacity: cell.segment === null ? 0.06 : strength },
    {
      kind: 'text',
      key,
      x: x + (width < NAMED ? 6 : 8),
      y: y + height - 9,
      text: words,
      size: 12,
      fill: cell.customers > 0 ? 'text' : 'muted',
    },
    ...selectedShapes(place, tone, chosen),
  ];
}

/** Between segments a border in the colour of the page, between cells of one a thin line. */
function borderShapes(cells: readonly ScoreCell[], places: readonly KeyedBox[]): Shape[] {
  return cells.flatMap((cell, i): Shape[] => {
    const { x, y, width, height } = places[i]!;
    const line = (
      other: ScoreCell | undefined,
      at: Omit<Shape & { kind: 'line' }, 'kind' | 'stroke'>,
    ): Shape[] =>
      other
        ? [
            other.segment === cell.segment
              ? { kind: 'line', ...at, stroke: 'grid' }
              : { kind: 'line', ...at, stroke: 'surface', width: 4 },
          ]
        : [];
    const right = cell.r < SIDE ? cells[i + 1] : undefined;
    return [
      ...line(right, { x1: x + width, x2: x + width, y1: y, y2: y + height }),
      ...line(cells[i + SIDE], { x1: x, x2: x + width, y1: y + height, y2: y + height }),
    ];
  });
}

/** The first cell of each area, from the top left. */
function firstCells(cells: readonly ScoreCell[]): { segment: number; at: number }[] {
  const seen = new Set<number>();
  return cells.flatMap(({ segment }, at) => {
    if (segment === null || seen.has(segment)) return [];
    seen.add(segment);
    return [{ segment, at }];
  });
}

/** The name of each area once, in its first cell. */
function nameShapes(
  cells: readonly ScoreCell[],
  places: readonly KeyedBox[],
  { name, measure }: GridInput,
): Shape[] {
  return firstCells(cells).flatMap(({ segment, at }): Shape[] => {
    const { key, x, y, width, height } = places[at]!;
    const room = cellsRight(cells, at) * width - 16;
    const lines = wrapText(name(segment), room, 12, measure, 600).slice(0, height < 70 ? 2 : 3);
    return lines.map((text, line) => ({
      kind: 'text',
      key,
      x: x + 8,
      y: y + 7 + line * 14,
      text,
      size: 12,
      weight: 600,
      fill: 'text',
      vertical: 'top',
    }));
  });
}

/** Numbers in the place of names, and the names under the grid. */
function numberShapes(
  cells: readonly ScoreCell[],
  places: readonly KeyedBox[],
  top: number,
  { name, tone, measure, width }: GridInput,
): { shapes: Shape[]; height: number } {
  const shapes: Shape[] = [];
  let [x, y] = [0, top];
  firstCells(cells).forEach(({ segment, at }, i) => {
    const place = places[at]!;
    const number = String(i + 1);
    const bold = { kind: 'text', size: 12, weight: 600, fill: 'text' } as const;
    shapes.push({ ...bold, key: place.key, x: place.x + 6, y: place.y + 7, text: number, vertical: 'top' });
    const words = `${number} ${name(segment)}`;
    const length = 16 + measure(words, 12) + 14;
    if (x > 0 && x + length - 14 > width) [x, y] = [0, y + 20];
    shapes.push({ kind: 'rect', x, y: y - 5, width: 10, height: 10, radius: 2, fill: tone(segment) });
    shapes.push({ kind: 'text', x: x + 16, y, text: words, size: 12, fill: 'text', vertical: 'middle' });
    x += length;
  });
  return { shapes, height: y - top + 28 };
}

/** How many cells of the same segment lie from `i` on to the right. */
function cellsRight(cells: readonly ScoreCell[], i: number): number {
  const { segment, r } = cells[i]!;
  let count = 1;
  while (r + count <= SIDE && cells[i + count]?.segment === segment) count++;
  return count;
}

function axisShapes(side: number, height: number, bottom: number, { labels, width }: GridInput): Shape[] {
  const text = { kind: 'text', size: AXIS_TEXT, fill: 'muted' } as const;
  const scores = Array.from({ length: SIDE }, (_, i) => i + 1);
  return [
    { ...text, x: 0, y: 11, text: labels.fm },
    { ...text, x: width - 2, y: bottom + 32, text: labels.r, anchor: 'end' },
    ...scores.map(
      (score): Shape => ({
        ...text,
        x: LEFT + (score - 0.5) * side,
        y: bottom + 15,
        text: String(score),
        anchor: 'middle',
      }),
    ),
    ...scores.map(
      (score): Shape => ({
        ...text,
        x: LEFT - 8,
        y: TOP + (SIDE - score + 0.5) * height,
        text: String(score),
        anchor: 'end',
        vertical: 'middle',
      }),
    ),
  ];
}
