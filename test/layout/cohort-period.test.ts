import { describe, expect, it } from 'vitest';
import { completeOn, isoWeek, periodEnd } from '../../src/layout/cohort-period';

describe('periodEnd', () => {
  it('is the last day of the calendar period', () => {
    expect(periodEnd('2024-02-01', 'month')).toBe('2024-02-29');
    expect(periodEnd('2023-12-01', 'month')).toBe('2023-12-31');
    expect(periodEnd('2024-10-01', 'quarter')).toBe('2024-12-31');
    expect(periodEnd('2024-01-01', 'year')).toBe('2024-12-31');
    expect(periodEnd('2024-12-30', 'week')).toBe('2025-01-05');
  });

  it('follows years that begin in another month', () => {
    expect(periodEnd('2024-04-01', 'year')).toBe('2025-03-31');
  });
});

describe('completeOn', () => {
  const cell = { cohort: '1997-01-01', period: 2, period_start: '1997-03-01' };

  it('is the end of the calendar period', () => {
    expect(completeOn(cell, 'month', 'calendar')).toBe('1997-03-31');
  });

  it('is the end of the block of the last who began, where blocks roll', () => {
    // Began at the latest on 31 January; three blocks of thirty days from there end on 30 April.
    expect(completeOn(cell, 'month', 'rolling')).toBe('1997-04-30');
  });
});

describe('isoWeek', () => {
  it('counts weeks by their Thursday', () => {
    expect(isoWeek('2024-01-01')).toBe('2024-W01');
    expect(isoWeek('2024-12-30')).toBe('2025-W01');
    expect(isoWeek('2020-12-28')).toBe('2020-W53');
  });
});
