import { warnOnce } from './warn-once';

let told = false;

/** Registers `tag`, once: a second copy of the kit on a page leaves the first in place, and says so. */
export function define(tag: string, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (!known) customElements.define(tag, element);
  else if (known !== element && !told) {
    told = true;
    warnOnce(
      `rfm-kit is on this page twice: <${tag}> is of another copy, whose elements are used. Load it once: each copy starts an engine of its own, and knows nothing of what the other was told by configure().`,
    );
  }
}
