import { checkOneOf, checkOption, wholeOption } from '../compute/option-checks';
import { aborted, throwIfAborted } from '../util/rfm-error';
import { sharedEngine } from './engine/engine';
import { prepareInputs } from './input';
import { dropLoaded, loadTransactions, type TableRules } from './load';
import type { Reload } from './query-context';
import type { ReadOptions, ReadRequest } from './read/read-request';
import { Source } from './source';
import type { PartialMapping, SourceInput, SourceOptions } from './source-options';

const READ_OPTIONS = [
  'asOf',
  'refund',
  'exclude',
  'header',
  'dateFormat',
  'encoding',
  'delimiter',
  'decimal',
  'currency',
] as const;

/**
 * Reads a table of transactions into the engine and makes it ready for analysis.
 *
 * `mapping` says which columns are customer, date and amount (a column, or a product such as `"Quantity*UnitPrice"`);
 * what is left out is told from names and values. Rejects with an `RfmError`: `mapping-needed` with candidates where a
 * column cannot be told, `column-missing`, `no-rows`, `format-unknown`, `file-unreadable`, `network`, `aborted` …
 */
export async function openSource(
  input: SourceInput | readonly SourceInput[],
  mapping: PartialMapping = {},
  options: SourceOptions = {},
): Promise<Source> {
  const rules = checkRules(options);
  const { signal, onProgress } = options;
  throwIfAborted(signal);
  const engine = sharedEngine();
  const fetchOptions = signal ? { ...options.fetchOptions, signal } : options.fetchOptions;
  const prepared = prepareInputs(input, fetchOptions);
  const request: ReadRequest = { mapping: plainMapping(mapping), options: readOptions(options) };
  const load: Reload = (change, again) =>
    loadTransactions(engine, prepared, { ...request, mapping: { ...request.mapping, ...change } }, rules, {
      signal: again,
      onProgress,
    });
  const loaded = await load({}, signal);
  // Loaded again, the same columns are meant, whatever a guess would say then.
  const reload: Reload = (change, again) => load({ ...loaded.outcome.mapping, ...change }, again);
  try {
    return await Source.create(engine, loaded, reload, signal, options.asOf);
  } catch (error) {
    dropLoaded(engine, loaded.tables);
    throw signal?.aborted ? aborted(signal.reason) : error;
  }
}

function checkRules({ refunds, zeroAmounts, yearStart, header }: SourceOptions): TableRules {
  checkOneOf('header', header || 'auto', ['auto', 'yes', 'no']);
  return {
    refunds: checkOneOf('refunds', refunds || 'net', ['net', 'exclude', 'as-orders']),
    zeroAmounts: checkOneOf('zeroAmounts', zeroAmounts || 'keep', ['keep', 'drop']),
    yearStart: wholeOption('yearStart', yearStart, 1, 1, 12),
  };
}

/** Only what reading depends on, as plain data: it may go to a worker. */
function readOptions(options: SourceOptions): ReadOptions {
  return Object.fromEntries(
    READ_OPTIONS.filter((name) => options[name] !== undefined).map((name) => [name, options[name]]),
  ) as ReadOptions;
}

function plainMapping(mapping: PartialMapping): PartialMapping {
  const { dimensions } = mapping;
  checkOption(
    dimensions === undefined || Array.isArray(dimensions),
    'dimensions',
    dimensions,
    'an array of column names',
  );
  return { ...mapping, ...(dimensions && { dimensions: [...dimensions] }) };
}
