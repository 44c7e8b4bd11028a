import { describe, expect, it } from 'vitest';
import { replayDays } from '../../src/compute/replay-dates';
import { dayOfIso, isoOf } from '../../src/util/calendar';

const days = (from: string, to: string, step: 'week' | 'month' | 'quarter' | 'year'): string[] =>
  replayDays(dayOfIso(from)!, dayOfIso(to)!, step).map(isoOf);

describe('the days of a replay', () => {
  it('are the ends of months, and the last day', () => {
    expect(days('2024-01-10', '2024-04-15', 'month')).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-15',
    ]);
    expect(days('2024-01-10', '2024-02-29', 'month')).toEqual(['2024-01-31', '2024-02-29']);
  });

  it('are the ends of weeks, quarters and years', () => {
    expect(days('2024-01-10', '2024-01-23', 'week')).toEqual(['2024-01-14', '2024-01-21', '2024-01-23']);
    expect(days('2023-11-01', '2024-05-01', 'quarter')).toEqual(['2023-12-31', '2024-03-31', '2024-05-01']);
    expect(days('2022-11-01', '2024-05-01', 'year')).toEqual(['2022-12-31', '2023-12-31', '2024-05-01']);
  });

  it('are one where there is one', () => {
    expect(days('2024-01-10', '2024-01-10', 'month')).toEqual(['2024-01-10']);
  });
});
