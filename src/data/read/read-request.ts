import type { Mapping, Report } from '../../compute/results';
import type { PartialMapping, SourceOptions } from '../source-options';
import type { Look } from './looked-at';
import type { ReadingPlan } from './reading-plan';
import type { ReadPart } from './row-reader';
import type { Batch, EncodedCounts } from './transaction-encoder';

const READ_OPTIONS = [
  'asOf',
  'refund',
  'exclude',
  'header',
  'dateFormat',
  'encoding',
  'delimiter',
  'decimal',
  'sheet',
  'currency',
  'format',
  'refunds',
  'zeroAmounts',
  'grain',
] as const;

/** The options that reading depends on; plain data, so that they can go to a worker. */
export type ReadOptions = Pick<SourceOptions, (typeof READ_OPTIONS)[number]> & {
  /**
   * Set by the reader itself: the format was found in the rows, or those with the year in front are not to be believed,
   * since a program made them, day and month the wrong way round.
   */
  dates?: 'guessed' | 'half-swapped';
};

/** Only what reading depends on, as plain data: it may go to a worker. */
export function readOptions(options: SourceOptions): ReadOptions {
  return Object.fromEntries(
    READ_OPTIONS.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]),
  ) as ReadOptions;
}

export interface ReadRequest {
  mapping: PartialMapping;
  options: ReadOptions;
  /** Only the beginning is wanted: the reader throws it (`seenBy`) instead of reading on, with what is known already. */
  look?: Partial<Look>;
  /** Whether every row that is left out is handed out, with the batches. */
  rejected?: boolean;
  /** Which of the inputs this is. */
  part?: ReadPart;
  /** Set by `readTogether`: what inputs that are read as one table share. */
  joint?: Joint;
}

/** What the first of several inputs has settled for all of them. */
export interface Joint {
  plan: ReadingPlan | null;
  /** What the input being read is called; null where it is the only one. */
  input: string | null;
}

/** What further inputs can be read on from. */
export interface Memory {
  /** The request with all that was learned. */
  request: ReadRequest;
  joint: Joint;
  /** What is known of the inputs with rows; null as long as none has come. */
  outcome: ReadOutcome | null;
  /** What is said of those without. */
  empty: Note[];
  /** How many there are of both. */
  inputs: number;
  /** What the first is called. */
  name: string | undefined;
}

export type Note = Report['notes'][number];

/** What is known once all has been read. */
export interface ReadOutcome extends EncodedCounts {
  duplicateRows: number;
  mapping: Mapping;
  confidence: Readonly<Record<string, number>>;
  columns: string[];
  encoding: string | null;
  delimiter: string | null;
  dateFormat: string | null;
  decimal: string | null;
  currency: string | null;
  notes: Note[];
}

/** Where encoded rows go. */
export interface ReadSink {
  /** Takes a batch; the reader waits for it, so that rows never pile up. */
  batch(batch: Batch): Promise<void>;
  /** All batches so far are void: reading begins again, having learned more. */
  restart(): Promise<void>;
  /** Bytes (or rows) read so far; `total` is 0 where it is not known. */
  progress(loaded: number, total: number): void;
}
