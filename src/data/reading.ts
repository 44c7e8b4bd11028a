import { isNode } from './engine/node-worker';
import type { PreparedInput } from './input';
import type { CellTable } from './read/read-columns';
import { readInWorker, readOnInWorker, type WorkerInput, type WorkerReading } from './read/read-in-worker';
import type { Memory, ReadOutcome, ReadRequest, ReadSink } from './read/read-request';

/** A reading that further inputs can go on from: once, for what it resolves to has the next. */
export interface Rest {
  /** Null where it has been forgotten, or cannot take such inputs. */
  readOn(
    inputs: readonly PreparedInput[],
    sink: ReadSink,
    signal: AbortSignal | undefined,
  ): Promise<Reading | null>;
  /** Nobody will go on from it. */
  forget(): void;
}

export interface Reading {
  outcome: ReadOutcome;
  rest: Rest | null;
}

/** Reads inputs of any format: files in a worker, tables where they lie. */
export async function readInputs(
  inputs: readonly PreparedInput[],
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const files = filesOf(inputs);
  if (files && !isNode()) return inWorker(await readInWorker(files, request, sink, signal));
  return readHere(inputs, request, sink, signal);
}

function inWorker({ outcome, reader }: WorkerReading): Reading {
  const rest =
    reader &&
    ({
      forget: () => reader.forget(),
      async readOn(inputs, sink, signal) {
        const files = filesOf(inputs);
        const read = files && (await readOnInWorker(reader, files, sink, signal));
        return read && inWorker(read);
      },
    } satisfies Rest);
  return { outcome, rest };
}

/** The same on this thread: tables lie in it, and in Node there is no page to keep free. */
async function readHere(
  inputs: readonly PreparedInput[],
  begin: ReadRequest | Memory,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<Reading> {
  const files = filesOf(inputs);
  const { outcome, memory } = files
    ? await (await import('./read/read-in-node')).readInNode(files, begin, sink, signal)
    : await (await import('./read/read-columns')).readTables(tablesOf(inputs), begin, sink, signal);
  let remembered = memory;
  const rest: Rest = {
    forget() {
      remembered = null;
    },
    async readOn(more, to, until) {
      const before = remembered;
      remembered = null;
      return before && (isNode() || !filesOf(more)) ? readHere(more, before, to, until) : null;
    },
  };
  return { outcome, rest };
}

/** The inputs as files; null where they are tables. */
function filesOf(inputs: readonly PreparedInput[]): WorkerInput[] | null {
  const files = inputs.flatMap((input) => (input.kind === 'bytes' ? [input.bytes] : []));
  return files.length > 0 ? files : null;
}

function tablesOf(inputs: readonly PreparedInput[]): CellTable[] {
  return inputs.flatMap((input) => (input.kind === 'table' ? [input.table] : []));
}
