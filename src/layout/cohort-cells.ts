import type { ScaleOver } from './cohort-colours';
import type { TriangleColumns } from './cohort-columns';
import type { Level } from './cohort-scale';
import { FIGURE, type FigureWay, SMALL, type TriangleCell, type TriangleInput } from './cohort-shapes';
import { SMALL_COHORT } from './cohort-table';
import type { RectShape, Shape, TextShape, Tone } from './shapes';

type Place = Pick<TriangleCell, 'x' | 'y' | 'width' | 'height'>;

/** A cell for each average, then one for each period of each cohort, where `places` have them. */
export function cellsAt(
  { averages, lines }: TriangleInput,
  places: { average(period: number): Place; line(line: number, period: number): Place },
): TriangleCell[] {
  const first = averages.length > 0 ? 1 : 0;
  const averageCells = averages.map((average) => ({
    key: `average:${average.period}`,
    line: 0,
    period: average.period,
    ...places.average(average.period),
    value: average.value,
    row: null,
    average,
  }));
  const lineCells = lines.flatMap((line, i) =>
    line.figures.map(({ row, value }) => ({
      key: `${line.cohort}:${row.period}`,
      line: first + i,
      period: row.period,
      ...places.line(i, row.period),
      value,
      row,
      average: null,
    })),
  );
  return [...averageCells, ...lineCells];
}

/** The cells with their figures; each shape carries the key of its cell. */
export function cellShapes(
  cells: readonly TriangleCell[],
  input: TriangleInput,
  { way, counted }: Pick<TriangleColumns, 'way' | 'counted'>,
): Shape[] {
  const small = new Set(input.lines.filter((line) => line.small).map((line) => line.cohort));
  return cells.flatMap((cell) => {
    const few = cell.row ? small.has(cell.row.cohort) : (cell.average?.customers ?? 0) < SMALL_COHORT;
    const uncoloured = cell.period === 0 || few;
    const tones = uncoloured ? null : tonesOf(cell, input);
    const provisional = cell.row?.complete === false;
    const look = provisional ? hatched(tones) : filled(tones);
    return [box(cell, look.box), ...(way ? texts(cell, input, way, counted, look) : [])];
  });
}

interface Look {
  box: Pick<RectShape, 'fill' | 'stroke' | 'hatch' | 'opacity'>;
  ink: Tone;
  halo: boolean;
}

/** The fill of a cell and the ink on it; null where it is not coloured. */
function tonesOf(cell: TriangleCell, { colours }: TriangleInput): Tones | null {
  const { value, period, row } = cell;
  if (value === null || !colours) return null;
  const level = colours.level({ cohort: row?.cohort ?? null, period, value });
  return (
    level && {
      fill: colours.fill(level),
      ink: colours.ink(level),
      lines: colours.fill(strong(level, colours.over)),
    }
  );
}

/** A pale colour would not be seen as lines. */
function strong(level: Level, over: ScaleOver): Level {
  if (over !== 'mean') return Math.max(3, level) as Level;
  return level < 4 ? (Math.min(2, level) as Level) : (Math.max(6, level) as Level);
}

interface Tones {
  fill: Tone;
  ink: Tone;
  /** Of a hatch. */
  lines: Tone;
}

function filled(tones: Tones | null): Look {
  if (!tones) return { box: {}, ink: 'muted', halo: false };
  return { box: { fill: tones.fill }, ink: tones.ink, halo: false };
}

/** Lines instead of a fill: what is not over yet must not look like a result. */
function hatched(tones: Tones | null): Look {
  return {
    box: { fill: 'surface', hatch: tones?.lines ?? 'grid' },
    ink: tones ? 'text' : 'muted',
    halo: true,
  };
}

function box(cell: TriangleCell, look: Look['box']): RectShape {
  const { key, x, y, width, height } = cell;
  return { kind: 'rect', key, x, y, width, height, radius: Math.min(2, width / 6), ...look };
}

function texts(
  cell: TriangleCell,
  { from }: TriangleInput,
  way: FigureWay,
  counted: TriangleColumns['counted'],
  { ink, halo }: Look,
): TextShape[] {
  if (cell.value === null) return [];
  const figure = cell.period < from ? way.start : way.figure;
  const line: TextShape = {
    kind: 'text',
    key: cell.key,
    x: cell.x + cell.width / 2,
    y: cell.y + cell.height / 2,
    text: figure(cell.value),
    fill: ink,
    size: FIGURE,
    anchor: 'middle',
    vertical: 'middle',
  };
  if (cell.average) line.weight = 600;
  if (halo) line.halo = true;
  if (!counted || !cell.row || cell.period < from) return [line];
  const { weight: _, ...plain } = line;
  return [
    { ...line, y: line.y - 7 },
    { ...plain, y: line.y + 8, text: counted(cell.row.customers), size: SMALL },
  ];
}
