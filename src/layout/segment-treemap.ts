import { hierarchy, treemap } from 'd3-hierarchy';
import type { SegmentBlock, SegmentInput, SegmentLayout, ShareChange } from './segment-blocks';
import { type KeyedBox, selectedShapes } from './selected-share';
import type { Measure, Shape, Tone } from './shapes';
import { wrapText } from './wrap-text';

const GAP = 3;
const PAD = 8;
const LINE = 16;
/** Of a name, the largest first. */
const SIZES = [14, 12, 11];

/** A row of the list of tiles too small for their names. */
const ROW = 20;
/** Widths of a row of it: with room for its customers, and for its name alone. */
const ROW_WIDTHS = [240, 150];
/** Between rows side by side. */
const BESIDE = 24;
/** A list this high would leave too little to the tiles, as a share of all. */
const MOST_LISTED = 0.5;

interface Tile {
  block: SegmentBlock;
  place: KeyedBox;
}

/** What d3 makes a tree of: all, and each segment below it. */
interface Node {
  block?: SegmentBlock;
  children?: readonly Node[];
}

/** Segments as tiles whose area is their size; each says as much as it has room for, and what has none is listed below. */
export function segmentTreemap({
  blocks,
  width,
  height,
  measure,
  by,
}: SegmentInput & { height: number; by: 'customers' | 'revenue' }): SegmentLayout {
  const wordless = ({ block, place }: Tile): boolean =>
    wordShapes(block, place, block.changes[by], measure).length === 0;
  const over = (count: number): Tile[] => tiled(blocks, width, height - listHeight(count, width, height));
  const namelessIn = (tiles: readonly Tile[]): SegmentBlock[] =>
    tiles.filter(wordless).map(({ block }) => block);
  let listed: readonly SegmentBlock[] = [];
  let tiles = over(0);
  // A list takes room from the tiles: others may lose their names to it.
  for (;;) {
    const all = [...new Set([...listed, ...namelessIn(tiles)])];
    if (all.length === listed.length || across(all.length, width, height) === 0) break;
    listed = all;
    tiles = over(listed.length);
  }
  // And some may have found a place for theirs.
  listed = listed.filter((block) => namelessIn(tiles).includes(block));
  const larger = over(listed.length);
  if (namelessIn(larger).every((block) => listed.includes(block))) tiles = larger;
  const seen = tiles.filter(({ place }) => place.width > 0 && place.height > 0);
  const rows = listedRows(listed, width, height);
  // What is too small to be seen is stood on in its row.
  const unseen = rows.filter(({ block }) => seen.every((tile) => tile.block !== block));
  return {
    shapes: [
      ...seen.flatMap(({ block, place }) => tileShapes(block, place, block.changes[by], measure)),
      ...rows.flatMap(({ block, place }) => rowShapes(block, place, by, measure)),
    ],
    places: [...seen, ...unseen].map(({ place }) => place),
    width,
    height,
  };
}

/** How many rows of a list of so many stand side by side; 0 where it would be too high. */
function across(count: number, width: number, height: number): number {
  const ways = ROW_WIDTHS.map((least) => Math.max(1, Math.floor((width + BESIDE) / (least + BESIDE))));
  return ways.find((columns) => Math.ceil(count / columns) * ROW <= height * MOST_LISTED) ?? 0;
}

function listHeight(count: number, width: number, height: number): number {
  return count === 0 ? 0 : Math.ceil(count / Math.max(1, across(count, width, height))) * ROW + PAD;
}

function listedRows(listed: readonly SegmentBlock[], width: number, height: number): Tile[] {
  const columns = Math.min(listed.length, Math.max(1, across(listed.length, width, height)));
  const long = (width - (columns - 1) * BESIDE) / columns;
  const lines = Math.ceil(listed.length / columns);
  return listed.map((block, i): Tile => {
    const [column, row] = [Math.floor(i / lines), i % lines];
    const [x, y] = [column * (long + BESIDE), height - (lines - row) * ROW];
    return { block, place: { key: block.key, x, y, width: long, height: ROW } };
  });
}

/** Tiles with a gap between them, some of them too small to be seen; what has no size has none. */
function tiled(blocks: readonly SegmentBlock[], width: number, height: number): Tile[] {
  const root = hierarchy<Node>({ children: blocks.map((block) => ({ block })) }, ({ children }) => children)
    .sum(({ block }) => Math.max(0, block?.size ?? 0))
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laid = treemap<Node>().size([width, height]).paddingInner(GAP).round(true)(root);
  return laid.leaves().flatMap(({ data: { block }, value, x0, y0, x1, y1 }) => {
    if (!block || !value) return [];
    return [{ block, place: { key: block.key, x: x0, y: y0, width: x1 - x0, height: y1 - y0 } }];
  });
}

/** The name and, where there is room, what the area stands for, of a tile that is too small for them. */
function rowShapes(
  { key, tone, name, customers, amount }: SegmentBlock,
  place: KeyedBox,
  by: 'customers' | 'revenue',
  measure: Measure,
): Shape[] {
  const figures = by === 'revenue' ? amount : customers;
  const { x, width, y } = place;
  const middle = y + ROW / 2;
  const text = { kind: 'text', key, y: middle, size: 12, vertical: 'middle' } as const;
  const fits = 16 + measure(name, 12, 600) + 12 + measure(figures, 12) <= width;
  return [
    // All of the row can be pressed.
    { kind: 'rect', ...place, fill: 'surface' },
    { kind: 'rect', key, x, y: middle - 5, width: 10, height: 10, radius: 2, fill: tone },
    { ...text, x: x + 16, text: name, weight: 600, fill: 'text' },
    ...(fits ? [{ ...text, x: x + width, text: figures, fill: 'muted', anchor: 'end' } as const] : []),
  ];
}

function tileShapes(block: SegmentBlock, place: KeyedBox, change: ShareChange, measure: Measure): Shape[] {
  const { key, x, y, width, height } = place;
  const edge = Math.min(4, width / 3);
  return [
    { kind: 'rect', key, x, y, width, height, radius: 2, fill: block.tone, opacity: 0.16 },
    { kind: 'rect', key, x, y, width: edge, height, fill: block.tone },
    ...wordShapes(block, place, change, measure),
    ...selectedShapes(place, block.tone, block.selected),
  ];
}

/** Name, figures, change and what to do, in the order in which they are given up. */
function wordShapes(
  block: SegmentBlock,
  { key, x, y, width, height }: KeyedBox,
  change: ShareChange,
  measure: Measure,
): Shape[] {
  const pad = width < 120 ? 5 : PAD;
  const room = width - 4 - 2 * pad;
  const bottom = y + height - pad;
  const left = x + 4 + pad;
  const shapes: Shape[] = [];
  let top = y + pad;
  const write = (text: string, size: number, weight: 400 | 600, fill: Tone): boolean => {
    if (!text || top + size > bottom) return false;
    shapes.push({ kind: 'text', key, x: left, y: top, text, size, weight, fill, vertical: 'top' });
    top += size + 4;
    return true;
  };
  const whole = SIZES.find((one) => isWhole(nameLines(block.name, room, one, measure)));
  const size = whole ?? SIZES.find((one) => nameLines(block.name, room, one, measure).length > 0);
  if (size === undefined) return [];
  const names = nameLines(block.name, room, size, measure);
  if (top + names.length * (size + 4) > bottom + 4) return [];
  for (const text of names) write(text, size, 600, 'text');
  top += 2;
  const facts = [block.customers, block.amount].map((text) => wrapText(text, room, 12, measure));
  // A fact is said whole or not at all.
  for (const lines of facts)
    if (lines.length <= 2 && room >= 56 && top + lines.length * LINE <= bottom + 4)
      for (const text of lines) write(text, 12, 400, 'text');
  if (measure(change.text, 12, 600) <= room) write(change.text, 12, 600, change.tone);
  const lines = wrapText(block.action, room, 12, measure);
  top += 4;
  if (room >= 90 && top + lines.length * LINE <= bottom + 4)
    for (const text of lines) write(text, 12, 400, 'muted');
  return shapes;
}

/** A name in at most three lines of whole words; none where a word would be cut. */
function nameLines(name: string, room: number, size: number, measure: Measure): string[] {
  const words = name.split(/\s+/).filter((word) => !/[\u2e80-\u9fff]/.test(word));
  if (room < 2 * size || words.some((word) => measure(word, size, 600) > room)) return [];
  const lines = wrapText(name, room, size, measure, 600);
  return lines.length <= 3 ? lines : [];
}

/** Whether there is a name, and no line of it a character that has been left alone. */
function isWhole(lines: readonly string[]): boolean {
  return lines.length > 0 && (lines.length === 1 || lines.every((line) => line.length > 1));
}
