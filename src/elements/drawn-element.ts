import type { PropertyValues } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Analysis } from '../compute/results';
import { SizeController } from '../controllers/size-controller';
import { textMeasure } from '../render/canvas-shapes';
import { formats } from '../util/format';
import { lastCall } from '../util/last-call';
import { ownTurn } from '../util/own-turn';
import { MarksCanvas } from './marks-canvas';
import { asItIs, maskedNames } from './masked-names';
import { pageTextScale } from './page-text';
import { type Caption, type DataTable, type Picture, type Surroundings, surroundings } from './picture';
import type { pictureText as TextOfPicture } from './picture-export';
import { resultCsv } from './result-csv';
import { sampledCaption } from './sampled';
import { selectedCaption } from './selection-chip';
import { ShapeMotion } from './shape-motion';
import { WordedElement } from './worded-element';

/** Width of the plot below which there is less air and no second line of legend. */
export const NARROW = 480;

/** An element with a picture: laid out again when something it rests on has changed, drawn, and exported. */
export abstract class DrawnElement<R extends Analysis<object, object>, E = null> extends WordedElement<R, E> {
  #view: { picture: Picture; caption: Caption } | null = null;
  #basis: readonly unknown[] = [];
  /** The last result that a task was asked for. */
  #turned: R | null = null;
  #sizing: Promise<void> | null = null;
  readonly #surroundings = lastCall(surroundings);
  readonly #masked = lastCall(maskedNames);
  readonly #marks = new MarksCanvas(this, () => this.probe);
  readonly #size = new SizeController(this, (width) => this.plotHeight(width));
  readonly #motion = new ShapeMotion(this);

  @query('.plot') protected plot!: HTMLElement | null;
  @query('canvas') private canvas!: HTMLCanvasElement | null;
  @query('.probe') private probe!: HTMLElement | null;

  /** A line above the finding. */
  @property() heading = '';
  /** Shows numbers in the place of customers' ids, for meetings; in files that are saved, too. */
  @property({ type: Boolean, attribute: 'mask-customers' }) maskCustomers = false;

  /** The picture as it is to be seen now, and its words; null as long as there are none. */
  protected get drawn(): { picture: Picture; caption: Caption } | null {
    const { now } = this.#motion;
    return this.#view && now ? { ...this.#view, picture: { ...this.#view.picture, ...now } } : this.#view;
  }

  /** Results come to many elements at once: the first picture of one is drawn in a task of its own. */
  protected override async scheduleUpdate(): Promise<void> {
    const result = this.work.value?.result;
    if (result && result !== this.#turned) {
      this.#turned = result;
      await ownTurn();
    }
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // Asking for the width lays the page out: only as long as it is not known.
    if (!this.#size.seen) this.#assumeWidth();
    this.#compose(changed.size > 0);
  }

  protected override updated(): void {
    this.#marks.paint(this.canvas, this.#view?.picture, this.#size.size);
    if (this.#size.follows(this.plot)) this.settle();
    else this.#sizing ??= this.#takeSize();
  }

  #assumeWidth(): void {
    const width = this.clientWidth / pageTextScale();
    this.#size.assume(width - (width < NARROW + 32 ? 24 : 32));
  }

  /** In a task of its own: to ask for the size has the page lay out what was drawn, which can take as long as to draw it. */
  async #takeSize(): Promise<void> {
    await ownTurn();
    this.#sizing = null;
    // Where it is another the picture that counts is the next one.
    if (this.isConnected && this.#size.observe(this.plot)) this.requestUpdate();
    else this.settle();
  }

  /** The picture of a result, pure in what it is given and the element's own options. */
  protected abstract compose(result: R, around: Surroundings): Picture;
  /** The words around the picture. */
  protected abstract caption(result: R, around: Surroundings): Caption;
  /** The numbers of the picture, for `view="table"`. */
  protected abstract tables(result: R, around: Surroundings): DataTable[];
  /** Whether there is nothing to draw. */
  protected isEmpty(result: R): boolean {
    return result.table.numRows === 0;
  }

  /** Height of the plot where the page does not give one. */
  protected plotHeight(width: number): number {
    return Math.round(Math.min(560, Math.max(300, width * 0.58)));
  }

  /** The result to show: that of the analysis, with what is being changed by hand. */
  protected get shown(): R | null {
    return this.work.value?.result ?? null;
  }

  /** What the picture rests on beside result, words, size and selection. */
  protected get basis(): readonly unknown[] {
    return [];
  }

  /** The result's full table as CSV, safe to open in a spreadsheet. */
  async toCsv(): Promise<string> {
    return resultCsv((await this.answer()).result, this.around.nameOf);
  }

  /** The picture with its finding as an SVG file of its own. */
  async toSvg(): Promise<string> {
    // Asked for by few: it comes when it is.
    const [{ pictureText }, parts] = await Promise.all([import('./picture-export'), this.#exported()]);
    return pictureText(...parts);
  }

  /** The picture with its finding as PNG, at the density of the screen. */
  async toPng(): Promise<Blob> {
    const [{ pictureBlob }, parts] = await Promise.all([import('./picture-export'), this.#exported()]);
    return pictureBlob(...parts);
  }

  async #exported(): Promise<Parameters<typeof TextOfPicture>> {
    const { result } = await this.answer();
    await this.updateComplete;
    const { around } = this;
    const picture = this.compose(result, around);
    const caption = this.#caption(result, around);
    return [picture, caption, this.heading, around, this.#marks.colors(), this.#fontFamily()];
  }

  /** Draws the picture at the size that its place has now, at once: who prints waits for no frame. */
  fit(): void {
    // A height that follows the width is there after the first.
    for (let turn = 0; turn < 2 && this.#size.measure(); turn++) {
      this.requestUpdate();
      this.performUpdate();
    }
  }

  #caption(result: R, around: Surroundings): Caption {
    const caption = selectedCaption(this.caption(result, around), this.chosen, around);
    return sampledCaption(caption, result.definition, around);
  }

  /** Lays out again where something it rests on has changed; moving over marks is no such thing. */
  #compose(options: boolean): void {
    const { around, shown: result } = this;
    const basis = [result, around, this.chosen, ...this.basis];
    if (!options && sameParts(basis, this.#basis)) return;
    this.#basis = basis;
    this.#view = null;
    if (!result || this.isEmpty(result)) return;
    try {
      const caption = this.#caption(result, around);
      this.#view = { picture: this.compose(result, around), caption };
      const answer = this.work.value;
      if (answer) this.#motion.to(this.#view.picture, answer, around.width);
    } catch (error) {
      // A picture that cannot be drawn is a failure to be shown, not an empty box.
      this.work.fail(error);
    }
  }

  /** What words and pictures are made with now. */
  protected get around(): Surroundings {
    const { tag, words } = this.speech;
    const answer = this.work.value;
    const f = formats(tag, answer?.result.definition.currency ?? null);
    const report = answer?.source.report ?? null;
    const { width, height } = this.#size.size;
    const nameOf = this.maskCustomers && answer ? this.#masked(answer.source, words, f) : asItIs;
    const measure = textMeasure(this.#font(answer, width, height));
    return this.#surroundings(words, f, measure, report, width, height, nameOf);
  }

  /** As it was with the last answer or size: to ask at each brush has the page reckon its styles in the midst of it. */
  readonly #font = lastCall((..._since: readonly unknown[]) => this.#fontFamily());

  #fontFamily(): string {
    return getComputedStyle(this).fontFamily || 'system-ui, sans-serif';
  }

  /** The page has other colours now. */
  protected readonly recolour = (): void => {
    this.#marks.forget();
    this.requestUpdate();
  };
}

function sameParts(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index]);
}
