import { en } from './en';
import type { OwnPart, SharedWords, Words } from './words';

/** Words of a language as a host gives them: what is left out is said in English. */
export type PartialWords = { [K in keyof Words]?: Partial<Words[K]> };

/** English, as far as the elements of the page need it. */
let english: SharedWords & Partial<Words> = en;
/** What the other languages say; what is left out is said in English. */
const languages = new Map<string, PartialWords>([['en', {}]]);
/** The words of a language as they were last asked for. */
const spoken = new Map<string, Words>();
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
  say(key, joined(languages.get(key) ?? {}, words));
}

/** Adds the English that only one element says: its module does, before anything of it is drawn. */
export function bringEnglish(words: Partial<Pick<Words, OwnPart>>): void {
  english = { ...english, ...words };
  spoken.clear();
}

function say(key: string, words: PartialWords): void {
  languages.set(key, words);
  spoken.clear();
  for (const listener of listeners) listener();
}

/** `words`, and what `more` says in their place. */
function joined<T extends object>(words: T, more: PartialWords): T {
  const said = Object.entries({ ...words, ...more }).map(([part]) => [
    part,
    { ...Reflect.get(words, part), ...Reflect.get(more, part) },
  ]);
  return Object.fromEntries(said) as T;
}

/** The words for a language tag: its own, those of its language, else English; English too until they have come. */
export function wordsFor(tag: string): Words {
  const asked = keyOf(tag);
  const key = languages.has(asked) ? asked : 'en';
  const before = spoken.get(key);
  if (before) return before;
  // Whoever asks for a part has brought it.
  const words = joined(english, languages.get(key) ?? {}) as Words;
  spoken.set(key, words);
  return words;
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
    () => settle(key, {}),
  );
  coming.set(key, arrival);
  return arrival;
}

function settle(key: string, words: PartialWords): void {
  distant.delete(key);
  coming.delete(key);
  const given = waiting.get(key) ?? [];
  waiting.delete(key);
  say(key, given.reduce(joined, words));
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
