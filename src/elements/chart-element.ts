import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Analysis } from '../compute/results';
import { SizeController } from '../controllers/size-controller';
import { wordsFor } from '../locales/registry';
import type { Words } from '../locales/words';
import { textMeasure } from '../render/canvas-shapes';
import { formats } from '../util/format';
import { lastCall } from '../util/last-call';
import type { Answer } from './analysed-element';
import type { Area } from './brush';
import { foot, tableView, titles, viewButton } from './chart-frame';
import { stateInstead } from './chart-states';
import { chartStyles } from './chart-styles';
import { DefinitionPanel } from './definition-panel';
import { ExportMenu } from './export-menu';
import { MarksCanvas } from './marks-canvas';
import {
  type Caption,
  type DataTable,
  type Mark,
  type Picture,
  type Surroundings,
  surroundings,
} from './picture';
import { pictureBlob, pictureText } from './picture-export';
import type { Plane } from './plane';
import { plotFrame } from './plot-frame';
import { PlotInput } from './plot-input';
import { resultCsv } from './result-csv';
import { announcement, selectedCaption, selectionChip } from './selection-chip';
import { theme } from './theme';
import { WordedElement } from './worded-element';

/** Width of the plot below which there is less air and no second line of legend. */
const NARROW = 480;

/**
 * The frame of every chart: where its data come from, its states, its size, language and theme, keyboard and exports.
 * A chart adds its analysis, its words and its picture.
 */
export abstract class ChartElement<R extends Analysis<object, object>, E = null> extends WordedElement<R, E> {
  static override styles: CSSResultGroup = [theme, chartStyles];

  #view: { picture: Picture; caption: Caption } | null = null;
  #basis: readonly unknown[] = [];
  readonly #surroundings = lastCall(surroundings);
  readonly #marks = new MarksCanvas();
  readonly #size = new SizeController(this, (width) => this.plotHeight(width));
  readonly #panel = new DefinitionPanel(this);
  readonly #exports = new ExportMenu(this, {
    name: () => `${this.localName.replace('rfm-', '')}-${this.work.value?.result.definition.asOf ?? ''}`,
    png: () => this.toPng(),
    svg: () => this.toSvg(),
    csv: () => this.toCsv(),
    tables: () => (this.work.value ? this.tables(this.work.value.result, this.around) : []),
  });
  readonly #input = new PlotInput(this, {
    picture: () => this.#view?.picture ?? null,
    plane: () => this.plane,
    brushes: () => this.link !== 'none',
    choose: (mark, more) => this.choose(mark, more),
    within: (area, more) => this.chooseWithin(area, more),
    clear: () => this.clearSelection(),
    entered: () => this.prepare(),
  });
  /** Zoom, tools and lines of a chart that is a plane. */
  protected readonly plane: Plane | null = null;

  @query('.plot') private plot!: HTMLElement | null;
  @query('canvas') private canvas!: HTMLCanvasElement | null;
  @query('.probe') private probe!: HTMLElement;

  /** A line above the finding. */
  @property() heading = '';
  /** `chart`, or `table` with the same numbers. */
  @property({ reflect: true }) view: 'chart' | 'table' = 'chart';
  /** `light` or `dark`; that of the page with `auto`. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#size.assume(this.clientWidth - (this.clientWidth < NARROW + 32 ? 24 : 32));
    this.#compose(changed.size > 0);
  }

  protected override updated(): void {
    const resized = this.#size.observe(this.plot);
    this.#marks.paint(this.canvas, this.#view?.picture, this.probe, this.#size.size);
    // Its size has only now become known: the picture that counts is the next one.
    if (resized) queueMicrotask(() => this.requestUpdate());
    else this.settle();
  }

  /** The picture of a result, pure in what it is given and the element's own options. */
  protected abstract compose(result: R, around: Surroundings): Picture;
  /** The words around the picture. */
  protected abstract caption(result: R, around: Surroundings): Caption;
  /** The numbers of the picture, for `view="table"`. */
  protected abstract tables(result: R, around: Surroundings): DataTable[];
  /** What the chart is called where nothing else names it. */
  protected abstract label(words: Words): string;

  /** Whether there is nothing to draw. */
  protected isEmpty(result: R): boolean {
    return result.table.numRows === 0;
  }

  /** Legend and controls, one line between the titles and the plot. */
  protected legend(_result: R, _around: Surroundings): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What stands between the titles and the foot: the legend over the `plot`, save where an element has more to show. */
  protected content(result: R, around: Surroundings, plot: TemplateResult): TemplateResult {
    const legend = this.legend(result, around);
    return html`${legend === nothing ? nothing : html`<div class="legend" part="legend">${legend}</div>`}
      ${plot}`;
  }

  /** Height of the plot where the page does not give one. */
  protected plotHeight(width: number): number {
    return Math.round(Math.min(560, Math.max(300, width * 0.58)));
  }

  /** Enter on a stop, or a click on a mark; with `more`, beside what is chosen already. */
  protected choose(_mark: Mark, _more: boolean): void {}

  /** A rectangle or a closed line drawn over the plot. */
  protected chooseWithin(_area: Area, _more: boolean): void {}

  /** A pointer has come to the plot: what a brush will need can be worked out. */
  protected prepare(): void {}

  /** Drawn in the tooltip of a mark below its figures. */
  protected spark(_mark: Mark, _around: Surroundings): TemplateResult | typeof nothing {
    return nothing;
  }

  /** The result to show: that of the analysis, with what is being changed by hand. */
  protected get shown(): R | null {
    return this.work.value?.result ?? null;
  }

  protected override begins(): void {
    this.#input.walker.leave();
  }

  /** The result's full table as CSV, safe to open in a spreadsheet. */
  async toCsv(): Promise<string> {
    return resultCsv((await this.answer()).result);
  }

  /** The picture with its finding as an SVG file of its own. */
  async toSvg(): Promise<string> {
    return pictureText(...(await this.#exported()));
  }

  /** The picture with its finding as PNG, at the density of the screen. */
  async toPng(): Promise<Blob> {
    return pictureBlob(...(await this.#exported()));
  }

  /** Takes back what is chosen, in all charts of the source. */
  override clearSelection(): void {
    this.#input.walker.leave();
    super.clearSelection();
  }

  async #exported(): Promise<Parameters<typeof pictureText>> {
    const { result } = await this.answer();
    await this.updateComplete;
    const { around } = this;
    const picture = this.compose(result, around);
    const caption = selectedCaption(this.caption(result, around), this.chosen, around);
    return [picture, caption, this.heading, around, this.#marks.colors(this.probe), this.#fontFamily()];
  }

  /** Lays out again where something it rests on has changed; moving over marks is no such thing. */
  #compose(options: boolean): void {
    const { around, shown: result } = this;
    const basis = [result, around, this.chosen, this.plane?.zoom];
    if (!options && basis.every((part, index) => part === this.#basis[index])) return;
    this.#basis = basis;
    this.#view = null;
    if (!result || this.isEmpty(result)) return;
    try {
      const caption = selectedCaption(this.caption(result, around), this.chosen, around);
      this.#view = { picture: this.compose(result, around), caption };
    } catch (error) {
      // A picture that cannot be drawn is a failure to be shown, not an empty box.
      this.work.fail(error);
    }
  }

  /** What words and pictures are made with now. */
  protected get around(): Surroundings {
    const tag = this.languageTag;
    const answer = this.work.value;
    const f = formats(tag, answer?.result.definition.currency ?? null);
    const report = answer?.source.report ?? null;
    const { width, height } = this.#size.size;
    return this.#surroundings(wordsFor(tag), f, textMeasure(this.#fontFamily()), report, width, height);
  }

  #fontFamily(): string {
    return getComputedStyle(this).fontFamily || 'system-ui, sans-serif';
  }

  readonly #onClear = (): void => {
    this.clearSelection();
    // The button that had the focus goes with the selection.
    this.plot?.focus();
  };

  #onTheme(): void {
    this.#marks.forget();
    this.requestUpdate();
  }

  override render(): TemplateResult {
    const { state: now } = this.work;
    const answer = this.work.value;
    const { around } = this;
    const { words, f } = around;
    const empty = answer !== null && this.isEmpty(answer.result);
    const caption = this.#view?.caption ?? null;
    const busy = now.kind === 'running';
    const classes = { card: true, busy, narrow: around.width < NARROW };
    return html`<section class=${classMap(classes)} part="card" aria-busy=${busy} aria-label=${this.heading || this.label(words)}>
      ${
        caption && answer
          ? html`<header part="header">
              ${titles(this.heading, caption)} ${this.#tools(words)}
              ${this.#panel.panel(answer.result.definition, answer.source.report, words.common, f)}
              ${this.#exports.menu(words)}
            </header>`
          : titles(this.heading, null)
      }
      ${this.#body(answer, empty, around)}
      ${caption ? foot(caption.notes, selectionChip(this.chosen, around, this.#onClear)) : nothing}
      <div class="unseen" aria-live="polite">${this.#said}</div>
      <div class="unseen" aria-live="polite">${announcement(this.doer, this.chosen, around)}</div>
      <span class="probe" @transitionend=${this.#onTheme}></span>
    </section>`;
  }

  /** What the keyboard stands on, or holds. */
  get #said(): string {
    const held = this.plane?.held;
    return held ? `${held.label}: ${held.text}` : (this.#input.walker.active?.label ?? '');
  }

  #tools(words: Words): TemplateResult {
    const table = this.view === 'table';
    const flip = (): void => {
      this.view = table ? 'chart' : 'table';
    };
    return html`<div class="tools" part="tools">
      ${viewButton(table, words.common, flip)} ${this.#panel.button(words.common)} ${this.#exports.button(words)}
    </div>`;
  }

  #body(answer: Answer<R> | null, empty: boolean, around: Surroundings): TemplateResult {
    const { words, f } = around;
    const { awaited } = this;
    const { state } = this.work;
    const height = this.plotHeight(around.width);
    const retry = (): void => this.retry();
    const instead = stateInstead({ state, awaited, empty, height, retry }, words, f);
    if (instead || !answer) return instead ?? html``;
    const result = this.shown ?? answer.result;
    if (this.view === 'table') return tableView(this.tables(result, around), words.common, f);
    return this.content(result, around, this.#plot(around, height));
  }

  #plot(around: Surroundings, height: number): TemplateResult {
    const picture = this.#view?.picture ?? null;
    const { plane } = this;
    const mark = this.#input.walker.shown;
    const spark = mark ? this.spark(mark, around) : nothing;
    const label = this.label(around.words);
    return plotFrame({ picture, label, height, input: this.#input, plane, spark, around });
  }
}
