/** Of the characters beyond ASCII, so many may be spoilt: a file is not in another encoding for one bad byte. */
const SPOILT = 0.01;

/** The sample read in an encoding; null where it is not in it. A character cut off at its end is no fault. */
export function textIn(sample: Uint8Array, encoding: string): string | null {
  const text = new TextDecoder(encoding).decode(sample, { stream: true });
  const spoilt = text.match(/\ufffd/g)?.length ?? 0;
  if (spoilt === 0) return text;
  const beyond = text.match(/[^\0-\x7f]/g)?.length ?? 0;
  return spoilt > beyond * SPOILT ? null : text;
}
