import { choicesOf } from './choices.js';
import { FRAMEWORKS, snippet } from './snippets.js';
import { startSwitches } from './switches.js';
import { words } from './words.js';

const byId = (id) => document.getElementById(id);

/** Where data come from is one matter for all tags: the element beside the stage has them. */
const OF_DATA = new Set();

/** All elements with their attributes, as the build wrote them down. */
async function readElements() {
  const manifest = await (await fetch('../dist/custom-elements.json')).json();
  const declared = manifest.modules.flatMap(({ declarations = [] }) => declarations);
  const elements = declared.filter(({ tagName }) => tagName);
  const holder = elements.find(({ tagName }) => tagName === 'rfm-source');
  for (const { name } of holder.attributes) OF_DATA.add(name);
  return elements.filter(({ tagName }) => !['rfm-source', 'rfm-import'].includes(tagName));
}

function controlOf(attribute, value, change) {
  const type = attribute.type?.text ?? '';
  const choices = choicesOf(attribute);
  if (choices) {
    const select = document.createElement('select');
    select.append(new Option(words().asBegins, ''), ...choices.map((word) => new Option(word, word)));
    select.value = value ?? '';
    select.addEventListener('change', () => change(select.value || null));
    return select;
  }
  const input = document.createElement('input');
  if (/boolean/.test(type)) {
    input.type = 'checkbox';
    input.checked = value !== undefined;
    input.addEventListener('change', () => change(input.checked ? '' : null));
    return input;
  }
  if (/^number( \| null| \| undefined)*$/.test(type)) {
    input.type = 'number';
    input.step = 'any';
  }
  input.value = value ?? '';
  input.addEventListener('change', () => change(input.value || null));
  return input;
}

function field(attribute, value, change) {
  const label = document.createElement('label');
  const name = document.createElement('code');
  name.textContent = attribute.name;
  const about = document.createElement('small');
  about.textContent = attribute.description ?? '';
  label.append(name, controlOf(attribute, value, change), about);
  return label;
}

startSwitches();
const elements = await readElements();
let chosen = elements.find(({ tagName }) => tagName === 'rfm-scatter') ?? elements[0];
let given = {};
let live = null;

function showElement() {
  given = {};
  live = document.createElement(chosen.tagName);
  live.setAttribute('source', 'shop');
  byId('stage').replaceChildren(live);
  byId('about').textContent = chosen.description?.split('\n')[0] ?? '';
  showAttributes();
  showCode();
  location.replace(`#${chosen.tagName}`);
}

function showAttributes() {
  const own = chosen.attributes.filter(({ name }) => !OF_DATA.has(name) && name !== 'source');
  // What is an element's own comes before what all have.
  own.sort((a, b) => Number('inheritedFrom' in a) - Number('inheritedFrom' in b));
  const fields = own.map((attribute) =>
    field(attribute, given[attribute.name], (value) => {
      if (value === null) delete given[attribute.name];
      else given[attribute.name] = value;
      if (value === null) live.removeAttribute(attribute.name);
      else live.setAttribute(attribute.name, value);
      showCode();
    }),
  );
  byId('attributes').replaceChildren(...fields);
}

function showCode() {
  byId('code').textContent = snippet(byId('framework').value, chosen, given);
}

byId('tag').append(...elements.map(({ tagName }) => new Option(tagName, tagName)));
byId('framework').append(...Object.keys(FRAMEWORKS).map((name) => new Option(name, name)));
const asked = elements.find(({ tagName }) => tagName === location.hash.slice(1));
chosen = asked ?? chosen;
byId('tag').value = chosen.tagName;
byId('tag').addEventListener('change', ({ target }) => {
  chosen = elements.find(({ tagName }) => tagName === target.value);
  showElement();
});
byId('framework').addEventListener('change', showCode);
byId('attributes').addEventListener('submit', (event) => event.preventDefault());
document.addEventListener('languagechange', showAttributes);
byId('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(byId('code').textContent);
  byId('told').textContent = words().copied;
});
showElement();
