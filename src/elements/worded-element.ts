import { property } from 'lit/decorators.js';
import type { Analysis } from '../compute/results';
import { LanguageController } from '../controllers/language-controller';
import { onLocaleRegistered, wordsComing } from '../locales/registry';
import { SelectingElement } from './selecting-element';

/** An element that speaks the language of the page, or its own. */
export abstract class WordedElement<R extends Analysis<object, object>, E = null> extends SelectingElement<
  R,
  E
> {
  readonly #language = new LanguageController(this);
  #unsubscribe: (() => void) | null = null;

  /** Language as a BCP 47 tag; that of the page where left out. */
  @property() locale: string | null | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = onLocaleRegistered(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected override async scheduleUpdate(): Promise<void> {
    const coming = wordsComing(this.languageTag);
    // In a language that is still on its way nothing is said, rather than something in another.
    if (coming) await coming;
    await super.scheduleUpdate();
  }

  /** The language to speak, as a BCP 47 tag. */
  protected get languageTag(): string {
    return this.locale || this.#language.tag;
  }
}
