import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Source } from '../../data/source';
import { enDashboard } from '../../locales/en-dashboard';
import { enFindings } from '../../locales/en-findings';
import { bringEnglish } from '../../locales/registry';
import type { Words } from '../../locales/words';
import { aborted, toRfmError } from '../../util/rfm-error';
import { baseStyles } from '../base-styles';
import { controlStyles } from '../control-styles';
import { definitionLines } from '../definition-card';
import { DefinitionPanel } from '../definition-panel';
import { RfmErrorEvent, RfmViewEvent } from '../events';
import { ExportMenu } from '../export-menu';
import { menuStyles } from '../menu-styles';
import { panelStyles } from '../panel-styles';
import { saveFile } from '../save-file';
import { theme } from '../theme';
import { toolStyles } from '../tool-styles';
import { type DashboardState, namedCharts, readState, stateOf } from './dashboard-state';
import { dashboardStyles } from './dashboard-styles';
import { findingsStyles } from './findings-styles';
import { notice } from './notice';
import { partsFor } from './parts';
import { type Restored, restoreState, shownOf } from './restore';
import { tokenOf } from './view-token';
import { ViewWatch } from './view-watch';
import { WholeDashboard } from './whole-dashboard';

bringEnglish({ dashboard: enDashboard, findings: enFindings });

/**
 * All elements of the kit on one page, from one source: a grid from the phone to the wall, whose parts can be left out,
 * replaced or added to; its state as JSON, printed, and exported as one file.
 *
 * @tag rfm-dashboard
 * @slot - More elements, after the parts.
 * @slot filter - In the place of the filter; likewise each part by its name: findings, kpis, scatter, segments, quadrant, migration, pareto, flow, cohorts, customers, whatif, weights.
 * @csspart grid - The grid of the parts.
 * @csspart view-button - Between the pictures and their numbers, of all parts at once.
 * @csspart print - The button that prints.
 * @csspart export - The button that exports all figures.
 * @csspart definition-button - Opens what the figures of all parts rest on.
 * @csspart definition - What the figures of all parts rest on.
 * @csspart export-button - Opens the menu that takes the whole elsewhere, as a picture or as CSV.
 * @csspart about - How many customers the data are of, and from when to when.
 * @csspart notice - What of a saved view could not be restored.
 * @csspart findings - What stands out, in sentences.
 * @csspart statement - One of them; pressed, it leads to its picture.
 * @csspart statement-mark - Marks the customers it speaks of.
 * @fires rfm-progress - How far the load has come.
 * @fires rfm-load - The rows are in; carries the report.
 * @fires rfm-ready - The source can be asked.
 * @fires rfm-view - The view is another than before; carries what `save` gives.
 * @fires rfm-select - The customers of a finding were marked, or the choice was taken back.
 * @fires rfm-error - The load failed, or a file could not be written.
 */
export class RfmDashboard extends WholeDashboard {
  static override styles: CSSResultGroup = [
    theme,
    baseStyles,
    controlStyles,
    toolStyles,
    menuStyles,
    panelStyles,
    dashboardStyles,
    findingsStyles,
  ];

  readonly #watch = new ViewWatch(
    this,
    () => (this.loaded ? this.save() : null),
    (state) => this.dispatchEvent(new RfmViewEvent({ state, token: tokenOf(state) })),
  );

  readonly #definition = new DefinitionPanel(this);
  readonly #pictures = new ExportMenu(this, {
    name: () => this.words.dashboard.file,
    png: () => this.toPng(),
    svg: () => this.toSvg(),
    csv: () => this.toCsv(),
  });

  @state() private restored: Restored | null = null;
  @state() private notExported: readonly string[] = [];
  @state() private exporting = false;

  /** Names of the parts to show, in their order, comma-separated; all where left out. */
  @property() show: string | null | undefined;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Not within the update: what it finds asks for the next.
    queueMicrotask(() => this.#follow());
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
    const { show, unknown } = shownOf(state.show);
    if ((this.show || null) !== show) this.show = show;
    // What each part is seen as is its own in a view.
    this.view = 'chart';
    await this.updateComplete;
    const { leftOut: rest, ...told } = await restoreState(state, source, namedCharts(this.charts));
    const restored = { ...told, leftOut: [...unknown, ...rest] };
    const { otherData, otherVersion, leftOut } = restored;
    this.restored = otherData || otherVersion || leftOut.length > 0 ? restored : null;
    return restored;
  }

  /**
   * The figures of every element as CSV, its picture as SVG, and the findings, together in one ZIP archive; parts that
   * could not give theirs are named in it, and on the page.
   */
  async exportAll(): Promise<Blob> {
    const { archive, missing } = await this.archived();
    this.notExported = missing;
    return archive;
  }

  #follow(): void {
    const source = this.isConnected ? this.loaded : null;
    this.findings.follow(this.renderRoot.querySelector('.findings') && source);
    this.#watch.follow(source);
  }

  readonly #onExport = async (): Promise<void> => {
    this.exporting = true;
    try {
      const archive = await this.exportAll();
      if (this.isConnected) saveFile(archive, `${this.words.dashboard.file}.zip`);
    } catch (reason) {
      this.dispatchEvent(new RfmErrorEvent(toRfmError(reason)));
    } finally {
      this.exporting = false;
    }
  };

  readonly #flip = (): void => {
    this.view = this.view === 'table' ? 'chart' : 'table';
  };

  readonly #refill = (): void => this.requestUpdate();

  readonly #dismiss = (): void => {
    this.restored = null;
    this.notExported = [];
  };

  /** What the figures rest on, and the whole as one picture or one table. */
  #opened({ definition, report }: Source, all: Words): TemplateResult {
    return html`${this.#definition.panel(definition, report, all, this.formats)} ${this.#pictures.menu(all)}`;
  }

  override render(): TemplateResult {
    const all = this.words;
    const { dashboard: words } = all;
    const { restored, notExported } = this;
    const { parts, unknown } = partsFor(this.show);
    const there = parts.filter(({ name }) => name === 'findings' || customElements.get(`rfm-${name}`));
    // What another stands in the place of would be reckoned for nobody.
    const filled = new Set([...this.children].map(({ slot }) => slot));
    const inside = (name: string, chart: unknown): unknown => {
      if (filled.has(name)) return nothing;
      return name === 'findings' ? this.findings.render(all, this.formats) : chart;
    };
    return html`<section class=${classMap({ printing: this.paper.printing, unweighed: !this.loaded?.weights })} aria-label=${this.heading || words.name}>
      <header>
        <div class="titles">
          <h2>${this.heading || words.name}</h2>
          ${this.about ? html`<p class="about" part="about">${this.about}</p>` : nothing}
        </div>
        <div class="controls">
          <button type="button" part="view-button" @click=${this.#flip}>${this.view === 'table' ? words.asCharts : words.asTables}</button>
          <button type="button" part="export" ?disabled=${this.exporting || !this.loaded} @click=${this.#onExport}>
            ${this.exporting ? words.exporting : words.exportAll}
          </button>
          <button type="button" part="print" ?disabled=${!this.loaded} @click=${() => void this.print()}>${words.print}</button>
          ${this.loaded ? html`${this.#definition.button(all.common)} ${this.#pictures.button(all)}` : nothing}
        </div>
        ${this.loaded ? this.#opened(this.loaded, all) : nothing}
      </header>
      ${
        this.paper.printing && this.loaded
          ? html`<div class="basis">${definitionLines(this.loaded.definition, this.loaded.report, all, this.formats)}</div>`
          : nothing
      }
      <div role="status">${notice({ unknown, restored, notExported }, all, this.#dismiss)}</div>
      <div class="grid" part="grid">
        ${there.map(
          ({ name, wide, chart }) =>
            html`<div class=${classMap({ part: true, wide, [`of-${name}`]: true })}><slot name=${name} @slotchange=${this.#refill}>${inside(name, chart)}</slot></div>`,
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
