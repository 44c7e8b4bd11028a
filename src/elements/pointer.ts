import type { Place } from '../layout/lasso';

/** Where a pointer is in the element that listens; null where none does. */
export function placeOf(event: MouseEvent): Place | null {
  return event.currentTarget instanceof HTMLElement ? placeIn(event.currentTarget, event) : null;
}

/** Where a pointer is in an element, in the pixels that it is laid out by: the page may show it enlarged or scaled. */
export function placeIn(element: HTMLElement, { clientX, clientY }: MouseEvent): Place {
  const { left, top, width } = element.getBoundingClientRect();
  const times = width / element.offsetWidth;
  // Widths are told rounded.
  const scale = Math.abs(times - 1) < 0.01 ? 1 : times;
  return { x: (clientX - left) / scale, y: (clientY - top) / scale };
}

/** So that a drag that leaves the element still ends in it. */
export function capture(event: PointerEvent): void {
  if (!(event.currentTarget instanceof Element)) return;
  try {
    event.currentTarget.setPointerCapture(event.pointerId);
  } catch {
    // The pointer has been lifted meanwhile.
  }
}
