import { SURE } from '../../compute/sure';
import type { Inspection } from '../../data/inspect';
import type { PartialMapping, SourceInput, SourceOptions } from '../../data/source-options';
import type { ColumnPart, ReadingPart } from '../../locales/words-import';

/** One input, or several of one shape. */
export type ImportInput = SourceInput | readonly SourceInput[];

/** What has been chosen about how a file is written; what is left out is told from it. */
export type Reading = { readonly [K in ReadingPart]?: SourceOptions[K] };

/** A file that is being mapped: only what was chosen, guesses are the inspection's. */
export interface Draft {
  readonly name: string;
  readonly input: ImportInput;
  readonly mapping: PartialMapping;
  readonly reading: Reading;
  /** Whether the mapping is one remembered from a file with the same columns. */
  readonly remembered: boolean;
}

export function newDraft(name: string, input: ImportInput): Draft {
  return { name, input, mapping: {}, reading: {}, remembered: false };
}

/** Where a part of the mapping stands. */
export type PartState = 'chosen' | 'sure' | 'guessed' | 'missing' | 'none';

export function partState(part: ColumnPart, draft: Draft, seen: Inspection): PartState {
  if (part === 'times' || part === 'dimensions') return 'chosen';
  const { [part]: confidence } = seen.confidence;
  if (draft.mapping[part] === seen.mapping[part] && seen.mapping[part]) return 'chosen';
  if (confidence !== undefined) return confidence < SURE ? 'guessed' : 'sure';
  return seen.missing.includes(part) ? 'missing' : 'none';
}

/** The two factors of an amount; the second is empty where it is one column. */
function factorsOf({ mapping: { amount = '' }, columns }: Inspection): {
  amount: string;
  times: string;
} {
  if (columns.includes(amount) || !amount.includes('*')) return { amount, times: '' };
  const [first = '', second = ''] = amount.split('*');
  return { amount: first.trim(), times: second.trim() };
}

/** The column that a drop-down shows. */
export function columnOf(part: Exclude<ColumnPart, 'dimensions'>, seen: Inspection): string {
  if (part === 'amount' || part === 'times') return factorsOf(seen)[part];
  return seen.mapping[part] ?? '';
}

/** The draft with another column for `part`. An amount that is chosen anew is no product any more. */
export function withColumn(
  draft: Draft,
  part: Exclude<ColumnPart, 'dimensions'>,
  column: string,
  seen: Inspection,
): Draft {
  if (part !== 'times') return withMapping(draft, { [part]: column });
  const { amount } = factorsOf(seen);
  return withMapping(draft, { amount: column ? `${amount}*${column}` : amount });
}

export function withDimension(draft: Draft, column: string, on: boolean): Draft {
  const others = (draft.mapping.dimensions ?? []).filter((name) => name !== column);
  return withMapping(draft, { dimensions: on ? [...others, column] : others });
}

function withMapping(draft: Draft, change: PartialMapping): Draft {
  return { ...draft, mapping: { ...draft.mapping, ...change } };
}

/** The draft read another way; empty: as the file itself tells. */
export function withReading(draft: Draft, part: ReadingPart, value: string): Draft {
  const { [part]: _, ...rest } = draft.reading;
  return { ...draft, reading: value ? { ...rest, [part]: value } : rest };
}

/** Columns that were chosen, by a saved mapping, and that this file does not have. */
export function strangers({ mapping }: Draft, { columns }: Inspection): string[] {
  const { customer, date, amount = '', order, profit, dimensions = [] } = mapping;
  const factors = columns.includes(amount) ? [] : amount.split('*').map((name) => name.trim());
  const named = [customer, date, ...factors, order, profit, ...dimensions];
  return [...new Set(named)].filter((name): name is string => Boolean(name) && !columns.includes(name!));
}

/** The columns in use, each with the part it plays. */
export function partOfColumn(seen: Inspection): Map<string, ColumnPart> {
  const { amount, times } = factorsOf(seen);
  const parts: readonly (readonly [string | undefined, ColumnPart])[] = [
    ...(seen.mapping.dimensions ?? []).map((name) => [name, 'dimensions'] as const),
    [seen.mapping.profit, 'profit'],
    [seen.mapping.order, 'order'],
    [times, 'times'],
    [amount, 'amount'],
    [seen.mapping.date, 'date'],
    [seen.mapping.customer, 'customer'],
  ];
  return new Map(parts.flatMap(([name, part]) => (name ? [[name, part] as const] : [])));
}

/** Whether something has to be said before the file can be loaded. */
export function isOpen(draft: Draft, seen: Inspection): boolean {
  return seen.missing.length > 0 || hasOpenQuestion(draft, seen);
}

/** Whether the order of day and month has to be asked for first: all of the file has been seen, and nothing decides. */
export function hasOpenQuestion(draft: Draft, seen: Inspection): boolean {
  return seen.whole && seen.dateExample !== null && draft.reading.dateFormat === undefined;
}
