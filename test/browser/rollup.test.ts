import '../../src/define/cohorts';
import '../../src/define/pareto';
import '../../src/define/quadrant';
import '../../src/define/source';
import { expect } from 'chai';
import { expectAccessible } from './support/axe';
import { inside, only, stage, until } from './support/stage';

const COLUMNS =
  'rfm_rollup,customer,period_start,transactions,purchases,orders,amount,refunds,refund_rows,zero_rows,first_day,last_day,first_purchase,last_purchase,purchase_day_bits,net_days,first_net_day,last_net_day,net_amount,first_net_amount';

/** A rollup by month of purchases on the tenth of their months. */
function rollup(
  bought: readonly (readonly [customer: string, month: string, amount: number])[],
  kind = '1 month net keep',
): File {
  const rows = bought.map(([customer, month, amount]) => {
    const day = `${month}-10`;
    return [
      kind,
      customer,
      `${month}-01`,
      1,
      1,
      1,
      amount,
      0,
      0,
      0,
      day,
      day,
      day,
      day,
      512,
      1,
      day,
      day,
      amount,
      amount,
    ].join(',');
  });
  return new File([[COLUMNS, ...rows].join('\n')], 'rollup.csv');
}

const BOUGHT = [
  ['a', '2024-01', 70],
  ['b', '2024-01', 20],
  ['b', '2024-02', 5],
  ['c', '2024-02', 5],
] as const;
const SHOP = rollup(BOUGHT);

async function shown(data: File): Promise<HTMLElement> {
  const place = stage(
    '<rfm-source grain="rollup" locale="en"><rfm-pareto locale="en"></rfm-pareto><rfm-cohorts locale="en"></rfm-cohorts><rfm-quadrant locale="en"></rfm-quadrant></rfm-source>',
  );
  only(place, 'rfm-source').data = data;
  return place;
}

describe('a rollup in rfm-source', () => {
  it('is what the charts within show', async () => {
    const place = await shown(SHOP);
    const [pareto, cohorts, quadrant] = [
      only(place, 'rfm-pareto'),
      only(place, 'rfm-cohorts'),
      only(place, 'rfm-quadrant'),
    ];
    await Promise.all([pareto.ready, cohorts.ready, quadrant.ready]);
    const { items, total } = (await pareto.result()).summary;
    expect([items, total]).to.deep.equal([3, 100]);
    const sizes = (await cohorts.result()).rows().map(({ customers }) => customers);
    expect(sizes).to.deep.equal([2, 1, 1]);
    const { potential } = (await quadrant.result()).summary;
    expect(potential.method).to.equal('headroom');
    expect(potential.backtest).to.equal(null);
  });

  it('is refused in place where a chart asks for more than it holds', async () => {
    const place = await shown(SHOP);
    const cohorts = only(place, 'rfm-cohorts');
    await cohorts.ready;
    cohorts.bucket = 'rolling';
    const error = await cohorts.updateComplete.then(() => cohorts.ready).catch((reason: Error) => reason);
    expect(error).to.include({ code: 'needs-rows' });
    expect(inside(cohorts, '[role=alert]').textContent).to.contain('this rollup is by month');
    const pareto = only(place, 'rfm-pareto');
    expect((await pareto.result()).summary.items).to.equal(3);
  });

  it('says below the titles, in pictures and in the definition that it is of a sample, in both languages', async () => {
    const place = await shown(rollup(BOUGHT, '1 month net keep 0.25'));
    const [pareto, cohorts, quadrant] = [
      only(place, 'rfm-pareto'),
      only(place, 'rfm-cohorts'),
      only(place, 'rfm-quadrant'),
    ];
    await Promise.all([pareto.ready, cohorts.ready, quadrant.ready]);
    const mark = (chart: Element): string => inside(chart, '[part=sampled]').textContent!.trim();
    for (const chart of [pareto, cohorts, quadrant])
      expect(mark(chart)).to.equal('Sample: 25% of customers; shares of customers ±50 points');
    expect(await pareto.toSvg()).to.contain('Sample: 25% of customers');
    inside(quadrant, '[part~=definition-button]').click();
    await quadrant.updateComplete;
    const card = inside(quadrant, '[part=definition]').textContent!;
    expect(card).to.contain('25% of all customers, chosen by a hash of their ids: 3 here.');
    // One of three: sqrt(0.75 * 2/9 / 2) on either side, cut at nothing.
    expect(card).to.match(/(Platinum|Gold): 33\.3% of customers \(0% to 89\.9%\)/);
    await expectAccessible(quadrant);

    quadrant.locale = 'zh-CN';
    await until(() => mark(quadrant).startsWith('抽样：25% 的客户'));
    expect(inside(quadrant, '[part=definition]').textContent).to.match(/占客户 33\.3%（0% 至 89\.9%）/);
  });

  it('says nothing of a sample where it is of all', async () => {
    const place = await shown(SHOP);
    const pareto = only(place, 'rfm-pareto');
    await pareto.ready;
    expect(pareto.shadowRoot!.querySelector('[part=sampled]')).to.equal(null);
  });
});
