import { RfmError } from '../../util/rfm-error';
import { eastAsianEncoding } from './east-asian';
import { textIn } from './text-in';

/** Encodings told by the marks at the start of a file. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The encoding of a file by its first bytes: a declared one, a mark, the pattern of zeros, validity, then frequency. */
export function detectEncoding(sample: Uint8Array, declared: string | undefined): string {
  if (declared) return checkEncoding(declared);
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => sample[i] === byte));
  if (marked) return marked[0];
  const wide = zeroPattern(sample);
  if (wide) return wide;
  if (textIn(sample, 'utf-8') !== null) return 'utf-8';
  return eastAsianEncoding(sample) ?? 'windows-1252';
}

function checkEncoding(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch (cause) {
    throw new RfmError(
      'encoding-unknown',
      `No browser knows the encoding "${name}". Use a name such as utf-8, windows-1252, gb18030, big5, shift_jis or utf-16le.`,
      { cause, details: { encoding: name } },
    );
  }
}

/** Whether the sample says nothing of the encoding: that of the rest may be any that ASCII is part of. */
export function isAscii(sample: Uint8Array): boolean {
  return sample.every((byte) => byte < 0x80);
}

/** Text in UTF-16 without a mark: every second byte of its ASCII characters is zero. */
function zeroPattern(sample: Uint8Array): string | null {
  const length = Math.min(sample.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (sample[i] === 0) even += 1;
    if (sample[i + 1] === 0) odd += 1;
  }
  if (odd > length * 0.3 && even < length * 0.05) return 'utf-16le';
  if (even > length * 0.3 && odd < length * 0.05) return 'utf-16be';
  return null;
}

/** The same bytes as UTF-8, as a stream; UTF-8 itself goes through untouched but for its mark. */
export async function* toUtf8(
  chunks: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<Uint8Array> {
  if (encoding === 'utf-8') {
    yield* withoutMark(chunks);
    return;
  }
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of chunks) yield encoder.encode(decoder.decode(chunk, { stream: true }));
  yield encoder.encode(decoder.decode());
}

async function* withoutMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const chunk of chunks) {
    yield first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf ? chunk.subarray(3) : chunk;
    first = false;
  }
}
