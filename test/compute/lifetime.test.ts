import { describe, expect, it } from 'vitest';
import { customerLifetimeValue } from '../../src/compute/customer-lifetime-value';
import { weeks } from '../../src/compute/duration';
import { expectedPurchases, expectedPurchasesColumn } from '../../src/compute/expected-purchases';
import { expectedSpend, expectedSpendColumn } from '../../src/compute/expected-spend';
import { fitBgNbd } from '../../src/compute/fit-bg-nbd';
import { fitGammaGamma, type GammaGammaModel } from '../../src/compute/fit-gamma-gamma';
import { fitMbgNbd } from '../../src/compute/fit-mbg-nbd';
import type { LifetimeFit, LifetimeModel } from '../../src/compute/lifetime-model';
import { pAlive, pAliveColumn } from '../../src/compute/p-alive';
import { cdnowSample, cdnowSummary, dayOf, historiesOf, sumOf } from './support/histories';

const summary = await cdnowSummary();
const sample = await cdnowSample('own');

function modelOf(fit: LifetimeFit): LifetimeModel {
  if (!fit.ok) throw new Error(fit.message);
  return fit.model;
}

function spendOf(histories: { x: number[]; z: number[] }): GammaGammaModel {
  const fit = fitGammaGamma(histories);
  if (!fit.ok) throw new Error(fit.message);
  return fit.model;
}

function expectParameters(found: object, wanted: Record<string, number>, digits = 3): void {
  for (const [name, value] of Object.entries(wanted)) {
    expect(Object.entries(found).find(([key]) => key === name)?.[1], name).toBeCloseTo(value, digits);
  }
}

describe('BG/NBD on the CDNOW calibration half', () => {
  const model = modelOf(fitBgNbd(summary));

  it('meets the published parameters, log-likelihood and standard errors', () => {
    expectParameters(model.parameters, { r: 0.2425929, alpha: 4.4135316, a: 0.7928862, b: 2.4257538 }, 4);
    expect(model.logLikelihood).toBeCloseTo(-9582.425561, 4);
    expectParameters(model.standardErrors, { r: 0.012557, alpha: 0.378221, a: 0.185719, b: 0.705345 }, 3);
    expect([model.customers, model.repeaters]).toEqual([2357, 946]);
  });

  it('meets the expected purchases of a new customer over six horizons', () => {
    const wanted = [0.0078161, 0.0531847, 0.1506319, 1.0404943, 1.0437372, 1.8579718];
    const isNew = { unit: 'weeks', x: 0, t_x: 0, T: 0 } as const;
    [1 / 7, 1, 3, 223 / 7, 32, 78].forEach((t, i) => {
      expect(expectedPurchases(model, isNew, weeks(t))).toBeCloseTo(wanted[i]!, 5);
    });
  });

  it('meets the conditional expectation and P(alive) of the sheet that goes with the paper', () => {
    const first = { unit: 'weeks', x: 2, t_x: 30.43, T: 38.86 } as const;
    expect(expectedPurchases(model, first, weeks(39))).toBeCloseTo(1.2259105, 5);
    expect(pAlive(model, first)).toBeCloseTo(0.7266092, 5);
    expect(pAlive(model, { unit: 'weeks', x: 26, t_x: 30.86, T: 31 })).toBeCloseTo(0.9689197, 5);
  });
});

describe('MBG/NBD on the CDNOW calibration half', () => {
  it('meets the parameters and log-likelihood of the rounded summary', () => {
    const model = modelOf(fitMbgNbd(summary));
    expectParameters(model.parameters, { r: 0.524838, alpha: 6.1829923, a: 0.8913561, b: 1.6139992 }, 4);
    expect(model.logLikelihood).toBeCloseTo(-9582.132685, 4);
  });

  it('gives the same model for the same data in days', () => {
    const model = modelOf(fitMbgNbd(summary));
    const inDays = (column: number[]) => column.map((value) => value * 7);
    const same = modelOf(
      fitMbgNbd({ unit: 'days', x: summary.x, t_x: inDays(summary.t_x), T: inDays(summary.T) }),
    );
    expectParameters(same.parameters, { ...model.parameters }, 8);
    expect(same.logLikelihood).toBeCloseTo(model.logLikelihood, 6);
    expect(same.unit).toBe('weeks');
    const history = { unit: 'days', x: 2, t_x: 213, T: 272 } as const;
    const weekly = { unit: 'weeks', x: 2, t_x: 213 / 7, T: 272 / 7 } as const;
    expect(pAlive(same, history)).toBeCloseTo(pAlive(model, weekly), 10);
  });
});

describe('Gamma-Gamma on the CDNOW calibration half', () => {
  const spend = spendOf(summary);

  it('meets the parameters, log-likelihood and correlation of the rounded summary', () => {
    expectParameters(spend.parameters, { p: 6.248801, q: 3.744589, v: 15.447753 }, 3);
    expect(spend.logLikelihood).toBeCloseTo(-4055.923244, 4);
    expect(spend.correlation).toBeCloseTo(0.113884, 6);
    expect(spend.repeaters).toBe(946);
    expect(spend.warnings).toEqual([]);
  });

  it('takes a row for as many customers as it stands for, none among them', () => {
    const fit = fitGammaGamma({
      x: [...summary.x, 3],
      z: [...summary.z, 20],
      n: [...summary.x.map(() => 2), 0],
    });
    if (!fit.ok) throw new Error(fit.message);
    expectParameters(fit.model.parameters, { ...spend.parameters }, 5);
    expect(fit.model.logLikelihood).toBeCloseTo(2 * spend.logLikelihood, 5);
    expect(fit.model.repeaters).toBe(2 * 946);
  });

  it('meets the expected spend of the first ten customers, the mean and that of the population', () => {
    const wanted = [24.658617, 18.911481, 35.171002, 35.171002, 35.171002, 71.46285, 18.911481, 35.171002];
    const spends = expectedSpendColumn(spend, summary);
    wanted.forEach((value, i) => {
      expect(spends[i]).toBeCloseTo(value, 3);
    });
    expect(sumOf(spends) / spends.length).toBeCloseTo(35.252958, 3);
    expect(spend.meanSpend).toBeCloseTo(35.171002, 3);
    expect(expectedSpend(spend, { x: 0, z: 0 })).toBe(spend.meanSpend);
  });
});

describe('customer lifetime value', () => {
  it('is 36.28 where months are 4.345 weeks, not the 140.10 of weeks taken for days', () => {
    const model = modelOf(fitBgNbd(summary));
    const spend = spendOf(summary);
    const value = (i: number, every: number) =>
      customerLifetimeValue(
        model,
        spend,
        { unit: 'weeks', x: summary.x[i]!, t_x: summary.t_x[i]!, T: summary.T[i]!, z: summary.z[i]! },
        { periods: 12, every: weeks(every), rate: 0.01 },
      );
    const wanted = [36.2785, 4.6375, 8.3441, 8.3441, 8.3441, 283.5236, 6.8814, 8.3441, 43.3536, 8.3441];
    wanted.forEach((expected, i) => {
      expect(value(i, 4.345)).toBeCloseTo(expected, 2);
    });
    expect(value(0, 30)).toBeCloseTo(140.096, 2);
  });

  it('is purchases times spend without discount, and nothing over no time', () => {
    const model = modelOf(fitMbgNbd(summary));
    const spend = spendOf(summary);
    const customer = { unit: 'weeks', x: 2, t_x: 30.43, T: 38.86, z: 22.35 } as const;
    const plain = customerLifetimeValue(model, spend, customer, { periods: 4, every: weeks(13), rate: 0 });
    expect(plain).toBeCloseTo(
      expectedPurchases(model, customer, weeks(52)) * expectedSpend(spend, customer),
      8,
    );
    expect(customerLifetimeValue(model, spend, customer, { periods: 0, every: weeks(13), rate: 0 })).toBe(0);
  });
});

describe('the models from CDNOW transactions', () => {
  const calibration = historiesOf(sample, dayOf('1997-09-30'), 'all');

  it('count x as the summary does, with times unrounded', () => {
    expect(calibration.x.length).toBe(2357);
    expect(sumOf(calibration.x)).toBe(sumOf(summary.x));
  });

  it('meet the unrounded figures (CLVTools -9582.429 and -4055.9177)', () => {
    const bg = modelOf(fitBgNbd(calibration));
    expectParameters(bg.parameters, { r: 0.2425945, alpha: 4.4136021, a: 0.7929221, b: 2.425907 });
    expect(bg.logLikelihood).toBeCloseTo(-9582.429207, 3);
    const mbg = modelOf(fitMbgNbd(calibration));
    expectParameters(mbg.parameters, { r: 0.5248432, alpha: 6.1830851, a: 0.8913595, b: 1.6140024 });
    expect(mbg.logLikelihood).toBeCloseTo(-9582.135716, 3);
    const spend = spendOf(calibration);
    expectParameters(spend.parameters, { p: 6.2495725, q: 3.7442242, v: 15.4435181 });
    expect(spend.logLikelihood).toBeCloseTo(-4055.917695, 3);
  });

  it('predict the holdout half as published, and tell one-timers apart only in the MBG/NBD', () => {
    const bg = modelOf(fitBgNbd(calibration));
    const mbg = modelOf(fitMbgNbd(calibration));
    const purchases = expectedPurchasesColumn(bg, calibration, weeks(39));
    const spends = expectedSpendColumn(spendOf(calibration), calibration);
    expect(sumOf(purchases)).toBeCloseTo(1653.4, 1);
    expect(sumOf(purchases.map((value, i) => value * spends[i]!))).toBeCloseTo(59931.63, 0);
    expect(sumOf(pAliveColumn(bg, calibration))).toBeCloseTo(1917.3, 1);
    const alive = pAliveColumn(mbg, calibration);
    expect(sumOf(alive)).toBeCloseTo(1057.6, 1);
    const oneTimers = alive.filter((_, i) => calibration.x[i] === 0);
    expect(Math.min(...oneTimers)).toBeCloseTo(0.3897, 4);
    expect(Math.max(...oneTimers)).toBeCloseTo(0.4285, 4);
  });
});
