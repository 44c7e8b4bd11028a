import { describe, expect, it } from 'vitest';
import { firstFilter } from '../../src/elements/filter/first-filter';

describe('the filter that attributes ask for', () => {
  it('is none where they ask for nothing', () => {
    expect(firstFilter({})).toBe(null);
    expect(firstFilter({ from: '', to: null, only: ' , ' })).toBe(null);
  });

  it('joins days and values, those of one column as any of them', () => {
    expect(firstFilter({ from: '2024-01-01', only: 'city=Rome, city = Oslo,size=a=b' })).toEqual({
      from: '2024-01-01',
      dimensions: { city: ['Rome', 'Oslo'], size: ['a=b'] },
    });
  });

  it.each(['Rome', '=Rome'])('refuses %s, which names no column', (only) => {
    expect(() => firstFilter({ only })).toThrow('column=value');
  });
});
