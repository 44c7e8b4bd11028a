import type { ArgTypes, StoryObj } from '@storybook/web-components-vite';
import { choicesOf } from '../demo/choices.js';
import manifest from '../dist/custom-elements.json?raw';
import { CDNOW } from './sample';

interface Attribute {
  name: string;
  description?: string;
  type?: { text: string };
  default?: string;
}

interface Manifest {
  modules: { declarations?: { tagName?: string; attributes?: Attribute[] }[] }[];
}

const { modules }: Manifest = JSON.parse(manifest);
const elements = modules.flatMap(({ declarations = [] }) => declarations);

function attributesOf(tag: string): Attribute[] {
  return elements.find(({ tagName }) => tagName === tag)?.attributes ?? [];
}

/** What `rfm-source` has too says where data come from: that is one matter for all elements. */
const OF_DATA = new Set(attributesOf('rfm-source').map(({ name }) => name));
const OWN = ['locale', 'theme'];

function controlOf(attribute: Attribute): ArgTypes[string] {
  const type = attribute.type?.text ?? '';
  const choices = choicesOf(attribute);
  if (choices) return { control: 'select', options: [undefined, ...choices] };
  if (/boolean/.test(type)) return { control: 'boolean' };
  return { control: /^number\b/.test(type) && !type.includes("'") ? 'number' : 'text' };
}

/** A story of an element on CDNOW, each of whose attributes has a control, by what the build says of them. */
export function withControls(tag: string, width?: number): StoryObj {
  const attributes = attributesOf(tag).filter(
    ({ name }) => OWN.includes(name) || !(OF_DATA.has(name) || name === 'source'),
  );
  const argTypes = attributes.map((attribute) => [
    attribute.name,
    {
      ...controlOf(attribute),
      description: attribute.description,
      table: {
        category: 'attributes',
        type: { summary: attribute.type?.text },
        defaultValue: { summary: attribute.default },
      },
    },
  ]);
  return {
    argTypes: Object.fromEntries(argTypes),
    render: (given) => {
      const element = document.createElement(tag);
      const values: Record<string, unknown> = { ...CDNOW, ...given };
      for (const [name, value] of Object.entries(values))
        if (value !== undefined && value !== '' && value !== false)
          element.setAttribute(name, value === true ? '' : String(value));
      const place = document.createElement('div');
      if (width) place.style.inlineSize = `min(${width}px, 100%)`;
      place.append(element);
      return place;
    },
  };
}
