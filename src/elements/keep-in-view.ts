/** How far the ring of focus reaches around a mark, in px. */
const RING = 4;

/** Scrolls `scroller` just as far as it takes to show `box`, clear of the `covered` px at its left. */
export function keepInView(
  scroller: Element,
  box: { x: number; y: number; width: number; height: number },
  covered: number,
): void {
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller;
  const left = shift(box.x - RING - covered, box.x + box.width + RING, scrollLeft, clientWidth);
  const top = shift(box.y - RING, box.y + box.height + RING, scrollTop, clientHeight);
  if (left !== scrollLeft || top !== scrollTop) scroller.scrollTo({ left, top });
}

function shift(from: number, to: number, at: number, room: number): number {
  if (from < at) return from;
  return to > at + room ? to - room : at;
}
