import type { RfmErrorCode } from '../../util/rfm-error';
import type { ReadOutcome, ReadRequest } from './read-request';
import type { Batch } from './transaction-encoder';

/** What the page tells the reader worker. */
export type ToReader =
  | { type: 'start'; request: ReadRequest; blob: Blob | null; total: number }
  | { type: 'chunk'; bytes: Uint8Array | null }
  | { type: 'ack' };

/** What the reader worker tells the page. */
export type FromReader =
  | { type: 'open' }
  | { type: 'pull' }
  | { type: 'batch'; batch: Batch }
  | { type: 'restart' }
  | { type: 'progress'; loaded: number; total: number }
  | { type: 'done'; outcome: ReadOutcome }
  | { type: 'failed'; error: WireError };

/** An RfmError as plain data: a class does not survive the way between threads. */
export interface WireError {
  code: RfmErrorCode;
  message: string;
  details: Record<string, unknown>;
}
