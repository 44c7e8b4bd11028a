import { describe, expect, it } from 'vitest';
import { fitSbg, sbgRetention, sbgSurvival } from '../../src/compute/sbg';

describe('the sBG model', () => {
  it.each([
    ['regular', [1000, 631, 468, 382, 326, 289, 262, 241], 0.704077, 1.182043, -1680.2652],
    ['high-end', [1000, 869, 743, 653, 593, 551, 517, 491], 0.668088, 3.806095, -1611.1581],
  ])('meets the published fit of %s customers', (_, survivors, alpha, beta, logLikelihood) => {
    const fit = fitSbg(survivors);
    if (!fit.ok) throw new Error(fit.message);
    expect(fit.parameters.alpha).toBeCloseTo(alpha, 5);
    expect(fit.parameters.beta).toBeCloseTo(beta, 5);
    expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 4);
  });

  it('projects the published survival over twelve years', () => {
    const wanted = [
      1, 0.6267, 0.4738, 0.388, 0.3321, 0.2923, 0.2625, 0.239, 0.2201, 0.2044, 0.1912, 0.1799, 0.17,
    ];
    sbgSurvival({ alpha: 0.704077, beta: 1.182043 }, 12).forEach((share, t) => {
      expect(share).toBeCloseTo(wanted[t]!, 4);
    });
  });

  it('retains better the longer a customer stays', () => {
    const rates = [1, 2, 3, 10].map((t) => sbgRetention({ alpha: 0.7, beta: 1.2 }, t));
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
  });

  it('refuses a cohort that nobody left, that everybody left, and too short a one', () => {
    expect(fitSbg([100, 100, 100])).toMatchObject({ ok: false, code: 'model-degenerate' });
    expect(fitSbg([100, 0, 0])).toMatchObject({ ok: false, code: 'model-degenerate' });
    expect(fitSbg([0, 0, 0])).toMatchObject({ ok: false, code: 'model-degenerate' });
    expect(fitSbg([100, 60])).toMatchObject({ ok: false, code: 'short-history' });
    expect(() => fitSbg([100, 60, 70])).toThrow('survivors[2] is 70; it must be no more than before.');
  });
});
