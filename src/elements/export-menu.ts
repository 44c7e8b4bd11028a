import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Words } from '../locales/words';
import type { ExportWords } from '../locales/words-export';
import { copyPicture, copyTable } from './clipboard';
import { exportIcon } from './icons';
import type { DataTable } from './picture';
import { saveFile } from './save-file';
import { tablesAsHtml, tablesAsText } from './table-copy';

/** What can be taken elsewhere. */
export interface ExportOptions {
  /** Of files, without their ending. */
  name(): string;
  png(): Promise<Blob>;
  svg(): Promise<string>;
  csv(): Promise<string>;
  /** Nothing where there are no tables to copy. */
  tables?(): readonly DataTable[];
}

type Way = 'png' | 'svg' | 'csv' | 'copyPicture' | 'copyTable';
const WAYS: readonly Way[] = ['copyPicture', 'png', 'svg', 'copyTable', 'csv'];

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The button and the menu that take a picture and its numbers elsewhere. */
export class ExportMenu implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: ExportOptions;
  #open = false;
  /** What became of the last way taken. */
  #outcome: ((words: ExportWords) => string) | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, options: ExportOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#open = false;
    this.#outcome = null;
  }

  button({ exporting }: Words): TemplateResult {
    return html`<button type="button" class="tool" part="export-button" title=${exporting.menu} aria-haspopup="menu"
      aria-label=${exporting.menu} aria-expanded=${this.#open} @click=${() => this.#show(!this.#open)}>
      <svg viewBox="0 0 16 16" aria-hidden="true">${exportIcon}</svg>
    </button>`;
  }

  menu({ exporting }: Words): TemplateResult | typeof nothing {
    if (!this.#open) return nothing;
    const said = this.#outcome?.(exporting) ?? '';
    return html`<div class="menu" part="export" @keydown=${this.#onKey} @focusout=${this.#onLeave}>
      <div role="menu" aria-label=${exporting.menu}>
        ${this.#ways.map(
          (way) =>
            html`<button type="button" role="menuitem" tabindex="-1" @click=${() => this.#take(way)}>${exporting[way]}</button>`,
        )}
      </div>
      <p role="status">${said}</p>
    </div>`;
  }

  get #items(): HTMLElement[] {
    return [...(this.#host.shadowRoot?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const at = items.findIndex((item) => item.matches(':focus'));
    const step = STEPS[event.key];
    if (event.key === 'Escape') this.#show(false);
    else if (step !== undefined) items.at((at + step) % items.length)?.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onLeave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    // What has the focus while it is taken away loses it, too.
    if (!this.#open) return;
    const within = currentTarget instanceof Element && relatedTarget instanceof Node;
    // A press on the button closes the menu by itself.
    const onButton = relatedTarget instanceof Element && relatedTarget.matches('[part~=export-button]');
    if (onButton || (within && currentTarget.contains(relatedTarget))) return;
    this.#open = false;
    this.#host.requestUpdate();
  };

  #show(open: boolean): void {
    this.#open = open;
    this.#outcome = null;
    this.#host.requestUpdate();
    this.#host.updateComplete.then(() => {
      if (open) this.#items[0]?.focus();
      else this.#host.shadowRoot?.querySelector<HTMLElement>('[part~=export-button]')?.focus();
    });
  }

  get #ways(): readonly Way[] {
    return WAYS.filter((way) => way !== 'copyTable' || this.#options.tables);
  }

  async #take(way: Way): Promise<void> {
    this.#say((words) => words.working);
    try {
      this.#say(await this.#doing[way]());
    } catch (error) {
      const refused = way.startsWith('copy') && error instanceof DOMException;
      this.#say((words) => (refused ? words.refused : words.failed));
    }
  }

  readonly #doing: Readonly<Record<Way, () => Promise<(words: ExportWords) => string>>> = {
    png: async () => this.#save(await this.#options.png(), 'png'),
    svg: async () => this.#save(new Blob([await this.#options.svg()], { type: 'image/svg+xml' }), 'svg'),
    // With a mark of its encoding, without which Excel takes it for another.
    csv: async () => this.#save(new Blob(['\ufeff', await this.#options.csv()], { type: 'text/csv' }), 'csv'),
    copyPicture: async () => {
      await copyPicture(this.#options.png());
      return ({ copied }) => copied;
    },
    copyTable: async () => {
      const tables = this.#options.tables?.() ?? [];
      await copyTable(tablesAsText(tables), tablesAsHtml(tables));
      return ({ copied }) => copied;
    },
  };

  #save(content: Blob, ending: string): (words: ExportWords) => string {
    const name = `${this.#options.name()}.${ending}`;
    saveFile(content, name);
    return ({ saved }) => saved(name);
  }

  #say(outcome: (words: ExportWords) => string): void {
    if (!this.#open) return;
    this.#outcome = outcome;
    this.#host.requestUpdate();
  }
}
