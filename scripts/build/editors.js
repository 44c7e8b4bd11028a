/** The texts a type allows, where it allows only texts. */
function valuesOf(type) {
  const parts = type?.text.split(/\s*\|\s*/) ?? [];
  return parts.every((part) => /^'[^']*'$/.test(part)) ? parts.map((part) => part.slice(1, -1)) : [];
}

const readable = ({ description, default: standard }) =>
  standard === undefined || standard === "''" ? description : `${description} Default: ${standard}.`;

/** For VS Code's `html.customData`. */
export function vscodeData(elements) {
  const tags = elements.map((element) => ({
    name: element.tagName,
    description: { kind: 'markdown', value: element.description },
    attributes: element.attributes.map((attribute) => ({
      name: attribute.name,
      description: { kind: 'markdown', value: readable(attribute) },
      ...(attribute.type?.text === 'boolean' && { valueSet: 'v' }),
      ...(valuesOf(attribute.type).length > 0 && {
        values: valuesOf(attribute.type).map((name) => ({ name })),
      }),
    })),
  }));
  return { version: 1.1, tags };
}

/** For JetBrains' editors, by `"web-types"` in package.json. */
export function webTypes(elements, { name, version }) {
  const described = ({ name: of, description }) => ({ name: of, description });
  const html = {
    elements: elements.map((element) => ({
      name: element.tagName,
      description: element.description,
      attributes: element.attributes.map((attribute) => ({
        ...described(attribute),
        value: { type: attribute.type?.text ?? 'string', kind: 'plain' },
        ...(attribute.default !== undefined && { default: attribute.default.replaceAll("'", '') }),
      })),
      slots: element.slots.map(described),
      js: {
        properties: element.members
          .filter(({ kind }) => kind === 'field')
          .map((member) => ({ ...described(member), value: { type: member.type?.text ?? 'unknown' } })),
        events: element.events.map(described),
      },
      css: { parts: element.cssParts.map(described), properties: element.cssProperties.map(described) },
    })),
  };
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name,
    version,
    'description-markup': 'markdown',
    contributions: { html },
  };
}
