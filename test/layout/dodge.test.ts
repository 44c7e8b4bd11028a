import { describe, expect, it } from 'vitest';
import { dodge } from '../../src/layout/dodge';

describe('dodge', () => {
  it('leaves labels alone that do not touch', () => {
    const spans = [
      { center: 20, length: 20 },
      { center: 60, length: 20 },
    ];
    expect(dodge(spans, 0, 100, 4)).toEqual([20, 60]);
  });

  it('moves a label right by just what the one before it needs', () => {
    const spans = [
      { center: 10, length: 20 },
      { center: 15, length: 20 },
    ];
    expect(dodge(spans, 0, 100, 4)).toEqual([10, 34]);
  });

  it('turns back at the end: the last label stays inside, those before it give way', () => {
    const spans = [
      { center: 80, length: 20 },
      { center: 99, length: 20 },
    ];
    expect(dodge(spans, 0, 100, 4)).toEqual([66, 90]);
  });

  it('knows when there is no room for all', () => {
    const spans = [
      { center: 10, length: 60 },
      { center: 90, length: 60 },
    ];
    expect(dodge(spans, 0, 100, 4)).toBeNull();
  });

  it('has nothing to do without labels', () => {
    expect(dodge([], 0, 100, 4)).toEqual([]);
  });
});
