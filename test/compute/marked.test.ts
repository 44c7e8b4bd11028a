import { describe, expect, it } from 'vitest';
import {
  countAt,
  countBelow,
  lookedUp,
  placedRows,
  placesByCode,
  placesOf,
  sumAt,
} from '../../src/compute/marked';

// The first and the third of three customers.
const marked = placesOf([1, 0, 1]);

describe('sums over marked customers', () => {
  it('say who they are and what they bring', () => {
    expect([...marked]).toEqual([0, 2]);
    expect(sumAt(marked, [100, 20, -5])).toBe(95);
    expect(sumAt(placesOf([]), [])).toBe(0);
  });

  it('count those below a limit', () => {
    expect(countBelow(marked, [1, 0, 2], 2)).toBe(1);
  });

  it('find places by codes, and none of strangers', () => {
    const places = placesByCode([4, 1]);
    expect([...places]).toEqual([-1, 1, -1, -1, 0]);
    expect([...lookedUp([1, 4, 3, 9], places)]).toEqual([1, 0, -1, -1]);
    expect([...placesByCode([])]).toEqual([]);
  });

  it('count them by group, a customer once for each of its rows, and rows of nobody never', () => {
    // Customer 0 in groups 0 and 1, customer 1 in 1, customer 2 in 1; one row is of nobody.
    const rows = placedRows(3, [2, 0, -1, 0, 1], [1, 0, 1, 1, 1], [8, 1, 16, 2, 4]);
    expect([...rows.starts]).toEqual([0, 2, 3, 4]);
    const sums = countAt(marked, rows, 3);
    expect([...sums.customers]).toEqual([1, 2, 0]);
    expect([...sums.values]).toEqual([1, 10, 0]);
  });

  it('count none where nobody is marked', () => {
    expect([...countAt(placesOf([0, 0]), placedRows(2, [0, 1], [0, 0]), 1).customers]).toEqual([0]);
  });
});
