import type { CohortRow } from '../../compute/results';
import type { CurvePlace } from '../../layout/cohort-curve-shapes';
import { cohortCurves } from '../../layout/cohort-curves';
import { completeOn } from '../../layout/cohort-period';
import { selectedCellShapes } from '../../layout/cohort-selected';
import type { Triangle, TriangleCell } from '../../layout/cohort-shapes';
import { cohortTransposed } from '../../layout/cohort-transposed';
import { cohortTriangle } from '../../layout/cohort-triangle';
import type { Shape, Tone } from '../../layout/shapes';
import { periodNames } from '../period-names';
import type { Mark, Picture, Surroundings, Tip } from '../picture';
import { type CohortsView, figureInFull, figureWays, inkOf, periodsTitle, rateOf } from './cohort-asked';

/** A place in either picture. */
type Place = Pick<TriangleCell, 'key' | 'period' | 'value' | 'row' | 'average'>;

/** Width of a curve's invisible surroundings that the pointer may be in, in px. */
const NEAR = 24;

/** The triangle as it is whoever is selected. */
export interface TriangleGround {
  triangle: Triangle;
  /** Of the figure in each cell. */
  inks: ReadonlyMap<string, Tone>;
  transposed: boolean;
}

export function triangleGround(view: CohortsView, transposed: boolean, around: Surroundings): TriangleGround {
  const { words, f, measure, width } = around;
  const { asked, lines, averages, colours } = view;
  const { cohorts } = words;
  const triangle = (transposed ? cohortTransposed : cohortTriangle)({
    lines,
    averages,
    colours,
    from: fromPeriod(view),
    width,
    labels: {
      cohort: cohorts.cohort,
      size: cohorts.size,
      periods: periodsTitle(view, around),
      average: asked.average ? cohorts.average[asked.average] : '',
    },
    cohort: periodNames(asked.period, around),
    size: f.count,
    figures: figureWays(asked.measure, around),
    counts: asked.measure === 'retention' ? [f.count, f.short] : [],
    measure,
  });
  const inks = new Map(triangle.cells.map((cell) => [cell.key, inkOf(view, cell)]));
  return { triangle, inks, transposed };
}

/** The triangle with a stop on every cell, and who is selected over it. */
export function trianglePicture(
  { triangle, inks, transposed }: TriangleGround,
  view: CohortsView,
  around: Surroundings,
): Picture {
  const { cells, scene, stub } = triangle;
  const marks = new Map(cells.map((cell) => [cell.key, cellMark(view, cell, around)]));
  return {
    under: scene.shapes,
    over: view.marked
      ? selectedCellShapes(cells, view.marked, view.chosen, ({ key }) => inks.get(key) ?? 'text')
      : [],
    size: { width: Math.max(around.width, scene.width), height: scene.height },
    stub,
    stops: [...marks.values()],
    at: (x, y) => {
      // The name of a cohort stands for all who began in it.
      const name = !transposed && x < stub.width;
      const cell = cells.find((one) =>
        name ? one.row !== null && one.period === 0 && holds(one, one.x, y) : holds(one, x, y),
      );
      return (cell && marks.get(cell.key)) ?? null;
    },
  };
}

function holds(cell: TriangleCell, x: number, y: number): boolean {
  return x >= cell.x && x <= cell.x + cell.width && y >= cell.y && y <= cell.y + cell.height;
}

function cellMark(view: CohortsView, cell: TriangleCell, around: Surroundings): Mark {
  const { key, x, y, width, height } = cell;
  const outline: Shape = {
    kind: 'rect',
    x: x - 1,
    y: y - 1,
    width: width + 2,
    height: height + 2,
    radius: 3,
    stroke: 'text',
    strokeWidth: 2,
  };
  return {
    key,
    x: x + width / 2,
    y: y + height / 2,
    box: { x, y, width, height },
    over: [outline],
    // Words for the one cell in thousands that somebody goes to.
    get label(): string {
      return spoken(view, cell, around);
    },
    get tip(): Tip {
      return tip(view, cell, toneOf(view, cell), around);
    },
  };
}

function toneOf({ colours }: CohortsView, { row, period, value }: TriangleCell): Tone | undefined {
  if (value === null || !colours || period === 0) return undefined;
  const level = colours.level({ cohort: row?.cohort ?? null, period, value });
  return level === null ? undefined : colours.fill(level);
}

/** The curves with a stop on every point. */
export function curvesPicture(view: CohortsView, around: Surroundings): Picture {
  const { words, measure, width, height } = around;
  const { asked, lines, averages } = view;
  const [name] = periodNames(asked.period, around);
  const curves = cohortCurves({
    lines,
    averages,
    from: fromPeriod(view),
    width,
    height,
    labels: {
      value: words.cohorts.measures[asked.measure],
      periods: periodsTitle(view, around),
      average: asked.average ? words.cohorts.average[asked.average] : '',
    },
    cohort: (cohort) => name?.(cohort) ?? cohort,
    figure: axisFigure(view, around),
    measure,
  });
  const marks = curves.places.map((place) => placeMark(view, place, curves.paths, around));
  return {
    under: curves.scene.shapes,
    over: [],
    stops: marks,
    inOrder: true,
    at: (x, y) => nearest(marks, x, y),
  };
}

/** Period 0 says nothing of those who came back. */
function fromPeriod({ asked }: CohortsView): 0 | 1 {
  return asked.measure === 'retention' || asked.measure === 'customers' ? 1 : 0;
}

function axisFigure({ asked }: CohortsView, { f }: Surroundings): (value: number) => string {
  if (asked.measure === 'retention') return f.share;
  return asked.measure === 'customers' || asked.measure === 'orders' ? f.short : f.moneyShort;
}

function placeMark(
  view: CohortsView,
  place: CurvePlace,
  paths: ReadonlyMap<string, string>,
  around: Surroundings,
): Mark {
  const { key, x, y, row } = place;
  const path = row ? paths.get(row.cohort) : undefined;
  const dot: Shape = {
    kind: 'circle',
    cx: x,
    cy: y,
    r: 4,
    fill: 'accent',
    stroke: 'surface',
    strokeWidth: 2,
  };
  const curve: Shape[] = path ? [{ kind: 'path', d: path, stroke: 'text', width: 2 }] : [];
  return {
    key,
    x,
    y,
    box: { x: x - 5, y: y - 5, width: 10, height: 10 },
    over: [...curve, dot],
    get label(): string {
      return spoken(view, place, around);
    },
    get tip(): Tip {
      return tip(view, place, undefined, around);
    },
  };
}

function nearest(marks: readonly Mark[], x: number, y: number): Mark | null {
  let best: Mark | null = null;
  let least = NEAR;
  for (const mark of marks) {
    const distance = Math.hypot(mark.x - x, mark.y - y);
    if (distance < least) [best, least] = [mark, distance];
  }
  return best;
}

function title({ asked }: CohortsView, { row, period }: Place, around: Surroundings): string {
  const { words, f } = around;
  const [name] = periodNames(asked.period, around);
  const who = row
    ? (name?.(row.cohort) ?? row.cohort)
    : asked.average
      ? words.cohorts.average[asked.average]
      : '';
  return `${who}${words.common.comma}${words.cohorts.at({ period: asked.period, number: period }, f)}`;
}

function spoken(view: CohortsView, place: Place, around: Surroundings): string {
  const { words, f } = around;
  const { row, value, average } = place;
  const figure = value === null ? '–' : figureInFull(view.asked.measure, around)(value);
  const parts = [title(view, place, around), figure];
  if (row) parts.push(words.cohorts.customersOf(row.customers, rateOf(view, row), f));
  if (average) parts.push(words.common.customers(average.customers, f));
  if (row && !row.complete) parts.push(words.cohorts.notComplete(endOf(view, row, around)));
  return parts.join(words.common.comma);
}

/** The day from which a cell says all that it will. */
function endOf({ asked }: CohortsView, row: CohortRow, { f }: Surroundings): string {
  return f.dateShort(completeOn(row, asked.period, asked.bucket));
}

function tip(view: CohortsView, place: Place, tone: Tone | undefined, around: Surroundings): Tip {
  return { title: title(view, place, around), tone, lines: tipLines(view, place, around) };
}

function tipLines(
  view: CohortsView,
  { key, row, value, average }: Place,
  around: Surroundings,
): Tip['lines'] {
  const { words, f } = around;
  const { cohorts } = words;
  const { asked } = view;
  const figure = figureInFull(asked.measure, around);
  if (!row) {
    return [
      [cohorts.measures[asked.measure], value === null ? '–' : figure(value)],
      [cohorts.averagedOver, f.count(average?.customers ?? 0)],
    ];
  }
  const own: Tip['lines'] =
    asked.measure === 'retention' || asked.measure === 'customers' || asked.measure === 'revenue'
      ? []
      : [[cohorts.measures[asked.measure], value === null ? '–' : figure(value)]];
  return [
    ...own,
    [cohorts.measures.retention, f.share(row.retention)],
    [cohorts.returned, cohorts.customersOf(row.customers, rateOf(view, row), f)],
    [cohorts.interval, cohorts.range(f.share(row.low), f.share(row.high))],
    [cohorts.measures.revenue, f.money(row.revenue)],
    ...(view.marked
      ? [[words.selection.among, words.selection.ofAll(view.marked.get(key) ?? 0, row.customers, f)] as const]
      : []),
    ...(row.complete ? [] : [[cohorts.completeOn, endOf(view, row, around)] as const]),
  ];
}
