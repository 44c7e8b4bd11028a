import { describe, expect, it } from 'vitest';
import { dateTicks } from '../../src/layout/date-ticks';
import { dayOfIso, isoOf } from '../../src/util/calendar';

const words = {
  year: (day: number) => isoOf(day).slice(0, 4),
  month: (day: number) => isoOf(day).slice(0, 7),
  date: (day: number) => isoOf(day),
};
const ticks = (from: string, to: string, room: number): string[] =>
  dateTicks(dayOfIso(from)!, dayOfIso(to)!, room, words, (text) => text.length * 6).map(({ label }) => label);

describe('ticks of a time axis', () => {
  it('stand on months, fewer where there is less room', () => {
    expect(ticks('2024-01-15', '2024-06-20', 600)).toEqual([
      '2024-02',
      '2024-03',
      '2024-04',
      '2024-05',
      '2024-06',
    ]);
    expect(ticks('2024-01-15', '2024-12-20', 240)).toEqual(['2024-04', '2024-07', '2024-10']);
  });

  it('stand on years where the months are too many', () => {
    expect(ticks('2001-03-01', '2009-03-01', 330)).toEqual([
      '2002',
      '2003',
      '2004',
      '2005',
      '2006',
      '2007',
      '2008',
      '2009',
    ]);
    expect(ticks('2001-03-01', '2009-03-01', 120)).toEqual(['2002', '2005', '2008']);
  });

  it('name both ends of less than two months, or the last where there is no room', () => {
    expect(ticks('2024-01-05', '2024-01-20', 300)).toEqual(['2024-01-05', '2024-01-20']);
    expect(ticks('2024-01-05', '2024-01-20', 90)).toEqual(['2024-01-20']);
    expect(ticks('2024-01-05', '2024-01-05', 300)).toEqual(['2024-01-05']);
  });
});
