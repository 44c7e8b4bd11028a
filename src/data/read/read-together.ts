import { RfmError } from '../../util/rfm-error';
import type { Joint, Memory, ReadOutcome, ReadRequest, ReadSink } from './read-request';
import { checkGuesses, Reread, readUntilSettled } from './reading-plan';
import { RowReader } from './row-reader';

/** One of several inputs of the same columns. */
export interface Part {
  name?: string | undefined;
  /** Bytes or rows, once known; 0 until then. */
  size(): number;
  read(request: ReadRequest, sink: ReadSink): Promise<ReadOutcome>;
}

/** What came of a reading, and what further inputs can be read on from; null where they cannot. */
export interface Remembered {
  outcome: ReadOutcome;
  memory: Memory | null;
}

/** Reads inputs as a request wants them, or as further ones of what a memory is of. */
export function readFrom(
  begin: ReadRequest | Memory,
  parts: readonly Part[],
  sink: ReadSink,
): Promise<Remembered> {
  return 'inputs' in begin ? readOn(parts, begin, sink) : readTogether(parts, begin, sink);
}

/**
 * Reads inputs one after the other into one table: one dictionary, one way to read dates and amounts that all rows
 * have settled, one report. An input without rows (a day without sales) is passed over and noted.
 */
async function readTogether(
  parts: readonly Part[],
  request: ReadRequest,
  sink: ReadSink,
): Promise<Remembered> {
  let memory!: Memory;
  const outcome = await readUntilSettled(request, sink, (settled) => {
    const joint: Joint = { plan: null, input: null };
    memory = { request: settled, joint, outcome: null, empty: [], inputs: 0, name: parts[0]!.name };
    return parts.length === 1 ? readAlone(parts[0]!, memory, sink) : readAll(parts, memory, sink);
  });
  return { outcome, memory: mayGoOn(memory) ? memory : null };
}

/**
 * Reads further inputs as if they had come with those that the memory is of: hands out their rows alone, and tells of
 * all. Throws where that cannot be, be it that the new rows show that the old ones were read wrongly; the memory is
 * spoilt then.
 */
async function readOn(parts: readonly Part[], memory: Memory, sink: ReadSink): Promise<Remembered> {
  const { plan } = memory.joint;
  if (plan && !plan.joined) {
    const name = nameOf(memory.name, 0);
    plan.joined = true;
    plan.reader.encoder.nameInput(name);
    memory.outcome = memory.outcome && ofInput(memory.outcome, name);
  }
  try {
    return { outcome: await readAll(parts, memory, sink), memory };
  } catch (error) {
    if (error instanceof Reread) throw new RfmError('engine-failed', 'All rows have to be read anew.');
    throw error;
  }
}

/** Rollups are checked as a whole; rows told apart by their cells cannot be compared with others. */
function mayGoOn({ joint: { plan }, request }: Memory): boolean {
  return plan?.reader instanceof RowReader && !plan.reader.encoder.seen.byCells && !request.rejected;
}

async function readAlone(part: Part, memory: Memory, sink: ReadSink): Promise<ReadOutcome> {
  const { request, joint } = memory;
  memory.outcome = await part.read({ ...request, joint, part: { index: 0, name: part.name } }, sink);
  memory.inputs = 1;
  return memory.outcome;
}

async function readAll(parts: readonly Part[], memory: Memory, sink: ReadSink): Promise<ReadOutcome> {
  const { request, joint, empty } = memory;
  let firstEmpty: unknown;
  for (const [i, part] of parts.entries()) {
    const input = nameOf(part.name, memory.inputs);
    joint.input = input;
    try {
      const settled = { ...request, joint, part: { index: memory.inputs, name: part.name } };
      const next = ofInput(await part.read(settled, withProgress(sink, parts, i)), input);
      memory.outcome = memory.outcome ? following(memory.outcome, next) : next;
    } catch (error) {
      const named = withName(error, input);
      if (!(error instanceof RfmError) || error.code !== 'no-rows') throw named;
      firstEmpty ??= named;
      empty.push({ code: 'empty-input', message: `${input} has no rows.`, details: { input } });
    }
    memory.inputs += 1;
  }
  const { outcome } = memory;
  if (!outcome) throw firstEmpty;
  checkGuesses({ ...joint.plan!, joined: false }, true);
  const duplicateRows = joint.plan!.reader.encoder.seen.countRepeats();
  return { ...outcome, duplicateRows, notes: [...empty, ...outcome.notes] };
}

function nameOf(name: string | undefined, index: number): string {
  return name ?? `Input ${index + 1}`;
}

/** Notes that each input has of its own; all others are told of all rows read so far. */
const OF_ONE_INPUT = new Set(['preamble', 'odd-quotes', 'second-table', 'duplicates-unknown']);

/** The notes that an input has of its own, with its name. */
function ofInput(outcome: ReadOutcome, input: string): ReadOutcome {
  const notes = outcome.notes.map((note) =>
    OF_ONE_INPUT.has(note.code)
      ? { ...note, message: `${input}: ${note.message}`, details: { ...note.details, input } }
      : note,
  );
  return { ...outcome, notes };
}

/** What is known after one more input: counts go on from input to input, notes of a kind are told once. */
function following(before: ReadOutcome, next: ReadOutcome): ReadOutcome {
  const { encoding, delimiter } = before;
  const still = before.notes.filter(({ code }) => OF_ONE_INPUT.has(code));
  const kinds = new Set(still.map(({ code }) => code));
  return {
    ...next,
    encoding,
    delimiter,
    notes: [...still, ...next.notes.filter(({ code }) => !kinds.has(code))],
  };
}

function withProgress(sink: ReadSink, parts: readonly Part[], current: number): ReadSink {
  return {
    batch: (batch) => sink.batch(batch),
    restart: () => sink.restart(),
    progress(loaded) {
      const sizes = parts.map((part) => part.size());
      const before = sizes.slice(0, current).reduce((sum, size) => sum + size, 0);
      const total = sizes.includes(0) ? 0 : sizes.reduce((sum, size) => sum + size, 0);
      sink.progress(before + loaded, total);
    },
  };
}

/** The same error, with the input it came from. */
function withName(error: unknown, name: string): unknown {
  if (!(error instanceof RfmError) || error.code === 'aborted') return error;
  return new RfmError(error.code, `${name}: ${error.message}`, {
    cause: error.cause,
    details: { ...error.details, input: name },
  });
}
