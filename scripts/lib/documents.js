import { readFileSync } from 'node:fs';
import { inRoot } from './paths.js';

/** Text as a cell of a Markdown table holds it. */
const cell = (text = '') => text.replaceAll('|', '\\|');
const code = (text) => `\`${text}\``;

/** A table with its columns in line, as the formatter of the house wants it. */
function table(head, rows) {
  if (rows.length === 0) return [];
  const cells = [head, ...rows].map((row) => row.map((text) => cell(text)));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => [...row[column]].length)));
  const line = (row) =>
    `| ${row.map((text, column) => text + ' '.repeat(widths[column] - [...text].length)).join(' | ')} |`;
  const [first, ...others] = cells.map(line);
  return [first, line(widths.map((width) => '-'.repeat(width))), ...others, ''];
}

/** The elements that the manifest in dist/ describes. */
export function manifestElements() {
  const { modules } = JSON.parse(readFileSync(inRoot('dist/custom-elements.json'), 'utf8'));
  return modules.flatMap(({ declarations }) => declarations);
}

const standard = ({ default: value }) =>
  value === undefined || value === "''" ? '' : code(value.replaceAll("'", ''));
const typeOf = ({ type }) => (type ? code(type.text.replaceAll("'", '')) : '');

const attributeRows = (attributes) =>
  attributes.map((attribute) => [
    code(attribute.name),
    typeOf(attribute),
    standard(attribute),
    attribute.description,
  ]);

/** What several elements have in common is said once, under the name of the class they have it from. */
const SHARED = {
  SourcedElement: 'Which data, and how they are read',
  AnalysedElement: 'Where the data come from',
  SelectingElement: 'Selection',
  WordedElement: 'Language',
  DrawnElement: 'Every picture',
  ChartElement: 'Every chart',
  SegmentedElement: 'Scores and segments',
  SourceHolder: 'Elements that hold a source',
};

const own = (entry) => !(entry.inheritedFrom?.name in SHARED);
const from = (name) => (entry) => entry.inheritedFrom?.name === name;

const attributeHead = ['attribute', 'type', 'default', 'what it says'];

const methodsOf = (members) => members.filter(({ kind }) => kind === 'method');

function signature({ name, parameters = [], return: result }) {
  const given = parameters
    .map((one) => `${one.name}${one.optional || one.default !== undefined ? '?' : ''}`)
    .join(', ');
  return code(`${name}(${given})${result?.type ? `: ${result.type.text}` : ''}`);
}

const propertyRows = (members) =>
  members
    .filter(({ kind, attribute }) => kind === 'field' && !attribute)
    .map((member) => [code(member.name), typeOf(member), member.readonly ? 'yes' : '', member.description]);

function memberTables(members) {
  return [
    ...table(['property', 'type', 'read only', 'what it is'], propertyRows(members)),
    ...table(
      ['method', 'what it does'],
      methodsOf(members).map((member) => [signature(member), member.description]),
    ),
  ];
}

function shared(elements) {
  return Object.entries(SHARED).flatMap(([name, title]) => {
    const holder = elements.find(({ attributes, members }) => [...attributes, ...members].some(from(name)));
    if (!holder) return [];
    return [
      `### ${title}`,
      '',
      ...table(attributeHead, attributeRows(holder.attributes.filter(from(name)))),
      ...memberTables(holder.members.filter(from(name))),
    ];
  });
}

function chapter(element, commonParts) {
  const parts = element.cssParts.filter(({ name }) => !commonParts.has(name));
  return [
    `## ${code(`<${element.tagName}>`)}`,
    '',
    element.description,
    '',
    ...table(attributeHead, attributeRows(element.attributes.filter(own))),
    ...memberTables(element.members.filter(own)),
    ...table(
      ['slot', 'what goes there'],
      element.slots.map(({ name, description }) => [name ? code(name) : 'default', description]),
    ),
    ...table(
      ['event', 'type', 'when'],
      element.events.map(({ name, type, description }) => [code(name), code(type.text), description]),
    ),
    ...table(
      ['part', 'what it is'],
      parts.map(({ name, description }) => [code(name), description]),
    ),
  ];
}

/** `stories/elements.md`: every attribute, property, method, event, part, slot and custom property. */
export function reference(elements) {
  const charts = elements.filter(({ cssParts }) => cssParts.some(({ name }) => name === 'card'));
  const common =
    charts[0]?.cssParts.filter(({ name }) =>
      charts.every(({ cssParts }) => cssParts.some((part) => part.name === name)),
    ) ?? [];
  const names = new Set(common.map(({ name }) => name));
  const properties = new Map(
    elements.flatMap(({ cssProperties }) => cssProperties.map((one) => [one.name, one])),
  );
  return `${[
    '# Elements',
    '',
    'Made from the source by `npm run docs`; the same stands in `rfm-kit/custom-elements.json` for tools.',
    '',
    ...elements.flatMap((element) => chapter(element, charts.includes(element) ? names : new Set())),
    '## What they have in common',
    '',
    'Every attribute is a property in camelCase too.',
    '',
    ...shared(elements),
    '### Parts of every chart',
    '',
    ...table(
      ['part', 'what it is'],
      common.map(({ name, description }) => [code(name), description]),
    ),
    '### Custom properties',
    '',
    'On the element or any place above it. Two colours: on a light and on a dark page.',
    '',
    ...table(
      ['property', 'default', 'what it is'],
      [...properties.values()].map((one) => [
        code(one.name),
        code(one.default.replace(/^light-dark\((.*)\)$/, '$1')),
        one.description,
      ]),
    ),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

/** The table of elements in the README. */
export function elementTable(elements) {
  const rows = elements.map((element) => [
    `[${code(element.tagName)}](stories/elements.md#${element.tagName})`,
    element.description,
    element.attributes
      .filter(own)
      .map(({ name }) => code(name))
      .join(', '),
  ]);
  return table(['tag', 'what it is', 'its own attributes'], rows).join('\n').trimEnd();
}

const MARKED = /(<!-- elements: made by npm run docs -->\n)[\s\S]*?(\n<!-- end of elements -->)/;

/** Every document that is made, by its path, with what it should be. */
export function documents() {
  const elements = manifestElements();
  const readme = readFileSync(inRoot('README.md'), 'utf8');
  if (!MARKED.test(readme)) throw new Error('README.md no longer has the place for the table of elements.');
  return {
    'stories/elements.md': reference(elements),
    'README.md': readme.replace(
      MARKED,
      (_, before, after) => `${before}\n${elementTable(elements)}\n${after}`,
    ),
  };
}
