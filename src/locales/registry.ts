import { en } from './en';
import type { Words } from './words';

/** Words of a language as a host gives them: what is left out is said in English. */
export type PartialWords = { [K in keyof Words]?: Partial<Words[K]> };

/** `base` with what `over` says in its place. */
function merged<T extends object>(base: T, over: Partial<T> | undefined): T {
  return { ...base, ...over };
}

const languages = new Map<string, Words>([['en', en]]);
/** Languages of the kit's own that are fetched when first spoken. */
const distant = new Map<string, () => Promise<Words>>([
  ['zh-cn', async () => (await import('./zh-CN')).zhCN],
]);
/** Those on their way. */
const coming = new Map<string, Promise<void>>();
/** What hosts said of a language that has not come yet. */
const waiting = new Map<string, PartialWords[]>();
const listeners = new Set<() => void>();

/** Adds a language, or replaces one, on all elements of the page; `tag` is a BCP 47 tag such as `fr` or `pt-BR`. */
export function registerLocale(tag: string, words: PartialWords): void {
  const key = tag.toLowerCase();
  if (distant.has(key)) {
    waiting.set(key, [...(waiting.get(key) ?? []), words]);
    return;
  }
  languages.set(key, joined(languages.get(key) ?? en, words));
  for (const listener of listeners) listener();
}

function joined(base: Words, words: PartialWords): Words {
  return {
    common: merged(base.common, words.common),
    segments: merged(base.segments, words.segments),
    tiers: merged(base.tiers, words.tiers),
    measures: merged(base.measures, words.measures),
    axes: merged(base.axes, words.axes),
    scatter: merged(base.scatter, words.scatter),
    quadrant: merged(base.quadrant, words.quadrant),
    pareto: merged(base.pareto, words.pareto),
    cohorts: merged(base.cohorts, words.cohorts),
    kpis: merged(base.kpis, words.kpis),
    migration: merged(base.migration, words.migration),
    segmenting: merged(base.segmenting, words.segmenting),
    customers: merged(base.customers, words.customers),
    flow: merged(base.flow, words.flow),
    weights: merged(base.weights, words.weights),
    whatIf: merged(base.whatIf, words.whatIf),
    filter: merged(base.filter, words.filter),
    dashboard: merged(base.dashboard, words.dashboard),
    importer: merged(base.importer, words.importer),
    exporting: merged(base.exporting, words.exporting),
    problems: merged(base.problems, words.problems),
    selection: merged(base.selection, words.selection),
    plane: merged(base.plane, words.plane),
    sampled: merged(base.sampled, words.sampled),
  };
}

/** The words for a language tag: its own, those of its language, else English; English too until they have come. */
export function wordsFor(tag: string): Words {
  return languages.get(keyOf(tag)) ?? en;
}

/** What to wait for before `wordsFor(tag)` speaks the language; null where it can. */
export function wordsComing(tag: string): Promise<void> | null {
  const key = keyOf(tag);
  const load = distant.get(key);
  if (!load) return null;
  const before = coming.get(key);
  if (before) return before;
  const arrival = load().then(
    (words) => settle(key, words),
    // Better in English than not at all.
    () => settle(key, en),
  );
  coming.set(key, arrival);
  return arrival;
}

function settle(key: string, words: Words): void {
  distant.delete(key);
  coming.delete(key);
  languages.set(key, (waiting.get(key) ?? []).reduce(joined, words));
  waiting.delete(key);
  for (const listener of listeners) listener();
}

/** The language, of those there are, that a tag means. */
function keyOf(tag: string): string {
  const asked = tag.toLowerCase().replaceAll('_', '-');
  if (languages.has(asked) || distant.has(asked)) return asked;
  const language = asked.split('-')[0] ?? '';
  return [...languages.keys(), ...distant.keys()].find((known) => known.split('-')[0] === language) ?? 'en';
}

/** Calls `listener` whenever a language is registered; the result stops that. */
export function onLocaleRegistered(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
