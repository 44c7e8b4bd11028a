import { describe, expect, it } from 'vitest';
import { sheetTiles, type Tile } from '../../src/layout/sheet-tiles';

const tile = (left: number, top: number, width: number, height: number): Tile => ({
  left,
  top,
  width,
  height,
});

describe('sheetTiles', () => {
  it('keeps the rows and columns of the page, each row as high as its highest picture', () => {
    const { places, width, height } = sheetTiles(
      [tile(20, 900, 400, 300), tile(436, 900, 400, 250), tile(20, 2000, 816, 100)],
      16,
    );
    expect(places).toEqual([
      { x: 0, y: 0 },
      { x: 416, y: 0 },
      { x: 0, y: 316 },
    ]);
    expect([width, height]).toEqual([816, 416]);
  });

  it('gives way where a picture is wider than its frame on the page', () => {
    const { places, width } = sheetTiles([tile(0, 0, 700, 10), tile(416, 0, 400, 10)], 16);
    expect(places[1]).toEqual({ x: 716, y: 0 });
    expect(width).toBe(1116);
  });

  it('is nothing without pictures', () => {
    expect(sheetTiles([], 16)).toEqual({ places: [], width: 0, height: 0 });
  });
});
