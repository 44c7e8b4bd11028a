import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LanguageController } from '../controllers/language-controller';
import { onLocaleRegistered, wordsComing, wordsFor } from '../locales/registry';
import type { Words } from '../locales/words';

/** The language of an element: its own, else that of the page. It is drawn again when words of another have come. */
export class Speech implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement & { locale: string | null | undefined };
  readonly #page: LanguageController;
  #unsubscribe: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement & { locale: string | null | undefined }) {
    this.#host = host;
    this.#page = new LanguageController(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.#unsubscribe = onLocaleRegistered(() => this.#host.requestUpdate());
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
  }

  /** As a BCP 47 tag. */
  get tag(): string {
    return this.#host.locale || this.#page.tag;
  }

  get words(): Words {
    return wordsFor(this.tag);
  }

  /** What to wait for where the language is on its way: nothing is said rather than something in another. */
  get coming(): Promise<void> | null {
    return wordsComing(this.tag);
  }
}
