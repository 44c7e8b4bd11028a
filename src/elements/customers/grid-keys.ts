import type { Cell } from './customer-grid';

/** How far a grid reaches. */
export interface GridExtent {
  rows: number;
  columns: number;
  /** Rows in view. */
  page: number;
}

/** The cell a key leads to from `cell` (the first, where there is none); null for other keys. */
export function nextCell(
  cell: Cell | null,
  key: string,
  control: boolean,
  { rows, columns, page }: GridExtent,
): Cell | null {
  const from = cell ?? { row: 0, column: 0 };
  const moved = target(from, key, control, { rows, columns, page });
  if (!moved) return null;
  if (!cell && key.startsWith('Arrow')) return from;
  return {
    row: Math.max(-1, Math.min(rows - 1, moved.row)),
    column: Math.max(0, Math.min(columns - 1, moved.column)),
  };
}

function target(
  { row, column }: Cell,
  key: string,
  control: boolean,
  { rows, columns, page }: GridExtent,
): Cell | null {
  switch (key) {
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowLeft':
      return { row, column: column - 1 };
    case 'ArrowRight':
      return { row, column: column + 1 };
    case 'PageUp':
      return { row: Math.max(row < 0 ? -1 : 0, row - page), column };
    case 'PageDown':
      return { row: row + page, column };
    case 'Home':
      return control ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return control ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 };
    default:
      return null;
  }
}
