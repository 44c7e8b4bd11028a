import type { SegmentBlock, SegmentInput, SegmentLayout, ShareChange } from './segment-blocks';
import { type KeyedBox, selectedShapes } from './selected-share';
import type { Measure, Shape, Tone } from './shapes';
import { squarify } from './squarify';
import { wrapText } from './wrap-text';

const GAP = 3;
const PAD = 8;
const LINE = 16;
/** Of a name, the largest first. */
const SIZES = [14, 12, 11];

/** Segments as tiles whose area is their size; each says as much as it has room for. */
export function segmentTreemap({
  blocks,
  width,
  height,
  measure,
  by,
}: SegmentInput & { height: number; by: 'customers' | 'revenue' }): SegmentLayout {
  const tiles = tiled(blocks, width, height);
  return {
    shapes: tiles.flatMap(({ block, place }) => tileShapes(block, place, block.changes[by], measure)),
    places: tiles.map(({ place }) => place),
    width,
    height,
  };
}

/** Tiles with a gap between them; what has no size has none. */
function tiled(
  blocks: readonly SegmentBlock[],
  width: number,
  height: number,
): { block: SegmentBlock; place: KeyedBox }[] {
  const leaves = blocks.filter(({ size }) => size > 0).sort((a, b) => b.size - a.size);
  const half = GAP / 2;
  const whole = { x: -half, y: -half, width: width + GAP, height: height + GAP };
  const sizes = leaves.map(({ size }) => size);
  return squarify(sizes, whole).flatMap((box, i) => {
    const [left, top] = [Math.round(box.x + half), Math.round(box.y + half)];
    const right = Math.round(box.x + box.width - half);
    const bottom = Math.round(box.y + box.height - half);
    const block = leaves[i];
    if (!block || right <= left || bottom <= top) return [];
    return [{ block, place: { key: block.key, x: left, y: top, width: right - left, height: bottom - top } }];
  });
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
  const size = SIZES.find((one) => nameLines(block.name, room, one, measure).length > 0);
  if (size === undefined) return [];
  const names = nameLines(block.name, room, size, measure);
  if (top + names.length * (size + 4) > bottom + 4) return [];
  for (const text of names) write(text, size, 600, 'text');
  top += 2;
  const facts = [block.customers, block.amount].map((text) => wrapText(text, room, 12, measure));
  for (const lines of facts)
    if (lines.length <= 2 && room >= 56) for (const text of lines) write(text, 12, 400, 'text');
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
