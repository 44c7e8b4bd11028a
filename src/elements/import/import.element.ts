import { type CSSResultGroup, html, LitElement, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { SourceController, type SourceRef } from '../../controllers/source-controller';
import { enImport } from '../../locales/en-import';
import { bringEnglish } from '../../locales/registry';
import type { Words } from '../../locales/words';
import { type Formats, formats } from '../../util/format';
import { RfmErrorEvent, RfmLoadEvent, RfmProgressEvent, RfmReadyEvent } from '../events';
import { saveFile } from '../save-file';
import { Speech } from '../speech';
import { theme } from '../theme';
import { type ImportInput, isOpen } from './draft';
import { dropZone } from './drop-zone';
import { FileIntake } from './file-intake';
import { ImportFlow } from './import-flow';
import { importStyles } from './import-styles';
import { mappingFile, type SavedMapping } from './mapping-file';
import { RejectedDownload } from './rejected-download';
import type { Step } from './step';
import { type StepHandlers, stepPanel } from './step-panel';

bringEnglish({ importer: enImport });

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
 * @csspart add - The button that adds its rows to those that are loaded, where it has the same columns.
 * @csspart save-mapping - The button that saves the choices as a file, to be dropped with the next export.
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

  /** Whether the last step was taken here: then the focus goes along with it. */
  #acted = false;
  #shown: Step['kind'] = 'idle';
  /** Whether loading was asked for before the last choice had been looked at. */
  #waiting = false;
  readonly #speech = new Speech(this);
  readonly #flow = new ImportFlow(this, {
    storage: () => (this.noMemory ? null : () => window.localStorage),
    provider: () => this.#sources.provider,
    loaded: ({ report }, own) =>
      this.#announce(...(own ? [new RfmLoadEvent(report)] : []), new RfmReadyEvent()),
    failed: (error) => this.#announce(new RfmErrorEvent(error)),
  });
  readonly #intake: FileIntake = new FileIntake(this, {
    words: () => this.#words.importer,
    picker: () => this.picker,
    zone: () => this.zone,
    take: (files, saved) => this.#takeFiles(files, saved),
  });
  readonly #rejected: RejectedDownload = new RejectedDownload(this);
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
  /** Whether loading was asked for while something was still open. */
  @state() private pressed = false;

  /** Id of an `rfm-source`, or (as a property) that element; the enclosing one where left out. */
  @property() source: SourceRef;
  /** Remembers no choice of columns in the browser's storage. */
  @property({ type: Boolean, attribute: 'no-memory' }) noMemory = false;
  /** Language as a BCP 47 tag; that of the page where left out. */
  @property() locale: string | null | undefined;
  /** `light` or `dark`; that of the page with `auto`. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';

  protected override async scheduleUpdate(): Promise<void> {
    const { coming } = this.#speech;
    if (coming) await coming;
    await super.scheduleUpdate();
  }

  protected override willUpdate(): void {
    this.#flow.follow(this.#sources.sync());
  }

  protected override updated(): void {
    if (this.#waiting && !this.#flow.drafting.busy) queueMicrotask(() => this.#load());
    const { kind } = this.#flow.step;
    if (kind === this.#shown) return;
    this.#shown = kind;
    if (!this.#acted) return;
    (this.panelTitle ?? this.zone).focus();
    // Looking and loading lead on by themselves.
    if (kind !== 'looking' && kind !== 'loading') this.#acted = false;
  }

  /** Opens a file, several of one shape, or anything else that can be loaded, as if it had been dropped. */
  open(input: ImportInput, name = ''): void {
    const files = [input].flat().filter((one) => one instanceof File);
    // A saved mapping may be among them.
    if (files.length > 0 && !name) void this.#intake.take(files);
    else this.#open(input, name, null);
  }

  /** Lets go of a file that is open but not loaded, back to what the source holds. */
  dismiss(): void {
    this.#intake.say('');
    this.#flow.drafting.dismiss();
    this.requestUpdate();
  }

  get #words(): Words {
    return this.#speech.words;
  }

  #act(step: () => void): void {
    this.#acted = true;
    this.pressed = false;
    this.#rejected.clear();
    step();
    this.requestUpdate();
  }

  async #announce(...events: Event[]): Promise<void> {
    await this.updateComplete;
    for (const event of events) this.dispatchEvent(event);
  }

  /** Several files are read as one table: a file a day, or a month. */
  #takeFiles(files: readonly File[], saved: SavedMapping | null): void {
    const [first, ...more] = files;
    const { importer } = this.#words;
    if (first) {
      const name =
        more.length === 0
          ? first.name
          : importer.several({ name: first.name, more: more.length }, this.#formats(null));
      this.#open(more.length === 0 ? first : files, name, saved);
    } else if (saved && !this.#flow.drafting.use(saved)) this.#intake.say(importer.mappingAlone);
  }

  #open(input: ImportInput, name: string, saved: SavedMapping | null): void {
    this.#intake.say('');
    this.#act(() => this.#flow.take(name || this.#words.importer.name, input, saved));
  }

  readonly #onStep: StepHandlers = {
    choose: (draft) => this.#flow.drafting.look(draft, true),
    forget: (draft, seen) => this.#flow.drafting.forget(draft, seen),
    load: (event) => {
      event.preventDefault();
      this.#load();
    },
    dismiss: () => this.#act(() => this.#flow.drafting.dismiss()),
    stop: () => this.#act(() => this.#flow.stop()),
    retry: () => this.#act(() => this.#flow.retry()),
    change: () => this.#act(() => this.#flow.change()),
    download: (source) => void this.#rejected.start(source, this.#words.importer.rejectedFile),
    lookBackFrom: (source, asOf) => {
      source.rewind(asOf);
      this.requestUpdate();
    },
    add: () => this.#act(() => this.#flow.add()),
    save: (draft, seen) => saveFile(mappingFile(draft, seen), `${draft.name}.mapping.json`),
  };

  /** Loads what stands in the form, or goes to what is still open in it. */
  #load(): void {
    const { step } = this.#flow;
    this.#waiting = this.#flow.drafting.busy;
    if (this.#waiting || step.kind !== 'draft') return;
    if (!isOpen(step.draft, step.seen)) {
      this.#act(() => this.#flow.load());
      return;
    }
    this.pressed = true;
    this.renderRoot.querySelector<HTMLElement>('.invalid select, .question input')?.focus();
  }

  #formats(currency: string | null): Formats {
    return formats(this.#speech.tag, currency);
  }

  override render(): TemplateResult {
    const { step } = this.#flow;
    const words = this.#words;
    const compact = step.kind !== 'idle';
    const { pressed } = this;
    const { over, note, handlers } = this.#intake;
    const { collecting, error: collectError } = this.#rejected;
    const f = this.#formats(step.kind === 'loaded' ? step.source.report.currency : null);
    return html`<div class="frame">
      ${dropZone({ compact, over, note }, words.importer, handlers)}
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
