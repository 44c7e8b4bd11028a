import '../../src/define/flow';
import '../../src/define/kpis';
import '../../src/define/migration';
import '../../src/define/segments';
import '../../src/define/source';
import { expect } from 'chai';
import { finding, together } from './support/chart';
import { SALES } from './support/sales';
import { inside, only, stage, textOf, until } from './support/stage';

const TAGS = ['rfm-kpis', 'rfm-segments', 'rfm-flow', 'rfm-migration'] as const;

describe('one selection, through figures, segments, flow and migration', () => {
  it('chosen in one shows in all, against the whole, and goes from all', async () => {
    const { place, source, charts } = await together(TAGS);
    const whole = charts.map(finding);
    // Cyd bought in March and not again until December; Ada in November too.
    inside<SVGElement>(only(place, 'rfm-flow'), '[data-key="2024-12-01|reactivated"]').dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true }),
    );
    await until(() => charts.every((chart) => finding(chart).startsWith('Selected')));
    expect((await source.selection?.customers.ids())?.sort()).to.deep.equal(['Cyd']);
    for (const chart of charts)
      expect(finding(chart)).to.equal('Selected: 1 customer, 14.3% of customers, 12% of revenue');
    source.clearSelection();
    await until(() => !charts.some((chart) => finding(chart).startsWith('Selected')));
    expect(charts.map(finding)).to.deep.equal(whole);
  });

  it('follows a filter, and says in place that nothing is left', async () => {
    const { source, charts } = await together(TAGS);
    const before = charts.map(finding);
    source.filter({ from: '2030-01-01' });
    const errors = await Promise.all(charts.map((chart) => chart.ready.catch((reason) => reason)));
    expect(errors.map(({ code }) => code)).to.deep.equal(TAGS.map(() => 'no-rows'));
    for (const chart of charts)
      expect(textOf(chart)).to.contain('Within the filter nobody bought anything up to December 31, 2024.');
    // One button, for all of them.
    inside(charts[0]!, '[part=retry]').click();
    expect(source.definition.filter).to.equal(null);
    await Promise.all(charts.map((chart) => chart.ready));
    expect(charts.map(finding)).to.deep.equal(before);
  });

  it('stays apart with link="none"', async () => {
    const place = stage('<rfm-source><rfm-flow link="none"></rfm-flow></rfm-source>');
    const holder = only(place, 'rfm-source');
    holder.data = [...SALES];
    const chart = only(place, 'rfm-flow');
    const source = await holder.ready;
    await chart.ready;
    await source.select({ customers: ['Ada'] });
    await chart.updateComplete;
    expect(finding(chart).startsWith('Selected')).to.equal(false);
  });
});
