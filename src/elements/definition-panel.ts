import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Definition, Report } from '../compute/results';
import type { CommonWords, Words } from '../locales/words';
import type { Formats } from '../util/format';
import { definitionCard } from './definition-card';
import { definitionIcon } from './icons';

/** The button and the panel that say how a picture was computed. */
export class DefinitionPanel implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #open = false;
  #copied = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#open = false;
  }

  button(words: CommonWords): TemplateResult {
    return html`<button type="button" class="tool" part="definition-button" title=${words.definition}
      aria-label=${words.definition} aria-expanded=${this.#open} @click=${() => this.#show(!this.#open)}>
      <svg viewBox="0 0 16 16" aria-hidden="true">${definitionIcon}</svg>
    </button>`;
  }

  panel(
    definition: Definition,
    report: Report | null,
    words: Words,
    f: Formats,
  ): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const actions = {
      close: () => this.#show(false),
      copy: () => this.#copy(definition.sql),
      copied: this.#copied,
    };
    return html`<div class="panel" part="definition" role="dialog" tabindex="-1" aria-label=${words.common.definition}
      @keydown=${this.#onKey}>${definitionCard(definition, report, words, f, actions)}</div>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#show(false);
  };

  #show(open: boolean): void {
    this.#open = open;
    this.#copied = false;
    this.#host.requestUpdate();
    this.#host.updateComplete.then(() => {
      const target = open ? '.panel' : '[part~=definition-button]';
      this.#host.shadowRoot?.querySelector<HTMLElement>(target)?.focus();
    });
  }

  async #copy(sql: readonly string[]): Promise<void> {
    try {
      await navigator.clipboard.writeText(sql.join(';\n\n'));
      this.#copied = true;
      this.#host.requestUpdate();
    } catch {
      // No right to the clipboard: the text stands there to be marked and copied by hand.
    }
  }
}
