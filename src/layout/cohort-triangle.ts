import { cellShapes, cellsAt } from './cohort-cells';
import { columnsFor, everyNth, stubWidth, type TriangleColumns } from './cohort-columns';
import { FIGURE, SMALL, type Triangle, type TriangleInput } from './cohort-shapes';
import { lastPeriod } from './cohort-table';
import type { Shape, TextShape } from './shapes';

/** Height of the heads, and of the space that sets the average row apart. */
const HEAD = 38;
const APART = 8;

/** The triangle: a row for each cohort, a column for each period since it began. */
export function cohortTriangle(input: TriangleInput): Triangle {
  const stub = stubWidth(input);
  const columns = columnsFor(input, stub, lastPeriod(input.lines) + 1, input.lines.length);
  const { x, pitch } = columns;
  const room = { width: pitch.x - 1, height: pitch.y - 1 };
  const cells = cellsAt(input, {
    average: (period) => ({ ...room, x: x(period), y: HEAD, height: averageHeight(pitch) - 1 }),
    line: (line, period) => ({ ...room, x: x(period), y: lineY(input, columns, line) }),
  });
  const width = Math.max(x(columns.count), stub);
  const height = lineY(input, columns, input.lines.length) + 2;
  const fixed = stubShapes(input, columns);
  return {
    scene: {
      width,
      height,
      shapes: [...headShapes(input, columns), ...fixed, ...cellShapes(cells, input, columns)],
    },
    stub: { width: stub, height, shapes: [...fixed, ...stayingTitle(input, columns)] },
    cells,
    overflows: width > input.width,
  };
}

function lineY({ averages }: TriangleInput, { pitch }: TriangleColumns, line: number): number {
  const top = HEAD + line * pitch.y;
  return averages.length > 0 ? top + averageHeight(pitch) + APART : top;
}

/** The row of the average has its name beside it, whatever the others are. */
function averageHeight({ y }: TriangleColumns['pitch']): number {
  return Math.max(16, y);
}

function headShapes(input: TriangleInput, columns: TriangleColumns): Shape[] {
  const head = { kind: 'text', size: SMALL, fill: 'muted' } as const;
  const every = everyNth(columns.pitch.x, input.measure(String(columns.count), SMALL) + 4);
  const numbers = Array.from({ length: columns.count }, (_, period): Shape[] => {
    if (period % every > 0) return [];
    const middle = columns.x(period) + (columns.pitch.x - 1) / 2;
    return [{ ...head, x: middle, y: HEAD - 6, text: String(period), anchor: 'middle' }];
  }).flat();
  return [title(input, columns), ...numbers];
}

/** Over the columns, or as far to the left as it needs to end within what is there. */
function title({ labels, width, measure }: TriangleInput, columns: TriangleColumns): TextShape {
  const x = Math.max(0, Math.min(columns.x(0), width - measure(labels.periods, SMALL)));
  return { kind: 'text', x, y: 11, text: labels.periods, size: SMALL, fill: 'muted' };
}

/** The title of the columns, over itself where it has scrolled away beneath. */
function stayingTitle(input: TriangleInput, columns: TriangleColumns): Shape[] {
  const text = title(input, columns);
  const width = text.x + input.measure(text.text, SMALL);
  return [{ kind: 'rect', x: 0, y: 0, width, height: 16, fill: 'surface' }, text];
}

function stubShapes(input: TriangleInput, columns: TriangleColumns): Shape[] {
  const { labels, lines } = input;
  const right = columns.x(0) - 8;
  const head = { kind: 'text', size: SMALL, fill: 'muted', y: HEAD - 6 } as const;
  const middle = (columns.pitch.y - 1) / 2;
  const every = everyNth(columns.pitch.y, 15);
  const text = { kind: 'text', size: FIGURE, vertical: 'middle' } as const;
  const average: Shape[] =
    input.averages.length > 0
      ? [
          {
            ...text,
            x: 0,
            y: HEAD + (averageHeight(columns.pitch) - 1) / 2,
            text: labels.average,
            fill: 'text',
            weight: 600,
          },
        ]
      : [];
  return [
    { ...head, x: 0, text: labels.cohort },
    { ...head, x: right, text: labels.size, anchor: 'end' },
    ...average,
    ...lines.flatMap((line, i): Shape[] => {
      if (i % every > 0) return [];
      const y = lineY(input, columns, i) + middle;
      return [
        { ...text, x: 0, y, text: columns.cohort(line.cohort), fill: 'text' },
        { ...text, x: right, y, text: input.size(line.size), fill: 'muted', anchor: 'end' },
      ];
    }),
  ];
}
