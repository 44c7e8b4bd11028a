import { MOVE_TONES, type MovesInput, type MovesLayout, selectedShare, sideOf, small } from './move-shapes';
import type { Move } from './moves';
import { type KeyedBox, selectedShapes } from './selected-share';
import type { Measure, Shape } from './shapes';
import { wrapText } from './wrap-text';

const TOP = 18;
const LINE = 13;
/** Between the classes and those in none. */
const APART = 8;
const GAP = 2;
const NARROWEST = 44;
const WIDEST = 132;
/** Between the names of two columns. */
const BREATH = 3;

interface Grid {
  rows: readonly (string | null)[];
  columns: readonly (string | null)[];
  stub: number;
  head: number;
  pitch: number;
  line: number;
  /** Of the names of columns. */
  weight: 400 | 600;
  x: (name: string | null) => number;
  y: (name: string | null) => number;
}

/** A row for each class before, a column for each now; who stayed lies on the diagonal. */
export function moveMatrix(input: MovesInput): MovesLayout {
  const grid = gridOf(input);
  const { rows, columns, pitch, line } = grid;
  const byKey = new Map(input.moves.map((move) => [move.key, move]));
  const place = (name: string | null): number => (name === null ? -1 : input.classes.indexOf(name));
  const cells = rows.flatMap((from) =>
    columns.flatMap((to): { box: KeyedBox; move: Move | undefined }[] => {
      if (from === null && to === null) return [];
      const key = `${place(from)}:${place(to)}`;
      const box = { key, x: grid.x(to), y: grid.y(from), width: pitch - GAP, height: line - GAP };
      return [{ box, move: byKey.get(key) }];
    }),
  );
  const width = grid.x(columns.at(-1) ?? null) + pitch;
  const height = grid.y(rows.at(-1) ?? null) + line;
  const names = rowNames(input, grid);
  return {
    scene: {
      width,
      height,
      shapes: [
        ...names,
        ...columnNames(input, grid),
        ...cells.flatMap(({ box, move }) => cellShapes(box, move, input)),
      ],
    },
    places: cells.flatMap(({ box, move }) => (move ? [box] : [])),
    stub: { width: grid.stub, height, shapes: names },
  };
}

function gridOf(input: MovesInput): Grid {
  const { classes, before, now, width, measure, name, labels, count } = input;
  const rows = sideOf(classes, before);
  const columns = sideOf(classes, now);
  const heads = columns.map((one) => (one === null ? labels.left : name(one)));
  const names = rows.map((one) => (one === null ? labels.entered : name(one)));
  const widest = Math.max(
    ...names.map((text) => measure(text, 12, 600)),
    ...rows.map((one) => measure(count(before(one)), 11)),
  );
  const stub = Math.ceil(Math.min(width * 0.38, widest + 26));
  const most = Math.floor((width - stub - APART) / Math.max(1, columns.length));
  const pitch = Math.max(NARROWEST, longestWord(heads, 400, measure) + BREATH, Math.min(WIDEST, most));
  const weight = longestWord(heads, 600, measure) + BREATH <= pitch ? 600 : 400;
  const lines = Math.max(1, ...heads.map((text) => headLines(text, pitch, weight, measure).length));
  const two = names.some((text) => wrapText(text, stub - 22, 12, measure, 600).length > 1);
  const head = TOP + lines * LINE + 18;
  const line = Math.max(two ? 46 : 36, Math.min(56, Math.round(pitch * 0.55)));
  const along = (list: readonly (string | null)[], one: string | null): number =>
    one === null ? list.length - 1 : list.indexOf(one);
  return {
    rows,
    columns,
    stub,
    head,
    pitch,
    line,
    weight,
    x: (one) => stub + along(columns, one) * pitch + (one === null ? APART : 0),
    y: (one) => head + along(rows, one) * line + (one === null ? APART : 0),
  };
}

/** No word is broken for want of room; scripts without spaces break anywhere. */
function longestWord(texts: readonly string[], weight: 400 | 600, measure: Measure): number {
  const words = texts.flatMap((text) => text.split(/\s+/)).filter((word) => !/[\u2e80-\u9fff]/.test(word));
  return Math.ceil(Math.max(0, ...words.map((word) => measure(word, 11, weight))));
}

function headLines(text: string, pitch: number, weight: 400 | 600, measure: Measure): string[] {
  return wrapText(text, pitch - BREATH, 11, measure, weight).slice(0, 3);
}

function rowNames({ before, name, tone, labels, count, measure }: MovesInput, grid: Grid): Shape[] {
  const shapes: Shape[] = [small(0, 11, labels.from)];
  for (const one of grid.rows) {
    const middle = grid.y(one) + (grid.line - GAP) / 2;
    const [text = '', second] = wrapText(
      one === null ? labels.entered : name(one),
      grid.stub - 22,
      12,
      measure,
      600,
    );
    const two = second !== undefined && grid.line >= 44;
    const top = two ? middle - 15 : middle - 8;
    shapes.push(
      {
        kind: 'rect',
        x: 0,
        y: middle - 5,
        width: 10,
        height: 10,
        radius: 2,
        fill: one === null ? 'fresh' : tone(one),
      },
      { kind: 'text', x: 16, y: top, text, size: 12, weight: 600, fill: 'text', vertical: 'middle' },
      ...(two
        ? [
            {
              kind: 'text' as const,
              x: 16,
              y: top + 14,
              text: second,
              size: 12,
              weight: 600 as const,
              fill: 'text' as const,
              vertical: 'middle' as const,
            },
          ]
        : []),
      small(16, top + (two ? 29 : 15), count(before(one)), { vertical: 'middle' }),
    );
  }
  return shapes;
}

function columnNames({ now, name, tone, labels, count, measure, width }: MovesInput, grid: Grid): Shape[] {
  const { pitch, head, columns, weight } = grid;
  const last = grid.x(columns.at(-1) ?? null) + pitch - GAP;
  const shapes: Shape[] = [small(Math.min(last, width), 11, labels.to, { anchor: 'end' })];
  for (const one of columns) {
    const middle = grid.x(one) + (pitch - GAP) / 2;
    const lines = headLines(one === null ? labels.left : name(one), pitch, weight, measure);
    lines.forEach((text, i) => {
      const y = head - 20 - (lines.length - 1 - i) * LINE;
      shapes.push(small(middle, y, text, { anchor: 'middle', weight, fill: 'text' }));
    });
    shapes.push(small(middle, head - 7, count(now(one)), { anchor: 'middle' }), {
      kind: 'rect',
      x: grid.x(one),
      y: head - 3,
      width: pitch - GAP,
      height: 2,
      fill: one === null ? 'fall' : tone(one),
    });
  }
  return shapes;
}

/** The figures of a cell in its colour: the stronger, the more of those who were in the row went there. */
function cellShapes(box: KeyedBox, move: Move | undefined, input: MovesInput): Shape[] {
  const { key, x, y, width, height } = box;
  if (!move) return [{ kind: 'rect', key, x, y, width, height, fill: 'grid', opacity: 0.35 }];
  const { measure, count, short, share } = input;
  const tone = MOVE_TONES[move.kind];
  const strength = move.kind === 'stable' ? 0.16 : 0.08 + 0.34 * Math.sqrt(move.share);
  const full =
    measure(count(move.customers), 12, 600) <= width - 6 ? count(move.customers) : short(move.customers);
  const text = {
    kind: 'text',
    key,
    x: x + width / 2,
    anchor: 'middle',
    vertical: 'middle',
    fill: 'text',
  } as const;
  const shares = share(move.share);
  const both = measure(shares, 11) <= width - 4;
  return [
    { kind: 'rect', key, x, y, width, height, fill: tone, opacity: strength },
    { ...text, y: y + height / 2 - (both ? 7 : 0), text: full, size: 12, weight: 600 },
    ...(both ? [{ ...text, y: y + height / 2 + 8, text: shares, size: 11 }] : []),
    ...selectedShapes(box, tone, selectedShare(move, input.selected)),
    ...(move.risen
      ? [
          {
            kind: 'rect' as const,
            key,
            x: x + 1,
            y: y + 1,
            width: width - 2,
            height: height - 2,
            stroke: 'tier-gold' as const,
            strokeWidth: 3,
          },
        ]
      : []),
  ];
}
