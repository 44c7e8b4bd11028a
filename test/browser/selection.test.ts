import '../../src/define/cohorts';
import '../../src/define/pareto';
import '../../src/define/quadrant';
import '../../src/define/scatter';
import '../../src/define/source';
import { expect } from 'chai';
import type { Source } from '../../src/data/source';
import type { RfmSelectEvent } from '../../src/elements/events';
import { expectAccessible } from './support/axe';
import { chip, finding, press } from './support/chart';
import { SALES } from './support/sales';
import { inside, only, stage, until } from './support/stage';

const TAGS = ['rfm-scatter', 'rfm-quadrant', 'rfm-pareto', 'rfm-cohorts'] as const;
type Chart = HTMLElementTagNameMap[(typeof TAGS)[number]];

/** Charts as separate tags that name one source, in two places of the page; no script joins them. */
async function linked(
  tags: string,
  attributes = '',
): Promise<{ place: HTMLElement; source: Source; charts: Chart[]; told: RfmSelectEvent['detail'][] }> {
  const place = stage(`<rfm-source id="shop" ${attributes}></rfm-source><div>${tags}</div>`);
  const told: RfmSelectEvent['detail'][] = [];
  place.addEventListener('rfm-select', (event) => told.push(event.detail));
  const holder = only(place, 'rfm-source');
  // A table of its own: what is the same data is one source, and its selection outlives a test.
  holder.data = [...SALES];
  const charts = [...place.querySelectorAll<Chart>(TAGS.join())];
  const source = await holder.ready;
  await Promise.all(charts.map((chart) => chart.ready));
  return { place, source, charts, told };
}

const all = TAGS.map((tag) => `<${tag} source="shop"></${tag}>`).join('');

const selected = (chart: Element): boolean => finding(chart).startsWith('Selected');
const said = (chart: Element): string =>
  [...(chart.shadowRoot?.querySelectorAll('[aria-live]') ?? [])].at(-1)?.textContent ?? '';

describe('one selection', () => {
  it('chosen in one tag shows in all, without a script, and tells the page', async () => {
    const { source, charts, told } = await linked(
      all.replace('<rfm-quadrant', '<rfm-quadrant split="200,100"'),
    );
    const [scatter, quadrant, pareto, cohorts] = charts as [Chart, Chart, Chart, Chart];
    const whole = charts.map(finding);
    // Gold, platinum: Ada alone.
    await press(quadrant, 'ArrowRight', 'ArrowRight', 'Enter');
    await until(() => charts.every(selected));
    // One of seven customers, 600 of 1,000.
    for (const chart of charts) {
      expect(finding(chart)).to.equal('Selected: 1 customer, 14.3% of customers, 60% of revenue');
      expect(chip(chart)?.textContent?.replace(/\s+/g, ' ').trim()).to.equal('Platinum 1 customer');
    }
    expect(told).to.have.length(1);
    expect(told[0]).to.include({ origin: 'rfm-quadrant', description: 'Platinum' });
    expect(told[0]?.customers.count).to.equal(source.selection?.customers.count);
    expect(await told[0]?.customers.ids()).to.deep.equal(['Ada']);
    expect([said(scatter), said(pareto), said(cohorts)]).to.deep.equal(['', '', '']);
    expect(said(quadrant)).to.equal('Platinum, Selected: 1 customer, 14.3% of customers, 60% of revenue');
    await press(quadrant, 'Escape');
    await until(() => !charts.some(selected));
    expect(charts.map(finding)).to.deep.equal(whole);
    expect(told.at(-1)).to.include({ origin: 'rfm-quadrant', description: '' });
    expect(told.at(-1)?.customers.count).to.equal(0);
    expect(said(quadrant)).to.equal('Selection cleared');
  });

  it('agrees with what each chart counts: segment, tier, class, cell', async () => {
    const { source, charts } = await linked(all);
    const [scatter, quadrant, pareto, cohorts] = charts as [
      HTMLElementTagNameMap['rfm-scatter'],
      HTMLElementTagNameMap['rfm-quadrant'],
      HTMLElementTagNameMap['rfm-pareto'],
      HTMLElementTagNameMap['rfm-cohorts'],
    ];
    const chosenBy = async (chart: Chart, ...keys: string[]): Promise<number | undefined> => {
      const before = source.selection;
      await press(chart, ...keys, 'Enter');
      await until(() => source.selection !== before && source.selection);
      return source.selection?.customers.count;
    };
    const { segments } = (await scatter.result()).summary;
    expect(await chosenBy(scatter, 'Home')).to.equal(segments[0]?.customers);
    const { tiers } = (await quadrant.result()).summary;
    const gold = tiers.find(({ tier }) => tier === 'gold')?.customers;
    expect(await chosenBy(quadrant, 'Home')).to.equal(gold);
    const { classes } = (await pareto.result()).summary;
    expect(await chosenBy(pareto, 'End')).to.equal(classes.find((one) => one.class === 'C')?.items);
    // The first cohort is January's, Ada's.
    await press(cohorts, 'Home');
    await cohorts.updateComplete;
    expect(await chosenBy(cohorts, 'ArrowDown')).to.equal(1);
    expect(await source.selection?.customers.ids()).to.deep.equal(['Ada']);
  });

  it('takes all of a cohort by its name', async () => {
    const { source, charts } = await linked('<rfm-cohorts source="shop" period="quarter"></rfm-cohorts>');
    const [cohorts] = charts as [Chart];
    const texts = [...(cohorts.shadowRoot?.querySelectorAll('.plot text') ?? [])];
    const name = texts.find((text) => text.textContent === 'Q1 2024');
    const { left, top } = name?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const at = { clientX: left + 2, clientY: top + 4, bubbles: true };
    inside(cohorts, '.plot').dispatchEvent(new MouseEvent('click', at));
    await until(() => selected(cohorts));
    expect((await source.selection?.customers.ids())?.sort()).to.deep.equal(['Ada', 'Ben', 'Cyd']);
  });

  it('is taken back by the chip, by choosing the same again, and by a click where nothing is', async () => {
    const { source, charts, told } = await linked(all);
    const [scatter, quadrant] = charts as [Chart, Chart];
    const choose = async (): Promise<void> => {
      await press(scatter, 'Home', 'Enter');
      await until(() => charts.every(selected));
    };
    await choose();
    inside(quadrant, '[part=clear-selection]').click();
    await until(() => !charts.some(selected));
    expect(told.at(-1)?.origin).to.equal('rfm-quadrant');
    expect(chip(quadrant)).to.equal(null);
    await choose();
    await press(scatter, 'Enter');
    await until(() => !charts.some(selected));
    await choose();
    const plot = inside(scatter, '.plot');
    const { left, top } = plot.getBoundingClientRect();
    plot.dispatchEvent(new MouseEvent('click', { clientX: left + 1, clientY: top + 1, bubbles: true }));
    await until(() => !charts.some(selected));
    expect(source.selection).to.equal(null);
    expect(told.map(({ customers }) => customers.count)).to.deep.equal([1, 0, 1, 0, 1, 0]);
  });

  it('takes a segment from the legend by a double click or with Shift, and hides none of it', async () => {
    const { source, charts } = await linked('<rfm-scatter source="shop"></rfm-scatter>');
    const [scatter] = charts as [Chart];
    const button = inside(scatter, '.legend button');
    button.dispatchEvent(new MouseEvent('click', { shiftKey: true }));
    await until(() => selected(scatter));
    expect(source.selection?.description).to.equal('Champions');
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    source.clearSelection();
    await until(() => !selected(scatter));
    for (const type of ['click', 'click', 'dblclick']) button.dispatchEvent(new MouseEvent(type));
    await until(() => selected(scatter));
    expect(button.getAttribute('aria-pressed')).to.equal('true');
  });

  it('follows what a script selects in the source, and the newest wins', async () => {
    const { source, charts, told } = await linked(all);
    await Promise.all([
      source.select({ customers: ['Ada'] }),
      source.select({ customers: ['Ben', 'Dov'], description: 'Two of them' }),
    ]);
    await until(() => charts.every((chart) => finding(chart).startsWith('Selected: 2 customers')));
    expect(chip(charts[0] as Chart)?.textContent).to.contain('Two of them');
    expect(told).to.have.length(0);
  });

  it('leaves a chart alone that opts out, both ways', async () => {
    const { source, charts, told } = await linked(
      '<rfm-scatter source="shop"></rfm-scatter><rfm-quadrant source="shop" link="none"></rfm-quadrant>',
    );
    const [scatter, quadrant] = charts as [Chart, Chart];
    await press(quadrant, 'ArrowRight', 'Enter');
    await press(scatter, 'Home', 'Enter');
    await until(() => selected(scatter));
    expect(selected(quadrant)).to.equal(false);
    expect(source.selection?.description).to.equal('Champions');
    expect(told).to.have.length(1);
    quadrant.link = 'all';
    await until(() => selected(quadrant));
    quadrant.link = 'none';
    await until(() => !selected(quadrant));
    expect(source.selection).not.to.equal(null);
  });

  it('stays with a chart that is moved, and leaves one alone that is gone', async () => {
    const { place, source, charts, told } = await linked(all);
    const [scatter, quadrant, pareto] = charts as [Chart, Chart, Chart];
    await source.select({ customers: ['Ada'] });
    await until(() => charts.every(selected));
    place.append(scatter);
    pareto.remove();
    expect(selected(scatter)).to.equal(true);
    await source.select({ customers: ['Ben', 'Dov'] });
    await until(() => finding(scatter).startsWith('Selected: 2 customers'));
    expect(chip(pareto)).to.equal(null);
    // Gone while its choice is on its way.
    await press(quadrant, 'Home', 'ArrowRight');
    void press(quadrant, 'Enter');
    quadrant.remove();
    await until(() => source.selection?.description === 'Platinum');
    place.append(pareto);
    await until(() => chip(pareto)?.textContent?.includes('Platinum'));
    expect(told).to.have.length(0);
  });

  it('speaks Chinese', async () => {
    const { source, charts } = await linked('<rfm-pareto source="shop" locale="zh-CN"></rfm-pareto>');
    const [pareto] = charts as [Chart];
    await source.select({ customers: ['Ada'] });
    await until(() => finding(pareto) === '已选：1 位客户，占客户 14.3%，占收入 60%');
    expect(inside(pareto, '[part=clear-selection]').getAttribute('aria-label')).to.equal('清除选择');
  });

  for (const theme of ['light', 'dark']) {
    it(`is accessible while customers are selected: ${theme}`, async () => {
      const { place, source, charts } = await linked(all);
      for (const chart of charts) chart.setAttribute('theme', theme);
      await source.select({ customers: ['Ada', 'Ben'] });
      await until(() => charts.every(selected));
      await expectAccessible(place);
    });
  }
});
