import type { Source } from '../../data/source';
import { type RfmError, toRfmError } from '../../util/rfm-error';
import { saveFile } from '../save-file';

interface Host {
  isConnected: boolean;
  requestUpdate(): void;
}

/** Collects the rows that were left out, which takes a second reading, and saves them. */
export class RejectedDownload {
  collecting = false;
  error: RfmError | null = null;
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  async start(source: Source, name: string): Promise<void> {
    this.#set(true, null);
    try {
      const rows = await source.rejectedRows();
      // Marked as UTF-8 for spreadsheets, which guess otherwise.
      if (this.#host.isConnected) saveFile(new Blob(['\ufeff', rows]), `${name}.csv`);
      this.#set(false, null);
    } catch (error) {
      this.#set(false, toRfmError(error));
    }
  }

  clear(): void {
    this.#set(this.collecting, null);
  }

  #set(collecting: boolean, error: RfmError | null): void {
    this.collecting = collecting;
    this.error = error;
    this.#host.requestUpdate();
  }
}
