import type { SegmentBlock, SegmentInput, SegmentLayout } from './segment-blocks';
import { type KeyedBox, selectedShapes } from './selected-share';
import type { Measure, Shape } from './shapes';
import { fitText, wrapText } from './wrap-text';

const HEAD = 24;
const BAR = 9;
const GAP = 6;

interface Columns {
  /** Where names end and bars begin. */
  bars: number;
  /** The longest bar. */
  room: number;
  /** Where changes end. */
  right: number;
  /** Names stand over the bars. */
  stacked: boolean;
}

/** Segments as rows: a bar for their share of customers, one for that of revenue, on one scale. */
export function segmentBars(
  input: SegmentInput & { labels: { customers: string; amount: string; change: string } },
): SegmentLayout {
  const { blocks, width, measure } = input;
  const columns = columnsOf(input);
  const most = Math.max(1e-9, ...blocks.flatMap((one) => [one.customerShare, one.amountShare ?? 0]));
  const shapes: Shape[] = headShapes(input, columns);
  const places: KeyedBox[] = [];
  let y = HEAD;
  for (const block of blocks) {
    const lines = actionLines(block, columns, width, measure);
    const height = (columns.stacked ? 20 : 6) + 2 * (BAR + 5) + lines.length * 15 + GAP;
    const place = { key: block.key, x: 0, y, width, height };
    places.push(place);
    shapes.push(...rowShapes(block, place, columns, columns.room / most, lines, measure));
    y += height;
  }
  return { shapes, places, width, height: y };
}

function columnsOf({ blocks, width, measure }: SegmentInput): Columns {
  const stacked = width < 520;
  const widest = (texts: readonly string[], size: number, weight: 400 | 600 = 400): number =>
    Math.max(0, ...texts.map((text) => measure(text, size, weight)));
  const names = Math.min(
    width * 0.28,
    widest(
      blocks.map(({ name }) => name),
      12,
      600,
    ) + 16,
  );
  const figures =
    widest(
      blocks.flatMap(({ customers, amount }) => [customers, amount]),
      11,
    ) + 8;
  const changes = widest(
    blocks.flatMap(({ changes }) => [changes.customers.text, changes.revenue.text]),
    11,
    600,
  );
  const bars = stacked ? 8 : Math.ceil(names) + 12;
  const right = width - 2;
  const taken = changes > 0 ? changes + 12 : 0;
  return { bars, room: Math.max(20, right - taken - figures - bars), right, stacked };
}

function headShapes(
  {
    labels,
    blocks,
    measure,
  }: SegmentInput & { labels: { customers: string; amount: string; change: string } },
  { bars, right }: Columns,
): Shape[] {
  const text = { kind: 'text', y: 12, size: 11, fill: 'muted' } as const;
  const swatch = { kind: 'rect', y: 4, width: 10, height: 10, radius: 2, fill: 'neutral' } as const;
  const second = bars + 15 + measure(labels.customers, 11) + 16;
  return [
    { ...swatch, x: bars },
    { ...text, x: bars + 15, text: labels.customers },
    { ...swatch, x: second, opacity: 0.45 },
    { ...text, x: second + 15, text: labels.amount },
    ...(blocks.some(({ changes }) => changes.customers.text)
      ? [{ ...text, x: right, text: labels.change, anchor: 'end' as const }]
      : []),
  ];
}

function actionLines(
  block: SegmentBlock,
  { bars, stacked }: Columns,
  width: number,
  measure: Measure,
): string[] {
  if (!block.action) return [];
  const room = width - bars - 4;
  return wrapText(block.action, room, 11, measure).slice(0, stacked ? 3 : 2);
}

function rowShapes(
  block: SegmentBlock,
  place: KeyedBox,
  { bars, right, stacked }: Columns,
  unit: number,
  lines: readonly string[],
  measure: Measure,
): Shape[] {
  const { key, tone } = block;
  const { y, height, width } = place;
  const top = y + (stacked ? 20 : 4);
  const text = { kind: 'text', key, vertical: 'middle' } as const;
  const bar = { kind: 'rect', key, x: bars, height: BAR, radius: 1, fill: tone } as const;
  const second = top + BAR + 4;
  const long = (share: number | null): number => Math.max(1, Math.max(0, share ?? 0) * unit);
  const after = (share: number | null): number => bars + long(share) + 6;
  const nameRoom = stacked ? width - 24 : bars - 24;
  const nameAt = stacked ? y + 9 : top + BAR + 2;
  return [
    { kind: 'rect', key, x: 0, y, width, height: height - 2, fill: 'surface', opacity: 0.01 },
    { kind: 'rect', key, x: 0, y: nameAt - 5, width: 10, height: 10, radius: 2, fill: tone },
    {
      ...text,
      x: 16,
      y: nameAt,
      text: fitText(block.name, nameRoom, 12, measure, 600),
      size: 12,
      weight: 600,
      fill: 'text',
    },
    { ...bar, y: top, width: long(block.customerShare) },
    {
      ...text,
      x: after(block.customerShare),
      y: top + BAR / 2,
      text: block.customers,
      size: 11,
      fill: 'text',
    },
    { ...bar, y: second, width: long(block.amountShare), opacity: 0.45 },
    { ...text, x: after(block.amountShare), y: second + BAR / 2, text: block.amount, size: 11, fill: 'text' },
    ...[
      { ...block.changes.customers, at: top },
      { ...block.changes.revenue, at: second },
    ].flatMap(({ text: change, tone: fill, at }): Shape[] =>
      change
        ? [
            {
              ...text,
              x: right,
              y: at + BAR / 2,
              text: change,
              size: 11,
              weight: 600,
              fill,
              anchor: 'end',
            },
          ]
        : [],
    ),
    ...lines.map(
      (words, i): Shape => ({
        ...text,
        x: bars,
        y: second + BAR + 10 + i * 15,
        text: words,
        size: 11,
        fill: 'muted',
      }),
    ),
    { kind: 'line', x1: 0, x2: width, y1: y + height - 2, y2: y + height - 2, stroke: 'grid' },
    ...selectedShapes({ ...place, height: height - 3 }, tone, block.selected),
  ];
}
