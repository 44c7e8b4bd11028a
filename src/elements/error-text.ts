import type { Report } from '../compute/results';
import type { ProblemWords } from '../locales/words-problems';
import type { Formats } from '../util/format';
import type { RfmError } from '../util/rfm-error';

/** What happened and what to do, in the language of the page; in English where that has no words for it. */
export function errorText({ code, message, details }: RfmError, words: ProblemWords, f: Formats): string {
  const text = words.errors[code]?.(details, f);
  if (text === undefined) return message;
  return typeof details.input === 'string' ? words.ofInput({ input: details.input, text }) : text;
}

/** What a report notes, likewise. */
export function noteText(
  { code, message, details = {} }: Report['notes'][number],
  words: ProblemWords,
  f: Formats,
): string {
  const text = words.notes[code]?.(details, f);
  if (text === undefined) return message;
  return typeof details.input === 'string' ? words.ofInput({ input: details.input, text }) : text;
}
