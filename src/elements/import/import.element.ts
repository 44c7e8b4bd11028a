import { type CSSResultGroup, html, LitElement, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { LanguageController } from '../../controllers/language-controller';
import { SourceController, type SourceRef } from '../../controllers/source-controller';
import type { Source } from '../../data/source';
import { onLocaleRegistered, wordsComing, wordsFor } from '../../locales/registry';
import type { Words } from '../../locales/words';
import { type Formats, formats } from '../../util/format';
import { type RfmError, toRfmError } from '../../util/rfm-error';
import { RfmErrorEvent, RfmLoadEvent, RfmProgressEvent, RfmReadyEvent } from '../events';
import { saveFile } from '../save-file';
import { theme } from '../theme';
import { type ImportInput, isOpen } from './draft';
import { type DropHandlers, dropZone } from './drop-zone';
import { ImportFlow, type Step } from './import-flow';
import { importStyles } from './import-styles';
import { filesOf, pastedFiles, textFile } from './pasted';
import { type StepHandlers, stepPanel } from './step-panel';

/**
 * Takes a file by drop, picker or paste, shows its first rows, asks what is not clear, loads it into the `rfm-source` it
 * lies in or names, and accounts for every row.
 *
 * @tag rfm-import
 * @csspart drop - The place for a file.
 * @csspart choose - The button that opens the file picker.
 * @csspart paste - The button that takes what was copied.
 * @csspart form - What is known of a file before it is loaded.
 * @csspart preview - Its first rows.
 * @csspart columns - Which column is what.
 * @csspart writing - How dates, amounts and text are written.
 * @csspart question - What the values do not decide.
 * @csspart load - The button that loads the file.
 * @csspart cancel - The button that lets go of it.
 * @csspart state - How far looking or loading has come.
 * @csspart stop - The button that stops it.
 * @csspart error - What went wrong, and what to do.
 * @csspart retry - The button that tries again.
 * @csspart report - What became of the rows.
 * @csspart notes - What the reader noticed.
 * @csspart download - The button that saves the rows left out.
 * @csspart change - The button that goes back to the columns.
 * @fires rfm-progress - How far the load has come.
 * @fires rfm-load - The rows are in; carries the report.
 * @fires rfm-ready - The report stands.
 * @fires rfm-error - A file could not be read or loaded; it is said in place as well.
 */
export class RfmImport extends LitElement {
  static override styles: CSSResultGroup = [theme, importStyles];

  #unsubscribe: (() => void) | null = null;
  /** Whether the last step was taken here: then the focus goes along with it. */
  #acted = false;
  #shown: Step['kind'] = 'idle';
  /** Whether loading was asked for before the last choice had been looked at. */
  #waiting = false;
  readonly #language = new LanguageController(this);
  readonly #flow = new ImportFlow(this, {
    storage: () => (this.noMemory ? null : () => window.localStorage),
    provider: () => this.#sources.provider,
    loaded: ({ report }, own) =>
      this.#announce(...(own ? [new RfmLoadEvent(report)] : []), new RfmReadyEvent()),
    failed: (error) => this.#announce(new RfmErrorEvent(error)),
  });
  readonly #sources: SourceController = new SourceController(this, {
    request: () => null,
    reference: () => this.source,
    changed: () => this.requestUpdate(),
    progress: (progress) => {
      this.#flow.progress(progress);
      if (this.#flow.own) this.dispatchEvent(new RfmProgressEvent(progress));
    },
    released: () => this.#flow.follow(null),
  });

  @query('input[type=file]') private picker!: HTMLInputElement;
  @query('.drop') private zone!: HTMLElement;
  @query('#title') private panelTitle!: HTMLElement | null;
  @state() private over = false;
  @state() private note = '';
  /** Whether loading was asked for while something was still open. */
  @state() private pressed = false;
  /** Whether the rejected rows are being collected, and why that failed. */
  @state() private collecting = false;
  @state() private collectError: RfmError | null = null;

  /** Id of an `rfm-source`, or (as a property) that element; the enclosing one where left out. */
  @property() source: SourceRef;
  /** Remembers no choice of columns in the browser's storage. */
  @property({ type: Boolean, attribute: 'no-memory' }) noMemory = false;
  /** Language as a BCP 47 tag; that of the page where left out. */
  @property() locale: string | null | undefined;
  /** `light` or `dark`; that of the page with `auto`. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';

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

  protected override willUpdate(): void {
    this.#flow.follow(this.#sources.sync());
  }

  protected override updated(): void {
    if (this.#waiting && !this.#flow.looking) queueMicrotask(() => this.#load());
    const { kind } = this.#flow.step;
    if (kind === this.#shown) return;
    this.#shown = kind;
    if (!this.#acted) return;
    (this.panelTitle ?? this.zone).focus();
    // Looking and loading lead on by themselves.
    if (kind !== 'looking' && kind !== 'loading') this.#acted = false;
  }

  /** Opens a file, several of one shape, or anything else that can be loaded, as if it had been dropped. */
  open(input: ImportInput, name: string = input instanceof File ? input.name : ''): void {
    this.note = '';
    this.#act(() => this.#flow.take(name || this.#words.importer.name, input));
  }

  /** Lets go of a file that is open but not loaded, back to what the source holds. */
  dismiss(): void {
    this.note = '';
    this.#flow.dismiss();
    this.requestUpdate();
  }

  get #words(): Words {
    return wordsFor(this.locale || this.#language.tag);
  }

  #act(step: () => void): void {
    this.#acted = true;
    this.pressed = false;
    this.collectError = null;
    step();
    this.requestUpdate();
  }

  async #announce(...events: Event[]): Promise<void> {
    await this.updateComplete;
    for (const event of events) this.dispatchEvent(event);
  }

  readonly #onDrop: DropHandlers = {
    pick: () => this.picker.click(),
    picked: () => {
      this.#openFiles([...(this.picker.files ?? [])]);
      // Else the same file, mended, could not be chosen again.
      this.picker.value = '';
    },
    paste: () => void this.#paste(),
    pasted: (event) => {
      event.preventDefault();
      this.#openFiles(pastedFiles(event.clipboardData, this.#words.importer.pasted));
    },
    over: (event) => {
      event.preventDefault();
      this.over = true;
    },
    leave: () => {
      this.over = false;
    },
    drop: (event) => {
      event.preventDefault();
      this.over = false;
      this.#openFiles(filesOf(event.dataTransfer));
    },
  };

  /** Several files are read as one table: a file a day, or a month. */
  #openFiles(files: readonly File[]): void {
    const [first, ...more] = files;
    if (!first) return;
    if (more.length === 0) this.open(first);
    else
      this.open(
        files,
        this.#words.importer.several({ name: first.name, more: more.length }, this.#formats(null)),
      );
  }

  /** By the button: where the browser does not hand the clipboard over, by the keys. */
  async #paste(): Promise<void> {
    const { importer } = this.#words;
    try {
      const text = await navigator.clipboard.readText();
      if (text.trim() !== '') return this.open(textFile(text, importer.pasted));
    } catch {
      // Not allowed, or no text: the keys always work.
    }
    this.note = importer.pasteKeys;
    this.zone.focus();
  }

  readonly #onStep: StepHandlers = {
    choose: (draft) => this.#flow.choose(draft),
    forget: (draft, seen) => this.#flow.forget(draft, seen),
    load: (event) => {
      event.preventDefault();
      this.#load();
    },
    dismiss: () => this.#act(() => this.#flow.dismiss()),
    stop: () => this.#act(() => this.#flow.stop()),
    retry: () => this.#act(() => this.#flow.retry()),
    change: () => this.#act(() => this.#flow.change()),
    download: (source) => void this.#download(source),
  };

  /** Loads what stands in the form, or goes to what is still open in it. */
  #load(): void {
    const { step } = this.#flow;
    this.#waiting = this.#flow.looking;
    if (this.#waiting || step.kind !== 'draft') return;
    if (!isOpen(step.draft, step.seen)) {
      this.#act(() => this.#flow.load());
      return;
    }
    this.pressed = true;
    this.renderRoot.querySelector<HTMLElement>('.invalid select, .question input')?.focus();
  }

  async #download(source: Source): Promise<void> {
    this.collecting = true;
    this.collectError = null;
    try {
      const rows = await source.rejectedRows();
      // Marked as UTF-8 for spreadsheets, which guess otherwise.
      if (this.isConnected) saveFile(new Blob(['\ufeff', rows]), `${this.#words.importer.rejectedFile}.csv`);
    } catch (error) {
      this.collectError = toRfmError(error);
    } finally {
      this.collecting = false;
    }
  }

  #formats(currency: string | null): Formats {
    return formats(this.locale || this.#language.tag, currency);
  }

  override render(): TemplateResult {
    const { step } = this.#flow;
    const words = this.#words;
    const compact = step.kind !== 'idle';
    const { over, note, pressed, collecting, collectError } = this;
    const f = this.#formats(step.kind === 'loaded' ? step.source.report.currency : null);
    return html`<div class="frame">
      ${dropZone({ compact, over, note }, words.importer, this.#onDrop)}
      ${stepPanel(step, { pressed, collecting, collectError }, { words, f }, this.#onStep)}
      <div class="unseen" role="status">${this.#status(step, words)}</div>
    </div>`;
  }

  /** What a screen reader is told when a step is reached; figures that run are for the eye. */
  #status(step: Step, { importer: w, common }: Words): string {
    if (step.kind === 'looking') return w.looking(step.draft.name);
    if (step.kind !== 'loading') return '';
    return `${w.loading(step.name)}${common.stop} ${common.loading[step.progress?.phase ?? 'reading']}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rfm-import': RfmImport;
  }
}
