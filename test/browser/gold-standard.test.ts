import '../../src/define';
import { expect } from 'chai';
import { stage } from './support/stage';

/** What the manifest says of an element. */
interface Declared {
  tagName: string;
  attributes: { name: string; fieldName?: string; default?: string; type?: { text: string } }[];
}

/** The checklist of the web components community, a test for each line that applies; not of data, which others test. */
describe('the gold standard, by every element', () => {
  let all: Declared[] = [];
  const make = ({ tagName }: Declared): HTMLElement => document.createElement(tagName);
  const value = (element: HTMLElement, name: string): unknown => Reflect.get(element, name);
  const field = ({ name, fieldName = name }: Declared['attributes'][number]): string => fieldName;

  /** Puts an element on the page and lets it draw what it shows without data. */
  async function place(element: HTMLElement): Promise<HTMLElement> {
    stage('').append(element);
    await Reflect.get(element, 'updateComplete');
    return element;
  }

  before(async () => {
    const { modules } = await (await fetch('/dist/custom-elements.json')).json();
    all = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }: Declared) => tagName);
    expect(all.length).to.be.greaterThan(10);
  });

  it('is made by a constructor that gives it no attribute, child or class', () => {
    for (const one of all) {
      const element = make(one);
      expect(element.getAttributeNames(), one.tagName).to.deep.equal([]);
      expect(element.childNodes).to.have.length(0);
    }
  });

  it('sets no attribute on itself but those that its properties reflect', async () => {
    for (const one of all) {
      const element = await place(make(one));
      const names = one.attributes.map(({ name }) => name);
      expect(element.getAttributeNames().filter((name) => !names.includes(name))).to.deep.equal([]);
    }
  });

  it('keeps what the author has set of role, tabindex, class, style, lang, dir, id and aria', async () => {
    const given = {
      role: 'img',
      tabindex: '3',
      class: 'x',
      lang: 'de',
      dir: 'rtl',
      id: 'y',
      'aria-label': 'z',
    };
    for (const one of all) {
      const element = make(one);
      element.style.margin = '3px';
      for (const [name, text] of Object.entries(given)) element.setAttribute(name, text);
      await place(element);
      for (const [name, text] of Object.entries(given)) expect(element.getAttribute(name)).to.equal(text);
      expect(element.style.cssText, one.tagName).to.equal('margin: 3px;');
    }
  });

  it('is gone with hidden', async () => {
    for (const one of all) {
      const element = await place(make(one));
      element.hidden = true;
      expect(getComputedStyle(element).display, one.tagName).to.equal('none');
    }
  });

  it('is a block of its own, which the author may place', async () => {
    for (const one of all.filter(({ tagName }) => tagName !== 'rfm-source')) {
      const element = await place(make(one));
      expect(getComputedStyle(element).display, one.tagName).not.to.equal('inline');
    }
  });

  it('takes every attribute into a property of its own, and has it back without', async () => {
    for (const one of all) {
      const element = make(one);
      for (const attribute of one.attributes) {
        const name = field(attribute);
        const before = value(element, name);
        const text = attribute.type?.text.includes('number') ? '7' : 'given';
        element.setAttribute(attribute.name, text);
        const set = value(element, name);
        expect(set, `${one.tagName} ${attribute.name}`).not.to.equal(before);
        element.removeAttribute(attribute.name);
        const gone = value(element, name);
        expect(gone === null || gone === undefined || gone === before || gone === false).to.equal(true);
      }
    }
  });

  it('has boolean attributes that are false until they are there', () => {
    let seen = 0;
    for (const one of all)
      for (const attribute of one.attributes.filter(({ type }) => type?.text === 'boolean')) {
        const element = make(one);
        expect(value(element, field(attribute))).to.equal(false);
        element.setAttribute(attribute.name, '');
        expect(value(element, field(attribute))).to.equal(true);
        element.removeAttribute(attribute.name);
        expect(value(element, field(attribute))).to.equal(false);
        seen += 1;
      }
    expect(seen).to.be.greaterThan(0);
  });

  it('reflects no rich data', async () => {
    for (const one of all.filter(({ tagName }) => 'data' in document.createElement(tagName))) {
      const element = make(one);
      Reflect.set(element, 'mapping', { customer: 'c' });
      Reflect.set(element, 'fetchOptions', { headers: { authorization: 'secret' } });
      await place(element);
      expect(element.outerHTML, one.tagName).not.to.contain('secret').and.not.to.contain('object');
    }
  });

  it('keeps properties that were set before it was defined', async () => {
    for (const one of all) {
      const [name = ''] = one.attributes.map(field);
      const early = document.createElement(`${one.tagName}-early`);
      Reflect.set(early, name, 'before');
      const known = customElements.get(one.tagName)!;
      customElements.define(`${one.tagName}-early`, class extends known {});
      await place(early);
      expect(value(early, name), one.tagName).to.equal('before');
    }
  });

  it('tells of nothing that the author has done', async () => {
    for (const one of all) {
      const told: string[] = [];
      const element = make(one);
      element.addEventListener('rfm-select', ({ type }) => told.push(type));
      await place(element);
      for (const attribute of one.attributes.filter(({ name }) => !['src', 'source'].includes(name)))
        element.setAttribute(attribute.name, attribute.default?.replaceAll("'", '') || 'auto');
      await Reflect.get(element, 'updateComplete');
      expect(told, one.tagName).to.deep.equal([]);
    }
  });

  it('is moved and taken away without a complaint', async () => {
    for (const one of all) {
      const element = await place(make(one));
      stage('').append(element);
      element.remove();
      await Reflect.get(element, 'updateComplete');
    }
  });
});
