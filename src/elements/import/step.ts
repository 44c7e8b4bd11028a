import type { Inspection } from '../../data/inspect';
import type { Source } from '../../data/source';
import type { Progress } from '../../data/source-options';
import { RfmError } from '../../util/rfm-error';
import type { Draft } from './draft';

/** Where the import stands. */
export type Step =
  | { kind: 'idle'; stopped: boolean }
  | { kind: 'looking'; draft: Draft }
  | { kind: 'unreadable'; draft: Draft; error: RfmError }
  /** `addable`: its rows can be added to those that are loaded. */
  | { kind: 'draft'; draft: Draft; seen: Inspection; addable: boolean; problem: Problem | null }
  | { kind: 'loading'; name: string; progress: Progress | null }
  | { kind: 'failed'; name: string; error: RfmError }
  /** `seen` is what was known of the file before; null where the host has loaded it. */
  | { kind: 'loaded'; name: string; source: Source; seen: Inspection | null };

/** Why a draft that was to be loaded stands there again. */
export type Problem = 'stopped' | 'homeless' | RfmError;

/** Whether loading came to its end without a row that decides the order of day and month. */
export function asksForDates(problem: Problem | null): boolean {
  const missing = problem instanceof RfmError ? problem.details.missing : null;
  return Array.isArray(missing) && missing.includes('dateFormat');
}
