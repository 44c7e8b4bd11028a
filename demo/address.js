/** What the address says behind its `#`: which sample, and how to look at it. A server never sees that part. */
export function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  return { sample: given.get('sample'), view: given.get('view') };
}

/** Puts the view into the address, without a step in the history for each movement. */
export function writeAddress({ sample, view }) {
  const parts = new URLSearchParams();
  if (sample) parts.set('sample', sample);
  if (view) parts.set('view', view);
  const hash = parts.size > 0 ? `#${parts}` : location.pathname + location.search;
  if (hash !== location.hash) history.replaceState(null, '', hash);
}
