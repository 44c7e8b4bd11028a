import { cellShapes, cellsAt } from './cohort-cells';
import { columnsFor, everyNth, type TriangleColumns } from './cohort-columns';
import { FIGURE, SMALL, type Triangle, type TriangleInput } from './cohort-shapes';
import { lastPeriod } from './cohort-table';
import type { Shape } from './shapes';

/** Height of the heads: titles, and a cohort's name over its size; and of the space that sets the average apart. */
const HEAD = 64;
const APART = 8;

/** The triangle on its side: a column for each cohort, a row for each period since it began. */
export function cohortTransposed(input: TriangleInput): Triangle {
  const periods = lastPeriod(input.lines) + 1;
  const stub = Math.ceil(
    Math.max(input.measure(input.labels.size, SMALL), input.measure(String(periods), FIGURE)) + 12,
  );
  const count = input.lines.length + (input.averages.length > 0 ? 1 : 0);
  const columns = columnsFor(input, stub, count, periods, headWidth(input));
  const { x, pitch } = columns;
  const room = { width: pitch.x - 1, height: pitch.y - 1 };
  const cells = cellsAt(input, {
    average: (period) => ({ ...room, x: x(0), y: HEAD + period * pitch.y }),
    line: (line, period) => ({ ...room, x: lineX(input, columns, line), y: HEAD + period * pitch.y }),
  });
  const width = Math.max(lineX(input, columns, input.lines.length), stub);
  const height = HEAD + periods * pitch.y + 2;
  const fixed = stubShapes(input, columns, periods, stub);
  return {
    scene: {
      width,
      height,
      shapes: [...headShapes(input, columns), ...fixed, ...cellShapes(cells, input, columns)],
    },
    stub: { width: stub, height, shapes: [...fixed, ...stayingTitle(input)] },
    cells,
    overflows: width > input.width,
  };
}

/** What the names and sizes of cohorts need, in the shortest way to write them. */
function headWidth({ lines, cohort, size, measure }: TriangleInput): number {
  const name = cohort.at(-1) ?? String;
  return lines.reduce(
    (most, line) =>
      Math.max(most, measure(name(line.cohort), SMALL) + 8, measure(size(line.size), SMALL) + 8),
    29,
  );
}

function lineX({ averages }: TriangleInput, { x, pitch }: TriangleColumns, line: number): number {
  return averages.length > 0 ? x(line) + pitch.x + APART : x(line);
}

function title(periods: string): Shape {
  return { kind: 'text', x: 0, y: 11, text: periods, size: SMALL, fill: 'muted' };
}

/** The title of the rows, over itself where it has scrolled away beneath. */
function stayingTitle({ labels, measure }: TriangleInput): Shape[] {
  const width = measure(labels.periods, SMALL);
  return [{ kind: 'rect', x: 0, y: 0, width, height: 16, fill: 'surface' }, title(labels.periods)];
}

/** Names over sizes, each over its column; every so many where columns are narrower than they. */
function headShapes(input: TriangleInput, columns: TriangleColumns): Shape[] {
  const { labels, lines, measure, size } = input;
  const { pitch } = columns;
  const fits = (text: (cohort: string) => string): boolean =>
    lines.every((line) => measure(text(line.cohort), SMALL) + 6 <= pitch.x);
  const name = input.cohort.find(fits) ?? input.cohort.at(-1) ?? String;
  const every = everyNth(pitch.x, headWidth(input));
  const text = { kind: 'text', size: SMALL, fill: 'muted', anchor: 'middle' } as const;
  const heads = lines.flatMap((line, i): Shape[] => {
    if (i % every > 0) return [];
    const x = lineX(input, columns, i) + (pitch.x - 1) / 2;
    return [
      { ...text, x, y: HEAD - 20, text: name(line.cohort), fill: 'text' },
      { ...text, x, y: HEAD - 6, text: size(line.size) },
    ];
  });
  const average: Shape[] =
    input.averages.length > 0
      ? [
          {
            ...text,
            x: columns.x(0),
            y: 28,
            text: labels.average,
            fill: 'text',
            weight: 600,
            anchor: 'start',
          },
        ]
      : [];
  return [title(labels.periods), ...average, ...heads];
}

function stubShapes(input: TriangleInput, columns: TriangleColumns, periods: number, width: number): Shape[] {
  const { labels } = input;
  const every = everyNth(columns.pitch.y, 15);
  const text = { kind: 'text', x: width - 8, anchor: 'end' } as const;
  const numbers = Array.from({ length: periods }, (_, period): Shape[] =>
    period % every > 0
      ? []
      : [
          {
            ...text,
            y: HEAD + period * columns.pitch.y + (columns.pitch.y - 1) / 2,
            text: String(period),
            fill: 'text',
            size: FIGURE,
            vertical: 'middle',
          },
        ],
  );
  return [{ ...text, y: HEAD - 6, text: labels.size, fill: 'muted', size: SMALL }, ...numbers.flat()];
}
