/** A place on the page for one test, 800 px wide, cleared after it. */
export function stage(html = ''): HTMLElement {
  const place = document.createElement('div');
  place.className = 'stage';
  place.style.width = '800px';
  place.innerHTML = html;
  document.body.append(place);
  places.push(place);
  return place;
}

const places: HTMLElement[] = [];

afterEach(() => {
  for (const place of places.splice(0)) place.remove();
});

/** The element of that tag in `place`. */
export function only<K extends keyof HTMLElementTagNameMap>(
  place: ParentNode,
  tag: K,
): HTMLElementTagNameMap[K] {
  const element = place.querySelector(tag);
  if (!element) throw new Error(`no ${tag}`);
  return element;
}

/** What stands in the shadow root of `host` at `selector`. */
export function inside<E extends Element = HTMLElement>(host: Element, selector: string): E {
  const element = host.shadowRoot?.querySelector<E>(selector);
  if (!element) throw new Error(`no ${selector} in ${host.localName}`);
  return element;
}

/** All text in the shadow root, white space folded. */
export function textOf(host: Element): string {
  const root = host.shadowRoot;
  return root
    ? [...root.children]
        .map((child) => child.textContent ?? '')
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim()
    : '';
}

/** Waits until `check` gives something, or fails after twenty seconds: on a busy machine all takes its time. */
export async function until<T>(check: () => T | null | undefined | false): Promise<T> {
  const end = performance.now() + 20_000;
  while (performance.now() < end) {
    const value = check();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`waited in vain for ${check}`);
}
