import type { TriangleCell } from './cohort-shapes';
import type { Shape } from './shapes';

const BAR = 4;

/** Over the cells: where nobody is selected a veil, elsewhere a bar as long as their share of the cell. */
export function selectedCellShapes(
  cells: readonly TriangleCell[],
  selected: ReadonlyMap<string, number>,
  chosen: string | null,
): Shape[] {
  return cells.flatMap((cell): Shape[] => {
    const { key, row, x, y, width, height } = cell;
    if (!row) return [];
    const count = selected.get(key) ?? 0;
    if (count === 0)
      return [{ kind: 'rect', key, x, y, width, height, radius: 2, fill: 'surface', opacity: 0.72 }];
    const share = Math.min(1, count / Math.max(1, row.customers));
    const bar = { kind: 'rect', key, y: y + height - BAR, height: BAR } as const;
    const shapes: Shape[] = [
      { ...bar, x, width, fill: 'surface', opacity: 0.8 },
      { ...bar, x, width: Math.max(2, width * share), fill: 'text' },
    ];
    if (key === chosen)
      shapes.push({ kind: 'rect', key, x, y, width, height, radius: 2, stroke: 'text', strokeWidth: 2 });
    return shapes;
  });
}
