import { dayOf, isoOf } from '../../util/calendar';
import { RfmError } from '../../util/rfm-error';
import type { SampleRow } from './csv-dialect';
import type { RandomAccess } from './random-access';
import { walkXml, type XmlSeen } from './xml';
import { damaged, ZipArchive } from './zip';

const MAIN = 'xl/workbook.xml';

interface Sheet {
  name: string;
  path: string;
  hidden: boolean;
}

/** Formats of numbers that Excel knows by their number alone and that show a date. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Day 0 of a workbook. Excel counts a 29th of February 1900, so its days before March 1900 lie one later. */
const EPOCH_1900 = dayOf(1899, 12, 30);
const EPOCH_1904 = dayOf(1904, 1, 1);
const MARCH_1900 = 61;

/** Excel has columns up to XFD. */
const MOST_COLUMNS = 16_384;
/** Cells with something in them: a tab could not hold the texts of more. */
const MOST_CELLS = 100_000_000;

/** An Excel workbook (.xlsx) whose sheets can be read as rows of texts. */
export class Workbook {
  readonly sheets: readonly string[];
  private readonly archive: ZipArchive;
  private readonly all: readonly Sheet[];
  private readonly since1904: boolean;
  private cells: Promise<CellTexts> | undefined;

  private constructor(archive: ZipArchive, all: readonly Sheet[], since1904: boolean) {
    this.archive = archive;
    this.all = all;
    this.sheets = all.map(({ name }) => name);
    this.since1904 = since1904;
  }

  /** Opens a workbook; another archive is refused by its name. */
  static async open(file: RandomAccess): Promise<Workbook> {
    const archive = await ZipArchive.open(await file.slice(0, file.size));
    if (!archive.names.includes(MAIN)) throw noWorkbook(archive);
    const targets = new Map<string, string>();
    await walkPart(archive, 'xl/_rels/workbook.xml.rels', {
      opened(name, { Id = '', Target = '' }) {
        if (name === 'Relationship') targets.set(Id, pathOf(Target));
      },
    });
    const all: Sheet[] = [];
    let since1904 = false;
    await walkPart(archive, MAIN, {
      opened(tag, attributes) {
        if (tag === 'workbookPr') since1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
        if (tag !== 'sheet') return;
        const [, id = ''] = Object.entries(attributes).find(([name]) => name.endsWith(':id')) ?? [];
        const path = targets.get(id) ?? '';
        const { name = '', state = 'visible' } = attributes;
        if (archive.names.includes(path) && path.includes('worksheet'))
          all.push({ name, path, hidden: state !== 'visible' });
      },
    });
    return new Workbook(archive, all, since1904);
  }

  /** The sheets that Excel shows; all of them where it shows none. */
  get visible(): string[] {
    const shown = this.all.filter(({ hidden }) => !hidden);
    return (shown.length > 0 ? shown : this.all).map(({ name }) => name);
  }

  /** The name of the sheet that is meant: by name or by number from 1; else the first that is not hidden. */
  choose(sheet: string | number | undefined): string {
    const wanted = String(sheet ?? '').trim();
    const list = this.sheets.map((name) => `"${name}"`).join(', ');
    if (this.sheets.length === 0)
      throw new RfmError('no-rows', 'The workbook has no sheet with a table. Choose another file.');
    if (wanted === '') return this.visible[0]!;
    const fold = (name: string): string => name.trim().toLowerCase();
    const found =
      this.sheets.find((name) => name === wanted) ??
      this.sheets.find((name) => fold(name) === fold(wanted)) ??
      (/^\d+$/.test(wanted) ? this.sheets[Number(wanted) - 1] : undefined);
    if (found !== undefined) return found;
    throw new RfmError('invalid-option', `sheet: the workbook has no sheet "${wanted}". It has: ${list}.`, {
      details: { option: 'sheet', value: sheet, sheets: [...this.sheets] },
    });
  }

  /** The rows of a sheet that hold anything, with their numbers; cells as texts, dates as YYYY-MM-DD; `stop` after so many. */
  async rows(name: string, stop: number = Number.POSITIVE_INFINITY): Promise<SampleRow[]> {
    const { path } = this.all.find((sheet) => sheet.name === name)!;
    this.cells ??= cellTexts(this.archive, this.since1904);
    const reader = new SheetReader(await this.cells);
    await walkPart(this.archive, path, {
      opened: (tag, attributes) => reader.opened(tag, attributes),
      closed: (tag, text) => reader.closed(tag, text),
      enough: () => reader.rows.length >= stop,
    });
    return reader.rows.slice(0, stop);
  }
}

/** What makes a text of a cell's type, style and content. */
type CellTexts = (type: string, style: number, text: string) => string;

/** By the texts and styles that the cells of a workbook refer to by number. */
async function cellTexts(archive: ZipArchive, since1904: boolean): Promise<CellTexts> {
  const shared = await sharedTexts(archive);
  const dates = await dateStyles(archive);
  return (type, style, text) => {
    switch (type) {
      case 's':
        return shared[Number(text)] ?? '';
      case 'b':
        return text === '1' ? 'true' : 'false';
      case 'e':
        return '';
      case 'inlineStr':
      case 'str':
      case 'd':
        return unescaped(text);
      default:
        return dates[style] ? dateText(Number(text), since1904) : numberText(text);
    }
  };
}

function dateText(serial: number, since1904: boolean): string {
  if (!Number.isFinite(serial)) return '';
  const whole = Math.floor(serial);
  if (since1904) return isoOf(EPOCH_1904 + whole);
  return isoOf(EPOCH_1900 + whole + (whole < MARCH_1900 ? 1 : 0));
}

/** The texts that cells refer to by number. */
async function sharedTexts(archive: ZipArchive): Promise<readonly string[]> {
  const texts: string[] = [];
  const runs = new TextRuns();
  await walkPart(archive, 'xl/sharedStrings.xml', {
    opened: (tag) => runs.opened(tag),
    closed(tag, text) {
      runs.closed(tag, text);
      if (tag === 'si') texts.push(unescaped(runs.take()));
    },
  });
  return texts;
}

/** Which of the styles show a number as a date. */
async function dateStyles(archive: ZipArchive): Promise<readonly boolean[]> {
  const styles: boolean[] = [];
  const own = new Map<number, boolean>();
  let ofCells = false;
  await walkPart(archive, 'xl/styles.xml', {
    opened(tag, { numFmtId = '0', formatCode = '' }) {
      const format = Number(numFmtId);
      if (tag === 'numFmt') own.set(format, showsDate(formatCode));
      if (tag === 'cellXfs') ofCells = true;
      if (tag === 'xf' && ofCells) styles.push(own.get(format) ?? DATE_FORMATS.has(format));
    },
    closed(tag) {
      if (tag === 'cellXfs') ofCells = false;
    },
  });
  return styles;
}

/** The rows of a sheet, gathered from its elements as they come. */
class SheetReader {
  readonly rows: SampleRow[] = [];
  private readonly textOf: CellTexts;
  private readonly runs = new TextRuns();
  private line = 0;
  private held = 0;
  private cells: string[] = [];
  private column = -1;
  private type = 'n';
  private style = 0;
  private value: string | undefined;

  constructor(textOf: CellTexts) {
    this.textOf = textOf;
  }

  opened(tag: string, { r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    if (tag === 'row') {
      const line = Number(r);
      this.line = Number.isInteger(line) && line > 0 ? line : this.line + 1;
      this.cells = [];
      this.column = -1;
    } else if (tag === 'c') {
      this.column = columnOf(r) ?? this.column + 1;
      if (this.column >= MOST_COLUMNS) throw new Error(`no sheet has a column ${r}`);
      this.type = t;
      this.style = Number(s);
      this.value = undefined;
    } else this.runs.opened(tag);
  }

  closed(tag: string, text: string): void {
    this.runs.closed(tag, text);
    if (tag === 'v') this.value = text;
    if (tag === 'is') this.value = this.runs.take();
    if (tag === 'c') this.placed();
    if (tag === 'row' && this.cells.length > 0) this.rows.push({ cells: this.cells, line: this.line });
  }

  private placed(): void {
    const text = this.value === undefined ? '' : this.textOf(this.type, this.style, this.value);
    if (text === '') return;
    this.held += 1;
    if (this.held > MOST_CELLS) throw tooLarge();
    // Places before it stay empty: a single cell may stand in the last column of each row.
    this.cells[this.column] = text;
  }
}

/** Text in runs of different looks, without the readings of Chinese characters. */
class TextRuns {
  private text = '';
  private reading = false;

  opened(tag: string): void {
    if (tag === 'rPh') this.reading = true;
  }

  closed(tag: string, text: string): void {
    if (tag === 'rPh') this.reading = false;
    if (tag === 't' && !this.reading) this.text += text;
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return text;
  }
}

/** Goes through a part of a workbook; a part that is missing holds nothing. */
async function walkPart(archive: ZipArchive, path: string, seen: XmlSeen): Promise<void> {
  if (!archive.names.includes(path)) return;
  try {
    await walkXml(archive.pieces(path), seen);
  } catch (cause) {
    throw cause instanceof RfmError ? cause : damaged(cause);
  }
}

/** Text without the escapes that Excel puts into it (`_x000D_`). */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** A number as people would write it: Excel keeps some as 1.7E+4. */
function numberText(value: string): string {
  return /e/i.test(value) && Number.isFinite(Number(value)) ? String(Number(value)) : value.trim();
}

/** The column of a place: `C7` is in 2, `AA1` in 26; undefined where it names none. */
function columnOf(place: string | undefined): number | undefined {
  let number = 0;
  for (let at = 0; place && isCapital(place.charCodeAt(at)); at += 1)
    number = number * 26 + place.charCodeAt(at) - 64;
  return number > 0 ? number - 1 : undefined;
}

function isCapital(code: number): boolean {
  return code > 64 && code < 91;
}

/** Whether a format has a year or a day in it, outside quoted text, colours and padding. */
function showsDate(code: string): boolean {
  return /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, ''));
}

/** Where a part of the workbook lies, as its list of parts names it. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

function tooLarge(): RfmError {
  const part = `more than ${MOST_CELLS.toLocaleString('en')} cells`;
  return new RfmError(
    'out-of-memory',
    `The workbook holds more than can be read from Excel's format (${part}). Save the table as CSV or Parquet and load that.`,
    { details: { part } },
  );
}

function noWorkbook(archive: ZipArchive): RfmError {
  const refuse = (name: string, todo: string): RfmError =>
    new RfmError('format-unknown', `This is ${name}, which cannot be read as a table. ${todo}`, {
      details: { format: name },
    });
  const has = (pattern: RegExp): boolean => archive.names.some((name) => pattern.test(name));
  const save = 'Save it as an Excel workbook (.xlsx) or as CSV (UTF-8) and load that.';
  if (has(/^xl\/workbook\.bin$/)) return refuse('a binary Excel workbook (.xlsb)', save);
  if (has(/^content\.xml$/)) return refuse('an OpenDocument file', save);
  if (has(/^(word|ppt)\//)) return refuse('a Word or PowerPoint document', save);
  return refuse('a ZIP archive', 'Unpack it and load the table inside.');
}
