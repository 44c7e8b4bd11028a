import { type Level, levelScale, quantile, type Weighted, weighted } from './cohort-scale';
import type { CohortLine } from './cohort-table';
import type { Tone } from './shapes';

/** What the colours of cells compare: all cells, those of one row or column, or each with the mean of its column. */
export const SCALES = ['table', 'row', 'column', 'mean'] as const;
export type ScaleOver = (typeof SCALES)[number];

/** Where a cell stands: in a cohort, null for the average, so many periods after its beginning. */
export interface CellPlace {
  cohort: string | null;
  period: number;
  value: number;
}

/** The colours of the cells after period 0. */
export interface CellColours {
  over: ScaleOver;
  /** Where the ramp begins and ends; of differences around the mean; null where each row or column has its own. */
  ends: readonly [low: number, high: number] | null;
  /** Null where there is nothing to compare a cell with. */
  level(place: CellPlace): Level | null;
  fill(level: Level): Tone;
  ink(level: Level): Tone;
}

/** Null where there is no figure to colour. `averages` are the figures of the average row. */
export function cellColours(
  lines: readonly CohortLine[],
  averages: readonly { period: number; value: number }[],
  over: ScaleOver,
): CellColours | null {
  if (over === 'mean') return aroundMean(lines);
  const whole = levelScale(lines);
  if (!whole) return null;
  const ramp = {
    fill: (level: Level): Tone => `seq-${level}`,
    ink: (level: Level): Tone => `on-seq-${level}`,
  };
  if (over === 'table')
    return { over, ends: [whole.low, whole.high], level: ({ value }) => whole.level(value), ...ramp };
  const scales = over === 'row' ? byRow(lines, averages) : byColumn(lines);
  const key = ({ cohort, period }: CellPlace): string => (over === 'row' ? (cohort ?? '') : String(period));
  return { over, ends: null, level: (place) => scales.get(key(place))?.level(place.value) ?? null, ...ramp };
}

type Scales = ReadonlyMap<string, NonNullable<ReturnType<typeof levelScale>>>;

function byRow(lines: readonly CohortLine[], averages: readonly { period: number; value: number }[]): Scales {
  const rows = lines.map((line) => [line.cohort, levelScale([{ ...line, small: false }])] as const);
  const values = averages.filter(({ period }) => period > 0).map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = (high - Math.min(low, high / 2)) / 7;
  const asLevel = (value: number): Level =>
    Math.min(
      7,
      Math.max(1, step > 0 ? Math.floor((value - Math.min(low, high / 2)) / step) + 1 : 1),
    ) as Level;
  return given([...rows, ['', values.length > 0 ? { low, high, level: asLevel } : null]]);
}

function byColumn(lines: readonly CohortLine[]): Scales {
  return given(columnsOf(lines).map(([period, column]) => [String(period), levelScale(column)] as const));
}

function given(entries: readonly (readonly [string, ReturnType<typeof levelScale>])[]): Scales {
  return new Map(entries.flatMap(([key, scale]) => (scale ? [[key, scale] as const] : [])));
}

/** Each period after 0 with the lines that have it, cut down to it. */
function columnsOf(lines: readonly CohortLine[]): [number, CohortLine[]][] {
  const columns = new Map<number, CohortLine[]>();
  for (const line of lines)
    for (const figure of line.figures) {
      const { period } = figure.row;
      if (period === 0) continue;
      const column = columns.get(period) ?? [];
      column.push({ ...line, figures: [figure] });
      columns.set(period, column);
    }
  return [...columns];
}

/** Differences from the mean of the column, by customers: more is blue, less vermilion, noise pale. */
function aroundMean(lines: readonly CohortLine[]): CellColours | null {
  const columns = columnsOf(lines).map(([period, column]) => [period, weighted(column)] as const);
  const means = new Map(columns.map(([period, cells]) => [period, meanOf(cells)]));
  const apart = columns
    .flatMap(([period, cells]) =>
      cells.map(({ value, weight }) => ({ value: Math.abs(value - (means.get(period) ?? 0)), weight })),
    )
    .sort((a, b) => a.value - b.value);
  if (apart.length === 0) return null;
  const all = meanOf(columns.flatMap(([, cells]) => cells));
  // A quarter of the mean at least, so that near equal figures stay near neutral.
  const reach = Math.max(quantile(apart, 0.95), Math.abs(all) / 4);
  return {
    over: 'mean',
    ends: [-reach, reach],
    level: ({ value, period }) => {
      const mean = means.get(period);
      if (mean === undefined) return null;
      const step = reach > 0 ? Math.round((3.49 * (value - mean)) / reach) : 0;
      return (Math.min(3, Math.max(-3, step)) + 4) as Level;
    },
    fill: (level) => `div-${level}`,
    ink: (level) => `on-div-${level}`,
  };
}

function meanOf(cells: readonly Weighted[]): number {
  const weight = cells.reduce((sum, cell) => sum + cell.weight, 0);
  return weight > 0 ? cells.reduce((sum, cell) => sum + cell.value * cell.weight, 0) / weight : 0;
}
