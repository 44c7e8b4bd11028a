import type { PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Analysis } from '../../compute/results';
import type { SourceRef } from '../../controllers/source-controller';
import type { Words } from '../../locales/words';
import { type Formats, formats } from '../../util/format';
import { RfmSelectEvent } from '../events';
import { SourceHolder } from '../source-holder';
import { Speech } from '../speech';
import { archiveOf } from './archive';
import { type Chart, isChart, namedCharts } from './dashboard-state';
import { FindingsPanel } from './findings-panel';
import { goTo } from './go-to';
import { Paper } from './paper';
import { type Looks, SharedLooks } from './shared-looks';
import { csvOf, resultsOf } from './whole';

/** The charts of a dashboard together: what is asked of all of them, and what they give as one. */
export abstract class WholeDashboard extends SourceHolder {
  readonly #speech = new Speech(this);
  readonly #looks = new SharedLooks();
  protected readonly findings: FindingsPanel = new FindingsPanel(this, {
    drawn: () => this.drawn(),
    marks: () => this.link !== 'none',
    shows: (name) => this.#chartOf(name) !== null,
    go: (name) => this.goTo(name),
  });
  protected readonly paper: Paper = new Paper(this, {
    charts: () => this.charts,
    redraw: () => {
      if (!this.hasUpdated) return;
      this.requestUpdate();
      this.performUpdate();
    },
    settled: () => this.#settled(),
  });

  @query('section') private section!: HTMLElement;

  /** Id of an `rfm-source`, or (as a property) that element or a `Source`. */
  @property() source: SourceRef;
  /** A line above the parts. */
  @property() heading = '';
  /** Language as a BCP 47 tag; that of the page where left out. */
  @property() locale: string | null | undefined;
  /** `light` or `dark`; that of the page with `auto`. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  /** `chart`, or `table`: all parts by their numbers; one of them can be changed back by itself. */
  @property({ reflect: true }) view: Looks['view'] = 'chart';
  /** Whether the parts take part in the selection of their source: `all` or `none`. */
  @property() link: Looks['link'] = 'all';
  /** Shows numbers in the place of customers' ids in all parts, for meetings; in files that are saved, too. */
  @property({ type: Boolean, attribute: 'mask-customers' }) maskCustomers = false;

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
    this.#handLooks();
    // The parts speak the language of the place they stand in.
    if (changed.has('locale') && this.locale) this.lang = this.locale;
  }

  /** Resolves when each chart stands or has said why not. */
  async drawn(): Promise<void> {
    await this.ready;
    await this.updateComplete;
    await Promise.allSettled(this.charts.map(({ ready }) => ready));
  }

  /** Brings the picture of a part (`pareto`) into view, and the keyboard to it; whether there is one. */
  goTo(name: string): boolean {
    const chart = this.#chartOf(name);
    if (!chart) return false;
    goTo(chart);
    return true;
  }

  /** What each part rests on, by its name: `(await dashboard.result()).pareto`; parts that could not be shown are not in it. */
  async result(): Promise<Record<string, Analysis<object, object>>> {
    await this.drawn();
    return resultsOf(namedCharts(this.charts));
  }

  /** The figures of all parts as CSV, one below the other, each under a line with its name. */
  async toCsv(): Promise<string> {
    await this.drawn();
    this.#handLooks();
    return csvOf(namedCharts(this.charts));
  }

  /** Heading, findings and the pictures of all parts as one SVG file, in the rows they stand in. */
  async toSvg(): Promise<string> {
    const { wholeSvg } = await this.#drawing();
    return wholeSvg(this.charts, await this.#head());
  }

  /** The same as PNG. */
  async toPng(): Promise<Blob> {
    const { wholePng } = await this.#drawing();
    return wholePng(this.charts, await this.#head());
  }

  /** Takes the selection of the source back, in all parts. */
  clearSelection(): void {
    if (!this.loaded?.selection) return;
    this.loaded.clearSelection();
    const customers = { count: 0, ids: async () => [] };
    this.dispatchEvent(new RfmSelectEvent({ origin: this.localName, description: '', customers }));
  }

  /** Prints the page, the parts one below the other and whole; so does the browser's own menu. */
  async print(): Promise<void> {
    await this.paper.print();
  }

  /** The figures and the picture of each part, and the findings, in one ZIP archive; and what could not be had. */
  protected async archived(): Promise<{ archive: Blob; missing: string[] }> {
    await this.ready;
    await this.updateComplete;
    this.#handLooks();
    return archiveOf(namedCharts(this.charts), await this.findings.sentences(this.words, this.formats));
  }

  /** The charts that stand on the dashboard, in their order. */
  protected get charts(): Chart[] {
    const slots = [...this.renderRoot.querySelectorAll('slot')];
    const tops = slots.flatMap((slot) => slot.assignedElements({ flatten: true }));
    return tops.flatMap((top) => [top, ...top.querySelectorAll('*')].filter(isChart));
  }

  protected get words(): Words {
    return this.#speech.words;
  }

  protected get formats(): Formats {
    return formats(this.#speech.tag, this.loaded?.report.currency ?? null);
  }

  /** How many customers the data are of, and from when to when. */
  protected get about(): string {
    if (!this.loaded) return '';
    const { customers, from, to } = this.loaded.report;
    const { formats: f } = this;
    return this.words.dashboard.about({ customers, from: f.date(from), to: f.date(to) }, f);
  }

  #chartOf(name: string): Chart | null {
    return this.charts.find(({ localName }) => localName === `rfm-${name}`) ?? null;
  }

  /** A chart that came since is asked the same. */
  #handLooks(): void {
    const { view, link, maskCustomers } = this;
    this.#looks.hand({ view, link, maskCustomers }, this.charts);
  }

  /** When nothing more is on its way: what a plane counts anew for its size has a stand-in until then. */
  async #settled(): Promise<void> {
    await this.drawn().catch(() => undefined);
    await this.loaded?.idle();
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  }

  async #drawing(): Promise<typeof import('./whole-picture')> {
    await this.drawn();
    return import('./whole-picture');
  }

  async #head(): Promise<{ heading: string; findings: readonly string[]; probe: HTMLElement }> {
    const findings = await this.findings.sentences(this.words, this.formats);
    return { heading: this.heading || this.words.dashboard.name, findings, probe: this.section };
  }
}
