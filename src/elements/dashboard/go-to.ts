/** Brings a chart into view, the keyboard to its picture, and the eye to its place on the grid. */
export function goTo(chart: HTMLElement): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  chart.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  const inside = chart.shadowRoot?.querySelector<HTMLElement>('[part~=plot], [part~=table], button');
  inside?.focus({ preventScroll: true });
  const part = (chart.assignedSlot ?? chart).closest<HTMLElement>('.part');
  part?.classList.remove('found');
  // Its width is read, so that a second time begins anew.
  if (part && part.offsetWidth > 0) part.classList.add('found');
}
