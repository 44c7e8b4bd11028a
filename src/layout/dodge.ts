/** A label on a line: where its middle wants to be, and how long it is. */
export interface Span {
  center: number;
  length: number;
}

/**
 * Middles for `spans` (ascending by `center`) so that none overlap, all lie within `low` and `high`, and each
 * stays as near to its own centre as its neighbours let it; null where they cannot fit together.
 */
export function dodge(spans: readonly Span[], low: number, high: number, gap: number): number[] | null {
  const needed = spans.reduce((sum, span) => sum + span.length, 0) + gap * Math.max(0, spans.length - 1);
  if (needed > high - low) return null;
  const forward = pushed(spans, low, gap);
  const mirrored = spans.map((span, i) => ({ center: -forward[i]!, length: span.length })).reverse();
  return pushed(mirrored, -high, gap)
    .reverse()
    .map((center) => -center);
}

/** Centres moved up just enough to clear `low` and the span before. */
function pushed(spans: readonly Span[], low: number, gap: number): number[] {
  let free = low;
  return spans.map(({ center, length }) => {
    const start = Math.max(free, center - length / 2);
    free = start + length + gap;
    return start + length / 2;
  });
}
