import { RfmError } from '../../util/rfm-error';
import type { Joint, Note, ReadOutcome, ReadRequest, ReadSink } from './read-request';
import { checkGuesses, readUntilSettled } from './reading-plan';

/** One of several inputs of the same columns. */
export interface Part {
  name?: string | undefined;
  /** Bytes or rows, once known; 0 until then. */
  size(): number;
  read(request: ReadRequest, sink: ReadSink): Promise<ReadOutcome>;
}

/**
 * Reads inputs one after the other into one table: one dictionary, one way to read dates and amounts that all rows
 * have settled, one report. An input without rows (a day without sales) is passed over and noted.
 */
export function readTogether(
  parts: readonly Part[],
  request: ReadRequest,
  sink: ReadSink,
): Promise<ReadOutcome> {
  return readUntilSettled(request, sink, (settled) =>
    parts.length === 1
      ? parts[0]!.read({ ...settled, part: { index: 0, name: parts[0]!.name } }, sink)
      : readAll(parts, settled, sink),
  );
}

async function readAll(parts: readonly Part[], request: ReadRequest, sink: ReadSink): Promise<ReadOutcome> {
  const joint: Joint = { plan: null, input: '' };
  const empty: Note[] = [];
  let outcome: ReadOutcome | undefined;
  let firstEmpty: unknown;
  for (const [i, part] of parts.entries()) {
    const input = part.name ?? `Input ${i + 1}`;
    joint.input = input;
    try {
      const settled = { ...request, joint, part: { index: i, name: part.name } };
      const next = ofInput(await part.read(settled, withProgress(sink, parts, i)), input);
      outcome = outcome ? following(outcome, next) : next;
    } catch (error) {
      const named = withName(error, input);
      if (!(error instanceof RfmError) || error.code !== 'no-rows') throw named;
      firstEmpty ??= named;
      empty.push({ code: 'empty-input', message: `${input} has no rows.`, details: { input } });
    }
  }
  if (!outcome) throw firstEmpty;
  checkGuesses({ ...joint.plan!, joined: false }, true);
  const duplicateRows = joint.plan!.reader.encoder.seen.countRepeats();
  return { ...outcome, duplicateRows, notes: [...empty, ...outcome.notes] };
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
