import {
  COHORT_AVERAGE_RULES,
  COHORT_MEASURES,
  COHORT_RETURNS,
  type CohortAverageRule,
  type CohortMeasure,
  type CohortReturn,
} from '../../compute/cohort-choices';
import {
  type CohortResult,
  type CohortRow,
  type Definition,
  type IsoDate,
  PERIODS,
  type Period,
} from '../../compute/results';
import type { Shown } from '../../controllers/selection-controller';
import type { MarkedCell } from '../../data/marked-groups';
import type { SelectionRequest } from '../../data/selection';
import { type CellColours, cellColours, type ScaleOver } from '../../layout/cohort-colours';
import { BLOCK_DAYS } from '../../layout/cohort-period';
import type { AverageFigure, FigureWay, TriangleCell } from '../../layout/cohort-shapes';
import { type CohortLine, cohortLines } from '../../layout/cohort-table';
import type { Tone } from '../../layout/shapes';
import type { Surroundings } from '../picture';
import type { Chosen } from '../selecting-element';

/** What was asked of the analysis, read from what it answered. */
export interface CohortsAsked {
  period: Period;
  measure: CohortMeasure;
  returning: CohortReturn;
  bucket: 'calendar' | 'rolling';
  /** What rates are of: the cohort, or those of the period before. */
  base: 'start' | 'previous';
  /** Null where no average was asked for. */
  average: CohortAverageRule | null;
}

/** The options that a result rests on: those of the element may already be others. */
export function askedFor({ options }: Definition, period: Period): CohortsAsked {
  return {
    period: PERIODS.find((known) => known === options.period) ?? period,
    measure: COHORT_MEASURES.find((known) => known === options.measure) ?? 'retention',
    returning: COHORT_RETURNS.find((known) => known === options.return) ?? 'on',
    bucket: options.bucket === 'rolling' ? 'rolling' : 'calendar',
    base: options.base === 'previous' ? 'previous' : 'start',
    average:
      options.average === 'none'
        ? null
        : (COHORT_AVERAGE_RULES.find((one) => one === options.average) ?? 'pooled'),
  };
}

/** A result as pictures and words need it. */
export interface CohortsView {
  asked: CohortsAsked;
  rows: readonly CohortRow[];
  lines: CohortLine[];
  /** Null where there is nothing to colour. */
  colours: CellColours | null;
  /** Of the measure shown; only rates have one. */
  averages: AverageFigure[];
  /** Of retention, whatever is shown. */
  rates: AverageFigure[];
  customers: number;
  asOf: IsoDate;
  /** Selected customers by the key of their cell; null where none are. */
  marked: ReadonlyMap<string, number> | null;
  /** The cell they were chosen by. */
  chosen: string | null;
}

const views = new WeakMap<CohortResult, CohortsView>();

/** What is shown of a result under its own options; worked out once, for a pointer asks for it at every move. */
export function viewOf(result: CohortResult): CohortsView {
  const known = views.get(result);
  if (known) return known;
  const view = newView(result);
  views.set(result, view);
  return view;
}

function newView(result: CohortResult): CohortsView {
  const { summary, definition } = result;
  const asked = askedFor(definition, summary.period);
  const rows = result.rows();
  const lines = cohortLines(rows, asked.measure);
  const rates = summary.averages.map(({ period, retention, customers }) => ({
    period,
    value: retention,
    customers,
  }));
  return {
    asked,
    rows,
    lines,
    colours: null,
    averages: asked.measure === 'retention' && asked.average ? rates : [],
    rates,
    customers: lines.reduce((sum, line) => sum + line.size, 0),
    asOf: definition.asOf,
    marked: null,
    chosen: null,
  };
}

/** The view with its cells coloured. */
export function colouredView(view: CohortsView, over: ScaleOver): CohortsView {
  return { ...view, colours: cellColours(view.lines, view.averages, over) };
}

/** The view with the selected customers of each cell. */
export function markedView(
  view: CohortsView,
  chosen: Shown<Chosen<readonly MarkedCell[]>> | null,
): CohortsView {
  if (!chosen) return view;
  const cells = chosen.value.extra.map(
    ({ cohort, period, customers }) => [key(cohort, period), customers] as const,
  );
  return { ...view, marked: new Map(cells), chosen: chosenCell(chosen.selection.request) };
}

function chosenCell(request: SelectionRequest): string | null {
  if (!('analysis' in request) || request.analysis !== 'cohorts') return null;
  const { cohort, period } = request.where;
  return key(String(cohort), Number(period));
}

function key(cohort: IsoDate, period: number): string {
  return `${cohort}:${period}`;
}

/** The ink of the figure in a cell, for what lies beside it. */
export function inkOf(view: CohortsView, { row, period, value }: TriangleCell): Tone {
  const small = view.lines.some((line) => line.small && line.cohort === row?.cohort);
  if (!row?.complete || small || period === 0 || value === null) return 'text';
  const level = view.colours?.level({ cohort: row.cohort, period, value });
  return level && view.colours ? view.colours.ink(level) : 'text';
}

/** What the columns are, over their numbers. */
export function periodsTitle({ asked }: CohortsView, { words }: Surroundings): string {
  const { period, bucket } = asked;
  return bucket === 'rolling' ? words.cohorts.blocks(BLOCK_DAYS[period]) : words.cohorts.periods[period];
}

/** How many a rate of `row` is a share of. */
export function rateOf({ asked, lines }: CohortsView, row: CohortRow): number {
  if (asked.base === 'start' || row.period === 0) return row.cohort_size;
  const line = lines.find(({ cohort }) => cohort === row.cohort);
  return line?.figures[row.period - 1]?.row.customers ?? row.cohort_size;
}

/** The ways to write a figure of the measure, from the fullest to the shortest. */
export function figureWays(measure: CohortMeasure, { f }: Surroundings): readonly FigureWay[] {
  switch (measure) {
    case 'retention': {
      const whole = (value: number): string => f.fixed(100 * value, 0);
      return [
        { figure: f.shareFixed, start: f.share },
        { figure: (value) => f.fixed(100 * value, 1), start: whole },
        { figure: whole, start: whole },
      ];
    }
    case 'customers':
    case 'orders':
      return [f.count, f.short].map(alike);
    case 'revenue':
    case 'cumulative-revenue':
      return [f.sum, f.moneyShort, f.short].map(alike);
    case 'revenue-per-customer':
      return [f.money, f.sum, f.moneyShort].map(alike);
  }
}

const alike = (figure: (value: number) => string): FigureWay => ({ figure, start: figure });

/** The ends of the colours: round, for they are quantiles. */
export function figureOfScale(measure: CohortMeasure, around: Surroundings): (value: number) => string {
  return measure.includes('revenue') ? around.f.sum : figureInFull(measure, around);
}

/** A figure of the measure where there is room for it. */
export function figureInFull(measure: CohortMeasure, { f }: Surroundings): (value: number) => string {
  if (measure === 'retention') return f.share;
  return measure === 'customers' || measure === 'orders' ? f.count : f.money;
}
