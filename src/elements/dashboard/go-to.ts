/** Brings a chart into view, the keyboard to its picture, and the eye to its place on the grid. */
export function goTo(chart: HTMLElement): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  chart.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  const find = (selector: string): HTMLElement | null | undefined =>
    chart.shadowRoot?.querySelector<HTMLElement>(selector);
  (find('[part~=plot]') ?? find('[part~=table], [tabindex], button'))?.focus({ preventScroll: true });
  const part = (chart.assignedSlot ?? chart).closest<HTMLElement>('.part');
  part?.classList.remove('found');
  // Its width is read, so that a second time begins anew.
  if (part && part.offsetWidth > 0) part.classList.add('found');
}
