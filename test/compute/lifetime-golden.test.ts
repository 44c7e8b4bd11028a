import { describe, expect, it } from 'vitest';
import { weeks } from '../../src/compute/duration';
import { expectedPurchasesColumn } from '../../src/compute/expected-purchases';
import { expectedSpendColumn } from '../../src/compute/expected-spend';
import { fitGammaGamma } from '../../src/compute/fit-gamma-gamma';
import { fitMbgNbd } from '../../src/compute/fit-mbg-nbd';
import { pAliveColumn } from '../../src/compute/p-alive';
import { textOf } from '../support/files';
import { cdnowSample, dayOf, type Histories, historiesOf, type Line, rows, sumOf } from './support/histories';

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

const [sample, master, orders, retail, adventureworks, goldenText] = await Promise.all([
  cdnowSample('first'),
  textOf('demo/data/cdnow_master.csv'),
  textOf('test/fixtures/rfm_data_orders.csv'),
  textOf('demo/data/online_retail.csv.gz'),
  textOf('../shared/data/adventureworks_lines_profit.csv'),
  textOf('test/fixtures/golden.json'),
]);

const golden = JSON.parse(goldenText!) as Record<string, { mbg: Golden }>;

/** Customer, date and amount from these columns of a CSV without quotes. */
function linesOf(text: string, [customer, date, amount]: [number, number, number]): Line[] {
  const lines = rows(text, ',').slice(1);
  return lines.map((cells) => [cells[customer]!, dayOf(cells[date]!), Number(cells[amount])]);
}

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

describe('MBG/NBD and Gamma-Gamma against figures computed apart from this project', () => {
  it.each([
    ['the CDNOW sample', sample, 'cdnow_sample'],
    ['all of CDNOW', linesOf(master!, [0, 1, 3]), 'cdnow_master'],
  ])('meet them on %s', (_, lines, name) => {
    expectGolden(historiesOf(lines), golden[name]!.mbg);
  });
});

describe('data on which the likelihood runs off', () => {
  it('rfm_data_orders is refused by both models', () => {
    const histories = historiesOf(linesOf(orders!, [0, 1, 2]));
    expect(fitMbgNbd(histories)).toMatchObject({ ok: false, code: 'model-degenerate' });
    expect(fitGammaGamma(histories)).toMatchObject({ ok: false, code: 'model-degenerate' });
  });

  it('online_retail is refused', () => {
    const lines = rows(retail!, /,(?=(?:[^"]*"[^"]*")*[^"]*$)/).slice(1);
    const used = lines.filter((cells) => cells[6] !== '');
    const histories = historiesOf(
      used.map(([, , , quantity, date, price, id]) => [id!, dayOf(date!), Number(quantity) * Number(price)]),
    );
    expect(histories.x.length).toBe(4334);
    expect(fitMbgNbd(histories)).toMatchObject({ ok: false, code: 'model-degenerate' });
  });

  it('adventureworks is refused', ({ skip }) => {
    if (adventureworks === null) return skip('adventureworks is not beside this clone');
    const histories = historiesOf(linesOf(adventureworks, [0, 2, 5]));
    expect(histories.x.length).toBe(17411);
    expect(fitMbgNbd(histories)).toMatchObject({ ok: false, code: 'model-degenerate' });
  });
});
