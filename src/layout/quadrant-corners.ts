import type { Tier, TierSummary } from '../compute/results';
import type { PlotBox } from './axis-shapes';
import type { QuadrantLabels } from './quadrant-layout';
import type { Measure, Shape } from './shapes';

/** A tier and the field it has on the plane. */
export interface Corner {
  summary: TierSummary;
  field: PlotBox;
}

const NAME = 14;
const LINE = 12;
const PAD = 8;
/** From the edge of the field. */
const INSET = 6;
const ROW = 22;

/** Room of the table that stands under a plane too small for figures in its corners. */
export const tableHeight: number = 5 * ROW + 8;

/** Whether every field holds the name and the figures of its tier. */
export function cornersFit(corners: readonly Corner[], labels: QuadrantLabels, measure: Measure): boolean {
  return corners.every((corner) => holds(corner.field, blockOf(corner, labels, measure)));
}

function holds({ left, top, right, bottom }: PlotBox, block: { width: number; height: number }): boolean {
  return right - left >= block.width + 2 * INSET && bottom - top >= block.height + 2 * INSET;
}

/** How many marks lie in a box, near enough. */
export type Crowding = (box: PlotBox) => number;

/**
 * Name, customers and shares of each tier, in the outer corner of its field or, where that would hide marks that another
 * would not, in the emptiest; only the name where no more fits.
 */
export function cornerShapes(
  corners: readonly Corner[],
  labels: QuadrantLabels,
  measure: Measure,
  crowding: Crowding = () => 0,
): Shape[] {
  return corners.flatMap((corner) => {
    const block = blockOf(corner, labels, measure);
    if (!holds(corner.field, block)) return nameShapes([corner], labels, measure);
    const { tier } = corner.summary;
    const [x, y] = freestCorner(corner, block, crowding);
    return [
      plate(x, y, block.width, block.height, tier),
      ...nameAt(x + PAD, y + PAD, tier, labels),
      ...block.lines.map(
        (text, index): Shape => ({
          kind: 'text',
          x: x + PAD,
          y: y + PAD + NAME + 8 + index * (LINE + 4),
          text,
          fill: 'text',
          size: LINE,
          vertical: 'top',
          key: tier,
        }),
      ),
    ];
  });
}

/** Only the names, where the figures stand in a table; a name goes where not even it has room. */
export function nameShapes(corners: readonly Corner[], labels: QuadrantLabels, measure: Measure): Shape[] {
  return corners.flatMap((corner) => {
    const { tier } = corner.summary;
    const block = { width: measure(labels.tiers[tier], NAME, 600) + 16 + 2 * PAD - 4, height: NAME + PAD };
    const { left, top, right, bottom } = corner.field;
    if (right - left < block.width + 4 || bottom - top < block.height + 4) return [];
    const [x, y] = outerCorner(corner, block);
    return [plate(x, y, block.width, block.height, tier), ...nameAt(x + PAD - 2, y + PAD / 2, tier, labels)];
  });
}

/** The figures of the tiers in rows, across the width. */
export function tableShapes(
  tiers: readonly TierSummary[],
  labels: QuadrantLabels,
  width: number,
  top: number,
  measure: Measure,
): Shape[] {
  const cell = (x: number, row: number, text: string, head: boolean): Shape => ({
    kind: 'text',
    x,
    y: top + 8 + row * ROW + ROW / 2,
    text,
    fill: head ? 'muted' : 'text',
    size: head ? 11 : LINE,
    anchor: 'end',
    vertical: 'middle',
  });
  const rows = tiers.map((summary) => labels.cells(summary));
  const ends = columnEnds([labels.heads, ...rows], width, measure);
  return [
    ...labels.heads.map((text, column) => cell(ends[column] ?? width, 0, text, true)),
    ...tiers.flatMap((summary, index): Shape[] => {
      const y = top + 8 + (index + 1) * ROW;
      return [
        { kind: 'line', x1: 0, x2: width, y1: y, y2: y, stroke: 'grid' },
        ...nameAt(0, y + (ROW - LINE) / 2, summary.tier, labels, LINE),
        ...(rows[index] ?? []).map((text, column) => cell(ends[column] ?? width, index + 1, text, false)),
      ];
    }),
  ];
}

/** Right edges of columns, from the right, as wide as their texts need and spread over what is left. */
function columnEnds(rows: readonly (readonly string[])[], width: number, measure: Measure): number[] {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => measure(row[column] ?? '', LINE))),
  );
  const ends: number[] = [];
  let end = width - 2;
  const free = width - 96 - widths.reduce((sum, one) => sum + one, 0);
  const gap = Math.max(8, Math.min(40, free / Math.max(1, count)));
  for (let column = count - 1; column >= 0; column--) {
    ends[column] = end;
    end -= (widths[column] ?? 0) + gap;
  }
  return ends;
}

function blockOf(
  { summary }: Corner,
  labels: QuadrantLabels,
  measure: Measure,
): { width: number; height: number; lines: readonly string[] } {
  const lines = labels.lines(summary);
  const name = measure(labels.tiers[summary.tier], NAME, 600) + 16;
  const width = Math.ceil(Math.max(name, ...lines.map((text) => measure(text, LINE)))) + 2 * PAD;
  return { width, height: 2 * PAD + NAME + lines.length * (LINE + 4) + 2, lines };
}

/** Top left of a block in the corner of the field that is farthest from the splits. */
function outerCorner(
  { summary: { tier }, field }: Corner,
  block: { width: number; height: number },
): [x: number, y: number] {
  const atRight = tier === 'platinum' || tier === 'iron';
  const atTop = tier === 'platinum' || tier === 'gold';
  return [
    atRight ? field.right - block.width - INSET : field.left + INSET,
    atTop ? field.top + INSET : field.bottom - block.height - INSET,
  ];
}

/** The outer corner, unless another hides less than half as many marks. */
function freestCorner(
  corner: Corner,
  block: { width: number; height: number },
  crowding: Crowding,
): [x: number, y: number] {
  const { left, top, right, bottom } = corner.field;
  const outer = outerCorner(corner, block);
  const hidden = ([x, y]: readonly [number, number]): number =>
    crowding({ left: x, top: y, right: x + block.width, bottom: y + block.height });
  let [best, least] = [outer, hidden(outer) / 2];
  for (const x of [left + INSET, right - block.width - INSET]) {
    for (const y of [top + INSET, bottom - block.height - INSET]) {
      const marks = hidden([x, y]);
      if (marks < least) [best, least] = [[x, y], marks];
    }
  }
  return best;
}

/** Under text that lies over marks. */
function plate(x: number, y: number, width: number, height: number, tier: Tier): Shape {
  return { kind: 'rect', x, y, width, height, radius: 4, fill: 'surface', opacity: 0.86, key: tier };
}

function nameAt(x: number, y: number, tier: Tier, labels: QuadrantLabels, size: 12 | 14 = NAME): Shape[] {
  return [
    {
      kind: 'rect',
      x,
      y: y + size / 2 - 5,
      width: 10,
      height: 10,
      radius: 2,
      fill: `tier-${tier}`,
      key: tier,
    },
    {
      kind: 'text',
      x: x + 16,
      y: y + size / 2,
      text: labels.tiers[tier],
      fill: 'text',
      size,
      weight: 600,
      vertical: 'middle',
      key: tier,
    },
  ];
}
