import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { Analysis } from '../compute/results';
import type { Words } from '../locales/words';
import type { Answer } from './analysed-element';
import type { Area } from './brush';
import { foot, tableView, titles } from './chart-frame';
import { stateInstead } from './chart-states';
import { chartStyles } from './chart-styles';
import { DrawnElement, NARROW } from './drawn-element';
import type { Mark, Surroundings } from './picture';
import type { Plane } from './plane';
import { plotFrame } from './plot-frame';
import { PlotInput } from './plot-input';
import { announcement, selectionChip } from './selection-chip';
import { theme } from './theme';
import { Toolbar } from './toolbar';

/**
 * The frame of every chart: where its data come from, its states, its size, language and theme, keyboard and exports.
 * A chart adds its analysis, its words and its picture.
 *
 * @csspart card - The frame around all of it.
 * @csspart header - Titles and tools.
 * @csspart heading - The line above the finding.
 * @csspart finding - What the picture shows, as a sentence.
 * @csspart description - What the picture is, below the finding.
 * @csspart sampled - Where the data are of a sample of the customers: that they are.
 * @csspart tools - The buttons beside the titles.
 * @csspart view-button - Between the picture and its numbers.
 * @csspart export-button - Opens the menu of exports.
 * @csspart export - The menu of exports.
 * @csspart definition-button - Opens the definition.
 * @csspart definition - What the figures rest on.
 * @csspart legend - Legend and controls above the plot.
 * @csspart plot - The place of the picture.
 * @csspart chart - The picture itself, an `svg` or `canvas`.
 * @csspart tooltip - The figures of the mark pointed at.
 * @csspart brush - The rectangle being dragged.
 * @csspart table - The numbers in the place of the picture.
 * @csspart state - What stands in the place of the picture: loading, empty or failed.
 * @csspart retry - The button that tries again.
 * @csspart foot - Notes, and what is selected.
 * @csspart selection - What is selected, in words.
 * @csspart clear-selection - The button that takes the selection back.
 * @csspart plane-tools - Buttons that bring a plane nearer or back.
 * @csspart threshold - The handle of a line that can be dragged.
 */
export abstract class ChartElement<R extends Analysis<object, object>, E = null> extends DrawnElement<R, E> {
  static override styles: CSSResultGroup = [theme, chartStyles];
  static override readonly choices: Readonly<Record<string, readonly string[]>> = {
    view: ['chart', 'table'],
    theme: ['auto', 'light', 'dark'],
    link: ['all', 'none'],
  };

  readonly #toolbar = new Toolbar(this, {
    name: () => `${this.localName.replace('rfm-', '')}-${this.work.value?.result.definition.asOf ?? ''}`,
    png: () => this.toPng(),
    svg: () => this.toSvg(),
    csv: () => this.toCsv(),
    tables: () => (this.work.value ? this.tables(this.work.value.result, this.around) : []),
  });
  readonly #input = new PlotInput(this, {
    picture: () => this.drawn?.picture ?? null,
    plane: () => this.plane,
    brushes: () => this.link !== 'none',
    choose: (mark, more) => this.choose(mark, more),
    within: (area, more) => this.chooseWithin(area, more),
    clear: () => this.clearSelection(),
    entered: () => this.prepare(),
  });
  /** Zoom, tools and lines of a chart that is a plane. */
  protected readonly plane: Plane | null = null;

  /** `chart`, or `table` with the same numbers. */
  @property({ reflect: true }) view: 'chart' | 'table' = 'chart';
  /** `light` or `dark`; that of the page with `auto`. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';

  /** What the chart is called where nothing else names it. */
  protected abstract label(words: Words): string;

  /** Legend and controls, one line between the titles and the plot. */
  protected legend(_result: R, _around: Surroundings): TemplateResult | typeof nothing {
    return nothing;
  }

  /** Buttons of the chart's own beside those that all have. */
  protected tools(_result: R, _around: Surroundings): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What stands between the titles and the foot: the legend over the `plot`, save where an element has more to show. */
  protected content(result: R, around: Surroundings, plot: TemplateResult): TemplateResult {
    const legend = this.legend(result, around);
    return html`${legend === nothing ? nothing : html`<div class="legend" part="legend">${legend}</div>`}
      ${plot}`;
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

  protected override get basis(): readonly unknown[] {
    return [this.plane?.zoom];
  }

  protected override begins(): void {
    this.#input.walker.leave();
  }

  /** Takes back what is chosen, in all charts of the source. */
  override clearSelection(): void {
    this.#input.walker.leave();
    super.clearSelection();
  }

  readonly #onClear = (): void => {
    this.clearSelection();
    // The button that had the focus goes with the selection.
    this.plot?.focus();
  };

  override render(): TemplateResult {
    const { state: now } = this.work;
    const answer = this.work.value;
    const { around } = this;
    const { words, f } = around;
    const empty = answer !== null && this.isEmpty(answer.result);
    const caption = this.drawn?.caption ?? null;
    const busy = now.kind === 'running';
    const classes = { card: true, busy, narrow: around.width < NARROW };
    return html`<section class=${classMap(classes)} part="card" aria-busy=${busy} aria-label=${this.heading || this.label(words)}>
      ${
        caption && answer
          ? html`<header part="header">
              ${titles(this.heading, caption)}
              ${this.#toolbar.render(answer.result.definition, answer.source.report, words, f, this.tools(answer.result, around))}
            </header>`
          : titles(this.heading, null)
      }
      ${this.#body(answer, empty, around)}
      ${caption ? foot(caption.notes, selectionChip(this.chosen, around, this.#onClear)) : nothing}
      <div class="unseen" aria-live="polite">${this.#said}</div>
      <div class="unseen" aria-live="polite">${announcement(this.doer, this.chosen, around)}</div>
      <span class="probe" @transitionend=${this.recolour}></span>
    </section>`;
  }

  /** What the keyboard stands on, or holds. */
  get #said(): string {
    const held = this.plane?.held;
    return held ? `${held.label}: ${held.text}` : (this.#input.walker.active?.label ?? '');
  }

  #body(answer: Answer<R> | null, empty: boolean, around: Surroundings): TemplateResult {
    const { words, f } = around;
    const { awaited } = this;
    const { state } = this.work;
    const height = this.plotHeight(around.width);
    const retry = (): void => this.retry();
    const { wayBack } = this;
    const instead = stateInstead({ state, awaited, empty, height, retry, wayBack }, words, f);
    if (instead || !answer) return instead ?? html``;
    const result = this.shown ?? answer.result;
    if (this.view === 'table') return tableView(this.tables(result, around), words.common, f);
    return this.content(result, around, this.#plot(around, height));
  }

  #plot(around: Surroundings, height: number): TemplateResult {
    const picture = this.drawn?.picture ?? null;
    const { plane } = this;
    const mark = this.#input.walker.shown;
    const spark = mark ? this.spark(mark, around) : nothing;
    const label = this.label(around.words);
    return plotFrame({ picture, label, height, input: this.#input, plane, spark, around });
  }
}
