import type { Inspection } from '../../data/inspect';
import type { PartialMapping } from '../../data/source-options';
import type { ReadingPart } from '../../locales/words-import';
import type { Draft, Reading } from './draft';

/** What a mapping file holds: which column is what, and how the file is written as far as that was chosen. */
export interface SavedMapping {
  mapping: PartialMapping;
  reading: Reading;
}

const KIND = 'rfm-kit mapping';
const PARTS = ['customer', 'date', 'amount', 'order', 'profit'] as const;
const READING: readonly ReadingPart[] = [
  'header',
  'encoding',
  'delimiter',
  'decimal',
  'dateFormat',
  'sheet',
  'currency',
];

/** A file of data is never read for a mapping: those are small. */
const MOST_BYTES = 1 << 16;

/** The mapping as it stands in the form, to be dropped with the next export. */
export function mappingFile({ reading }: Draft, { mapping }: Inspection): Blob {
  const order = mapping.order ?? '';
  const profit = mapping.profit ?? '';
  const content = { kind: KIND, version: 1, mapping: { ...mapping, order, profit }, reading };
  return new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' });
}

/** The mapping among files that were dropped together, and the others; null where there is none. */
export async function partMapping(
  files: readonly File[],
): Promise<{ saved: SavedMapping | null; data: File[] }> {
  const read = await Promise.all(files.map(savedMapping));
  const saved = read.find((one) => one !== null) ?? null;
  return { saved, data: files.filter((_, i) => read[i] === null) };
}

/** What the file says, where it is a mapping; names that are no columns are overlooked when it is used. */
async function savedMapping(file: File): Promise<SavedMapping | null> {
  if (file.size > MOST_BYTES || !/\.json$/i.test(file.name)) return null;
  try {
    const content: unknown = JSON.parse(await file.text());
    if (own(content, 'kind') !== KIND) return null;
    const given = own(content, 'mapping');
    const dimensions = own(given, 'dimensions');
    return {
      mapping: {
        ...texts(given, PARTS),
        ...(Array.isArray(dimensions) && {
          dimensions: dimensions.filter((name) => typeof name === 'string'),
        }),
      },
      reading: texts(own(content, 'reading'), READING) as Reading,
    };
  } catch {
    return null;
  }
}

function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;
}

function texts<K extends string>(value: unknown, names: readonly K[]): { [N in K]?: string } {
  const out: { [N in K]?: string } = {};
  for (const name of names) {
    const text = own(value, name);
    if (typeof text === 'string') out[name] = text;
  }
  return out;
}
