import { nameFit, type Role } from '../mapping/column-names';
import { cellKind } from './cell-kind';

const ROLES: readonly Role[] = ['customer', 'date', 'amount', 'order', 'quantity', 'price'];

/** Names that columns often have: one of them where a blank line stands above, else so many. */
const NAMES = 2;

/** A header and so many rows less one are a table. */
const SURE_ROWS = 4;

/** Watches for another table below the one that is read: rows with its own header are none of ours. */
export class SecondTable {
  /** The line of its header, and how many rows it has, the header among them. */
  line = 0;
  rows = 0;
  private width = 0;
  private readonly columns: readonly string[];

  constructor(columns: readonly string[]) {
    this.columns = columns;
  }

  /** Whether a row of so many fields belongs to it: once it is sure to be a table, all rows do. */
  holds(width: number): boolean {
    return this.width > 0 && (width === this.width || this.rows > SURE_ROWS);
  }

  take(): void {
    this.rows += 1;
  }

  /** The first table goes on: its header stands again. */
  end(): void {
    this.width = 0;
  }

  /** Takes the row for the header of another table, where it reads as one; `apart`: a blank line stands above it. */
  begins(cells: readonly string[], line: number, apart: boolean): boolean {
    if (!this.isHeader(cells, apart)) return false;
    this.width = cells.length;
    if (this.line === 0) this.line = line;
    this.take();
    return true;
  }

  private isHeader(cells: readonly string[], apart: boolean): boolean {
    const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (filled.length < 2 || new Set(filled).size < filled.length) return false;
    if (filled.some((cell) => cellKind(cell) !== 'text')) return false;
    if (cells.length !== this.columns.length && apart) return true;
    const names = filled.filter(
      (cell) => this.columns.includes(cell) || ROLES.some((role) => nameFit(cell, role) > 0),
    );
    return names.length >= (apart ? 1 : NAMES);
  }

  /** Whether the row is the header of the first table once more. */
  repeats(cells: readonly string[]): boolean {
    return (
      cells.length >= this.columns.length && cells.every((cell, i) => cell.trim() === (this.columns[i] ?? ''))
    );
  }
}
