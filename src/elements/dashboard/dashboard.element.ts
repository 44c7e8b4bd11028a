import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { LanguageController } from '../../controllers/language-controller';
import type { SourceRef } from '../../controllers/source-controller';
import { enDashboard } from '../../locales/en-dashboard';
import { bringEnglish, onLocaleRegistered, wordsComing, wordsFor } from '../../locales/registry';
import type { DashboardWords } from '../../locales/words-dashboard';
import { aborted, toRfmError } from '../../util/rfm-error';
import { baseStyles } from '../base-styles';
import { controlStyles } from '../control-styles';
import { RfmErrorEvent } from '../events';
import { saveFile } from '../save-file';
import { SourceHolder } from '../source-holder';
import { theme } from '../theme';
import { type Chart, type DashboardState, isChart, namedCharts, stateOf } from './dashboard-state';
import { dashboardStyles } from './dashboard-styles';
import { partsFor } from './parts';
import { type Restored, restoreState } from './restore';

bringEnglish({ dashboard: enDashboard });

/**
 * All elements of the kit on one page, from one source: a grid from the phone to the wall, whose parts can be left out,
 * replaced or added to; its state as JSON, printed, and exported as one file.
 *
 * @tag rfm-dashboard
 * @slot - More elements, after the parts.
 * @slot filter - In the place of the filter; likewise each part by its name: kpis, scatter, segments, quadrant, migration, pareto, flow, cohorts, customers, whatif, weights.
 * @csspart grid - The grid of the parts.
 * @csspart print - The button that prints.
 * @csspart export - The button that exports all figures.
 * @csspart notice - What of a saved view could not be restored.
 * @fires rfm-progress - How far the load has come.
 * @fires rfm-load - The rows are in; carries the report.
 * @fires rfm-ready - The source can be asked.
 * @fires rfm-error - The load failed, or a file could not be written.
 */
export class RfmDashboard extends SourceHolder {
  static override styles: CSSResultGroup = [theme, baseStyles, controlStyles, dashboardStyles];

  readonly #language = new LanguageController(this);
  #unsubscribe: (() => void) | null = null;

  @state() private restored: Restored | null = null;
  @state() private exporting = false;
  @state() private printing = false;

  /** Id of an `rfm-source`, or (as a property) that element or a `Source`. */
  @property() source: SourceRef;
  /** A line above the parts. */
  @property() heading = '';
  /** Names of the parts to show, in their order, comma-separated; all where left out. */
  @property() show: string | null | undefined;
  /** Language as a BCP 47 tag; that of the page where left out. */
  @property() locale: string | null | undefined;
  /** `light` or `dark`; that of the page with `auto`. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';

  protected override get borrows(): boolean {
    return true;
  }

  protected override reference(): SourceRef {
    return this.source;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = onLocaleRegistered(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected override async scheduleUpdate(): Promise<void> {
    const coming = wordsComing(this.locale || this.#language.tag);
    if (coming) await coming;
    await super.scheduleUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // The parts speak the language of the place they stand in.
    if (changed.has('locale') && this.locale) this.lang = this.locale;
  }

  /** Resolves when each chart stands or has said why not. */
  async drawn(): Promise<void> {
    await this.ready;
    await this.updateComplete;
    await Promise.allSettled(this.charts.map(({ ready }) => ready));
  }

  /** The view as plain JSON: filter, as-of, weights, selection and the options of each element, never data. */
  save(): DashboardState {
    const source = this.loaded;
    if (!source) throw this.failure ?? aborted();
    const latest = source.asOf === source.latest;
    return stateOf(source, latest, namedCharts(this.charts));
  }

  /**
   * Applies what `save` gave, as an object or as JSON. What does not fit these data or this version is left out, told on
   * the page and in what it resolves to; rejects with `invalid-option` for what is no saved view.
   */
  async restore(view: DashboardState | string): Promise<Restored> {
    const source = await this.ready;
    await this.updateComplete;
    const restored = await restoreState(view, source, namedCharts(this.charts));
    const { otherData, otherVersion, leftOut } = restored;
    this.restored = otherData || otherVersion || leftOut.length > 0 ? restored : null;
    return restored;
  }

  /** The figures of every element as CSV, together in one ZIP archive. */
  async exportAll(): Promise<Blob> {
    await this.ready;
    const files = [...namedCharts(this.charts)].map(async ([name, chart]) => {
      // Marked as UTF-8 for spreadsheets, which guess otherwise.
      const text = await chart.toCsv().then(
        (csv) => `\ufeff${csv}`,
        () => null,
      );
      return text === null ? [] : [[`${name}.csv`, text] as const];
    });
    // Fetched when first asked for.
    const { strToU8, zipSync } = await import('fflate');
    const entries = (await Promise.all(files)).flat().map(([name, text]) => [name, strToU8(text)]);
    return new Blob([zipSync(Object.fromEntries(entries))], { type: 'application/zip' });
  }

  /** Prints the page, the parts one below the other and whole. */
  async print(): Promise<void> {
    this.printing = true;
    await this.updateComplete;
    // One frame for the new sizes to be noticed, one for the pictures to follow.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    await this.drawn().catch(() => undefined);
    window.print();
    this.printing = false;
  }

  /** The charts that stand on the dashboard, in their order. */
  private get charts(): Chart[] {
    const slots = [...this.renderRoot.querySelectorAll('slot')];
    const tops = slots.flatMap((slot) => slot.assignedElements({ flatten: true }));
    return tops.flatMap((top) => [top, ...top.querySelectorAll('*')].filter(isChart));
  }

  readonly #onExport = async (): Promise<void> => {
    this.exporting = true;
    try {
      const archive = await this.exportAll();
      if (this.isConnected) saveFile(archive, `${this.#words.file}.zip`);
    } catch (reason) {
      this.dispatchEvent(new RfmErrorEvent(toRfmError(reason)));
    } finally {
      this.exporting = false;
    }
  };

  get #words(): DashboardWords {
    return wordsFor(this.locale || this.#language.tag).dashboard;
  }

  override render(): TemplateResult {
    const words = this.#words;
    const { parts, unknown } = partsFor(this.show);
    const there = parts.filter(({ name }) => customElements.get(`rfm-${name}`));
    return html`<section class=${classMap({ printing: this.printing })} aria-label=${this.heading || words.name}>
      <header>
        <h2>${this.heading || words.name}</h2>
        <div class="controls">
          <button type="button" part="export" ?disabled=${this.exporting || !this.loaded} @click=${this.#onExport}>
            ${this.exporting ? words.exporting : words.exportAll}
          </button>
          <button type="button" part="print" ?disabled=${!this.loaded} @click=${() => void this.print()}>${words.print}</button>
        </div>
      </header>
      <div role="status">${this.#notice(words, unknown)}</div>
      <div class="grid" part="grid">
        ${there.map(
          ({ name, wide, chart }) =>
            html`<div class=${classMap({ part: true, wide })}><slot name=${name}>${chart}</slot></div>`,
        )}
        <slot></slot>
      </div>
    </section>`;
  }

  #notice(words: DashboardWords, unknown: readonly string[]): TemplateResult | typeof nothing {
    const { restored } = this;
    if (!restored && unknown.length === 0) return nothing;
    const { close } = wordsFor(this.locale || this.#language.tag).common;
    const dismiss = (): void => {
      this.restored = null;
    };
    return html`<div class="notice" part="notice">
      ${unknown.length > 0 ? html`<p>${words.unknownParts(unknown)}</p>` : nothing}
      ${
        restored
          ? html`<p>${words.restored(restored)}</p>
              ${restored.leftOut.length > 0 ? html`<ul>${restored.leftOut.map((one) => html`<li>${words.leftOut(one)}</li>`)}</ul>` : nothing}
              <button type="button" title=${close} aria-label=${close} @click=${dismiss}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4.5 4.5l7 7M11.5 4.5l-7 7" /></svg>
              </button>`
          : nothing
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-dashboard': RfmDashboard;
  }
}
