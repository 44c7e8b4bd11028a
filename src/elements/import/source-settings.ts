import type { SourceProvider } from '../../controllers/source-context';
import type { Inspection } from '../../data/inspect';
import type { Draft, ImportInput, Reading } from './draft';

/** The properties of an `rfm-source` that a load sets; null where the file itself tells. */
export interface SourceSettings {
  data: ImportInput | null;
  src: null;
  customer: string | null;
  date: string | null;
  amount: string | null;
  order: string | null;
  profit: string | null;
  dimensions: readonly string[] | null;
  header: 'auto' | 'yes' | 'no' | null;
  encoding: string | null;
  delimiter: string | null;
  decimal: string | null;
  dateFormat: string | null;
  sheet: string | null;
  currency: string | null;
  format: null;
  refund: null;
  exclude: null;
}

/** What a source is to be set to for this draft: the columns as they stand in the form. */
export function settingsOf({ input, reading }: Draft, { mapping }: Inspection): SourceSettings {
  return {
    ...NOTHING,
    data: input,
    customer: mapping.customer ?? null,
    date: mapping.date ?? null,
    amount: mapping.amount ?? null,
    // Empty: there is none, whatever a guess would say.
    order: mapping.order ?? '',
    profit: mapping.profit ?? '',
    dimensions: mapping.dimensions ?? null,
    header: reading.header ?? null,
    encoding: reading.encoding ?? null,
    delimiter: reading.delimiter ?? null,
    decimal: reading.decimal ?? null,
    dateFormat: reading.dateFormat ?? null,
    sheet: reading.sheet ?? null,
    currency: reading.currency ?? null,
  };
}

/** A source with nothing to load. */
export const NOTHING: SourceSettings = {
  data: null,
  src: null,
  customer: null,
  date: null,
  amount: null,
  order: null,
  profit: null,
  dimensions: null,
  header: null,
  encoding: null,
  delimiter: null,
  decimal: null,
  dateFormat: null,
  sheet: null,
  currency: null,
  format: null,
  refund: null,
  exclude: null,
};

/** An element whose properties say what to load. */
export type Target = SourceProvider & SourceSettings;

/** How a source has been told to read what it holds. */
export function readingOf(target: Target): Reading {
  const { header, encoding, delimiter, decimal, dateFormat, sheet, currency } = target;
  const all = { header, encoding, delimiter, decimal, dateFormat, sheet, currency };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as Reading;
}

/** Whether a source is told what to load by its properties, as `rfm-source` is. */
export function isTarget(provider: SourceProvider): provider is Target {
  return Object.keys(NOTHING).every((name) => name in provider);
}

/** Sets what is another than before; whether anything was. */
export function assign(target: Target, settings: SourceSettings): boolean {
  const changed = Object.entries(settings).filter(
    ([name, value]) => !same(Reflect.get(target, name) ?? null, value),
  );
  Object.assign(target, Object.fromEntries(changed));
  return changed.length > 0;
}

function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((x, i) => x === b[i]);
  return Object.is(a, b);
}

/** What people know the data of a source by. */
export function nameOf(target: Target | null): string {
  const { data, src } = target ?? {};
  if (data instanceof File) return data.name;
  return src ? (String(src).split(/[?#]/)[0]!.split('/').pop() ?? '') : '';
}
