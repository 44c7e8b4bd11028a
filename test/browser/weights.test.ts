import '../../src/define/weights';
import '../../src/define/scatter';
import { expect } from 'chai';
import { expectAccessible } from './support/axe';
import { chartOf, finding } from './support/chart';
import { SALES } from './support/sales';
import { inside, only, stage, textOf, until } from './support/stage';

type Weights = HTMLElementTagNameMap['rfm-weights'];

const weights = (attributes = '', width = 800): Promise<Weights> =>
  chartOf('rfm-weights', SALES, attributes, width);

const slider = (element: Weights, index: number): HTMLInputElement =>
  element.shadowRoot?.querySelectorAll<HTMLInputElement>('input[type=range]')[index] as HTMLInputElement;

async function slide(element: Weights, index: number, position: number): Promise<void> {
  const input = slider(element, index);
  input.value = String(position);
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await element.ready;
}

describe('rfm-weights', () => {
  it('begins with equal weights as bars', async () => {
    const element = await weights();
    expect(finding(element)).to.equal('Recency, frequency and monetary value count the same');
    expect(inside(element, '[part~=chart]').localName).to.equal('svg');
    expect(inside(element, '[part~=chart]').querySelectorAll('rect')).to.have.length(3);
    expect(textOf(element)).to.contain('consistency ratio 0.00: they agree');
  });

  it('makes weights of what the sliders say, in words', async () => {
    const element = await weights();
    // R : F : M = 2 : 1 : 1.
    await slide(element, 0, -1);
    await slide(element, 1, -1);
    expect(finding(element)).to.equal(
      'Recency counts most with 50%, then frequency with 25% and monetary value with 25%',
    );
    expect(slider(element, 0).getAttribute('aria-valuetext')).to.equal(
      'Recency counts 2 times as much as frequency',
    );
  });

  it('applies the published example to every chart without weights of its own', async () => {
    const place = stage(
      '<rfm-source><rfm-weights locale="en"></rfm-weights><rfm-scatter y="score"></rfm-scatter><rfm-scatter id="own" weights="1,0,0"></rfm-scatter></rfm-source>',
    );
    const holder = only(place, 'rfm-source');
    holder.data = SALES;
    const element = only(place, 'rfm-weights');
    await element.ready;
    const [scatter, own] = [...place.querySelectorAll('rfm-scatter')] as [Chart, Chart];
    type Chart = HTMLElementTagNameMap['rfm-scatter'];
    await Promise.all([scatter.ready, own.ready]);
    const select = inside<HTMLSelectElement>(element, '[part~=preset]');
    select.value = 'pharmaceutical';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await element.ready;
    expect(finding(element)).to.contain('Frequency counts most with 41.4%');
    inside<HTMLButtonElement>(element, '[part~=apply]').click();
    await until(() => inside(element, '[part~=apply]').textContent?.trim() === 'Applied');
    const applied = (await holder.ready).weights ?? [];
    for (const [i, weight] of [0.199, 0.414, 0.387].entries()) expect(applied[i]).to.be.closeTo(weight, 1e-9);
    expect((await scatter.result()).definition.options.weights).to.deep.equal([...applied]);
    expect((await own.result()).definition.options.weights).to.deep.equal([1, 0, 0]);
    expect(inside(element, '[role=status]').textContent).to.contain('Applied: Recency 19.9%');
    inside<HTMLButtonElement>(element, '[part~=reset]').click();
    await until(() => finding(element) === 'Recency, frequency and monetary value count the same');
    expect((await holder.ready).weights).to.equal(null);
  });

  it('refuses comparisons that contradict each other, and says which figure would agree', async () => {
    const element = await weights('comparisons="3,1/5,3"');
    expect(finding(element)).to.contain('cannot be applied');
    expect(inside<HTMLButtonElement>(element, '[part~=apply]').disabled).to.equal(true);
    expect(textOf(element)).to.contain('would be 9; you say 1/5');
    const reason = await element.apply().catch((error: unknown) => error);
    expect(String(reason)).to.contain('1.58');
    expect((await element.result()).summary.consistent).to.equal(false);
  });

  it('takes the same comparisons from a matrix', async () => {
    const element = await weights('layout="matrix"');
    const select = inside<HTMLSelectElement>(element, '.matrix select');
    expect(select.getAttribute('aria-label')).to.equal('Recency over frequency');
    select.value = '4';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await element.ready;
    expect((await element.result()).summary.comparisons).to.deep.equal([4, 1, 1]);
    expect(textOf(element)).to.contain('1/4');
  });

  it('has its figures as a table, as CSV and as a picture', async () => {
    const element = await weights('view="table" comparisons="2,2,1"');
    expect(textOf(element)).to.contain('50.0%');
    expect((await element.toCsv()).split('\r\n')[0]).to.equal('measure,weight,applied');
    expect(await element.toSvg()).to.contain('Recency');
  });

  it('speaks Chinese', async () => {
    const element = await weights('locale="zh-CN" comparisons="1,1/3,1/3"');
    await until(() => finding(element)?.includes('消费金额权重最高，为 60%'));
  });

  for (const width of [280, 360, 800, 1400]) {
    it(`fits ${width} px`, async () => {
      const element = await weights('comparisons="1,1/3,1/3"', width);
      const { right } = inside(element, '.card').getBoundingClientRect();
      for (const one of element.shadowRoot?.querySelectorAll('.controls > *, .slider, [part~=chart] text') ??
        [])
        expect(one.getBoundingClientRect().right, one.textContent ?? '').to.be.at.most(right);
    });
  }

  for (const attributes of [
    'theme="light"',
    'theme="dark"',
    'layout="matrix"',
    'comparisons="3,1/5,3"',
    'comparisons="none"',
    'locale="zh-CN"',
  ]) {
    it(`is accessible: ${attributes}`, async () => {
      const element = await weights(attributes).catch(() => only(document, 'rfm-weights'));
      await expectAccessible(element);
    });
  }
});
