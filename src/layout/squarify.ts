interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Width by height of a tile that words fit well. */
const WIDE = 1.6;

/**
 * Boxes that fill one, each with the area of its value, in rows along the shorter side of what is left: as near to a
 * well-shaped tile as comes by taking one after the other (squarified treemaps: Bruls, Huizing and van Wijk, 2000).
 * Values are positive and fall.
 */
export function squarify(values: readonly number[], box: Box): Box[] {
  const boxes: Box[] = [];
  let { x, y, width, height } = box;
  let left = values.reduce((sum, value) => sum + value, 0);
  while (boxes.length < values.length) {
    const rest = values.slice(boxes.length);
    const across = width < height;
    const unit = (width * height) / left;
    const row = rowOf(rest, across ? width : height, unit, across);
    const sum = row.reduce((all, value) => all + value, 0);
    const thick = (sum * unit) / (across ? width : height);
    let along = 0;
    for (const value of row) {
      const long = (value * unit) / thick;
      boxes.push(
        across
          ? { x: x + along, y, width: long, height: thick }
          : { x, y: y + along, width: thick, height: long },
      );
      along += long;
    }
    if (across) [y, height] = [y + thick, height - thick];
    else [x, width] = [x + thick, width - thick];
    left -= sum;
  }
  return boxes;
}

/** The values that share the next row: as many as make its worst tile no worse. */
function rowOf(values: readonly number[], side: number, unit: number, across: boolean): readonly number[] {
  let [count, sum] = [0, 0];
  let best = Number.POSITIVE_INFINITY;
  for (const value of values) {
    const thick = ((sum + value) * unit) / side;
    // The largest and the smallest of a row are its extremes.
    const worst = Math.max(...[values[0]!, value].map((one) => badness((one * unit) / thick, thick, across)));
    if (worst > best) break;
    [count, sum, best] = [count + 1, sum + value, worst];
  }
  return values.slice(0, count);
}

function badness(long: number, thick: number, across: boolean): number {
  const ratio = across ? long / thick : thick / long;
  return Math.max(ratio / WIDE, WIDE / ratio);
}
