import '../../src/define/pareto';
import { expect } from 'chai';
import { only, stage, textOf } from './support/stage';

const ROWS = {
  customer: ['Ada', 'Ada', 'Ben'],
  date: ['2024-01-01', '2024-02-01', '2024-01-05'],
  amount: [6, 2, 2],
};

/** What the page's console is told while `work` runs. */
async function warnings(work: () => Promise<void>): Promise<string[]> {
  const said: string[] = [];
  const { warn } = console;
  console.warn = (text: string) => said.push(text);
  try {
    await work();
  } finally {
    console.warn = warn;
  }
  return said;
}

describe('a mistake in the page', () => {
  it('two sources with one id: the first serves, and the console says which and what to do, once', async () => {
    const said = await warnings(async () => {
      const place = stage(
        '<rfm-source id="twice"></rfm-source><rfm-source id="twice"></rfm-source><rfm-pareto source="twice"></rfm-pareto>',
      );
      const [first, second] = place.querySelectorAll('rfm-source');
      first!.data = ROWS;
      second!.data = { ...ROWS, amount: [1, 1, 98] };
      const { summary } = await only(place, 'rfm-pareto').result();
      expect(summary.total).to.equal(10);
    });
    expect(said).to.have.length(1);
    expect(said[0]).to.match(/"twice".*Give each source an id of its own/);
  });

  it('an attribute with an unknown value: the element names it, and what it may be', async () => {
    const place = stage('<rfm-pareto value="happiness"></rfm-pareto>');
    const chart = only(place, 'rfm-pareto');
    chart.data = ROWS;
    const error = await chart.ready.then(
      () => null,
      (reason: Error) => reason,
    );
    expect(error).to.have.property('code', 'invalid-option');
    for (const word of ['happiness', 'amount', 'profit', 'orders']) expect(textOf(chart)).to.contain(word);
  });

  it('a look that is none: the element names it until it is mended', async () => {
    for (const [name, wrong, right] of [
      ['view', 'tabel', 'table'],
      ['theme', 'black', 'dark'],
      ['link', 'everything', 'none'],
    ] as const) {
      const chart = only(stage(`<rfm-pareto ${name}="${wrong}"></rfm-pareto>`), 'rfm-pareto');
      chart.data = ROWS;
      const reason = await chart.ready.catch((error: unknown) => error);
      expect(reason).to.have.property('code', 'invalid-option');
      expect(textOf(chart)).to.contain(`${name} is "${wrong}"`).and.to.contain(right);
      chart.setAttribute(name, right);
      await chart.ready;
      expect(textOf(chart)).not.to.contain(wrong);
      chart.setAttribute(name, wrong);
      const again = await chart.ready.catch((error: unknown) => error);
      expect(again).to.have.property('code', 'invalid-option');
    }
  });

  it('a source that is no more: the element says what it waits for', async () => {
    const place = stage('<rfm-source id="gone"></rfm-source><rfm-pareto source="gone"></rfm-pareto>');
    only(place, 'rfm-source').data = ROWS;
    const chart = only(place, 'rfm-pareto');
    await chart.ready;
    only(place, 'rfm-source').remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await chart.updateComplete;
    expect(textOf(chart)).to.contain('gone');
  });

  it('another element of a registered tag: the first copy of the kit stays, and the console says so', async () => {
    const { define } = await import('../../src/util/define');
    const Kept = customElements.get('rfm-pareto');
    const said = await warnings(async () => define('rfm-pareto', class extends HTMLElement {}));
    expect(customElements.get('rfm-pareto')).to.equal(Kept);
    expect(said[0]).to.contain('rfm-kit is on this page twice');
  });
});
