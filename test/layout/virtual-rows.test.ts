import { describe, expect, it } from 'vitest';
import {
  type ListSize,
  placeAt,
  placeOfRow,
  rowsInView,
  scrolledTo,
  scrollHeight,
} from '../../src/layout/virtual-rows';

const SHORT: ListSize = { rows: 100, rowHeight: 32, viewHeight: 320 };
/** 32 million pixels, four times what is scrolled. */
const LONG: ListSize = { rows: 1_000_000, rowHeight: 32, viewHeight: 320 };
const TOP = { scrollTop: 0, position: 0 };

describe('a list of rows', () => {
  it('is scrolled pixel for pixel as long as it is no taller than a page can be', () => {
    expect(scrollHeight(SHORT)).toBe(3200);
    expect(scrolledTo(TOP, 640, SHORT)).toEqual({ scrollTop: 640, position: 640 });
    expect(scrolledTo(TOP, 9999, SHORT).position).toBe(2880);
  });

  it('moves by the turn of the wheel however long it is', () => {
    const middle = placeAt(16_000_000, LONG);
    const turned = scrolledTo(middle, middle.scrollTop + 100, LONG);
    expect(turned.position).toBe(16_000_100);
    expect(turned.position - turned.scrollTop).toBe(middle.position - middle.scrollTop);
  });

  it('goes to its share of the whole where the thumb is pulled, and to the very ends', () => {
    expect(scrollHeight(LONG)).toBe(8_000_000);
    const half = scrolledTo(TOP, (8_000_000 - 320) / 2, LONG);
    expect(half.position).toBe((32_000_000 - 320) / 2);
    expect(scrolledTo(half, 8_000_000 - 320, LONG).position).toBe(32_000_000 - 320);
    expect(scrolledTo({ scrollTop: 50, position: 700 }, 0, LONG).position).toBe(0);
  });

  it('brings a row into view with the least movement', () => {
    const at = placeAt(320, SHORT);
    expect(placeOfRow(at, 12, SHORT)).toBe(at);
    expect(placeOfRow(at, 5, SHORT).position).toBe(160);
    expect(placeOfRow(at, 20, SHORT).position).toBe(352);
    const last = placeOfRow(TOP, 999_999, LONG);
    expect(rowsInView(last, LONG).to).toBe(1_000_000);
    expect(last.scrollTop).toBe(8_000_000 - 320);
  });

  it('has the rows in view and some more, none where there are none', () => {
    expect(rowsInView(TOP, SHORT)).toEqual({ from: 0, to: 24 });
    expect(rowsInView(placeAt(1600, SHORT), SHORT)).toEqual({ from: 40, to: 72 });
    const none = { ...SHORT, rows: 0 };
    expect(rowsInView(scrolledTo(TOP, 10, none), none)).toEqual({ from: 0, to: 0 });
  });
});
