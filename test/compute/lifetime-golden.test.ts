import { describe, expect, it } from 'vitest';
import { weeks } from '../../src/compute/duration';
import { expectedPurchasesColumn } from '../../src/compute/expected-purchases';
import { expectedSpendColumn } from '../../src/compute/expected-spend';
import { fitGammaGamma } from '../../src/compute/fit-gamma-gamma';
import { fitMbgNbd } from '../../src/compute/fit-mbg-nbd';
import { pAliveColumn } from '../../src/compute/p-alive';
import { cdnowSample, dayOf, type Histories, historiesOf, rows, shared, sumOf } from './support/histories';

interface Golden {
  params: [number, number, number, number];
  ll: number;
  gg: [number, number, number];
  gg_ll: number;
  customers: number;
  repeaters: number;
  mean_p_alive: number;
  expected_purchases: number;
  expected_value: number;
}

/** The golden figures of CDNOW's sample, for clones without the shared folder. */
const SAMPLE: Golden = {
  params: [0.6182966168688717, 8.661414444102789, 0.5538658438506376, 1.0221159392073806],
  ll: -17122.04248992385,
  gg: [4.683453747010279, 4.189782860581722, 24.390548927984376],
  gg_ll: -4884.566320733575,
  customers: 2349,
  repeaters: 1139,
  mean_p_alive: 0.41636250009682263,
  expected_purchases: 1940.5973303336739,
  expected_value: 71197.53133577654,
};

function expectGolden(histories: Histories, golden: Golden): void {
  const fit = fitMbgNbd(histories);
  const spend = fitGammaGamma(histories);
  if (!fit.ok || !spend.ok) throw new Error('refused');
  const { parameters, logLikelihood, customers, repeaters } = fit.model;
  Object.values(parameters).forEach((value, i) => {
    expect(value).toBeCloseTo(golden.params[i]!, 4);
  });
  Object.values(spend.model.parameters).forEach((value, i) => {
    expect(value).toBeCloseTo(golden.gg[i]!, 3);
  });
  expect(logLikelihood).toBeCloseTo(golden.ll, 4);
  expect(spend.model.logLikelihood).toBeCloseTo(golden.gg_ll, 4);
  expect([customers, repeaters]).toEqual([golden.customers, golden.repeaters]);
  const purchases = expectedPurchasesColumn(fit.model, histories, weeks(365 / 7));
  const spends = expectedSpendColumn(spend.model, histories);
  const value = sumOf(purchases.map((expected, i) => expected * spends[i]!));
  expect(sumOf(pAliveColumn(fit.model, histories)) / customers).toBeCloseTo(golden.mean_p_alive, 5);
  expect(sumOf(purchases) / golden.expected_purchases).toBeCloseTo(1, 5);
  expect(value / golden.expected_value).toBeCloseTo(1, 5);
}

/** Runs on a file beside the project; says so and skips in a clone that has none. */
function onShared(title: string, path: string, test: (text: string) => void): void {
  it(title, ({ skip }) => {
    const text = shared(path);
    if (text === null) return skip(`${path} is not beside this clone`);
    test(text);
  });
}

describe('MBG/NBD and Gamma-Gamma against figures computed apart from this project', () => {
  it('meet them on the CDNOW sample', () => {
    expectGolden(historiesOf(cdnowSample('first')), SAMPLE);
  });

  onShared('meet them on all of CDNOW', 'data/cdnow_master.csv', (text) => {
    const golden = JSON.parse(shared('golden/expected.json')!).cdnow_master.mbg;
    const lines = rows(text, ',').slice(1);
    expectGolden(
      historiesOf(lines.map(([customer, date, , amount]) => [customer!, dayOf(date!), Number(amount)])),
      golden,
    );
  });
});

describe('data on which the likelihood runs off', () => {
  onShared('rfm_data_orders is refused by both models', 'data/rfm_data_orders.csv', (text) => {
    const lines = rows(text, ',').slice(1);
    const histories = historiesOf(lines.map(([id, date, amount]) => [id!, dayOf(date!), Number(amount)]));
    expect(fitMbgNbd(histories)).toMatchObject({ ok: false, code: 'model-degenerate' });
    expect(fitGammaGamma(histories)).toMatchObject({ ok: false, code: 'model-degenerate' });
  });

  onShared('online_retail is refused', 'data/online_retail.csv.gz', (text) => {
    const lines = rows(text, /,(?=(?:[^"]*"[^"]*")*[^"]*$)/).slice(1);
    const used = lines.filter((cells) => cells[6] !== '');
    const histories = historiesOf(
      used.map(([, , , quantity, date, price, id]) => [id!, dayOf(date!), Number(quantity) * Number(price)]),
    );
    expect(histories.x.length).toBe(4334);
    expect(fitMbgNbd(histories)).toMatchObject({ ok: false, code: 'model-degenerate' });
  });

  onShared('adventureworks is refused', 'data/adventureworks_lines_profit.csv', (text) => {
    const lines = rows(text, ',').slice(1);
    const histories = historiesOf(
      lines.map(([id, , date, , , revenue]) => [id!, dayOf(date!), Number(revenue)]),
    );
    expect(histories.x.length).toBe(17411);
    expect(fitMbgNbd(histories)).toMatchObject({ ok: false, code: 'model-degenerate' });
  });
});
