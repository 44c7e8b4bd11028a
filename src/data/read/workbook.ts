import { dayOf, isoOf } from '../../util/calendar';
import { RfmError } from '../../util/rfm-error';
import type { SampleRow } from './csv-dialect';
import type { RandomAccess } from './random-access';
import { attribute, elements, plainText } from './xml';
import { ZipArchive } from './zip';

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

/** An Excel workbook (.xlsx) whose sheets can be read as rows of texts. */
export class Workbook {
  readonly sheets: readonly string[];
  private readonly archive: ZipArchive;
  private readonly all: readonly Sheet[];
  private readonly since1904: boolean;
  private shared: string[] | undefined;
  private dateStyles: boolean[] | undefined;

  private constructor(archive: ZipArchive, all: readonly Sheet[], since1904: boolean) {
    this.archive = archive;
    this.all = all;
    this.sheets = all.map(({ name }) => name);
    this.since1904 = since1904;
  }

  /** Opens a workbook; another archive is refused by its name. */
  static async open(file: RandomAccess): Promise<Workbook> {
    const archive = await ZipArchive.open(file);
    if (!archive.has(MAIN)) throw noWorkbook(archive);
    const targets = new Map<string, string>();
    for await (const one of elements(archive.read('xl/_rels/workbook.xml.rels'), 'Relationship'))
      targets.set(attribute(one, 'Id') ?? '', pathOf(attribute(one, 'Target') ?? ''));
    const all: Sheet[] = [];
    for await (const one of elements(archive.read(MAIN), 'sheet')) {
      const path = targets.get(/\s(?:[\w.-]+:)id\s*=\s*["']([^"']*)["']/.exec(one)?.[1] ?? '');
      const hidden = (attribute(one, 'state') ?? 'visible') !== 'visible';
      if (path && archive.has(path) && path.includes('worksheet'))
        all.push({ name: attribute(one, 'name') ?? '', path, hidden });
    }
    let since1904 = false;
    for await (const one of elements(archive.read(MAIN), 'workbookPr'))
      since1904 = /^(1|true)$/.test(attribute(one, 'date1904') ?? '');
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
    const shared = await this.sharedTexts();
    const dates = await this.dates();
    const rows: SampleRow[] = [];
    let line = 0;
    for await (const row of elements(this.archive.read(path), 'row')) {
      line = Number(ROW_NUMBER.exec(row)?.[1] ?? line + 1);
      const cells = this.cells(row, shared, dates);
      if (cells.length > 0) rows.push({ cells, line });
      if (rows.length >= stop) break;
    }
    return rows;
  }

  private cells(row: string, shared: readonly string[], dates: readonly boolean[]): string[] {
    const cells: string[] = [];
    let column = 0;
    for (const [, head = '', inner] of row.matchAll(CELL)) {
      const place = /\sr=["']([A-Z]+)/.exec(head)?.[1];
      if (place) column = numberOf(place);
      if (inner !== undefined) {
        const text = this.cell(head, inner, shared, dates);
        if (text !== '') {
          while (cells.length < column) cells.push('');
          cells[column] = text;
        }
      }
      column += 1;
    }
    return cells;
  }

  private cell(head: string, inner: string, shared: readonly string[], dates: readonly boolean[]): string {
    const type = /\st=["'](\w+)["']/.exec(head)?.[1] ?? 'n';
    if (type === 'inlineStr') return textOf(inner);
    const value = VALUE.exec(inner)?.[1];
    if (value === undefined) return '';
    switch (type) {
      case 's':
        return shared[Number(value)] ?? '';
      case 'b':
        return value === '1' ? 'true' : 'false';
      case 'e':
        return '';
      case 'str':
      case 'd':
        return plainText(value);
      default: {
        const style = Number(/\ss=["'](\d+)["']/.exec(head)?.[1] ?? 0);
        return dates[style] ? this.date(Number(value)) : numberText(value);
      }
    }
  }

  private date(serial: number): string {
    if (!Number.isFinite(serial)) return '';
    const whole = Math.floor(serial);
    if (this.since1904) return isoOf(EPOCH_1904 + whole);
    return isoOf(EPOCH_1900 + whole + (whole < MARCH_1900 ? 1 : 0));
  }

  /** The texts that cells refer to by number, without readings of Chinese characters. */
  private async sharedTexts(): Promise<string[]> {
    if (this.shared) return this.shared;
    const texts: string[] = [];
    if (this.archive.has('xl/sharedStrings.xml'))
      for await (const one of elements(this.archive.read('xl/sharedStrings.xml'), 'si'))
        texts.push(textOf(one));
    this.shared = texts;
    return texts;
  }

  /** Which of the styles show a number as a date. */
  private async dates(): Promise<boolean[]> {
    if (this.dateStyles) return this.dateStyles;
    const styles: boolean[] = [];
    if (this.archive.has('xl/styles.xml')) {
      const own = new Map<number, boolean>();
      for await (const one of elements(this.archive.read('xl/styles.xml'), 'numFmt'))
        own.set(Number(attribute(one, 'numFmtId')), showsDate(attribute(one, 'formatCode') ?? ''));
      for await (const list of elements(this.archive.read('xl/styles.xml'), 'cellXfs'))
        for (const [style] of list.matchAll(/<(?:[\w.-]+:)?xf\b[^>]*>/g)) {
          const format = Number(attribute(style, 'numFmtId') ?? 0);
          styles.push(own.get(format) ?? DATE_FORMATS.has(format));
        }
    }
    this.dateStyles = styles;
    return styles;
  }
}

const ROW_NUMBER = /^<[^>]*?\sr=["'](\d+)["']/;
const CELL = /<(?:[\w.-]+:)?c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:[\w.-]+:)?c>)/g;
const VALUE = /<(?:[\w.-]+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:[\w.-]+:)?v>/;
const TEXT = /<(?:[\w.-]+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:[\w.-]+:)?t>/g;
const READING = /<(?:[\w.-]+:)?rPh\b[\s\S]*?<\/(?:[\w.-]+:)?rPh>/g;

function textOf(element: string): string {
  const plain = element.includes('rPh') ? element.replace(READING, '') : element;
  return [...plain.matchAll(TEXT)].map(([, text]) => plainText(text!)).join('');
}

/** A number as people would write it: Excel keeps some as 1.7E+4. */
function numberText(value: string): string {
  return /e/i.test(value) && Number.isFinite(Number(value)) ? String(Number(value)) : value.trim();
}

/** `C` is 2, `AA` is 26. */
function numberOf(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** Whether a format has a year or a day in it, outside quoted text, colours and padding. */
function showsDate(code: string): boolean {
  return /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, ''));
}

/** Where a part of the workbook lies, as its list of parts names it. */
function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
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
