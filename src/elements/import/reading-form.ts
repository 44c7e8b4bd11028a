import { html, type TemplateResult } from 'lit';
import type { Inspection } from '../../data/inspect';
import type { ImportWords, ReadingPart } from '../../locales/words-import';
import { lastCall } from '../../util/last-call';
import { type Choice, choice } from './choices';
import { type Draft, withReading } from './draft';

/** Encodings that tables of purchases come in; any other can be set on the source. */
const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
];

/** How the file is written, each with what was found and a way to say otherwise. */
export function readingForm(
  draft: Draft,
  seen: Inspection | null,
  words: ImportWords,
  locale: string,
  choose: (draft: Draft) => void,
): TemplateResult {
  const found: Partial<Record<ReadingPart, string>> = seen ? foundReading(seen, words, locale) : {};
  const sheets = (seen?.sheets ?? []).map((name): Choice => [name, name]);
  const choices = { ...readingChoices(words, locale), sheet: sheets };
  const parts = partsOf(draft, seen);
  // That there is a header is what everybody expects.
  const told = parts.filter((part) => part !== 'header' || !seen?.header);
  const summary = told
    .map((part) => nameOf(draft.reading[part], choices[part]) ?? found[part])
    .filter((text) => text && text !== words.unknown);
  return html`<details class="writing" part="writing" ?open=${seen === null || seen.sheets.length > 1}>
    <summary>${words.writing}<span class="found">${summary.join(' · ')}</span></summary>
    <div class="fields">
      ${parts.map((part) =>
        choice(
          { name: part, label: words.reading[part], value: draft.reading[part] ?? '' },
          [['', words.automatic(found[part] ?? '…')], ...choices[part]],
          (value) => choose(withReading(draft, part, value)),
        ),
      )}
    </div>
  </details>`;
}

/** Only text has an encoding and signs between its fields, and only workbooks have sheets. */
function partsOf(draft: Draft, seen: Inspection | null): ReadingPart[] {
  const { format = 'csv', sheets = [] } = seen ?? {};
  const applies: Partial<Record<ReadingPart, boolean>> = {
    sheet: sheets.length > 1,
    header: format === 'csv' || format === 'xlsx',
    encoding: format === 'csv',
    delimiter: format === 'csv',
  };
  const parts: ReadingPart[] = [
    'sheet',
    'header',
    'encoding',
    'delimiter',
    'decimal',
    'dateFormat',
    'currency',
  ];
  return parts.filter((part) => applies[part] !== false || draft.reading[part] !== undefined);
}

function foundReading(seen: Inspection, words: ImportWords, locale: string): Record<ReadingPart, string> {
  return {
    header: words.header[seen.header ? 'yes' : 'no'],
    encoding: encodingName(seen.encoding ?? ''),
    delimiter: words.delimiters[seen.delimiter ?? ''] ?? seen.delimiter ?? '',
    decimal: words.decimals[seen.decimal],
    dateFormat: seen.dateFormat ? (words.dateFormats[seen.dateFormat] ?? seen.dateFormat) : words.unknown,
    sheet: seen.sheet ?? '',
    currency: seen.currency ? currencyName(seen.currency, locale) : words.unknown,
  };
}

const readingChoices = lastCall(
  (words: ImportWords, locale: string): Record<ReadingPart, readonly Choice[]> => ({
    header: Object.entries(words.header),
    encoding: ENCODINGS.map((name) => [name, encodingName(name)]),
    delimiter: Object.entries(words.delimiters),
    decimal: Object.entries(words.decimals),
    dateFormat: Object.entries(words.dateFormats),
    sheet: [],
    currency: Intl.supportedValuesOf('currency').map((code) => [code, currencyName(code, locale)]),
  }),
);

function nameOf(value: string | undefined, choices: readonly Choice[]): string | undefined {
  return choices.find(([key]) => key === value)?.[1] ?? value;
}

export function encodingName(name: string): string {
  return /^(utf|gb|euc)/.test(name) ? name.toUpperCase() : name.replace(/^(.)/, (sign) => sign.toUpperCase());
}

/** `EUR, Euro` */
function currencyName(code: string, locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'currency', fallback: 'none' }).of(code);
  return name ? `${code}, ${name}` : code;
}
