/** Where a list of rows stands that is taller than any element of a page may be. */
export interface ListPlace {
  /** Of the scrolled element, in px. */
  scrollTop: number;
  /** What lies above the upper edge of the view, were the list as tall as its rows; at least 0. */
  position: number;
}

/** A list and the view it is seen through, in px. */
export interface ListSize {
  rows: number;
  rowHeight: number;
  viewHeight: number;
}

/** Beyond some 17 million pixels browsers stop counting. */
const TALLEST = 8_000_000;

const AT_START: ListPlace = { scrollTop: 0, position: 0 };

/** How tall the scrolled element is made. */
export function scrollHeight({ rows, rowHeight }: ListSize): number {
  return Math.min(rows * rowHeight, TALLEST);
}

function mostPosition({ rows, rowHeight, viewHeight }: ListSize): number {
  return Math.max(0, rows * rowHeight - viewHeight);
}

function mostScroll(size: ListSize): number {
  return Math.max(0, scrollHeight(size) - size.viewHeight);
}

/**
 * The place after the element was scrolled to `scrollTop`: a turn of the wheel moves by as many pixels as it says, a
 * pull at the thumb by its share of the whole.
 */
export function scrolledTo(before: ListPlace, scrollTop: number, size: ListSize): ListPlace {
  const [all, most] = [mostScroll(size), mostPosition(size)];
  if (all === 0) return AT_START;
  if (all === most) return { scrollTop, position: clamp(scrollTop, most) };
  const moved = scrollTop - before.scrollTop;
  const jumped = Math.abs(moved) > 2 * size.viewHeight || scrollTop <= 0 || scrollTop >= all;
  return { scrollTop, position: clamp(jumped ? (scrollTop / all) * most : before.position + moved, most) };
}

/** The place at which `position` is at the upper edge, with the thumb where it belongs. */
export function placeAt(position: number, size: ListSize): ListPlace {
  const [all, most] = [mostScroll(size), mostPosition(size)];
  const at = clamp(position, most);
  return { scrollTop: most === 0 ? 0 : (at / most) * all, position: at };
}

/** The place nearest to `before` at which `row` is wholly in view. */
export function placeOfRow(before: ListPlace, row: number, size: ListSize): ListPlace {
  const { rowHeight, viewHeight } = size;
  const [top, bottom] = [row * rowHeight, (row + 1) * rowHeight];
  if (top < before.position) return placeAt(top, size);
  return bottom > before.position + viewHeight ? placeAt(bottom - viewHeight, size) : before;
}

/** The rows to be there: those in view and some beyond, in steps, so that not every pixel asks for others. */
export function rowsInView(
  { position }: ListPlace,
  { rows, rowHeight, viewHeight }: ListSize,
): { from: number; to: number } {
  const STEP = 8;
  const from = Math.floor(position / rowHeight / STEP) * STEP - STEP;
  const to = Math.ceil((position + viewHeight) / rowHeight / STEP) * STEP + STEP;
  return { from: Math.max(0, from), to: Math.min(rows, to) };
}

function clamp(value: number, most: number): number {
  return Math.max(0, Math.min(most, value));
}
