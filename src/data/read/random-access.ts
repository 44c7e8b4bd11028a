import { RfmError } from '../../util/rfm-error';

/** Bytes of which any stretch can be had. */
export interface RandomAccess {
  readonly size: number;
  slice(start: number, end: number): Promise<Uint8Array>;
}

export class BlobAccess implements RandomAccess {
  readonly size: number;
  private readonly blob: Blob;

  constructor(blob: Blob) {
    this.blob = blob;
    this.size = blob.size;
  }

  async slice(start: number, end: number): Promise<Uint8Array> {
    try {
      return new Uint8Array(await this.blob.slice(start, end).arrayBuffer());
    } catch (cause) {
      throw new RfmError(
        'file-unreadable',
        'The file can no longer be read. It may have been changed, moved or closed since it was chosen: choose it again.',
        { cause },
      );
    }
  }
}
