import type { TriangleCell } from './cohort-shapes';
import type { Shape, Tone } from './shapes';

/** The bar lies within its cell, under the figure. */
const BAR = 2;
const INSET = 3;

/**
 * Over the cells: where nobody is selected a veil, elsewhere a bar as long as their share of the cell. One path for all
 * of a kind, since a brush changes them all again and again.
 */
export function selectedCellShapes(
  cells: readonly TriangleCell[],
  selected: ReadonlyMap<string, number>,
  chosen: string | null,
  toneOf: (cell: TriangleCell) => Tone,
): Shape[] {
  const bars = new Map<Tone, { whole: string; part: string }>();
  const frames: Shape[] = [];
  let veil = '';
  for (const cell of cells) {
    const { key, row, x, y, width, height } = cell;
    if (!row) continue;
    const count = selected.get(key) ?? 0;
    if (count === 0) {
      veil += box(x, y, width, height);
      continue;
    }
    const tone = toneOf(cell);
    const { whole, part } = bars.get(tone) ?? { whole: '', part: '' };
    const share = Math.min(1, count / Math.max(1, row.customers));
    const [left, top, length] = [x + INSET, y + height - BAR - 2, width - 2 * INSET];
    bars.set(tone, {
      whole: whole + box(left, top, length, BAR),
      part: part + box(left, top, Math.max(2, length * share), BAR),
    });
    if (key === chosen)
      frames.push({ kind: 'rect', key, x, y, width, height, radius: 2, stroke: 'text', strokeWidth: 2 });
  }
  return [
    ...(veil ? [{ kind: 'path', d: veil, fill: 'surface', opacity: 0.72 } as const] : []),
    ...[...bars].flatMap(([tone, { whole, part }]): Shape[] => [
      { kind: 'path', d: whole, fill: tone, opacity: 0.3 },
      { kind: 'path', d: part, fill: tone },
    ]),
    ...frames,
  ];
}

function box(x: number, y: number, width: number, height: number): string {
  return `M${rounded(x)},${rounded(y)}h${rounded(width)}v${rounded(height)}h${rounded(-width)}z`;
}

function rounded(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
