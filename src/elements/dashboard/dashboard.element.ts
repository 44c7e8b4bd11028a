import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { SourceRef } from '../../controllers/source-controller';
import { enDashboard } from '../../locales/en-dashboard';
import { enFindings } from '../../locales/en-findings';
import { bringEnglish } from '../../locales/registry';
import type { Words } from '../../locales/words';
import { type Formats, formats } from '../../util/format';
import { aborted, toRfmError } from '../../util/rfm-error';
import { baseStyles } from '../base-styles';
import { controlStyles } from '../control-styles';
import { RfmErrorEvent, RfmViewEvent } from '../events';
import { saveFile } from '../save-file';
import { SourceHolder } from '../source-holder';
import { Speech } from '../speech';
import { theme } from '../theme';
import { archiveOf } from './archive';
import { type Chart, type DashboardState, isChart, namedCharts, readState, stateOf } from './dashboard-state';
import { dashboardStyles } from './dashboard-styles';
import { FindingsPanel } from './findings-panel';
import { findingsStyles } from './findings-styles';
import { goTo } from './go-to';
import { notice } from './notice';
import { partsFor } from './parts';
import { type Restored, restoreState } from './restore';
import { tokenOf } from './view-token';
import { ViewWatch } from './view-watch';

bringEnglish({ dashboard: enDashboard, findings: enFindings });

/**
 * All elements of the kit on one page, from one source: a grid from the phone to the wall, whose parts can be left out,
 * replaced or added to; its state as JSON, printed, and exported as one file.
 *
 * @tag rfm-dashboard
 * @slot - More elements, after the parts.
 * @slot filter - In the place of the filter; likewise each part by its name: findings, kpis, scatter, segments, quadrant, migration, pareto, flow, cohorts, customers, whatif, weights.
 * @csspart grid - The grid of the parts.
 * @csspart print - The button that prints.
 * @csspart export - The button that exports all figures.
 * @csspart notice - What of a saved view could not be restored.
 * @csspart findings - What stands out, in sentences.
 * @csspart statement - One of them; pressed, it leads to its picture.
 * @csspart statement-mark - Marks the customers it speaks of.
 * @fires rfm-progress - How far the load has come.
 * @fires rfm-load - The rows are in; carries the report.
 * @fires rfm-ready - The source can be asked.
 * @fires rfm-view - The view is another than before; carries what `save` gives.
 * @fires rfm-select - The customers of a finding were marked.
 * @fires rfm-error - The load failed, or a file could not be written.
 */
export class RfmDashboard extends SourceHolder {
  static override styles: CSSResultGroup = [
    theme,
    baseStyles,
    controlStyles,
    dashboardStyles,
    findingsStyles,
  ];

  readonly #speech = new Speech(this);
  readonly #findings = new FindingsPanel(this, {
    drawn: () => this.drawn(),
    shows: (name) => this.chartOf(name) !== null,
    go: (name) => this.goTo(name),
  });
  readonly #watch = new ViewWatch(
    this,
    () => (this.loaded ? this.save() : null),
    (state) => this.dispatchEvent(new RfmViewEvent({ state, token: tokenOf(state) })),
  );

  @state() private restored: Restored | null = null;
  @state() private notExported: readonly string[] = [];
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

  protected override async scheduleUpdate(): Promise<void> {
    const { coming } = this.#speech;
    if (coming) await coming;
    await super.scheduleUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Not within the update: what it finds asks for the next.
    queueMicrotask(() => this.#follow());
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
    const { parts } = partsFor(this.show);
    return stateOf(source, this.show ? parts.map(({ name }) => name) : null, namedCharts(this.charts));
  }

  /** The view as a short text for an address, which `restore` takes; rows and their names are not in it. */
  token(): string {
    return tokenOf(this.save());
  }

  /**
   * Applies what `save` or `token` gave. What does not fit these data or this version is left out, told on the page and
   * in what it resolves to; rejects with `invalid-option` for what is no saved view.
   */
  async restore(view: DashboardState | string): Promise<Restored> {
    const source = await this.ready;
    const state = readState(view);
    const show = Array.isArray(state.show) ? state.show.map(String).join(',') : null;
    if ((this.show || null) !== show) this.show = show;
    await this.updateComplete;
    const restored = await restoreState(state, source, namedCharts(this.charts));
    const { otherData, otherVersion, leftOut } = restored;
    this.restored = otherData || otherVersion || leftOut.length > 0 ? restored : null;
    return restored;
  }

  /** Brings the picture of a part (`pareto`) into view, and the keyboard to it; whether there is one. */
  goTo(name: string): boolean {
    const chart = this.chartOf(name);
    if (!chart) return false;
    goTo(chart);
    return true;
  }

  /**
   * The figures of every element as CSV, its picture as SVG, and the findings, together in one ZIP archive; parts that
   * could not give theirs are named in it, and on the page.
   */
  async exportAll(): Promise<Blob> {
    await this.ready;
    const sentences = this.#findings.sentences(this.#words, this.#formats);
    const { archive, missing } = await archiveOf(namedCharts(this.charts), sentences);
    this.notExported = missing;
    return archive;
  }

  /** Prints the page, the parts one below the other and whole. */
  async print(): Promise<void> {
    this.printing = true;
    await this.updateComplete;
    // One frame for the new sizes to be noticed, one for the pictures to follow.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    await this.drawn().catch(() => undefined);
    // What a plane counts anew for its size is on its way, and a stand-in in its place.
    await this.loaded?.idle();
    await new Promise(requestAnimationFrame);
    window.print();
    this.printing = false;
  }

  /** The charts that stand on the dashboard, in their order. */
  private get charts(): Chart[] {
    const slots = [...this.renderRoot.querySelectorAll('slot')];
    const tops = slots.flatMap((slot) => slot.assignedElements({ flatten: true }));
    return tops.flatMap((top) => [top, ...top.querySelectorAll('*')].filter(isChart));
  }

  #follow(): void {
    const source = this.isConnected ? this.loaded : null;
    this.#findings.follow(this.renderRoot.querySelector('.findings') && source);
    this.#watch.follow(source);
  }

  private chartOf(name: string): Chart | null {
    return this.charts.find(({ localName }) => localName === `rfm-${name}`) ?? null;
  }

  readonly #onExport = async (): Promise<void> => {
    this.exporting = true;
    try {
      const archive = await this.exportAll();
      if (this.isConnected) saveFile(archive, `${this.#words.dashboard.file}.zip`);
    } catch (reason) {
      this.dispatchEvent(new RfmErrorEvent(toRfmError(reason)));
    } finally {
      this.exporting = false;
    }
  };

  get #words(): Words {
    return this.#speech.words;
  }

  get #formats(): Formats {
    return formats(this.#speech.tag, this.loaded?.report.currency ?? null);
  }

  readonly #refill = (): void => this.requestUpdate();

  readonly #dismiss = (): void => {
    this.restored = null;
    this.notExported = [];
  };

  override render(): TemplateResult {
    const all = this.#words;
    const { dashboard: words } = all;
    const { restored, notExported } = this;
    const { parts, unknown } = partsFor(this.show);
    const there = parts.filter(({ name }) => name === 'findings' || customElements.get(`rfm-${name}`));
    // What another stands in the place of would be reckoned for nobody.
    const filled = new Set([...this.children].map(({ slot }) => slot));
    const inside = (name: string, chart: unknown): unknown => {
      if (filled.has(name)) return nothing;
      return name === 'findings' ? this.#findings.render(all, this.#formats) : chart;
    };
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
      <div role="status">${notice({ unknown, restored, notExported }, all, this.#dismiss)}</div>
      <div class="grid" part="grid">
        ${there.map(
          ({ name, wide, chart }) =>
            html`<div class=${classMap({ part: true, wide })}><slot name=${name} @slotchange=${this.#refill}>${inside(name, chart)}</slot></div>`,
        )}
        <slot></slot>
      </div>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-dashboard': RfmDashboard;
  }
}
