import { checkOneOf, checkOption, wholeOption } from '../compute/option-checks';
import { throwIfAborted } from '../util/rfm-error';
import { checkDay } from './check-options';
import { sharedEngine } from './engine/engine';
import type { Loader } from './held';
import { type PreparedInput, prepareInputs, together } from './input';
import { loadMore, loadTransactions } from './load';
import { partitionsOf } from './partitions';
import { type ReadRequest, readOptions } from './read/read-request';
import { collectRejected } from './rejected-rows';
import { Source } from './source';
import type { PartialMapping, SourceInput, SourceOptions } from './source-options';
import type { TableRules } from './table-sink';

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
  throwIfAborted(options.signal);
  const setting = {
    rules: checkRules(options),
    request: { mapping: plainMapping(mapping), options: readOptions(options) },
    asOfDay: checkDay('asOf', options.asOf) ?? null,
    options,
  };
  const inputs = await partitionsOf(input, options, options.signal);
  const prepared = prepareInputs(inputs, fetchWith(options, options.signal));
  return Source.create(sharedEngine(), loaderOf([input], prepared, setting), options.signal);
}

interface Setting {
  rules: TableRules;
  request: ReadRequest;
  asOfDay: number | null;
  options: SourceOptions;
}

type Given = SourceInput | readonly SourceInput[];

/** Reads `prepared`, which is what was `given`, at once or by and by; the last of them are `added` to the others. */
function loaderOf(
  given: readonly Given[],
  prepared: readonly PreparedInput[],
  setting: Setting,
  added = 0,
): Loader {
  const { rules, request, asOfDay, options } = setting;
  const made = async (
    signal: AbortSignal | undefined,
    inputs: readonly Given[],
  ): Promise<PreparedInput[]> => {
    const parts = await Promise.all(inputs.map((input) => partitionsOf(input, options, signal)));
    return parts.flatMap((input) => prepareInputs(input, fetchWith(options, signal)));
  };
  return {
    asOfDay,
    load: (mapping, signal) =>
      loadTransactions(
        sharedEngine(),
        prepared,
        { ...request, mapping: { ...request.mapping, ...mapping } },
        rules,
        { signal, onProgress: options.onProgress },
      ),
    async loadMore(rest, signal) {
      if (added === 0) return null;
      const { onProgress } = options;
      return loadMore(sharedEngine(), rest, prepared.slice(-added), rules, { signal, onProgress });
    },
    rejected: (mapping, signal) =>
      collectRejected(prepared, { ...request, mapping: { ...request.mapping, ...mapping } }, signal),
    async append(input, signal) {
      const more = await made(signal, [input]);
      return loaderOf([...given, input], together([...prepared, ...more]), setting, more.length);
    },
    refresh: async (signal) => loaderOf(given, together(await made(signal, given)), setting),
  };
}

function fetchWith(
  { fetchOptions }: SourceOptions,
  signal: AbortSignal | undefined,
): RequestInit | undefined {
  return signal ? { ...fetchOptions, signal } : fetchOptions;
}

function checkRules({ refunds, zeroAmounts, yearStart, header, grain }: SourceOptions): TableRules {
  if (grain) checkOneOf('grain', grain, ['rows', 'rollup']);
  checkOneOf('header', header || 'auto', ['auto', 'yes', 'no']);
  return {
    refunds: checkOneOf('refunds', refunds || 'net', ['net', 'exclude', 'as-orders']),
    zeroAmounts: checkOneOf('zeroAmounts', zeroAmounts || 'keep', ['keep', 'drop']),
    yearStart: wholeOption('yearStart', yearStart, 1, 1, 12),
  };
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
