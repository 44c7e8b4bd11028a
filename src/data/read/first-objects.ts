import { RfmError } from '../../util/rfm-error';
import { decode } from './bytes';

/** The first whole objects, at most `most`, of JSON in UTF-8 that may be cut off: an array of them, or one after another. */
export function firstObjects(sample: Uint8Array, most: number): Record<string, unknown>[] {
  const text = decode(sample, 0, sample.length);
  const objects: Record<string, unknown>[] = [];
  for (let at = text.indexOf('{'); at >= 0 && objects.length < most; ) {
    const end = objectEnd(text, at);
    if (end < 0) break;
    objects.push(parse(text.slice(at, end)));
    at = text.indexOf('{', end);
  }
  return objects;
}

/** The place behind the object that begins at `start`; -1 where it is cut off. */
function objectEnd(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{') depth += 1;
    else if (sign === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new RfmError(
      'file-unreadable',
      `The file begins like JSON but cannot be read as such (${cause instanceof Error ? cause.message : cause}). Load an array of objects, or one object a line.`,
      { cause },
    );
  }
}
