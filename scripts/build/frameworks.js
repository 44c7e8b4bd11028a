/** Writable properties, each by its name and whether it is an attribute too. */
const propertiesOf = (element) =>
  element.members.filter(({ kind, readonly }) => kind === 'field' && !readonly);

const pascal = (event) => event.replace(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());

const keys = (names) => names.map((name) => `'${name}'`).join(' | ') || 'never';

const typesFile = (element) => `../${element.module.replace(/^dist\//, '')}`;
const importsOf = (elements) =>
  elements.map((element) => `import type { ${element.name} } from '${typesFile(element)}';`);

/** The classes of the events that any of them fires. */
function eventsImport(elements, from) {
  const types = new Set(elements.flatMap(({ events }) => events.map(({ type }) => type.text)));
  return `import type { ${[...types].sort().join(', ')} } from '${from}elements/events.js';`;
}

const head = (elements) => [
  '// Made from the source of the elements.',
  eventsImport(elements, '../'),
  ...importsOf(elements),
  '',
];

/** `{ view?: RfmQuadrant['view'] … }`: an attribute is a property of another spelling. */
function attributes(element) {
  return element.attributes.map(
    ({ name, fieldName, description }) =>
      `  /** ${description} */\n  '${name}'?: ${element.name}['${fieldName}'] | undefined;`,
  );
}

const properties = (element) =>
  propertiesOf(element).map(
    ({ name, description }) => `  /** ${description} */\n  ${name}?: ${element.name}['${name}'] | undefined;`,
  );

const handlers = (element, spelling) =>
  element.events.map(
    ({ name, type, description }) =>
      `  /** ${description} */\n  '${spelling(name)}'?: ((event: ${type.text}) => void) | undefined;`,
  );

function interfaces(elements, members) {
  return elements.map((element) =>
    [`export interface ${element.name}Attributes {`, ...members(element), '}', ''].join('\n'),
  );
}

const list = (elements, entry) => elements.map((element) => `      ${entry(element)}`);

/** In React 19, Preact and Solid an element takes properties and listens by `on…`; React 18 sets attributes alone. */
function jsx(module, base, spelling, extra = () => []) {
  return (elements) => [
    ...head(elements),
    ...interfaces(elements, (element) => [
      ...uniqueMembers(element),
      ...handlers(element, spelling),
      ...extra(element),
    ]),
    `declare module '${module}' {`,
    '  namespace JSX {',
    '    interface IntrinsicElements {',
    ...list(
      elements,
      ({ name, tagName }) =>
        `'${tagName}': ${name}Attributes & Omit<${base(name)}, keyof ${name}Attributes>;`,
    ),
    '    }',
    '  }',
    '}',
    '',
  ];
}

/** Attributes, and those properties that are spelt otherwise. */
function uniqueMembers(element) {
  const named = new Set(element.attributes.map(({ name }) => name));
  return [
    ...attributes(element),
    ...properties({ ...element, members: element.members.filter(({ name }) => !named.has(name)) }),
  ];
}

const solidProperties = (element) =>
  propertiesOf(element).map(({ name }) => `  'prop:${name}'?: ${element.name}['${name}'] | undefined;`);

const vue = (elements) => [
  ...head(elements),
  "import type { DefineComponent } from 'vue';",
  ...interfaces(elements, (element) => [
    ...uniqueMembers(element),
    ...handlers(element, (name) => `on${pascal(name)}`),
  ]),
  "declare module 'vue' {",
  '  interface GlobalComponents {',
  ...list(elements, ({ name, tagName }) => `'${tagName}': DefineComponent<${name}Attributes>;`),
  '  }',
  '}',
  '',
];

const svelte = (elements) => [
  ...head(elements),
  "import type { HTMLAttributes } from 'svelte/elements';",
  ...interfaces(elements, (element) => [
    ...uniqueMembers(element),
    ...handlers(element, (name) => `on${name}`),
    ...handlers(element, (name) => `on:${name}`),
  ]),
  "declare module 'svelte/elements' {",
  '  interface SvelteHTMLElements {',
  ...list(
    elements,
    ({ name, tagName }) =>
      `'${tagName}': ${name}Attributes & Omit<HTMLAttributes<${name}>, keyof ${name}Attributes>;`,
  ),
  '  }',
  '}',
  '',
];

/** Types of the tags for templates, by the framework's name; a module each, imported for its effect on the types. */
export const TAG_TYPES = {
  react: (elements) => [
    "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
    ...jsx(
      'react',
      (name) => `DetailedHTMLProps<HTMLAttributes<${name}>, ${name}>`,
      (name) => `on${name}`,
    )(elements),
  ],
  preact: (elements) => [
    "import type { HTMLAttributes } from 'preact';",
    ...jsx(
      'preact',
      (name) => `HTMLAttributes<${name}>`,
      (name) => `on${name}`,
    )(elements),
  ],
  solid: (elements) => [
    "import type { JSX } from 'solid-js';",
    ...jsx(
      'solid-js',
      (name) => `JSX.HTMLAttributes<${name}>`,
      (name) => `on:${name}`,
      solidProperties,
    )(elements),
  ],
  vue,
  svelte,
};

const local = (name) => `${name}Class`;

/** What `define/<entry>` registers, itself last. */
function registered(element, elements, needs) {
  const names = needs(element.entry);
  return [...names, element.entry].map((entry) => elements.find((one) => one.entry === entry));
}

/** The module `rfm-kit/react`. */
export function reactModule(elements, needs) {
  const component = (element) => {
    const pairs = registered(element, elements, needs).map(
      ({ tagName, name }) => `['${tagName}', ${local(name)}]`,
    );
    const events = element.events.map(({ name }) => `on${pascal(name)}: '${name}'`);
    return `export const ${element.name} = /* @__PURE__ */ component([${pairs.join(', ')}], { ${events.join(', ')} });`;
  };
  return [
    // Next.js renders them on the server from pages that are server components too.
    "'use client';",
    "import { component } from './react/component.js';",
    ...elements.map(
      ({ name, module }) => `import { ${name} as ${local(name)} } from './${module.replace(/^dist\//, '')}';`,
    ),
    '',
    ...elements.map(component),
    '',
  ].join('\n');
}

export function reactTypes(elements) {
  const props = (element) => {
    const handled = element.events.map(
      ({ name, type, description }) =>
        `  /** ${description} */\n  on${pascal(name)}?: ((event: ${type.text}) => void) | undefined;`,
    );
    const names = keys(propertiesOf(element).map(({ name }) => name));
    return [
      `type ${element.name}Own = Partial<Pick<${element.name}Class, ${names}>> & {`,
      ...handled,
      '};',
      `export type ${element.name}Props = ${element.name}Own & Omit<HTMLAttributes<${element.name}Class>, keyof ${element.name}Own>;`,
      `/** ${element.description} */`,
      `export declare const ${element.name}: ForwardRefExoticComponent<${element.name}Props & RefAttributes<${element.name}Class>>;`,
      '',
    ].join('\n');
  };
  return [
    "import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';",
    eventsImport(elements, './'),
    ...elements.map(
      ({ name, module }) =>
        `import type { ${name} as ${name}Class } from './${module.replace(/^dist\//, '')}';`,
    ),
    '',
    ...elements.map(props),
  ].join('\n');
}
