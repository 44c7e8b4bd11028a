import '../../src/define';
import { expect } from 'chai';
import { type PartialWords, registerLocale } from '../../src/locales/registry';
import { english as en } from '../support/english';
import { stage } from './support/stage';

/** Every text of a catalogue between marks, so that what is not from it stands out. */
function marked(words: object): object {
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, markedValue(value)]));
}

function markedValue(value: unknown): unknown {
  if (typeof value === 'string') return `‹${value}›`;
  if (typeof value === 'function') return (...given: unknown[]) => markedValue(value(...given));
  if (Array.isArray(value)) return value.map(markedValue);
  return typeof value === 'object' && value !== null ? marked(value) : value;
}

/** Parts of a text that stand outside of all marks. */
function outside(text: string): string {
  let depth = 0;
  let left = '';
  for (const character of text) {
    if (character === '‹') depth += 1;
    else if (character === '›') depth -= 1;
    else if (depth === 0) left += character;
  }
  return left;
}

/** What numbers, dates and money are written with by Intl, and what is said in code on purpose. */
const NOT_WORDS =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|\b(RFM|CSV|PNG|SVG|SQL|JSON|AM|PM|Q[1-4]|W\d+)\b|\d+[KMBT]\b/g;

/** What an element passes on as its result has it: rules and options as `definition` states them, warnings and errors. */
interface Told {
  definition: { rules: readonly string[]; options: Readonly<Record<string, unknown>> };
  summary: {
    potential?: { warnings?: readonly { message: string }[] };
    warnings?: readonly { message: string }[];
  };
}

/** Their own sentences are English; where a catalogue has them (Chinese does), they are said by their code. */
function passedOn(told: Told | null, error: unknown): string[] {
  if (error instanceof Error) return [error.message];
  if (!told) return [];
  const { rules, options } = told.definition;
  const warnings = [...(told.summary.potential?.warnings ?? []), ...(told.summary.warnings ?? [])];
  return [
    ...rules,
    ...warnings.map(({ message }) => message),
    ...Object.entries(options).map(
      ([name, value]) => `${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    ),
    ...Object.keys(options),
  ];
}

/** The texts a person or a screen reader meets in an element that hold words of their own. */
function foreignWords(host: Element, passed: readonly string[] = []): string[] {
  const root = host.shadowRoot;
  if (!root) return [];
  const found = new Set<string>();
  const look = (text: string | null): void => {
    const own = passed.reduce((left, one) => left.replaceAll(one, ''), outside(text ?? ''));
    const left = own.replace(NOT_WORDS, '');
    if (/\p{L}{2}/u.test(left)) found.add((text ?? '').trim());
  };
  for (const element of root.querySelectorAll('*:not(style, pre, code)')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-valuetext'])
      look(element.getAttribute(name));
    if (element.closest('pre, code')) continue;
    if (element.closest('svg')) {
      // A label in lines is several texts, and marked at the ends of the first and the last.
      if (element.localName === 'svg')
        look([...element.querySelectorAll('text')].map((one) => one.textContent).join(' '));
      continue;
    }
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) look(node.textContent);
  }
  return [...found];
}

/** Customers and values that are no words. */
const ROWS = Array.from({ length: 90 }, (_, i) => ({
  '1': `${100 + (i % 30)}`,
  '2': `2024-${String(1 + (i % 9)).padStart(2, '0')}-1${i % 9}`,
  '3': 5 + ((i * 37) % 90),
}));

interface Chart extends HTMLElement {
  ready: Promise<unknown>;
  updateComplete: Promise<boolean>;
  view: string;
  result(): Promise<Told>;
}

describe('every word an element shows comes from the catalogue', () => {
  let tags: string[];

  before(async () => {
    registerLocale('xx', marked(en) as PartialWords);
    const manifest = await (await fetch('/dist/custom-elements.json')).json();
    tags = manifest.modules
      .flatMap(({ declarations }: { declarations: { tagName: string }[] }) => declarations)
      .map(({ tagName }: { tagName: string }) => tagName)
      .filter((tag: string) => customElements.get(tag) && !['rfm-source', 'rfm-dashboard'].includes(tag));
  });

  const made = (tag: string, more: object): Chart => {
    const chart = document.createElement(tag) as Chart;
    Object.assign(chart, { locale: 'xx', customer: '1', date: '2', amount: '3', ...more });
    stage().append(chart);
    return chart;
  };

  it('waiting, drawn, as a table, and failed', async () => {
    const found: Record<string, string[]> = {};
    const note = (chart: Element, state: string, passed: readonly string[] = []): void => {
      const words = foreignWords(chart, passed);
      if (words.length > 0) found[`${chart.localName}, ${state}`] = words;
    };
    for (const tag of tags) {
      const waiting = made(tag, {});
      await waiting.updateComplete;
      note(waiting, 'waiting');
      if (!('ready' in waiting)) continue;
      const drawn = made(tag, { data: ROWS, horizon: 90 });
      await drawn.ready;
      const passed = passedOn(await drawn.result(), null);
      note(drawn, 'drawn', passed);
      for (const button of drawn.shadowRoot?.querySelectorAll<HTMLElement>(
        '[part=definition-button], [part=export-button]',
      ) ?? [])
        button.click();
      await drawn.updateComplete;
      note(drawn, 'opened', passed);
      drawn.view = 'table';
      await drawn.updateComplete;
      note(drawn, 'table', passed);
      const failed = made(tag, { data: ROWS, customer: '7' });
      const error: unknown = await failed.ready.catch((reason: unknown) => reason);
      note(failed, 'failed', passedOn(null, error));
    }
    expect(found).to.deep.equal({});
  });
});
