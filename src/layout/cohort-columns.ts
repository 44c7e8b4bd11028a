import { FIGURE, type FigureWay, SMALL, type TriangleInput } from './cohort-shapes';

/** How wide and high cells are, and in which of the ways offered their texts are set. */
export interface TriangleColumns {
  count: number;
  pitch: { x: number; y: number };
  /** Left edge of a period's column. */
  x: (period: number) => number;
  /** Null where cells are too small for figures. */
  way: FigureWay | null;
  /** How the count under a figure is written; null where it has no room. */
  counted: ((customers: number) => string) | null;
  cohort: (cohort: string) => string;
}

/** A cell is a target for a finger: 28 px and the gap. */
const LEAST = 29;
/** Wider cells only drive neighbours apart. */
const MOST = 88;
const BREATH = 6;

/** Width of the columns at the left: the names of the cohorts and their sizes, or what stands over them. */
export function stubWidth(input: TriangleInput): number {
  const { labels, lines, measure } = input;
  const names = lines.map((line) => measure(cohortText(input)(line.cohort), FIGURE));
  const sizes = lines.map((line) => measure(input.size(line.size), FIGURE));
  const name = Math.max(measure(labels.cohort, SMALL), ...names);
  const size = Math.max(measure(labels.size, SMALL), ...sizes);
  const average = input.averages.length > 0 ? measure(labels.average, FIGURE, 600) : 0;
  return Math.ceil(Math.max(name + 12 + size, average) + 8);
}

/** A picture this many times as wide as what is there is not looked through any more: its colours alone are shown. */
const TOO_WIDE = 3.5;
/** The least side of a cell without a figure. */
const COLOUR = 4;
/** The pitch of rows with two lines of text, and the height up to which all rows together may be so high. */
const TWO_LINES = 41;
const MOST_HEIGHT = 620;
/** Height that rows without figures share, and the least that one of them needs. */
const DENSE_HEIGHT = 520;
const DENSE_ROW = 7;

/**
 * Columns that fill the width: with the fullest figures that fit. Where not even the shortest do, columns as wide
 * as figures one step short of the shortest need, and the picture scrolls: nothing is cut. Where that would be far
 * too wide, as with weeks over years, colours without figures, all at one glance. `least` is what heads need.
 */
export function columnsFor(
  input: TriangleInput,
  stub: number,
  count: number,
  rows: number,
  least: number = LEAST,
): TriangleColumns {
  const room = input.width - stub;
  const share = Math.floor(room / Math.max(1, count));
  const wide = (way: FigureWay): number => Math.max(least, needed(input, way));
  const fitting = input.figures.find((way) => wide(way) <= share);
  const way = fitting ?? input.figures.at(-2) ?? input.figures.at(-1) ?? { figure: String, start: String };
  const dense = !fitting && count * wide(way) > TOO_WIDE * room;
  const x = dense ? Math.max(COLOUR, share) : fitting ? Math.min(MOST, share) : wide(way);
  const counted = dense || rows * TWO_LINES > MOST_HEIGHT ? null : countWay(input, x);
  const y = dense
    ? Math.max(DENSE_ROW, Math.min(LEAST, Math.floor(DENSE_HEIGHT / Math.max(1, rows))))
    : Math.max(LEAST, Math.min(TWO_LINES, counted ? TWO_LINES : Math.round(x * 0.62)));
  return {
    count,
    pitch: { x, y },
    x: (period) => stub + period * x,
    way: dense ? null : way,
    counted,
    cohort: cohortText(input),
  };
}

/** The fullest way to write counts of which every one fits into a cell `pitch` px wide. */
function countWay(
  { counts, lines, from, measure }: TriangleInput,
  pitch: number,
): TriangleColumns['counted'] {
  const rows = lines.flatMap((line) => line.figures).filter(({ row }) => row.period >= from);
  const fits = (way: (customers: number) => string): boolean =>
    rows.every(({ row }) => measure(way(row.customers), SMALL) + BREATH <= pitch);
  return counts.find(fits) ?? null;
}

/** Of heads `pitch` px apart that need `length` each: every how many there is room for. */
export function everyNth(pitch: number, length: number): number {
  const least = Math.max(1, Math.ceil(length / pitch));
  return [1, 2, 3, 4, 5, 6, 10, 12, 13, 20, 26, 50, 52, 100].find((step) => step >= least) ?? least;
}

/** The fuller names where they leave most of the width to the cells. */
function cohortText({ cohort, lines, measure, width }: TriangleInput): (cohort: string) => string {
  const fitting = cohort.find((text) =>
    lines.every((line) => measure(text(line.cohort), FIGURE) <= width * 0.22),
  );
  return fitting ?? cohort.at(-1) ?? String;
}

function needed(input: TriangleInput, { figure, start }: FigureWay): number {
  const { lines, averages, measure } = input;
  const texts = new Set<string>();
  if (input.from === 1) texts.add(start(1));
  for (const line of lines) {
    for (const { row, value } of line.figures) {
      if (value !== null && row.period >= input.from) texts.add(figure(value));
    }
  }
  const wide = Math.max(0, ...[...texts].map((text) => measure(text, FIGURE)));
  const strong = Math.max(
    0,
    ...averages
      .filter(({ period }) => period >= input.from)
      .map(({ value }) => measure(figure(value), FIGURE, 600)),
  );
  return Math.max(LEAST, Math.ceil(Math.max(wide, strong)) + BREATH);
}
