import type { ProblemWords } from '../locales/words-problems';
import type { Formats } from '../util/format';

/** Options as a definition states them, each with its name and value as people read them; what was left open is left out. */
export function optionTexts(
  options: Readonly<Record<string, unknown>>,
  words: ProblemWords['options'],
  f: Formats,
): string[] {
  return Object.entries(options).flatMap(([key, value]) => {
    const { name = key, values = {} } = Object.hasOwn(words, key) ? words[key]! : {};
    const text = textOf(value, f);
    return text === '' ? [] : [`${name} ${Object.hasOwn(values, text) ? values[text] : text}`];
  });
}

function textOf(value: unknown, f: Formats): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return f.decimal(value, 4);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value))
    return value.some((one) => typeof one === 'object') ? JSON.stringify(value) : listOf(value, f);
  return Object.entries(value)
    .map(([key, one]) => [key, textOf(one, f)])
    .filter(([, text]) => text !== '')
    .map(([key, text]) => `${key} ${text}`)
    .join('; ');
}

/** Parted by blanks as well, since a comma may be a decimal sign. */
const listOf = (values: readonly unknown[], f: Formats): string =>
  values.map((one) => textOf(one, f)).join(', ');
