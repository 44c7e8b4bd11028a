import { en } from './en';
import type { Words } from './words';
import { zhCN } from './zh-CN';

/** Words of a language as a host gives them: what is left out is said in English. */
export type PartialWords = { [K in keyof Words]?: Partial<Words[K]> };

/** `base` with what `over` says in its place. */
function merged<T extends object>(base: T, over: Partial<T> | undefined): T {
  return { ...base, ...over };
}

const languages = new Map<string, Words>([
  ['en', en],
  ['zh-cn', zhCN],
]);
const listeners = new Set<() => void>();

/** Adds a language, or replaces one, on all elements of the page; `tag` is a BCP 47 tag such as `fr` or `pt-BR`. */
export function registerLocale(tag: string, words: PartialWords): void {
  const base = languages.get(tag.toLowerCase()) ?? en;
  languages.set(tag.toLowerCase(), {
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
    importer: merged(base.importer, words.importer),
    exporting: merged(base.exporting, words.exporting),
    problems: merged(base.problems, words.problems),
    selection: merged(base.selection, words.selection),
  });
  for (const listener of listeners) listener();
}

/** The words for a language tag: its own, those of its language, else English. */
export function wordsFor(tag: string): Words {
  const asked = tag.toLowerCase().replaceAll('_', '-');
  const exact = languages.get(asked);
  if (exact) return exact;
  const language = asked.split('-')[0] ?? '';
  const sibling = [...languages.keys()].find((known) => known.split('-')[0] === language);
  return (sibling && languages.get(sibling)) || en;
}

/** Calls `listener` whenever a language is registered; the result stops that. */
export function onLocaleRegistered(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
