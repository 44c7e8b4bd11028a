import { describe, expect, it } from 'vitest';
import { type FlowFigures, flowPeriods, flowSummary } from '../../src/compute/flow-periods';
import { dayOfIso, monthOf } from '../../src/util/calendar';

const MONTHS = { period: 'month', yearStart: 1 } as const;
const day = (iso: string): number => dayOfIso(iso)!;
const january = monthOf(day('2024-01-01'));

/** Three months: ten come, six of them stay, then five of eight stay and one comes back. */
const FIGURES: FlowFigures[] = [
  { number: january - 1, active: 0, amount_refunds_other: -3 },
  { number: january, active: 10, new: 10, amount_new: 100 },
  {
    number: january + 1,
    active: 8,
    new: 2,
    retained: 6,
    lost: 4,
    amount_new: 10,
    amount_retained: 66,
    amount_lost: 40,
    amount_expansion: 16,
    amount_contraction: 10,
    amount_refunds_other: null,
  },
  {
    number: january + 2,
    active: 6,
    retained: 5,
    reactivated: 1,
    lost: 3,
    amount_retained: 50,
    amount_reactivated: 4,
    amount_lost: 20,
    amount_expansion: 5,
    amount_contraction: 11,
  },
];

describe('the periods of a flow', () => {
  it('go from the first purchase to as-of, empty ones too', () => {
    const rows = flowPeriods(FIGURES, MONTHS, day('2024-05-10'));
    expect(rows.map(({ period, active, new: come, lost }) => [period, active, come, lost])).toEqual([
      ['2024-01-01', 10, 10, 0],
      ['2024-02-01', 8, 2, 4],
      ['2024-03-01', 6, 0, 3],
      ['2024-04-01', 0, 0, 0],
      ['2024-05-01', 0, 0, 0],
    ]);
    expect(rows[1]).toMatchObject({ amount_retained: 66, amount_refunds_other: 0, reactivated: 0 });
    expect(rows[0]!.amount_refunds_other).toBe(0);
  });

  it('are none where nobody has bought', () => {
    expect(
      flowPeriods([{ number: january, active: null }, { number: january + 1 }], MONTHS, day('2024-03-01')),
    ).toEqual([]);
    expect(flowSummary([], MONTHS, day('2024-03-01'))).toEqual({
      period: 'month',
      lastComplete: null,
      quickRatio: null,
      retention: null,
      grossRetention: null,
      netRetention: null,
      shareFromExisting: null,
      averages: null,
    });
  });
});

describe('the summary of a flow', () => {
  const summaryAt = (asOf: string) => flowSummary(flowPeriods(FIGURES, MONTHS, day(asOf)), MONTHS, day(asOf));

  it('is of the last complete period', () => {
    const summary = summaryAt('2024-03-31');
    expect(summary).toMatchObject({ period: 'month', lastComplete: '2024-03-01' });
    // (0 new + 1 back) / 3 lost; 5 of 8 stayed.
    expect(summary.quickRatio).toBeCloseTo(1 / 3, 12);
    expect(summary.retention).toBe(0.625);
    // February was worth 76: less 20 lost and 11 shrunk, then 5 more.
    expect(summary.grossRetention).toBeCloseTo(45 / 76, 12);
    expect(summary.netRetention).toBeCloseTo(50 / 76, 12);
    // 66 + 50 + 4 of 230.
    expect(summary.shareFromExisting).toBeCloseTo(120 / 230, 12);
  });

  it('leaves out a period that is not over', () => {
    const summary = summaryAt('2024-03-30');
    expect(summary).toMatchObject({ lastComplete: '2024-02-01', quickRatio: 0.5, retention: 0.6 });
    expect(summary.grossRetention).toBeCloseTo(0.5, 12);
    expect(summary.netRetention).toBeCloseTo(0.66, 12);
    expect(summary.shareFromExisting).toBeCloseTo(66 / 176, 12);
    expect(summary.averages).toMatchObject({ active: 8, new: 2, retained: 6, reactivated: 0, lost: 4 });
  });

  it('averages over the complete periods that have one before', () => {
    const { averages } = summaryAt('2024-03-31');
    expect(averages).toMatchObject({ active: 7, new: 1, retained: 5.5, reactivated: 0.5, lost: 3.5 });
    // 11 of 18 stayed.
    expect(averages!.retention).toBeCloseTo(11 / 18, 12);
    expect(averages!.halfLife).toBeCloseTo(Math.log(2) / Math.log(18 / 11), 12);
  });

  it('has no rates of a first period', () => {
    expect(summaryAt('2024-01-31')).toMatchObject({
      lastComplete: '2024-01-01',
      quickRatio: null,
      retention: null,
      grossRetention: null,
      netRetention: null,
      shareFromExisting: 0,
      averages: null,
    });
    expect(summaryAt('2024-01-30').lastComplete).toBeNull();
  });

  it('has no half-life where all stay, or none, and no quick ratio where none are lost', () => {
    const flow = (retained: number, lost: number) =>
      flowSummary(
        flowPeriods(
          [
            { number: january, active: 4, new: 4, amount_new: 4 },
            { number: january + 1, active: retained, retained, lost, amount_retained: retained },
          ],
          MONTHS,
          day('2024-02-29'),
        ),
        MONTHS,
        day('2024-02-29'),
      );
    expect(flow(4, 0)).toMatchObject({
      quickRatio: null,
      retention: 1,
      averages: { retention: 1, halfLife: null },
    });
    expect(flow(0, 4)).toMatchObject({
      quickRatio: 0,
      retention: 0,
      averages: { retention: 0, halfLife: null },
    });
    expect(flow(1, 3).averages!.halfLife).toBeCloseTo(0.5, 12);
  });
});
