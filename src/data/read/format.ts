import { RfmError } from '../../util/rfm-error';
import { detectEncoding } from './encoding';

/** What the kit reads. */
export type Format = 'csv' | 'json' | 'ndjson' | 'arrow-file' | 'arrow-stream';

interface Signature {
  bytes: readonly number[];
  name: string;
  todo: string;
}

const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));

const UNPACK = 'Unpack it and load what is inside.';
const EXPORT = 'Export the table as CSV (UTF-8) and load that.';

/** Files people do drop here, told by their first bytes, that are not read. */
const REFUSED: readonly Signature[] = [
  { bytes: ascii('%PDF'), name: 'a PDF document', todo: EXPORT },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Excel workbook (.xls)', todo: EXPORT },
  { bytes: ascii('PK\x03\x04'), name: 'an Excel workbook or archive packed by gzip', todo: UNPACK },
  { bytes: ascii('PAR1'), name: 'a Parquet file packed by gzip', todo: UNPACK },
  { bytes: ascii('Rar!'), name: 'a RAR archive', todo: 'Unpack it and load the table inside.' },
  { bytes: ascii('7z\xbc\xaf'), name: 'a 7-Zip archive', todo: 'Unpack it and load the table inside.' },
  {
    bytes: [0x28, 0xb5, 0x2f, 0xfd],
    name: 'a file packed with Zstandard',
    todo: 'Unpack it and load the table inside.',
  },
  { bytes: ascii('BZh'), name: 'a file packed with bzip2', todo: 'Unpack it and load the table inside.' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture', todo: EXPORT },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture', todo: EXPORT },
  { bytes: ascii('GIF8'), name: 'a GIF picture', todo: EXPORT },
  { bytes: ascii('SQLite format 3'), name: 'an SQLite database', todo: EXPORT },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a program', todo: EXPORT },
];

/** What a format may be declared as, and what it is here. */
const DECLARED: Readonly<Record<string, DeclaredFormat>> = {
  csv: 'csv',
  tsv: 'csv',
  txt: 'csv',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  parquet: 'parquet',
  arrow: 'arrow',
  feather: 'arrow',
  xlsx: 'zip',
};

type DeclaredFormat = 'csv' | 'json' | 'ndjson' | NonNullable<ReturnType<typeof binaryFormat>>;

/** The format that the caller declares; null where the content is to tell. */
function declaredFormat(option: string | undefined): DeclaredFormat | null {
  const name = option?.trim().toLowerCase();
  if (!name || name === 'auto') return null;
  if (Object.hasOwn(DECLARED, name)) return DECLARED[name]!;
  throw new RfmError(
    'invalid-option',
    `format: "${option}" is not known. Use csv, json, ndjson, parquet, arrow or xlsx, or leave it out: the content tells.`,
    { details: { option: 'format', value: option } },
  );
}

/** Throws where bytes that are no text are not what was declared, or text was declared to be something else. */
export function checkDeclared(option: string | undefined, found: ReturnType<typeof binaryFormat>): void {
  const declared = declaredFormat(option);
  const wanted = declared === 'csv' || declared === 'json' || declared === 'ndjson' ? null : declared;
  if (declared === null || wanted === found) return;
  throw new RfmError(
    'format-unknown',
    `The format was said to be "${option}", but the content is ${found ? NAMES[found] : 'something else'}. Correct \`format\`, or leave it out: the content tells.`,
    { details: { declared: option, format: found ?? 'text' } },
  );
}

const NAMES = { parquet: 'Parquet', arrow: 'Arrow', zip: 'a workbook or another ZIP archive' } as const;

/**
 * The format of a file by its first bytes (unpacked, where it was gzip), among texts that which is declared. Throws what
 * cannot be read, by its name.
 */
export function detectFormat(sample: Uint8Array, declared?: string): Format {
  if (startsWith(sample, ascii('ARROW1'))) return 'arrow-file';
  if (startsWith(sample, [0xff, 0xff, 0xff, 0xff])) return 'arrow-stream';
  const refused = REFUSED.find(({ bytes }) => startsWith(sample, bytes));
  if (refused)
    throw new RfmError(
      'format-unknown',
      `This is ${refused.name}, which cannot be read as a table. ${refused.todo}`,
      {
        details: { format: refused.name },
      },
    );
  const said = declaredFormat(declared);
  if (said === 'csv' || said === 'json' || said === 'ndjson') return said;
  const text = new TextDecoder().decode(sample.subarray(0, 2048)).trimStart();
  if (/^<(!doctype|html|\?xml|head|body)/i.test(text))
    throw new RfmError(
      'format-unknown',
      'This is a web page or XML, not a table. Where it came from an address, the server may have answered with an error page.',
      { details: { format: 'html' } },
    );
  if (isBinary(sample))
    throw new RfmError('format-unknown', `This is not a text: it cannot be read as a table. ${EXPORT}`, {
      details: { format: 'binary' },
    });
  if (/^\[\s*[{\]]/.test(text)) return 'json';
  return /^\{\s*"/.test(text) ? 'ndjson' : 'csv';
}

/** Control characters that a short text may well hold. */
const STRAY = 8;

/** Whether control characters make up more of the sample than a damaged text would have; UTF-16 is full of zeros. */
function isBinary(sample: Uint8Array): boolean {
  const looked = sample.subarray(0, 1 << 14);
  const encoding = detectEncoding(looked, undefined);
  if (encoding.startsWith('utf-16')) return false;
  let control = 0;
  for (const byte of looked)
    if (byte < 0x20 && !(byte >= 0x07 && byte <= 0x0d) && byte !== 0x1b) control += 1;
  return control > Math.max(looked.length * 0.03, STRAY);
}

/** Formats that are no text and are read by readers of their own. */
export function binaryFormat(head: Uint8Array): 'parquet' | 'arrow' | 'zip' | null {
  if (startsWith(head, ascii('PK\x03\x04')) || startsWith(head, ascii('PK\x05\x06'))) return 'zip';
  if (startsWith(head, ascii('PAR1'))) return 'parquet';
  return startsWith(head, ascii('ARROW1')) || startsWith(head, [0xff, 0xff, 0xff, 0xff]) ? 'arrow' : null;
}

export function isGzip(sample: Uint8Array): boolean {
  return sample[0] === 0x1f && sample[1] === 0x8b;
}

function startsWith(sample: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => sample[i] === byte);
}
