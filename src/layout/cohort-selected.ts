import type { TriangleCell } from './cohort-shapes';
import type { Shape, Tone } from './shapes';

/** The bar lies within its cell, under the figure. */
const BAR = 2;
const INSET = 3;

/** Over the cells: where nobody is selected a veil, elsewhere a bar as long as their share of the cell. */
export function selectedCellShapes(
  cells: readonly TriangleCell[],
  selected: ReadonlyMap<string, number>,
  chosen: string | null,
  toneOf: (cell: TriangleCell) => Tone,
): Shape[] {
  return cells.flatMap((cell): Shape[] => {
    const { key, row, x, y, width, height } = cell;
    if (!row) return [];
    const count = selected.get(key) ?? 0;
    if (count === 0)
      return [{ kind: 'rect', key, x, y, width, height, radius: 2, fill: 'surface', opacity: 0.72 }];
    const tone = toneOf(cell);
    const share = Math.min(1, count / Math.max(1, row.customers));
    const whole = width - 2 * INSET;
    const bar = {
      kind: 'rect',
      key,
      x: x + INSET,
      y: y + height - BAR - 2,
      height: BAR,
      fill: tone,
    } as const;
    const shapes: Shape[] = [
      { ...bar, width: whole, opacity: 0.3 },
      { ...bar, width: Math.max(2, whole * share) },
    ];
    if (key === chosen)
      shapes.push({ kind: 'rect', key, x, y, width, height, radius: 2, stroke: 'text', strokeWidth: 2 });
    return shapes;
  });
}
