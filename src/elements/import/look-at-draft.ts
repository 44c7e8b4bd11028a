import type { Inspection } from '../../data/inspect';
import type { Draft } from './draft';
import { recall, type StorageAccess } from './mapping-memory';

/** A draft and what is seen of its file by it. */
export interface Looked {
  draft: Draft;
  seen: Inspection;
}

/** Looks at a file as the draft says; untouched, with the mapping remembered for files like it. */
export async function lookAtDraft(
  draft: Draft,
  storage: StorageAccess | null,
  signal: AbortSignal,
): Promise<Looked> {
  // With the reader, which a page without a file never needs.
  const { inspect } = await import('../../data/inspect');
  const { mapping, reading, input } = draft;
  const seen = await inspect(input, mapping, { ...reading, signal });
  const fresh = Object.keys(mapping).length === 0 && Object.keys(reading).length === 0;
  const known = fresh && storage && seen.header ? recall(seen.columns, storage) : null;
  if (!known) return { draft, seen };
  const remembered = { ...draft, mapping: known, remembered: true };
  return { draft: remembered, seen: await inspect(input, known, { ...reading, signal }) };
}
