import { FIGURE, type FigureWay, SMALL, type TriangleInput } from './cohort-shapes';

/** How wide and high cells are, and in which of the ways offered their texts are set. */
export interface TriangleColumns {
  count: number;
  pitch: { x: number; y: number };
  /** Left edge of a period's column. */
  x: (period: number) => number;
  way: FigureWay;
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

/**
 * Columns that fill the width: with the fullest figures that fit. Where not even the shortest do, columns as wide
 * as figures one step short of the shortest need, and the picture scrolls: nothing is cut.
 */
export function columnsFor(input: TriangleInput, stub: number, count: number): TriangleColumns {
  const share = Math.floor((input.width - stub) / Math.max(1, count));
  const fitting = input.figures.find((way) => needed(input, way) <= share);
  const way = fitting ?? input.figures.at(-2) ?? input.figures.at(-1) ?? { figure: String, start: String };
  const pitch = fitting ? Math.min(MOST, share) : needed(input, way);
  return {
    count,
    pitch: { x: pitch, y: Math.max(LEAST, Math.min(41, Math.round(pitch * 0.62))) },
    x: (period) => stub + period * pitch,
    way,
    cohort: cohortText(input),
  };
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
