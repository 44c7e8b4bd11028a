import { existsSync, readFileSync } from 'node:fs';
import { documents, manifestElements } from '../lib/documents.js';
import { inRoot } from '../lib/paths.js';

const KINDS = ['attributes', 'members', 'events', 'slots', 'cssParts', 'cssProperties'];

/** Whatever of an element a page can use and no sentence tells of. */
export function undocumented() {
  return manifestElements().flatMap((element) => [
    ...(element.description ? [] : [`${element.tagName} has no description`]),
    ...KINDS.flatMap((kind) =>
      (element[kind] ?? [])
        .filter(({ description }) => !description)
        .map(({ name }) => `${element.tagName}: ${kind} ${name || '(default)'}`),
    ),
  ]);
}

const CHOICE = /^number$|^'[\w-]+'( \| '[\w-]+')*$/;

/** Numbers and choices that nobody knows the standard of: where a property begins undefined, `@default` tells it. */
export function withoutDefault() {
  return manifestElements().flatMap(({ tagName, attributes }) =>
    attributes
      .filter(({ type, default: standard }) => standard === undefined && CHOICE.test(type?.text ?? ''))
      .map(({ name }) => `${tagName}: ${name} has no @default`),
  );
}

/** Documents that say something else than the elements do. */
export function staleDocuments() {
  return Object.entries(documents())
    .filter(([path, text]) => !existsSync(inRoot(path)) || readFileSync(inRoot(path), 'utf8') !== text)
    .map(([path]) => `${path}: write it again with npm run docs`);
}
