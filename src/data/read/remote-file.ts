import { RfmError } from '../../util/rfm-error';
import type { RandomAccess } from './random-access';

/** The end of a file that is fetched first: it holds the footer, and most of the index. */
const TAIL_BYTES = 1 << 16;

/**
 * A file of which stretches are fetched as they are needed; null where the server gives no stretches.
 * `size` is what the server has said of the whole.
 */
export async function openRanges(
  size: number,
  address: string,
  fetchRange: (range: string) => Promise<Response>,
): Promise<RandomAccess | null> {
  const tailAt = Math.max(0, size - TAIL_BYTES);
  const tail = await stretch(await fetchRange(rangeOf(tailAt, size)), tailAt, size);
  if (!tail) return null;
  const slice = async (start: number, end: number): Promise<Uint8Array> => {
    if (start >= tailAt) return tail.slice(start - tailAt, end - tailAt);
    const bytes = await stretch(await fetchRange(rangeOf(start, end)), start, end);
    if (bytes) return bytes;
    throw new RfmError(
      'network',
      `The server no longer gives the stretch of ${address} that was asked for. The file may have changed: load it again.`,
      { details: { url: address } },
    );
  };
  return { size, slice };
}

function rangeOf(start: number, end: number): string {
  return `bytes=${start}-${end - 1}`;
}

/** The bytes of an answer, where it is the stretch that was asked for. */
async function stretch(response: Response, start: number, end: number): Promise<Uint8Array | null> {
  const said = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
  if (response.status !== 206 || (said !== undefined && Number(said) !== start)) {
    await response.body?.cancel().catch(() => undefined);
    return null;
  }
  const bytes = await response.arrayBuffer();
  return bytes.byteLength === end - start ? new Uint8Array(bytes) : null;
}
