/** A picture, with the place of its frame on the page: those in one row have one `top` there. */
export interface Tile {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where pictures stand on a sheet of its own: in the rows of the page, each row as high as its highest. */
export function sheetTiles(
  tiles: readonly Tile[],
  gap: number,
): { places: { x: number; y: number }[]; width: number; height: number } {
  const tops = [...new Set(tiles.map(({ top }) => top))].sort((a, b) => a - b);
  const first = Math.min(...tiles.map(({ left }) => left));
  const places: { x: number; y: number }[] = tiles.map(() => ({ x: 0, y: 0 }));
  let [width, y] = [0, 0];
  for (const top of tops) {
    const row = [...tiles.entries()].filter(([, tile]) => tile.top === top);
    row.sort(([, one], [, other]) => one.left - other.left);
    let free = 0;
    for (const [index, tile] of row) {
      // A picture may be wider than its frame: what rolls on the page is whole here.
      const x = Math.max(tile.left - first, free);
      places[index] = { x, y };
      free = x + tile.width + gap;
    }
    width = Math.max(width, free - gap);
    y += Math.max(...row.map(([, { height }]) => height)) + gap;
  }
  return { places, width: Math.max(0, width), height: Math.max(0, y - gap) };
}
