import type { Formats } from '../util/format';
import type { RfmErrorCode } from '../util/rfm-error';

type Details = Readonly<Record<string, unknown>>;

/** What errors, notes and rules say. What has no words here is shown as it came, in English. */
export interface ProblemWords {
  /** What happened and what to do, by the error's code. */
  errors: Partial<Record<RfmErrorCode, (details: Details, f: Formats) => string>>;
  /** Of several files: which one it was. */
  ofInput(p: { input: string; text: string }): string;
  /** What is noted of a load, by the note's code. */
  notes: Record<string, (details: Details, f: Formats) => string>;
  /** What a result rests on, by the rule's code. */
  rules: Record<string, (details: Details, f: Formats) => string>;
  /** Options of an analysis by their names in script, and what their values are called. */
  options: Record<string, { name: string; values?: Record<string, string> }>;
}
