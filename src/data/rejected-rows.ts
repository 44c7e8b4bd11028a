import { csvLine } from '../util/csv';
import type { PreparedInput } from './input';
import type { ReadRequest, ReadSink } from './read/read-request';
import { readInputs } from './reading';

/** Every row that is left out, with why, where and how it stood, as CSV. Reads the inputs again. */
export async function collectRejected(
  inputs: readonly PreparedInput[],
  request: ReadRequest,
  signal: AbortSignal | undefined,
): Promise<Blob> {
  // Blobs, not texts: they need not lie in the memory of the page.
  let parts: Blob[] = [];
  const sink: ReadSink = {
    async batch({ rejected }) {
      if (rejected) parts.push(new Blob([rejected]));
    },
    async restart() {
      parts = [];
    },
    progress: () => undefined,
  };
  const { rest } = await readInputs(inputs, { ...request, rejected: true }, sink, signal);
  rest?.forget();
  const header = ['reason', ...(inputs.length > 1 ? ['file'] : []), 'line', 'row'];
  return new Blob([csvLine(header), ...parts], { type: 'text/csv;charset=utf-8' });
}
