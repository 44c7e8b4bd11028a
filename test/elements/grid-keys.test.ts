import { describe, expect, it } from 'vitest';
import { nextCell } from '../../src/elements/customers/grid-keys';

const EXTENT = { rows: 100, columns: 5, page: 10 };
const from = (row: number, column: number, key: string, control = false) =>
  nextCell({ row, column }, key, control, EXTENT);

describe('keys in the list of customers', () => {
  it('go from cell to cell, to the heads above the first row, and no further', () => {
    expect(from(3, 2, 'ArrowDown')).toEqual({ row: 4, column: 2 });
    expect(from(0, 2, 'ArrowUp')).toEqual({ row: -1, column: 2 });
    expect(from(-1, 2, 'ArrowUp')).toEqual({ row: -1, column: 2 });
    expect(from(99, 4, 'ArrowDown')).toEqual({ row: 99, column: 4 });
    expect(from(99, 4, 'ArrowRight')).toEqual({ row: 99, column: 4 });
  });

  it('go by pages, to the ends of a row, and to the ends of the list', () => {
    expect(from(3, 2, 'PageDown')).toEqual({ row: 13, column: 2 });
    expect(from(3, 2, 'PageUp')).toEqual({ row: 0, column: 2 });
    expect(from(3, 2, 'End')).toEqual({ row: 3, column: 4 });
    expect(from(3, 2, 'Home', true)).toEqual({ row: 0, column: 0 });
    expect(from(3, 2, 'End', true)).toEqual({ row: 99, column: 4 });
  });

  it('begin at the first cell, and leave other keys alone', () => {
    expect(nextCell(null, 'ArrowDown', false, EXTENT)).toEqual({ row: 0, column: 0 });
    expect(from(3, 2, 'a')).toBeNull();
  });
});
