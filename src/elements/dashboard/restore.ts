import type { Filter } from '../../compute/results';
import type { SelectionRequest } from '../../data/selection';
import type { Source } from '../../data/source';
import type { LeftOut } from '../../locales/words-dashboard';
import { dayOfIso } from '../../util/calendar';
import {
  type Chart,
  choicesOf,
  defaultsOf,
  isRecord,
  markOf,
  optionsOf,
  type readState,
  STATE_VERSION,
  sameValue,
} from './dashboard-state';
import { partsFor } from './parts';

/** What became of a saved view. */
export interface Restored {
  /** Whether it was saved from other data than these, or by another version of the kit. */
  otherData: boolean;
  otherVersion: boolean;
  /** What was not applied; empty where all was. */
  leftOut: readonly LeftOut[];
}

/** Applies what fits of a saved view, and says what does not. */
export async function restoreState(
  state: ReturnType<typeof readState>,
  source: Source,
  charts: ReadonlyMap<string, Chart>,
): Promise<Restored> {
  const leftOut: LeftOut[] = [
    ...(await restoreFilter(state.filter, source)),
    ...restoreAsOf(state.asOf, source),
    ...restoreWeights(state.weights, source),
  ];
  const elements = isRecord(state.elements) ? state.elements : {};
  for (const name of Object.keys(elements)) if (!charts.has(name)) leftOut.push({ what: 'part', name });
  const restored = [...charts].map(([name, chart]) => {
    const options = Object.hasOwn(elements, name) ? elements[name] : null;
    return restoreOptions(name, chart, isRecord(options) ? options : {});
  });
  leftOut.push(...(await Promise.all(restored)).flat());
  leftOut.push(...(await restoreSelection(state.selection, source)));
  return {
    otherData: state.data !== markOf(source),
    otherVersion: state.version !== STATE_VERSION,
    leftOut,
  };
}

/** The parts to show as the dashboard takes them, and those that are none of this version. */
export function shownOf(given: unknown): { show: string | null; unknown: LeftOut[] } {
  if (!Array.isArray(given) || given.length === 0) return { show: null, unknown: [] };
  // Each once: an address may name one a thousand times.
  const { parts, unknown } = partsFor([...new Set(given.map(String))].join(','));
  const known = parts.map(({ name }) => name);
  return {
    // Where none is left all are shown: an empty page would say nothing.
    show: unknown.length > 0 && unknown.length === given.length ? null : known.join(',') || null,
    unknown: unknown.map((name) => ({ what: 'part', name })),
  };
}

async function restoreFilter(given: unknown, source: Source): Promise<LeftOut[]> {
  if (!isRecord(given)) {
    source.filter(null);
    return [];
  }
  const leftOut: LeftOut[] = [];
  const [from, to] = [dateOf(given.from), dateOf(given.to)];
  const { report, mapping } = source;
  const crossed = from !== undefined && to !== undefined && from > to;
  const outside =
    (from !== undefined && from > report.to) || (to !== undefined && to < report.from) || crossed;
  if (outside || (given.from && !from) || (given.to && !to)) leftOut.push({ what: 'dates' });
  const dates = outside ? {} : { ...(from && { from }), ...(to && { to }) };
  const kept: [string, readonly string[]][] = [];
  for (const [name, values] of Object.entries(isRecord(given.dimensions) ? given.dimensions : {})) {
    if (!mapping.dimensions?.includes(name)) leftOut.push({ what: 'dimension', name });
    else if (Array.isArray(values)) kept.push([name, values.map(String)]);
  }
  // Not by assignment: a dimension may be called __proto__.
  const dimensions: Record<string, readonly string[]> = Object.fromEntries(kept);
  const wanted: Filter = { ...dates, ...(Object.keys(dimensions).length > 0 && { dimensions }) };
  source.filter(wanted);
  const missing = await missingValues(source, dimensions);
  for (const { what, name, values } of missing) {
    const left = (dimensions[name] ?? []).filter((value) => !values.includes(value));
    if (left.length > 0) dimensions[name] = left;
    else delete dimensions[name];
    leftOut.push({ what, name, values });
  }
  if (missing.length > 0) source.filter({ ...dates, dimensions });
  return leftOut;
}

/** Values of a filter that the data do not have. */
async function missingValues(
  source: Source,
  dimensions: Readonly<Record<string, readonly string[]>>,
): Promise<Extract<LeftOut, { what: 'values' }>[]> {
  const found = await Promise.all(
    Object.entries(dimensions).map(async ([name, values]) => {
      const rows = (await source.values({ dimension: name, limit: 1 })).rows();
      const there = new Set(rows.filter(({ chosen }) => chosen).map(({ value }) => value));
      return { what: 'values' as const, name, values: values.filter((value) => !there.has(value)) };
    }),
  );
  return found.filter(({ values }) => values.length > 0);
}

function dateOf(given: unknown): string | undefined {
  return typeof given === 'string' && dayOfIso(given) !== null ? given : undefined;
}

function restoreAsOf(given: unknown, source: Source): LeftOut[] {
  const asOf = dateOf(given);
  const { from, to } = source.report;
  const fits = asOf !== undefined && asOf >= from && asOf <= to;
  source.rewind(fits ? asOf : null);
  return fits || given === null || given === undefined ? [] : [{ what: 'asOf', date: String(given) }];
}

function restoreWeights(given: unknown, source: Source): LeftOut[] {
  try {
    source.weigh(Array.isArray(given) ? given.map(Number) : null);
    return [];
  } catch {
    return [{ what: 'weights' }];
  }
}

/** Sets the options of one chart; those it does not take, or cannot be drawn with, are put back. */
async function restoreOptions(
  part: string,
  chart: Chart,
  options: Readonly<Record<string, unknown>>,
): Promise<LeftOut[]> {
  const known = optionsOf(chart) ?? [];
  const begins = defaultsOf(chart);
  const words = choicesOf(chart);
  const takes = (name: string): boolean =>
    known.includes(name) && fits(options[name], begins(name), words[name]);
  const leftOut = Object.keys(options).filter((name) => !takes(name));
  const before = new Map(known.map((name): [string, unknown] => [name, Reflect.get(chart, name)]));
  // What was not saved was as it is by default.
  const wanted = new Map(
    known.map((name) => [name, Object.hasOwn(options, name) && takes(name) ? options[name] : begins(name)]),
  );
  for (const [name, value] of wanted)
    if (!sameValue(before.get(name), value)) Reflect.set(chart, name, value);
  const stands = await chart.ready.then(
    () => true,
    () => false,
  );
  if (!stands) {
    for (const [name, value] of before) Reflect.set(chart, name, value);
    leftOut.push(
      ...[...wanted]
        .filter(([name, value]) => takes(name) && !sameValue(before.get(name), value))
        .map(([name]) => name),
    );
  }
  return leftOut.map((name) => ({ what: 'option', name, part }));
}

/** Whether a value can be one of an option: a word it knows, else of the kind it begins with, where that is known. */
function fits(value: unknown, begins: unknown, allowed: readonly string[] | undefined): boolean {
  if (allowed) return value === begins || (typeof value === 'string' && allowed.includes(value));
  if (begins === null || value === null) return true;
  return typeof value === typeof begins || (typeof begins === 'string' && Array.isArray(value));
}

async function restoreSelection(given: unknown, source: Source): Promise<LeftOut[]> {
  if (!isRecord(given)) {
    source.clearSelection();
    return [];
  }
  try {
    await source.select(given as unknown as SelectionRequest);
    return [];
  } catch {
    return [{ what: 'selection' }];
  }
}
