/** A file of sales, as the snippets name it. */
const DATA = { src: '/sales.csv', customer: 'customer_id', date: 'date', amount: 'amount' };

const quoted = (value) => `"${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
const lines = (parts, indent) => parts.map((part) => `\n${indent}${part}`).join('');

/** A tag with its attributes, each on a line of its own. */
function tag(name, attributes, indent) {
  const parts = Object.entries(attributes).map(([key, value]) =>
    value === '' ? key : `${key}=${quoted(value)}`,
  );
  return `${indent}<${name}${lines(parts, `${indent}  `)}\n${indent}></${name}>`;
}

const shortName = (tagName) => tagName.replace('rfm-', '');
const register = (tagName) => `import 'rfm-kit/define/${shortName(tagName)}';`;

/** The type of an attribute's property decides how a framework is given it. */
function typed({ attributes }, name, value) {
  const type = attributes.find((one) => one.name === name)?.type?.text ?? '';
  if (/boolean/.test(type)) return { kind: 'boolean', text: 'true' };
  if (/^number/.test(type) && value !== '' && Number.isFinite(Number(value)))
    return { kind: 'number', text: value };
  return { kind: 'string', text: value };
}

const camel = (name) => name.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());

function react(element, given) {
  const component = element.name;
  const parts = Object.entries({ ...DATA, ...given }).map(([name, value]) => {
    const { kind, text } = typed(element, name, value);
    return kind === 'string' ? `${camel(name)}=${JSON.stringify(text)}` : `${camel(name)}={${text}}`;
  });
  return `import { ${component} } from 'rfm-kit/react';

export function Chart() {
  return (
    <${component}${lines(parts, '      ')}
    />
  );
}`;
}

/** What a tag looks like in each of these, by its name. */
export const FRAMEWORKS = {
  HTML: ({ tagName }, given) =>
    `<script type="module" src="/rfm-kit/rfm-kit.js"></script>

${tag(tagName, { ...DATA, ...given }, '')}`,
  React: react,
  Vue: ({ tagName }, given) =>
    `<script setup>
${register(tagName)}
// vite.config: vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('rfm-') } } })
</script>

<template>
${tag(tagName, { ...DATA, ...given }, '  ')}
</template>`,
  Angular: ({ tagName }, given) =>
    `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
${register(tagName)}

@Component({
  selector: 'app-chart',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
${tag(tagName, { ...DATA, ...given }, '    ')
  .replaceAll('`', '\\`')
  .replaceAll('${', '\\${')}
  \`,
})
export class Chart {}`,
  Svelte: ({ tagName }, given) =>
    `<script>
  ${register(tagName)}
</script>

${tag(tagName, { ...DATA, ...given }, '')}`,
};

/** The code of an element with the attributes it was given. */
export function snippet(framework, element, given) {
  return FRAMEWORKS[framework](element, given);
}
