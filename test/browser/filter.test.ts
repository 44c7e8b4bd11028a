import '../../src/define/filter';
import '../../src/define/scatter';
import { expect } from 'chai';
import { expectAccessible } from './support/axe';
import { expectWithin, finding } from './support/chart';
import { inside, only, stage, textOf, until } from './support/stage';

type Filter = HTMLElementTagNameMap['rfm-filter'];

/** Six customers, one a month from January to June, in three cities. */
const ROWS = Array.from({ length: 6 }, (_, i) => ({
  customer: `c${i}`,
  date: `2024-0${i + 1}-10`,
  amount: 10 * (i + 1),
  city: ['Rome', 'Oslo', 'Bern'][i % 3],
}));

interface Staged {
  element: Filter;
  source: Awaited<HTMLElementTagNameMap['rfm-source']['ready']>;
  place: HTMLElement;
}

async function filter(attributes = '', width = 800, data: readonly object[] = ROWS): Promise<Staged> {
  const place = stage(
    `<rfm-source dimensions="city"><rfm-filter ${attributes} locale="en"></rfm-filter><rfm-scatter locale="en"></rfm-scatter></rfm-source>`,
  );
  place.style.width = `${width}px`;
  const holder = only(place, 'rfm-source');
  // A copy, so that each test has a source of its own.
  holder.data = [...data];
  const element = only(place, 'rfm-filter');
  await element.ready;
  return { element, source: await holder.ready, place };
}

async function type(element: Filter, part: string, value: string): Promise<void> {
  const input = inside<HTMLInputElement>(element, `[part~=${part}]`);
  input.value = value;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
  await element.ready;
}

describe('rfm-filter', () => {
  it('begins with everything, as bars over time', async () => {
    const { element } = await filter();
    expect(finding(element)).to.equal('All 6 customers, all 6 rows');
    expect(inside(element, '[part~=chart]').localName).to.equal('svg');
    expect(inside(element, '[part~=chart]').querySelectorAll('[data-key]')).to.have.length(6);
  });

  it('begins with what its attributes say, once, and leaves a filter that stands', async () => {
    const { element, source } = await filter('from="2024-02-01" only="city=Rome, city=Oslo"');
    await until(() => finding(element)?.includes('3'));
    expect(source.definition.filter).to.deep.equal({
      from: '2024-02-01',
      dimensions: { city: ['Rome', 'Oslo'] },
    });
    source.filter(null);
    await until(() => finding(element) === 'All 6 customers, all 6 rows');
    const wrong = await filter('only="planet=Mars"', 800).then(() => 'accepted', String);
    expect(wrong).to.contain('planet');
  });

  it('narrows the charts of its source by dates', async () => {
    const { element, source, place } = await filter();
    await type(element, 'from', '2024-03-01');
    expect(finding(element)).to.equal('4 of 6 customers, 4 of 6 rows');
    expect(source.definition.filter).to.deep.equal({ from: '2024-03-01' });
    const scatter = only(place, 'rfm-scatter');
    await scatter.ready;
    expect((await scatter.result()).table.numRows).to.equal(4);
    inside<HTMLButtonElement>(element, '[part~=reset]').click();
    await until(() => finding(element) === 'All 6 customers, all 6 rows');
    expect(source.definition.filter).to.equal(null);
  });

  it('narrows by what is brushed, to whole bars, and by a bar that is chosen', async () => {
    const { element, source } = await filter();
    const plot = inside(element, '.plot');
    const bars = [...inside(element, '[part~=chart]').querySelectorAll('[data-key]')].map((bar) =>
      bar.getBoundingClientRect(),
    );
    const [second, fourth] = [bars[1] as DOMRect, bars[3] as DOMRect];
    const at = (x: number): PointerEventInit => ({
      clientX: x,
      clientY: second.bottom - 4,
      pointerId: 1,
      button: 0,
      buttons: 1,
      isPrimary: true,
      bubbles: true,
    });
    plot.dispatchEvent(new PointerEvent('pointerdown', at(second.left + 1)));
    plot.dispatchEvent(new PointerEvent('pointermove', at(fourth.right - 1)));
    plot.dispatchEvent(new PointerEvent('pointerup', at(fourth.right - 1)));
    await until(() => source.definition.filter);
    expect(source.definition.filter).to.deep.equal({ from: '2024-02-05', to: '2024-04-14' });
    await until(() => finding(element) === '3 of 6 customers, 3 of 6 rows');
    plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
    plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await until(() => finding(element) === '1 of 6 customers, 1 of 6 rows');
    expect(source.definition.filter).to.deep.equal({ to: '2024-01-14' });
  });

  it('narrows by the values of a dimension, found by search', async () => {
    const { element, source } = await filter();
    const values = (): HTMLElement[] => [
      ...(element.shadowRoot?.querySelectorAll<HTMLElement>('.value') ?? []),
    ];
    await until(() => values().length === 3);
    const search = inside<HTMLInputElement>(element, '.dimension input[type=search]');
    search.value = 'ro';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => values().length === 1);
    inside<HTMLInputElement>(element, '.value input').click();
    await until(() => finding(element) === '2 of 6 customers, 2 of 6 rows');
    expect(source.definition.filter).to.deep.equal({ dimensions: { city: ['Rome'] } });
    expect(textOf(element)).to.contain('city: Rome, as of');
    search.value = 'nowhere';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await until(() => values().length === 1 && values()[0]?.textContent?.includes('Rome'));
    inside<HTMLInputElement>(element, '.value input').click();
    await until(() => finding(element) === 'All 6 customers, all 6 rows');
    await until(() => textOf(element).includes('No value contains “nowhere”.'));
  });

  it('shows some of thousands of values, and says how many more there are', async () => {
    const data = Array.from({ length: 50_000 }, (_, i) => ({
      customer: `c${i}`,
      date: '2024-01-01',
      amount: 1,
      city: `city ${i}`,
    }));
    const { element } = await filter('', 800, data);
    await until(() => textOf(element).includes('49,950 more: search for them.'));
    expect(element.shadowRoot?.querySelectorAll('.value').length).to.equal(50);
  });

  it('says in a sentence that nothing is left', async () => {
    const { element, source } = await filter();
    source.filter({ from: '2024-01-20', to: '2024-01-25' });
    await until(() => finding(element) === 'Nobody bought anything within this filter');
    expect(textOf(element)).to.contain('Widen the dates, or take away a value');
    expect(element.shadowRoot?.querySelector('[part~=reset]')).not.to.equal(null);
  });

  it('looks back to a date, and forth again', async () => {
    const { element, source, place } = await filter();
    await type(element, 'as-of', '2024-03-31');
    expect(source.asOf).to.equal('2024-03-31');
    expect(finding(element)).to.equal('3 of 6 customers, 3 of 6 rows');
    const scatter = only(place, 'rfm-scatter');
    await scatter.ready;
    expect((await scatter.result()).summary.asOf).to.equal('2024-03-31');
    for (const button of element.shadowRoot?.querySelectorAll<HTMLButtonElement>('[part~=replay] button') ??
      [])
      if (button.textContent?.trim() === 'Latest') button.click();
    await until(() => source.asOf === '2024-06-10');
  });

  it('replays month by month to the end, waiting for the charts', async () => {
    const { element, source, place } = await filter('step="quarter"');
    const seen: string[] = [];
    const scatter = only(place, 'rfm-scatter');
    scatter.addEventListener('rfm-ready', async () => {
      seen.push((await scatter.result()).summary.asOf);
    });
    const select = [...(element.shadowRoot?.querySelectorAll('select') ?? [])].at(-1) as HTMLSelectElement;
    select.value = 'fast';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    const play = inside<HTMLButtonElement>(element, '[part~=play]');
    play.click();
    await element.updateComplete;
    expect(play.textContent).to.equal('Pause');
    await until(() => play.textContent === 'Replay');
    expect(source.asOf).to.equal('2024-06-10');
    await until(() => seen.length >= 2);
    expect(seen).to.deep.equal(['2024-03-31', '2024-06-10']);
  });

  it('replays a filter from its first day on, not through the time before it', async () => {
    const { element, source } = await filter();
    await type(element, 'from', '2024-04-01');
    element.play();
    await until(() => source.asOf !== source.latest);
    expect(source.asOf).to.equal('2024-04-30');
    element.pause();
  });

  it('stops where it is paused, and when it leaves the page', async () => {
    const { element, source } = await filter();
    element.play();
    await until(() => source.asOf === '2024-01-31');
    element.pause();
    await element.updateComplete;
    expect(inside(element, '[role=status]').textContent).to.equal('As of January 31, 2024');
    element.play();
    element.remove();
    const { asOf } = source;
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(source.asOf).to.equal(asOf);
  });

  it('has its figures as a table, as CSV and as a picture', async () => {
    const { element } = await filter('view="table"');
    expect(inside(element, '.sheet').querySelectorAll('tbody tr')).to.have.length(23);
    expect((await element.toCsv()).split('\r\n')[0]).to.equal('period,rows,amount');
    expect(await element.toSvg()).to.contain('All 6 customers');
  });

  it('speaks Chinese', async () => {
    const { element } = await filter('locale="zh-CN"');
    await until(() => finding(element) === '全部 6 位客户，全部 6 行');
  });

  for (const width of [280, 360, 800, 1400]) {
    it(`cuts no text at ${width} px`, async () => {
      const { element } = await filter('', width);
      expectWithin(element, '.controls > *, .dimension, [part~=chart] text');
    });
  }

  for (const attributes of [
    'theme="light"',
    'theme="dark"',
    'view="table"',
    'step="century"',
    'locale="zh-CN"',
  ]) {
    it(`is accessible: ${attributes}`, async () => {
      const staged = await filter(attributes).catch(() => null);
      const element = staged?.element ?? only(document, 'rfm-filter');
      await element.updateComplete;
      await expectAccessible(element);
    });
  }
});
