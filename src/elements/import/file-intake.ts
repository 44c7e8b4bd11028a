import type { ImportWords } from '../../locales/words-import';
import type { DropHandlers } from './drop-zone';
import { partMapping, type SavedMapping } from './mapping-file';
import { filesOf, pastedFiles, textFile } from './pasted';

interface Host {
  requestUpdate(): void;
}

interface Options {
  words(): ImportWords;
  picker(): HTMLInputElement;
  zone(): HTMLElement;
  /** Takes files of data, with the mapping that was dropped among them; without files: the mapping alone. */
  take(files: readonly File[], saved: SavedMapping | null): void;
}

/** Takes files by drop, picker and paste, and hands them on. */
export class FileIntake {
  /** Whether something is held over the zone. */
  over = false;
  /** A word on what to do now. */
  note = '';
  readonly handlers: DropHandlers;
  readonly #host: Host;
  readonly #options: Options;

  constructor(host: Host, options: Options) {
    this.#host = host;
    this.#options = options;
    this.handlers = {
      pick: () => options.picker().click(),
      picked: () => {
        const picker = options.picker();
        void this.take([...(picker.files ?? [])]);
        // Else the same file, mended, could not be chosen again.
        picker.value = '';
      },
      paste: () => void this.#paste(),
      pasted: (event) => {
        event.preventDefault();
        void this.take(pastedFiles(event.clipboardData, options.words().pasted));
      },
      over: (event) => {
        event.preventDefault();
        this.#hover(true);
      },
      leave: () => this.#hover(false),
      drop: (event) => {
        event.preventDefault();
        this.#hover(false);
        void this.take(filesOf(event.dataTransfer));
      },
    };
  }

  say(note: string): void {
    this.note = note;
    this.#host.requestUpdate();
  }

  #hover(over: boolean): void {
    this.over = over;
    this.#host.requestUpdate();
  }

  /** Takes files, a saved mapping among them. */
  async take(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const { saved, data } = await partMapping(files);
    this.#options.take(data, saved);
  }

  /** By the button: where the browser does not hand the clipboard over, by the keys. */
  async #paste(): Promise<void> {
    const words = this.#options.words();
    try {
      const text = await navigator.clipboard.readText();
      if (text.trim() !== '') return void this.take([textFile(text, words.pasted)]);
    } catch {
      // Not allowed, or no text: the keys always work.
    }
    this.say(words.pasteKeys);
    this.#options.zone().focus();
  }
}
