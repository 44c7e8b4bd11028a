import { describe, expect, it } from 'vitest';
import { formats } from '../../src/util/format';

describe('formats', () => {
  const en = formats('en', 'EUR');

  it('shows money with its currency where that is known, and without a sign where not', () => {
    expect(en.money(1234.5)).toBe('€1,234.50');
    expect(formats('en', null).money(1234.5)).toBe('1,234.50');
    expect(formats('en', 'no currency').money(5)).toBe('5.00');
  });

  it('shows shares with one decimal where it is needed, and finer where they are tiny', () => {
    expect(en.share(0.67777)).toBe('67.8%');
    expect(en.share(0.5)).toBe('50%');
    expect(en.share(0.00042)).toBe('0.042%');
    expect(en.share(0)).toBe('0%');
  });

  it('shows dates as calendar dates, whatever the zone', () => {
    expect(en.date('2011-12-09')).toBe('December 9, 2011');
    expect(formats('zh-CN', null).date('2011-12-09')).toBe('2011年12月9日');
    expect(en.date('soon')).toBe('soon');
  });

  it('shows large figures short on axes', () => {
    expect(en.short(12_000)).toBe('12K');
    expect(en.moneyShort(1_200_000)).toBe('€1.2M');
    expect(formats('zh-CN', null).short(12_000)).toBe('1.2万');
  });

  it('shows bytes in the unit that suits them', () => {
    expect(en.bytes(3_400_000)).toBe('3.4 MB');
    expect(en.bytes(48_000_000)).toBe('48 MB');
    expect(en.bytes(900)).toBe('0.9 kB');
  });

  it('falls back to English for a language nobody knows', () => {
    expect(formats('not a tag', null).count(1000)).toBe('1,000');
  });
});
