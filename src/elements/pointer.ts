import type { Place } from '../layout/lasso';

/** Where a pointer is in the element that listens; null where none does. */
export function placeOf(event: MouseEvent): Place | null {
  if (!(event.currentTarget instanceof Element)) return null;
  const { left, top } = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
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
