import type { PartialMapping } from '../../data/source-options';

const PREFIX = 'rfm-kit:columns:';
const PARTS = ['customer', 'date', 'amount', 'order', 'profit'] as const;

/** The storage to keep things in; asked for each time, since a page may be forbidden to have one. */
export type StorageAccess = () => Storage;

/** The mapping last used for a file with these columns; null where there is none that still makes sense. */
export function recall(columns: readonly string[], storage: StorageAccess): PartialMapping | null {
  try {
    const text = storage().getItem(PREFIX + headerHash(columns));
    return text === null ? null : validMapping(JSON.parse(text), columns);
  } catch {
    // Storage that is forbidden, full or spoilt: nothing is remembered, nothing is wrong.
    return null;
  }
}

/** Keeps a mapping for files with these columns. */
export function remember(columns: readonly string[], mapping: PartialMapping, storage: StorageAccess): void {
  try {
    storage().setItem(PREFIX + headerHash(columns), JSON.stringify(mapping));
  } catch {
    // As above.
  }
}

export function forget(columns: readonly string[], storage: StorageAccess): void {
  try {
    storage().removeItem(PREFIX + headerHash(columns));
  } catch {
    // As above.
  }
}

/** What is stored may have been written by anything: only names of these columns count. */
function validMapping(stored: unknown, columns: readonly string[]): PartialMapping | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const mapping: PartialMapping = {};
  for (const part of PARTS) {
    const value: unknown = Object.hasOwn(stored, part) ? Reflect.get(stored, part) : undefined;
    if (isMapped(value, part, columns)) mapping[part] = value;
  }
  const dimensions: unknown = Reflect.get(stored, 'dimensions');
  if (Array.isArray(dimensions)) mapping.dimensions = columns.filter((name) => dimensions.includes(name));
  return mapping.customer && mapping.date && mapping.amount ? mapping : null;
}

function isMapped(value: unknown, part: string, columns: readonly string[]): value is string {
  if (typeof value !== 'string') return false;
  if (value === '') return part === 'order' || part === 'profit';
  if (columns.includes(value)) return true;
  const factors = value.split('*');
  return part === 'amount' && factors.length === 2 && factors.every((name) => columns.includes(name.trim()));
}

/** FNV-1a over the names, twice with different seeds: names of columns are no secret, but need not lie about either. */
function headerHash(columns: readonly string[]): string {
  const text = columns.join('\u001f');
  return `${columns.length}-${fnv(text, 0x811c9dc5)}${fnv(text, 0x9747b28c)}`;
}

function fnv(text: string, seed: number): string {
  let hash = seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
