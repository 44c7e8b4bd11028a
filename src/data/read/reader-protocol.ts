import type { RfmErrorCode } from '../../util/rfm-error';
import type { ReadOutcome, ReadRequest } from './read-request';
import type { Batch } from './transaction-encoder';

/** An input as the reader worker gets it: a Blob, which it reads by itself, or nothing but a place to ask for. */
export interface InputAtReader {
  name: string | undefined;
  blob: Blob | null;
  total: number;
}

export interface StartReader {
  type: 'start';
  /** Null: the inputs are further ones of those read last. */
  request: ReadRequest | null;
  inputs: InputAtReader[];
  /** The address of the Parquet decoder. */
  parquet: string;
}

/** What the page tells the reader worker. An answer is what was asked for under that id. */
export type ToReader =
  | StartReader
  | { type: 'answer'; id: number; answer: Uint8Array | Blob | number | null }
  | { type: 'ack' };

/** What the reader worker tells the page. */
export type FromReader =
  | { type: 'open'; input: number }
  /** Asks for the next chunk of the input that is open; null is its end. */
  | { type: 'pull'; id: number }
  /** Asks for an input as a Blob, or for its size where stretches of it can be had. */
  | { type: 'whole'; id: number; input: number }
  | { type: 'slice'; id: number; input: number; start: number; end: number }
  | { type: 'batch'; batch: Batch }
  | { type: 'restart' }
  | { type: 'progress'; loaded: number; total: number }
  /** `remembers`: further inputs can be read on from here. */
  | { type: 'done'; outcome: ReadOutcome; remembers: boolean }
  /** The format needs the reader of tables, which is another script. */
  | { type: 'reader-missing' }
  | { type: 'failed'; error: WireError };

/** An RfmError as plain data: a class does not survive the way between threads. */
export interface WireError {
  code: RfmErrorCode;
  message: string;
  details: Record<string, unknown>;
}

type Kind = 'number' | 'object' | 'boolean';

/** The parts of each message, by which those of another script are told. */
const PARTS: { [T in FromReader['type']]: Readonly<Record<string, Kind>> } = {
  open: { input: 'number' },
  pull: { id: 'number' },
  whole: { id: 'number', input: 'number' },
  slice: { id: 'number', input: 'number', start: 'number', end: 'number' },
  batch: { batch: 'object' },
  restart: {},
  progress: { loaded: 'number', total: 'number' },
  done: { outcome: 'object', remembers: 'boolean' },
  'reader-missing': {},
  failed: { error: 'object' },
};

/** Whether something that a worker said is a message of the reader's about one of so many inputs. */
export function isFromReader(data: unknown, inputs: number): data is FromReader {
  if (typeof data !== 'object' || data === null) return false;
  const message = data as Record<string, unknown>;
  const { type, input = 0 } = message;
  if (typeof type !== 'string' || !Object.hasOwn(PARTS, type)) return false;
  const fits = Object.entries(PARTS[type as FromReader['type']]).every(
    ([part, kind]) => typeof message[part] === kind && message[part] !== null,
  );
  if (!fits || (type === 'batch' && !isBatch(message.batch as Partial<Batch>))) return false;
  if (type === 'failed' && !isWireError(message.error as Partial<WireError>)) return false;
  return Number.isInteger(input) && Number(input) >= 0 && Number(input) < inputs;
}

/** Whether the columns of a batch are such columns, of as many rows as it says. */
function isBatch({ rows, scale, customer, day, amount, dimensions, names }: Partial<Batch>): boolean {
  return (
    Number.isInteger(rows) &&
    Number.isInteger(scale) &&
    customer instanceof Int32Array &&
    day instanceof Int32Array &&
    amount instanceof BigInt64Array &&
    [customer, day, amount].every(({ length }) => length === rows) &&
    Array.isArray(dimensions) &&
    typeof names === 'object'
  );
}

function isWireError({ code, message }: Partial<WireError>): boolean {
  return typeof code === 'string' && typeof message === 'string';
}
