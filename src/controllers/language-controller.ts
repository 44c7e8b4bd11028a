import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Follows the language of the place an element stands in: the nearest `lang`, across shadow roots. */
export class LanguageController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #observer: MutationObserver | null = null;
  #tag = 'en';

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** The BCP 47 tag of the surrounding text. */
  get tag(): string {
    return this.#tag;
  }

  hostConnected(): void {
    this.#read();
    this.#observer = new MutationObserver(() => this.#read());
    this.#observer.observe(this.#host.ownerDocument, {
      attributes: true,
      attributeFilter: ['lang'],
      subtree: true,
    });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }

  #read(): void {
    const tag = surroundingLanguage(this.#host);
    if (tag === this.#tag) return;
    this.#tag = tag;
    this.#host.requestUpdate();
  }
}

function surroundingLanguage(element: Element): string {
  let place: Node | null = element;
  while (place) {
    if (place instanceof Element) {
      const tag = place.closest('[lang]')?.getAttribute('lang');
      if (tag) return tag;
    }
    const root: Node = place.getRootNode();
    place = root instanceof ShadowRoot ? root.host : null;
  }
  return navigator.language || 'en';
}
