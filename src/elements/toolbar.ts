import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Definition, Report } from '../compute/results';
import type { Words } from '../locales/words';
import type { Formats } from '../util/format';
import { viewButton } from './chart-frame';
import { DefinitionPanel } from './definition-panel';
import { ExportMenu, type ExportOptions } from './export-menu';

interface Viewed {
  view: 'chart' | 'table';
}

/** The buttons at the right of a chart's titles, and what opens below them. */
export class Toolbar {
  readonly #host: Viewed;
  readonly #panel: DefinitionPanel;
  readonly #exports: ExportMenu;

  constructor(host: ReactiveControllerHost & HTMLElement & Viewed, exports: ExportOptions) {
    this.#host = host;
    this.#panel = new DefinitionPanel(host);
    this.#exports = new ExportMenu(host, exports);
  }

  /** `more` are buttons of the chart's own. */
  render(
    definition: Definition,
    report: Report | null,
    words: Words,
    f: Formats,
    more: unknown,
  ): TemplateResult {
    return html`<div class="tools" part="tools">
        ${more} ${viewButton(this.#host.view === 'table', words.common, this.#flip)}
        ${this.#panel.button(words.common)} ${this.#exports.button(words)}
      </div>
      ${this.#panel.panel(definition, report, words, f)} ${this.#exports.menu(words)}`;
  }

  readonly #flip = (): void => {
    this.#host.view = this.#host.view === 'table' ? 'chart' : 'table';
  };
}
