import { describe, expect, it } from 'vitest';
import { days } from '../../src/compute/duration';
import { expectedPotential } from '../../src/compute/expected-potential';
import { cdnowSample, historiesOf, sumOf } from './support/histories';

describe('expectedPotential', () => {
  const sample = historiesOf(cdnowSample('first'));

  it('sums to the value of the CDNOW sample over 365 days', () => {
    const found = expectedPotential(sample, days(365));
    if (!found.ok) throw new Error('refused');
    expect(sumOf(found.values)).toBeCloseTo(71197.53, 0);
    expect(sumOf(found.purchases)).toBeCloseTo(1940.597, 2);
    expect(sumOf(found.pAlive) / sample.x.length).toBeCloseTo(0.4163625, 6);
    expect(found.warnings.every(({ code }) => code === 'frequency-spend-correlated')).toBe(true);
  });

  it('says why there are no figures', () => {
    const few = { unit: 'weeks', x: [1], t_x: [3], T: [60], z: [10] } as const;
    expect(expectedPotential(few, days(365))).toMatchObject({
      ok: false,
      warnings: [{ code: 'too-few-repeaters' }],
    });
    const flat = { ...sample, z: sample.z.map(() => 10) };
    expect(expectedPotential(flat, days(365))).toMatchObject({
      ok: false,
      warnings: [{ code: 'model-degenerate' }],
    });
  });
});
