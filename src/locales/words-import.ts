import type { Formats } from '../util/format';

/** What is asked of the columns of a file. `times` is the second factor of a product. */
export type ColumnPart = 'customer' | 'date' | 'amount' | 'times' | 'order' | 'profit' | 'dimensions';

/** How a file is written, as far as it can be set. */
export type ReadingPart =
  | 'header'
  | 'encoding'
  | 'delimiter'
  | 'decimal'
  | 'dateFormat'
  | 'sheet'
  | 'currency';

export interface ImportWords {
  name: string;
  drop: string;
  formats: string;
  choose: string;
  paste: string;
  /** Where the clipboard cannot be read by a button. */
  pasteKeys: string;
  /** What pasted cells are called, as a file. */
  pasted: string;
  /** What several files are called together. */
  several(p: { name: string; more: number }, f: Formats): string;
  noSource: string;
  looking(name: string): string;
  /** One line on what the file is. */
  about(p: { format: string; columns: number }, f: Formats): string;
  columns: string;
  part: Record<ColumnPart, string>;
  pick: string;
  none: string;
  noOrder: string;
  noTimes: string;
  unclear: string;
  /** How sure a guess is, 0 to 1. */
  guessed(confidence: number, f: Formats): string;
  remembered: string;
  /** Columns of a saved mapping that the file does not have. */
  strangers(names: readonly string[]): string;
  forget: string;
  /** Which parts are still to be chosen. */
  missing(parts: readonly string[]): string;
  question(date: string): string;
  reads(p: { date: string; format: string }): string;
  letRowsDecide: string;
  answerFirst: string;
  ambiguous: string;
  asOfQuestion: string;
  upToRest(date: string): string;
  upToLast(date: string): string;
  upToOther: string;
  writing: string;
  reading: Record<ReadingPart, string>;
  /** A choice left to the kit, with what it found. */
  automatic(found: string): string;
  header: Record<'yes' | 'no', string>;
  delimiters: Record<string, string>;
  decimals: Record<'.' | ',', string>;
  dateFormats: Record<string, string>;
  unknown: string;
  preview(rows: number, f: Formats): string;
  load: string;
  /** Where its rows could be added to those that are loaded. */
  loadInstead: string;
  add: string;
  saveMapping: string;
  /** A mapping file came without data. */
  mappingAlone: string;
  giveUp: string;
  readAutomatically: string;
  stop: string;
  stopped: string;
  loading(name: string): string;
  failed(name: string): string;
  /** Headings by the code of an error; the message below says more. */
  errors: Record<string, string>;
  change: string;
  loaded(p: { name: string; customers: number; from: string; to: string }, f: Formats): string;
  used(p: { used: number; read: number }, f: Formats): string;
  ledger: string;
  rows: string;
  amount: string;
  read: string;
  usedRows: string;
  refunds: string;
  leftOut(reason: string): string;
  samples(p: { reason: string; rows: number; shown: number }, f: Formats): string;
  file: string;
  line: string;
  text: string;
  download: string;
  downloading: string;
  /** Name of the downloaded file, without its ending. */
  rejectedFile: string;
  facts: Record<
    | 'customers'
    | 'dates'
    | 'currency'
    | 'zero'
    | 'duplicate'
    | 'refundOnly'
    | 'encoding'
    | 'delimiter'
    | 'decimal'
    | 'dateFormat',
    string
  >;
}
