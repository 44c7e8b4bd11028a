import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { inRoot, root } from '../lib/paths.js';
import { describeCssProperty } from './manifest/css-properties.js';
import { literalTypes } from './manifest/literal-types.js';

const text = (path) => readFileSync(inRoot(path), 'utf8');

/** Members of every element that are the browser's or Lit's, not ours. */
const NOT_OURS = new Set(['connectedCallback', 'disconnectedCallback', 'requestUpdate', 'render']);

/** The source files that `file` imports for more than types, itself among them. */
function closure(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, types, from] of text(file).matchAll(
    /^(?:import|export)\s+(type\s)?[^'"]*?['"](\.{1,2}\/[^'"]+)['"]/gms,
  )) {
    const path = `${relative(root, resolve(root, dirname(file), from)).replaceAll('\\', '/')}.ts`;
    if (!types && path.startsWith('src/elements/')) closure(path, found);
  }
  return found;
}

/** Names in the attributes `part` of the templates that an element is made of. */
function partsOf(file) {
  const code = [...closure(file)].map(text).join('\n');
  const literal = [...code.matchAll(/\spart="([\w\- ]+)"/g)].flatMap(([, names]) => names.split(' '));
  const computed = [...code.matchAll(/\spart=\$\{[^}]*\}/g)].flatMap(([expression]) =>
    [...expression.matchAll(/'([\w-]+)'/g)].map(([, name]) => name),
  );
  return [...new Set([...literal, ...computed])].sort();
}

/** The custom properties that a class's styles read, with what stands where the page says nothing. */
function cssPropertiesOf(elementClass) {
  const css = [elementClass.elementStyles].flat(Infinity).map(String).join('\n');
  const found = new Map();
  for (const match of css.matchAll(/var\((--rfm-[\w-]+)\s*,\s*/g))
    found.set(match[1], upToClosing(css, match.index + match[0].length));
  return [...found].map(([name, standard]) => ({
    name,
    default: standard,
    description: describeCssProperty(name),
  }));
}

function upToClosing(css, start) {
  let depth = 1;
  let at = start;
  for (; depth > 0; at++) depth += css[at] === '(' ? 1 : css[at] === ')' ? -1 : 0;
  return css.slice(start, at - 1).trim();
}

/** The class of each event by its name, and what it says of itself. */
function eventClasses() {
  const code = text('src/elements/events.ts');
  const classes = code.matchAll(/\/\*\* ([^\n]*?) \*\/\nexport class (\w+)[\s\S]*?super\(\s*'([\w-]+)'/g);
  return new Map([...classes].map(([, description, name, event]) => [event, { name, description }]));
}

function chainOf(declaration, classes) {
  const chain = [];
  for (let one = declaration; one; one = classes.get(one.superclass?.name)) chain.push(one);
  return chain;
}

/** What the first class of a chain that documents `name` says of it. */
function documented(chain, key) {
  const found = new Map();
  for (const declaration of chain)
    for (const entry of declaration[key] ?? [])
      if (entry.name !== undefined && entry.description && !found.has(entry.name))
        found.set(entry.name, entry);
  return found;
}

function isPublic({ name, privacy, static: isStatic }) {
  return !name.startsWith('#') && privacy === undefined && !isStatic && !NOT_OURS.has(name);
}

/** `null` and `undefined` say that a property may be left out, which all may. */
function readable(type, resolveType) {
  if (!type) return undefined;
  const parts = type.text.split(/\s*\|\s*/).filter((part) => part !== 'null' && part !== 'undefined');
  return { text: parts.map((part) => resolveType(part) ?? part).join(' | ') };
}

const inherited = ({ inheritedFrom, ...rest }) =>
  inheritedFrom ? { ...rest, inheritedFrom: { name: inheritedFrom.name } } : rest;

function memberOf(member, resolveType) {
  const {
    kind,
    name,
    description,
    type,
    default: standard,
    attribute,
    reflects,
    readonly,
    parameters,
  } = member;
  return inherited({
    kind,
    name,
    ...(description && { description }),
    ...(type && { type: readable(type, resolveType) }),
    ...(standard !== undefined && { default: standard }),
    ...(attribute && { attribute }),
    ...(reflects && { reflects }),
    ...(readonly && { readonly }),
    ...(parameters && { parameters }),
    ...(member.return && { return: member.return }),
    ...(member.inheritedFrom && { inheritedFrom: member.inheritedFrom }),
  });
}

/** The attributes that Lit observes, each as its property documents it. */
function attributesOf(elementClass, members) {
  return elementClass.observedAttributes.flatMap((name) => {
    const [property] =
      [...elementClass.elementProperties].find(
        ([key, { attribute }]) =>
          (attribute === true || attribute === undefined ? key.toLowerCase() : attribute) === name,
      ) ?? [];
    const member = members.find((one) => one.name === property);
    if (!member) return [];
    const { description, type, default: standard } = member;
    return [
      {
        name,
        fieldName: property,
        ...(description && { description }),
        ...(type && { type }),
        ...(standard !== undefined && { default: standard }),
        ...(member.inheritedFrom && { inheritedFrom: member.inheritedFrom }),
      },
    ];
  });
}

async function elementOf({ module, declaration }, tagName, { classes, events, resolveType }) {
  const built = module.path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
  const elementClass = (await import(pathToFileURL(inRoot(built)).href))[declaration.name];
  const chain = chainOf(declaration, classes);
  const members = (declaration.members ?? []).filter(isPublic).map((member) => memberOf(member, resolveType));
  const fired = documented(chain, 'events');
  const parts = documented(chain, 'cssParts');
  return {
    kind: 'class',
    customElement: true,
    name: declaration.name,
    tagName,
    description: declaration.description,
    superclass: { name: 'LitElement', package: 'lit' },
    attributes: attributesOf(elementClass, members),
    members,
    events: [...events]
      .filter(([name]) => fired.has(name))
      .map(([name, { name: type }]) => ({
        name,
        type: { text: type },
        description: fired.get(name).description,
      })),
    slots: [...documented(chain, 'slots').values()].map(({ name, description }) => ({ name, description })),
    cssParts: partsOf(module.path).map((name) => ({ name, description: parts.get(name)?.description ?? '' })),
    cssProperties: cssPropertiesOf(elementClass),
    module: built,
  };
}

/** What each module of src/define registers itself, by the module's name. */
function registrations() {
  return readdirSync(inRoot('src/define')).map((file) => {
    const [, tag, className] = /define\('([\w-]+)',\s*(\w+)\)/.exec(text(`src/define/${file}`)) ?? [];
    return [file.replace(/\.ts$/, ''), { tag, className }];
  });
}

/** The elements of the package, read from their source and, for what only runs tell, from what was built of it. */
export async function readElements() {
  const argv = ['analyze', '--litelement', '--quiet', '--globs', 'src/elements/**/*.ts'];
  const { modules } = await cli({ argv, cwd: root, noWrite: true });
  const declarations = modules.flatMap((module) =>
    (module.declarations ?? []).map((declaration) => ({ module, declaration })),
  );
  const classes = new Map(declarations.map(({ declaration }) => [declaration.name, declaration]));
  const context = { classes, events: eventClasses(), resolveType: literalTypes() };
  const made = [];
  for (const [name, { tag, className }] of registrations()) {
    const found = declarations.find(({ declaration }) => declaration.name === className);
    if (!found) throw new Error(`define/${name} registers ${className}, which is no class of src/elements.`);
    made.push({ ...(await elementOf(found, tag, context)), entry: name });
  }
  return onOneLine(made).sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
}

/** Descriptions as written are broken into lines. */
function onOneLine(value) {
  return JSON.parse(JSON.stringify(value), (key, entry) =>
    key === 'description' && typeof entry === 'string' ? entry.replace(/\s+/g, ' ').trim() : entry,
  );
}

/** The custom elements manifest of `elements`. */
export function manifestOf(elements) {
  const modules = elements.map(({ module, entry, ...declaration }) => ({
    kind: 'javascript-module',
    path: module,
    declarations: [declaration],
    exports: [{ kind: 'js', name: declaration.name, declaration: { name: declaration.name, module } }],
  }));
  const definitions = elements.map(({ module, entry, name, tagName }) => ({
    kind: 'javascript-module',
    path: `dist/define/${entry}.js`,
    declarations: [],
    exports: [{ kind: 'custom-element-definition', name: tagName, declaration: { name, module } }],
  }));
  return { schemaVersion: '2.1.0', readme: 'README.md', modules: [...modules, ...definitions] };
}
