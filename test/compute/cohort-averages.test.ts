import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CohortCell, cohortAverages } from '../../src/compute/cohort-averages';

const cell = (
  cohort: string,
  size: number,
  period: number,
  customers: number,
  complete = true,
): CohortCell => ({
  cohort,
  cohort_size: size,
  period,
  customers,
  complete,
});

describe('cohortAverages', () => {
  const mixpanel = [cell('a', 1000, 1, 500), cell('b', 500, 1, 400), cell('c', 700, 1, 10, false)];

  it('pools customers over sizes and leaves incomplete cells out (the sizes of the Mixpanel help page)', () => {
    expect(cohortAverages(mixpanel, 'pooled')).toEqual([{ period: 1, retention: 0.6, customers: 1500 }]);
  });

  it('takes the plain mean of rates', () => {
    expect(cohortAverages(mixpanel, 'simple')).toEqual([{ period: 1, retention: 0.65, customers: 1500 }]);
  });

  it('gives the pooled, simple and twice-weighted month 1 of CDNOW their different figures', () => {
    const cdnow = [cell('1', 7846, 1, 1157), cell('2', 8476, 1, 1312), cell('3', 7248, 1, 1032)];
    expect(cohortAverages(cdnow, 'pooled')[0]?.retention).toBeCloseTo(0.148536, 6);
    expect(cohortAverages(cdnow, 'simple')[0]?.retention).toBeCloseTo(0.148213, 6);
  });

  it('matches cohorts: the same ones at every period, so that the mix does not move the curve', () => {
    const cells = [
      cell('old', 10, 0, 10),
      cell('old', 10, 1, 5),
      cell('old', 10, 2, 4),
      cell('new', 90, 0, 90),
      cell('new', 90, 1, 9),
      cell('new', 90, 2, 1, false),
    ];
    expect(cohortAverages(cells, 'matched')).toEqual([
      { period: 0, retention: 1, customers: 10 },
      { period: 1, retention: 0.5, customers: 10 },
      { period: 2, retention: 0.4, customers: 10 },
    ]);
    expect(cohortAverages(cells, 'pooled')[1]).toEqual({ period: 1, retention: 0.14, customers: 100 });
  });

  it('leaves immature cohorts out of a ratio (lifetime value by day N, as Amplitude documents it)', () => {
    const values = (complete: boolean) => [
      cell('a', 100, 7, 500),
      cell('b', 120, 7, 720, complete),
      cell('c', 80, 7, 320, complete),
    ];
    expect(cohortAverages(values(true), 'pooled')[0]?.retention).toBeCloseTo(5.13, 2);
    expect(cohortAverages(values(false), 'pooled')[0]).toEqual({ period: 7, retention: 5, customers: 100 });
  });

  it('goes by period, however the cells are ordered', () => {
    const cells = [cell('a', 10, 2, 1), cell('a', 10, 0, 10), cell('a', 10, 11, 1), cell('a', 10, 1, 5)];
    expect(cohortAverages(cells, 'pooled').map(({ period }) => period)).toEqual([0, 1, 2, 11]);
  });

  it('is empty for none, for no cells and where nothing is complete', () => {
    expect(cohortAverages(mixpanel, 'none')).toEqual([]);
    expect(cohortAverages([], 'pooled')).toEqual([]);
    expect(cohortAverages([cell('a', 5, 0, 5, false)], 'matched')).toEqual([]);
    expect(cohortAverages([cell('a', 0, 0, 0)], 'simple')).toEqual([]);
  });

  it('names what is allowed', () => {
    expect(() => cohortAverages([], 'mean' as 'pooled')).toThrow(
      'average is "mean"; it must be one of pooled, simple, matched, none.',
    );
  });

  it('lies within the extremes of the cohorts, and the order of cells never matters', () => {
    const cells = fc
      .array(
        fc.record({
          size: fc.integer({ min: 1, max: 1000 }),
          share: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        { minLength: 1, maxLength: 20 },
      )
      .map((rows) => rows.map(({ size, share }, i) => cell(String(i), size, 1, Math.floor(size * share))));
    fc.assert(
      fc.property(cells, fc.constantFrom('pooled' as const, 'simple' as const), (some, average) => {
        const rates = some.map((c) => c.customers / c.cohort_size);
        const retention = cohortAverages(some, average)[0]?.retention ?? Number.NaN;
        expect(retention).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-12);
        expect(retention).toBeLessThanOrEqual(Math.max(...rates) + 1e-12);
        expect(cohortAverages([...some].reverse(), average)[0]?.retention).toBeCloseTo(retention, 12);
      }),
    );
  });
});
