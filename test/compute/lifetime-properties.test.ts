import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { days, weeks } from '../../src/compute/duration';
import { expectedPurchases } from '../../src/compute/expected-purchases';
import { expectedSpend } from '../../src/compute/expected-spend';
import { fitBgNbd } from '../../src/compute/fit-bg-nbd';
import { fitGammaGamma } from '../../src/compute/fit-gamma-gamma';
import type { LifetimeFitOptions } from '../../src/compute/fit-lifetime';
import { fitMbgNbd } from '../../src/compute/fit-mbg-nbd';
import { gammaGammaLikelihood } from '../../src/compute/gamma-gamma-likelihood';
import { groupRepeatBuying } from '../../src/compute/group-repeat-buying';
import { lifetimeLikelihood } from '../../src/compute/lifetime-likelihood';
import type { LifetimeModel } from '../../src/compute/lifetime-model';
import type { Objective } from '../../src/compute/maximise';
import { pAlive } from '../../src/compute/p-alive';
import type { RepeatBuying } from '../../src/compute/repeat-buying';
import { cdnowSummary } from './support/histories';
import { simulateLifetimes, simulateSpend } from './support/simulate';

const summary = await cdnowSummary();

const ANY: LifetimeFitOptions = { minRepeaters: 0, minHistory: weeks(0) };

describe('fits to simulated customers', () => {
  const truth = { r: 0.7, alpha: 9, a: 0.6, b: 1.4 };

  it.each([
    ['MBG/NBD', 1, fitMbgNbd],
    ['BG/NBD', 0, fitBgNbd],
  ] as const)('find the %s parameters again, within three standard errors', (_, first, model) => {
    const found = model(simulateLifetimes(truth, first, 20_000, 7));
    if (!found.ok) throw new Error(found.message);
    for (const name of ['r', 'alpha', 'a', 'b'] as const) {
      const { parameters, standardErrors } = found.model;
      expect(Math.abs(parameters[name] - truth[name]), name).toBeLessThan(3 * standardErrors[name]);
      expect(standardErrors[name]).toBeLessThan(0.15 * truth[name]);
    }
  });

  it('find the Gamma-Gamma parameters again', () => {
    const { x } = simulateLifetimes(truth, 1, 20_000, 7);
    const found = fitGammaGamma({ x, z: simulateSpend(6, 4, 15, x, 11) });
    if (!found.ok) throw new Error(found.message);
    const wanted = { p: 6, q: 4, v: 15 };
    for (const name of ['p', 'q', 'v'] as const) {
      const { parameters, standardErrors } = found.model;
      expect(Math.abs(parameters[name] - wanted[name]), name).toBeLessThan(3 * standardErrors[name]);
    }
  });
});

describe('exact derivatives', () => {
  const grouped = groupRepeatBuying(simulateLifetimes({ r: 0.7, alpha: 9, a: 0.6, b: 1.4 }, 1, 300, 3));
  const spend = { x: Float64Array.of(1, 3, 60), z: Float64Array.of(20, 35, 31), n: Float64Array.of(5, 2, 1) };

  it.each([
    ['MBG/NBD', lifetimeLikelihood('mbg-nbd', grouped), [0.8, 7, 0.5, 1.2]],
    ['BG/NBD', lifetimeLikelihood('bg-nbd', grouped), [0.8, 7, 0.5, 1.2]],
    ['Gamma-Gamma', gammaGammaLikelihood(spend), [5, 3, 14]],
  ] as [string, Objective, number[]][])('of the %s agree with differences', (_, objective, at) => {
    const n = at.length;
    const here = objective(Float64Array.from(at));
    at.forEach((value, i) => {
      const h = 1e-5 * value;
      const moved = (by: number) =>
        objective(Float64Array.from(at, (other, j) => (i === j ? other + by : other)));
      const [up, down] = [moved(h), moved(-h)];
      expect(here.gradient[i]! / ((up.value - down.value) / (2 * h))).toBeCloseTo(1, 5);
      for (let j = 0; j < n; j++) {
        const slope = (up.gradient[j]! - down.gradient[j]!) / (2 * h);
        expect(Math.abs(here.hessian[i * n + j]! - slope)).toBeLessThan(1e-5 * Math.max(1, Math.abs(slope)));
      }
    });
  });
});

describe('grouping', () => {
  it('never takes two histories for one, however full the table', () => {
    const x = [1, 2, 3, 4, 5, 6, 7, 8];
    for (let T = 10; T < 110; T++) {
      const grouped = groupRepeatBuying({ unit: 'days', x, t_x: x.map(() => 1), T: x.map(() => T) });
      expect([...grouped.x]).toEqual(x);
      expect([...grouped.n]).toEqual(x.map(() => 1));
    }
  });

  it('keeps every customer, and the fit does not see it nor the order of rows', () => {
    const grouped = groupRepeatBuying(summary);
    expect(grouped.n.reduce((sum, n) => sum + n, 0)).toBe(2357);
    expect(grouped.x.length).toBeLessThan(1200);
    const reversed = {
      unit: summary.unit,
      x: [...summary.x].reverse(),
      t_x: [...summary.t_x].reverse(),
      T: [...summary.T].reverse(),
    };
    const fits = [fitMbgNbd(summary), fitMbgNbd(grouped), fitMbgNbd(reversed)];
    const logs = fits.map((fit) => (fit.ok ? fit.model.logLikelihood : 0));
    expect(logs[1]).toBeCloseTo(logs[0]!, 7);
    expect(logs[2]).toBeCloseTo(logs[0]!, 7);
  });

  it('adds up the counts of rows that are groups already', () => {
    const grouped = groupRepeatBuying({
      unit: 'days',
      x: [1, 0, 1],
      t_x: [3, 0, 3],
      T: [9, 9, 9],
      n: [2, 5, 4],
    });
    expect([...grouped.x]).toEqual([1, 0]);
    expect([...grouped.n]).toEqual([6, 5]);
  });
});

describe('refusals', () => {
  const many = (length: number, x: number, t_x: number, T: number): RepeatBuying => ({
    unit: 'weeks',
    x: new Array<number>(length).fill(x),
    t_x: new Array<number>(length).fill(t_x),
    T: new Array<number>(length).fill(T),
  });

  it('say too few repeaters, short history, degenerate, in that order', () => {
    expect(fitMbgNbd(many(49, 1, 5, 30))).toMatchObject({ ok: false, code: 'too-few-repeaters' });
    expect(fitMbgNbd(many(60, 1, 5, 25.9))).toMatchObject({ ok: false, code: 'short-history' });
    expect(fitMbgNbd(many(60, 1, 5, 30))).toMatchObject({ ok: false, code: 'model-degenerate' });
    expect(fitMbgNbd(many(0, 0, 0, 0))).toMatchObject({ ok: false, code: 'too-few-repeaters' });
  });

  it('reckon a short history in the unit of the data', () => {
    expect(fitMbgNbd({ ...many(60, 1, 5, 100), unit: 'days' })).toMatchObject({ code: 'short-history' });
  });

  it('of Gamma-Gamma: too few, all alike, no finite mean', () => {
    expect(fitGammaGamma({ x: [1, 0], z: [5, 0] })).toMatchObject({ code: 'too-few-repeaters' });
    const alike = { x: new Array<number>(60).fill(2), z: new Array<number>(60).fill(5) };
    expect(fitGammaGamma(alike)).toMatchObject({ code: 'model-degenerate' });
    const wild = { x: new Array<number>(60).fill(3), z: Array.from({ length: 60 }, (_, i) => 10 ** (i / 4)) };
    expect(fitGammaGamma(wild)).toMatchObject({ code: 'model-degenerate' });
  });

  it('take exactly as many repeaters as asked for', () => {
    const data = many(60, 1, 5, 30);
    expect(fitMbgNbd(data, { minRepeaters: 60 })).toMatchObject({ code: 'model-degenerate' });
    expect(fitMbgNbd(data, { minRepeaters: 61 })).toMatchObject({ code: 'too-few-repeaters' });
  });

  it('of a maximum that lies out of range', () => {
    // alpha is 6.183 weeks: times 7,000 it is 43,281, by 100,000 it is 0.0000618.
    const times = (by: number): RepeatBuying => ({
      unit: 'weeks',
      x: summary.x,
      t_x: summary.t_x.map((value) => value * by),
      T: summary.T.map((value) => value * by),
    });
    for (const by of [7000, 1e-5]) {
      const fit = fitMbgNbd(times(by), ANY);
      expect(fit).toMatchObject({ ok: false, code: 'model-degenerate' });
      expect(!fit.ok && fit.message).toContain('outside 0.0001 to 10000');
    }
    expect(fitMbgNbd(times(1000), ANY).ok).toBe(true);
  });

  it('of what is no time and no count', () => {
    const one = { unit: 'weeks', x: [0], t_x: [0] } as const;
    for (const T of [-1, Number.POSITIVE_INFINITY])
      expect(() => fitMbgNbd({ ...one, T: [T] })).toThrow(
        `T[0] is ${T}; it must be a finite number of at least 0.`,
      );
    const endless = { unit: 'weeks', x: [1], t_x: [1], T: [2], n: [Number.POSITIVE_INFINITY] } as const;
    expect(() => fitMbgNbd(endless)).toThrow('n[0] is Infinity; it must be a number of at least 0.');
  });

  it('warns where frequency and spend go together', () => {
    const x = Array.from({ length: 300 }, (_, i) => 1 + (i % 10));
    const z = x.map((repeats, i) => 10 + 3 * repeats + ((i * 37) % 50));
    const fit = fitGammaGamma({ x, z });
    expect(fit.ok && fit.model.warnings.map(({ code }) => code)).toEqual(['frequency-spend-correlated']);
  });

  it('names what is wrong with a history', () => {
    const columns = { unit: 'weeks', x: [1], t_x: [5], T: [4] } as const;
    expect(() => fitMbgNbd(columns)).toThrow('t_x[0] is 5; it must be from 0 to T (4).');
    expect(() => fitMbgNbd({ ...columns, T: [6, 7] })).toThrow('T.length is 2; it must be that of x (1).');
    expect(() => fitMbgNbd({ ...columns, unit: 'months' as 'weeks', T: [6] })).toThrow(
      'unit is "months"; it must be one of days, weeks.',
    );
    expect(() => fitGammaGamma({ x: [1], z: [-5] })).toThrow('z[0] is -5; it must be above 0 where x is.');
  });

  it('or a sound model: whatever the histories, a fit ends and never holds a NaN', () => {
    const history = fc
      .record({
        x: fc.integer({ min: 0, max: 30 }),
        T: fc.integer({ min: 0, max: 1000 }),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ x, T, share }) => ({ x, T, t_x: x === 0 ? 0 : Math.floor(T * share) }));
    fc.assert(
      fc.property(fc.array(history, { maxLength: 40 }), (rows) => {
        const column = (name: 'x' | 't_x' | 'T') => rows.map((row) => row[name]);
        const data: RepeatBuying = { unit: 'days', x: column('x'), t_x: column('t_x'), T: column('T') };
        for (const fit of [fitMbgNbd(data, ANY), fitBgNbd(data, ANY)]) {
          if (!fit.ok) continue;
          const { parameters, standardErrors, logLikelihood } = fit.model;
          const figures = [...Object.values(parameters), ...Object.values(standardErrors), logLikelihood];
          expect(figures.every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('predictions', () => {
  const model: LifetimeModel = {
    name: 'mbg-nbd',
    unit: 'weeks',
    parameters: { r: 0.525, alpha: 6.183, a: 0.891, b: 1.614 },
    standardErrors: { r: 0, alpha: 0, a: 0, b: 0 },
    logLikelihood: 0,
    customers: 0,
    repeaters: 0,
    iterations: 0,
  };

  it('refuse a horizon beyond all sums, and a repeat without spend', () => {
    const history = { unit: 'weeks', x: 3, t_x: 20, T: 30 } as const;
    expect(() => expectedPurchases(model, history, weeks(1e9 + 1))).toThrow(
      'horizon.value is 1000000001; it must be from 0 to 1000000000.',
    );
    const fit = fitGammaGamma(summary);
    if (!fit.ok) throw new Error(fit.message);
    for (const z of [0, -5, Number.POSITIVE_INFINITY])
      expect(() => expectedSpend(fit.model, { x: 1, z })).toThrow(
        `z is ${z}; it must be above 0 where x is.`,
      );
  });

  it('cannot mix weeks and days: both units give one figure, and a bare number is refused', () => {
    const weekly = { unit: 'weeks', x: 3, t_x: 20, T: 30 } as const;
    const daily = { unit: 'days', x: 3, t_x: 140, T: 210 } as const;
    expect(expectedPurchases(model, daily, days(364))).toBeCloseTo(
      expectedPurchases(model, weekly, weeks(52)),
      12,
    );
    expect(() => expectedPurchases(model, weekly, 52 as never)).toThrow('horizon.unit is undefined');
    expect(() => expectedPurchases(model, weekly, weeks(-1))).toThrow('horizon.value is -1');
  });

  it('P(alive) lies in 0..1, falls with silence, and is 1 for one-timers of the BG/NBD only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 0, max: 500 }), (x, silence) => {
        const at = (T: number) => pAlive(model, { unit: 'days', x, t_x: 200, T });
        expect(at(200 + silence)).toBeGreaterThanOrEqual(0);
        expect(at(200 + silence)).toBeLessThanOrEqual(1);
        expect(at(200 + silence + 7)).toBeLessThanOrEqual(at(200 + silence));
      }),
    );
    const once = { unit: 'weeks', x: 0, t_x: 0, T: 30 } as const;
    expect(pAlive({ ...model, name: 'bg-nbd' }, once)).toBe(1);
    expect(pAlive(model, once)).toBeLessThan(0.5);
  });

  it('expected spend lies between own and population mean', () => {
    const fit = fitGammaGamma(summary);
    if (!fit.ok) throw new Error(fit.message);
    const { meanSpend } = fit.model;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0.01, max: 1e15, noNaN: true }),
        (x, z) => {
          const value = expectedSpend(fit.model, { x, z });
          expect(value).toBeGreaterThanOrEqual(Math.min(z, meanSpend) * (1 - 1e-12));
          expect(value).toBeLessThanOrEqual(Math.max(z, meanSpend) * (1 + 1e-12));
        },
      ),
    );
  });
});

describe('spend of every size', () => {
  it('gives a model or a refusal, never a NaN: 0.01 next to 1e15 too', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.double({ min: 0.01, max: 1e15, noNaN: true }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
        const fit = fitGammaGamma(
          { x: rows.map(([x]) => x), z: rows.map(([, z]) => z) },
          { minRepeaters: 0 },
        );
        if (!fit.ok) return;
        const { parameters, standardErrors, logLikelihood, meanSpend } = fit.model;
        const figures = [
          ...Object.values(parameters),
          ...Object.values(standardErrors),
          logLikelihood,
          meanSpend,
        ];
        expect(figures.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
