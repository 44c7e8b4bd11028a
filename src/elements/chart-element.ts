import {
  type CSSResultGroup,
  html,
  nothing,
  type PropertyDeclaration,
  type PropertyValues,
  svg,
  type TemplateResult,
} from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Analysis } from '../compute/results';
import { LanguageController } from '../controllers/language-controller';
import { LatestController } from '../controllers/latest-controller';
import { SizeController } from '../controllers/size-controller';
import { type Attachment, SourceController, type SourceRef } from '../controllers/source-controller';
import type { Source } from '../data/source';
import { onLocaleRegistered, wordsFor } from '../locales/registry';
import type { Words } from '../locales/words';
import { type ToneColor, textMeasure } from '../render/canvas-shapes';
import { svgShapes } from '../render/svg-shapes';
import { toCsv } from '../util/csv';
import { type Deferred, deferred, renewed } from '../util/deferred';
import { type Formats, formats } from '../util/format';
import { aborted } from '../util/rfm-error';
import { failedState, foot, loadingState, messageState, tableView, titles, tooltip } from './chart-frame';
import { chartStyles } from './chart-styles';
import { definitionCard } from './definition-card';
import { RfmErrorEvent, RfmLoadEvent, RfmProgressEvent, RfmReadyEvent } from './events';
import { chartIcon, definitionIcon, tableIcon } from './icons';
import type { Caption, DataTable, Mark, Picture, Surroundings } from './picture';
import { pictureBlob, pictureText } from './picture-export';
import { isAnotherLoad, SourcedElement } from './sourced-element';
import { theme } from './theme';
import { toneReader } from './tone-reader';
import { nextStop } from './walk';

interface Answer<R> {
  result: R;
  source: Source;
}

/**
 * The frame of every chart: where its data come from, its states, its size, language and theme, keyboard and exports.
 * A chart adds its analysis, its words and its picture.
 */
export abstract class ChartElement<R extends Analysis<object, object>> extends SourcedElement {
  /** Properties beside those of the source whose change asks for another analysis. */
  static readonly analysisProperties: readonly string[] = [];
  static override styles: CSSResultGroup = [theme, chartStyles];

  #ready: Deferred<void> = deferred();
  #attachment: Attachment | null = null;
  #picture: Picture | null = null;
  #painted: Picture | null = null;
  #unsubscribe: (() => void) | null = null;
  #colors: ToneColor | null = null;
  readonly #language = new LanguageController(this);
  readonly #work: LatestController<Answer<R>> = new LatestController<Answer<R>>(this);
  readonly #size = new SizeController(this, (width) => this.plotHeight(width));
  readonly #sources = new SourceController(this, {
    request: () => this.openRequest(),
    reference: () => this.source,
    changed: () => this.requestUpdate(),
    progress: (progress) => {
      this.#work.progress(progress);
      if (this.#attachment?.own) this.dispatchEvent(new RfmProgressEvent(progress));
    },
    released: () => this.#release(),
  });

  @query('.plot') private plot!: HTMLElement | null;
  @query('canvas') private canvas!: HTMLCanvasElement | null;
  @query('.probe') private probe!: HTMLElement;
  @query('.panel') private panel!: HTMLElement | null;
  @query('[part~=definition-button]') private definitionButton!: HTMLElement | null;

  @state() private active: Mark | null = null;
  @state() private hovered: Mark | null = null;
  @state() private explaining = false;
  @state() private copied = false;

  /** Id of an `rfm-source`, or (as a property) that element or a `Source`. */
  @property() source: SourceRef;
  /** A line above the finding. */
  @property() heading = '';
  /** `chart`, or `table` with the same numbers. */
  @property({ reflect: true }) view: 'chart' | 'table' = 'chart';
  /** Language as a BCP 47 tag; that of the page where left out. */
  @property() locale: string | null | undefined;
  /** `light` or `dark`; that of the page with `auto`. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';
  /** Whether the chart takes part in the selection of its source: `all` or `none`. */
  @property() link: 'all' | 'none' = 'all';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = onLocaleRegistered(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#size.observe(null);
  }

  override requestUpdate(name?: PropertyKey, oldValue?: unknown, options?: PropertyDeclaration): void {
    // At once, not at the update: `chart.split = …; await chart.ready` has to mean the new picture.
    if (this.hasUpdated && this.#ready.settled && this.#asksAgain(name, oldValue)) this.#renew();
    super.requestUpdate(name, oldValue, options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const attachment = this.#sources.sync();
    const asked = this.hasUpdated && [...changed].some(([name, before]) => this.#asksAgain(name, before));
    if (attachment !== this.#attachment || asked) this.#begin(attachment);
    const only = [...changed.keys()];
    // Moving over marks is no reason to lay out again.
    const still =
      only.length > 0 &&
      only.every((name) => ['active', 'hovered', 'explaining', 'copied'].includes(String(name)));
    if (!still || !this.#picture) this.#compose();
  }

  protected override updated(): void {
    this.#size.observe(this.plot);
    this.#paint();
    // The size may just have become known: the picture that counts is the next one.
    if (!this.isUpdatePending) this.#settle();
  }

  /** The analysis behind the picture. */
  protected abstract analyse(source: Source, signal: AbortSignal): Promise<R>;
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

  /** Height of the plot where the page does not give one. */
  protected plotHeight(width: number): number {
    return Math.round(Math.min(560, Math.max(300, width * 0.58)));
  }

  /** Enter on a stop, or a click on a mark. */
  protected choose(_mark: Mark): void {}

  /** Sends the pointer's or keyboard's place away, after marks have become others. */
  protected leaveMarks(): void {
    this.active = null;
    this.hovered = null;
  }

  /** A new promise for each load: resolved when its first picture (or the empty state) stands, rejected with the `RfmError`. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** The full result behind the picture, with its table, summary and definition. */
  async result(): Promise<R> {
    return (await this.#answer()).result;
  }

  /** The result's full table as CSV, safe to open in a spreadsheet. */
  async toCsv(): Promise<string> {
    const { result } = await this.#answer();
    const names = result.table.schema.fields.map((field) => field.name);
    const rows = result.rows().map((row) => names.map((name): unknown => Reflect.get(row, name)));
    return toCsv(names, rows);
  }

  /** The picture with its finding as an SVG file of its own. */
  async toSvg(): Promise<string> {
    return pictureText(...(await this.#exported()));
  }

  /** The picture with its finding as PNG, at the density of the screen. */
  async toPng(): Promise<Blob> {
    return pictureBlob(...(await this.#exported()));
  }

  /** Takes back what is chosen in this chart. */
  clearSelection(): void {
    this.leaveMarks();
  }

  async #exported(): Promise<Parameters<typeof pictureText>> {
    const { result } = await this.#answer();
    await this.updateComplete;
    const around = this.#around(result);
    const picture = this.compose(result, around);
    const caption = this.caption(result, around);
    return [picture, caption, this.heading, around, this.#tones(), this.#fontFamily()];
  }

  async #answer(): Promise<Answer<R>> {
    await this.ready;
    const { state: now } = this.#work;
    if (now.kind !== 'done') throw now.kind === 'failed' ? now.error : aborted();
    return now.value;
  }

  #asksAgain(name: PropertyKey | undefined, before: unknown): boolean {
    const constructor = this.constructor as typeof ChartElement;
    return isAnotherLoad(this, name, before, ['source', ...constructor.analysisProperties]);
  }

  #begin(attachment: Attachment | null): void {
    const sameData = attachment !== null && attachment === this.#attachment;
    this.#attachment = attachment;
    if (this.#ready.settled) this.#renew();
    this.leaveMarks();
    const promise = attachment?.promise;
    if (!promise) {
      this.#work.stop();
      return;
    }
    this.#work.start(async (signal) => {
      const source = await promise;
      if (attachment.own && !sameData && !signal.aborted) this.dispatchEvent(new RfmLoadEvent(source.report));
      return { source, result: await this.analyse(source, signal) };
    }, sameData);
  }

  #compose(): void {
    const answer = this.#work.value;
    this.#picture =
      answer && !this.isEmpty(answer.result)
        ? this.compose(answer.result, this.#around(answer.result))
        : null;
  }

  #settle(): void {
    if (this.#ready.settled) return;
    const { state: now } = this.#work;
    if (now.kind === 'done') {
      this.#ready.resolve();
      this.dispatchEvent(new RfmReadyEvent());
    } else if (now.kind === 'failed') {
      this.#ready.reject(now.error);
      this.dispatchEvent(new RfmErrorEvent(now.error));
    }
  }

  #renew(): void {
    this.#ready = renewed(this.#ready);
  }

  #release(): void {
    this.#attachment = null;
    this.#work.stop();
    if (!this.#ready.settled) this.#ready.reject(aborted());
  }

  #around(result: R | null): Surroundings {
    const tag = this.locale || this.#language.tag;
    const f: Formats = formats(tag, result?.definition.currency ?? null);
    return { words: wordsFor(tag), f, measure: textMeasure(this.#fontFamily()), ...this.#size.size };
  }

  #fontFamily(): string {
    return getComputedStyle(this).fontFamily || 'system-ui, sans-serif';
  }

  #tones(): ToneColor {
    this.#colors ??= toneReader(this.probe);
    return this.#colors;
  }

  #paint(): void {
    const { canvas } = this;
    const picture = this.#picture;
    if (!canvas || !picture?.paint) return;
    if (picture === this.#painted && canvas.width > 0 && this.#colors) return;
    const { width, height } = this.#size.size;
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const context = canvas.getContext('2d');
    if (!context) return;
    context.scale(ratio, ratio);
    picture.paint(context, this.#tones());
    this.#painted = picture;
  }

  #retry(): void {
    const failed = this.#attachment;
    if (!failed) return;
    const before = failed.promise;
    failed.promise?.then(
      // The data are fine, the analysis was not.
      () => this.#begin(failed),
      () => failed.promise === before && failed.retry(),
    );
  }

  #onTheme(): void {
    this.#colors = null;
    this.requestUpdate();
  }

  #onPointer(event: PointerEvent): void {
    const picture = this.#picture;
    if (!picture) return;
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const mark = this.#markAt(picture, event, event.clientX - box.left, event.clientY - box.top);
    if (mark?.key !== this.hovered?.key) this.hovered = mark;
  }

  #markAt(picture: Picture, event: Event, x: number, y: number): Mark | null {
    if (picture.at) return picture.at(x, y);
    const key = event
      .composedPath()
      .find((node): node is SVGElement => node instanceof SVGElement && node.dataset['key'] !== undefined)
      ?.dataset['key'];
    return picture.stops.find((stop) => stop.key === key) ?? null;
  }

  #onKey(event: KeyboardEvent): void {
    const stops = this.#picture?.stops ?? [];
    if (event.key === 'Escape') {
      if (this.active || this.hovered) event.stopPropagation();
      this.clearSelection();
      return;
    }
    if ((event.key === 'Enter' || event.key === ' ') && this.active) {
      event.preventDefault();
      this.choose(this.active);
      return;
    }
    const next = nextStop(stops, this.active, event.key);
    if (!next) return;
    event.preventDefault();
    this.hovered = null;
    this.active = next;
  }

  #explain(open: boolean): void {
    this.explaining = open;
    this.copied = false;
    this.updateComplete.then(() => (open ? this.panel : this.definitionButton)?.focus());
  }

  async #copy(sql: readonly string[]): Promise<void> {
    await navigator.clipboard.writeText(sql.join(';\n\n'));
    this.copied = true;
  }

  override render(): TemplateResult {
    const { state: now } = this.#work;
    const answer = this.#work.value;
    const around = this.#around(answer?.result ?? null);
    const { words, f } = around;
    const empty = answer !== null && this.isEmpty(answer.result);
    const caption = answer && !empty ? this.caption(answer.result, around) : null;
    const busy = now.kind === 'running';
    const classes = { card: true, busy, narrow: around.width < 480 };
    return html`<section class=${classMap(classes)} part="card" aria-busy=${busy} aria-label=${this.heading || this.label(words)}>
      ${
        caption && answer
          ? html`<header part="header">
              ${titles(this.heading, caption)} ${this.#tools(words)}
              ${
                this.explaining
                  ? html`<div class="panel" id="definition" part="definition" role="dialog" tabindex="-1"
                      aria-label=${words.common.definition}
                      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#explain(false)}>
                      ${definitionCard(answer.result.definition, answer.source.report, words.common, f, {
                        close: () => this.#explain(false),
                        copy: () => this.#copy(answer.result.definition.sql),
                        copied: this.copied,
                      })}
                    </div>`
                  : nothing
              }
            </header>`
          : titles(this.heading, null)
      }
      ${this.#body(answer, empty, around)}
      ${caption ? foot(caption.notes) : nothing}
      <div class="unseen" aria-live="polite">${this.active?.label ?? ''}</div>
      <span class="probe" @transitionend=${this.#onTheme}></span>
    </section>`;
  }

  #tools(words: Words): TemplateResult {
    const table = this.view === 'table';
    const { showTable, showChart, definition } = words.common;
    const flip = (): void => {
      this.view = table ? 'chart' : 'table';
    };
    return html`<div class="tools" part="tools">
      <button type="button" class="tool" part="view-button" title=${table ? showChart : showTable}
        aria-label=${table ? showChart : showTable} @click=${flip}>
        <svg viewBox="0 0 16 16" aria-hidden="true">${table ? chartIcon : tableIcon}</svg>
      </button>
      <button type="button" class="tool" part="definition-button" title=${definition} aria-label=${definition}
        aria-expanded=${this.explaining} aria-controls="definition" @click=${() => this.#explain(!this.explaining)}>
        <svg viewBox="0 0 16 16" aria-hidden="true">${definitionIcon}</svg>
      </button>
    </div>`;
  }

  #body(answer: Answer<R> | null, empty: boolean, around: Surroundings): TemplateResult {
    const { state: now } = this.#work;
    const { words, f } = around;
    if (now.kind === 'failed') return failedState(now.error, words.common, () => this.#retry());
    if (now.kind === 'running' && !answer) return loadingState(now.progress, words.common, f);
    if (!answer) {
      const id = typeof this.source === 'string' && !this.#attachment ? this.source : '';
      return messageState(id ? words.common.waitingFor(id) : words.common.waiting);
    }
    if (empty) return messageState(words.common.empty);
    if (this.view === 'table') return tableView(this.tables(answer.result, around), words.common, f);
    const legend = this.legend(answer.result, around);
    return html`${legend === nothing ? nothing : html`<div class="legend" part="legend">${legend}</div>`}
      ${this.#plot(this.#picture, around)}`;
  }

  #plot(picture: Picture | null, around: Surroundings): TemplateResult {
    const { words, width, height } = around;
    const mark = this.hovered ?? this.active;
    const box = `0 0 ${width} ${height}`;
    return html`<div class="plot" part="plot" tabindex="0" role="application"
      aria-label="${this.label(words)}. ${words.common.keys}"
      style=${styleMap({ height: `${this.plotHeight(width)}px` })}
      @pointermove=${this.#onPointer} @pointerleave=${() => {
        this.hovered = null;
      }}
      @click=${() => this.hovered && this.choose(this.hovered)}
      @keydown=${this.#onKey} @blur=${() => {
        this.active = null;
      }}>
      <svg part=${picture?.paint ? nothing : 'chart'} viewBox=${box} aria-hidden="true">${svgShapes(picture?.under ?? [])}</svg>
      ${
        picture?.paint
          ? html`<canvas part="chart" aria-hidden="true"></canvas>
              <svg viewBox=${box} aria-hidden="true">${svgShapes(picture.over)}</svg>`
          : svg``
      }
      ${this.active ? html`<div class="ring" style=${styleMap(ringPlace(this.active))}></div>` : nothing}
      ${mark ? tooltip(mark.tip, mark, around) : nothing}
    </div>`;
  }
}

function ringPlace({ box }: Mark): Record<string, string> {
  return {
    left: `${box.x}px`,
    top: `${box.y}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
  };
}
