import { RfmError } from '../util/rfm-error';
import { fetchFrom, isAddress, isSeveral } from './input';
import type { SourceInput, SourceOptions } from './source-options';

type Given = SourceInput | readonly SourceInput[];

/**
 * The inputs of a rollup: a manifest (the address of a JSON file `{"partitions": ["period_start=2024-01-01/0.parquet"]}`)
 * stands for what it lists, addresses relative to its own. Partitions whose folder says that they lie after as-of are
 * not wanted.
 */
export async function partitionsOf(
  given: Given,
  { grain, asOf, fetchOptions }: SourceOptions,
  signal: AbortSignal | undefined,
): Promise<Given> {
  if (grain !== 'rollup') return given;
  const listed =
    isAddress(given) && isJson(given)
      ? await listOf(given, { ...fetchOptions, signal: signal ?? null })
      : null;
  const inputs = listed ?? given;
  if (!asOf || !isSeveral(inputs)) return inputs;
  const wanted = inputs.filter((input) => !(isAddress(input) && beginsAfter(String(input), asOf)));
  return wanted.length > 0 ? wanted : inputs;
}

function isJson(address: string | URL): boolean {
  return /\.json$/i.test(String(address).replace(/[?#].*$/, ''));
}

function beginsAfter(address: string, asOf: string): boolean {
  const begin = /\/period_start=(\d{4}-\d{2}-\d{2})\//.exec(address)?.[1];
  return begin !== undefined && begin > asOf;
}

/** What a manifest lists; null where the file is none, but perhaps a table. */
async function listOf(address: string | URL, options: RequestInit): Promise<string[] | null> {
  const { response, url } = await fetchFrom(address, options);
  const text = await response.text();
  const partitions = partitionsIn(text);
  if (partitions === null) return null;
  if (!partitions.every((one) => typeof one === 'string') || partitions.length === 0)
    throw new RfmError(
      'format-unknown',
      `The manifest at ${url} lists no partitions. Write them as {"partitions": ["part-1.parquet", …]}.`,
      { details: { url } },
    );
  return partitions.map((one) => new URL(one, url).href);
}

function partitionsIn(text: string): unknown[] | null {
  try {
    const manifest: unknown = JSON.parse(text);
    const found = typeof manifest === 'object' && manifest !== null && Reflect.get(manifest, 'partitions');
    return Array.isArray(found) ? found : null;
  } catch {
    return null;
  }
}
