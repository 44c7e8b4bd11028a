import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/elements/picture';
import { nextStop } from '../../src/elements/walk';

function stop(key: string, x: number, y: number): Mark {
  return { key, label: key, x, y, box: { x, y, width: 1, height: 1 }, tip: { title: key, lines: [] } };
}

// Two rows of two, in reading order.
const stops = [stop('gold', 0, 0), stop('platinum', 100, 0), stop('lead', 0, 100), stop('iron', 100, 100)];
const go = (from: string | null, key: string): string | undefined =>
  nextStop(stops, stops.find((one) => one.key === from) ?? null, key)?.key;

describe('walking marks by the keyboard', () => {
  it('begins with the first, by any arrow', () => {
    expect(go(null, 'ArrowDown')).toBe('gold');
  });

  it('goes to the neighbour that the arrow points to', () => {
    expect(go('gold', 'ArrowRight')).toBe('platinum');
    expect(go('gold', 'ArrowDown')).toBe('lead');
    expect(go('iron', 'ArrowUp')).toBe('platinum');
    expect(go('iron', 'ArrowLeft')).toBe('lead');
  });

  it('goes on in reading order where nothing lies that way', () => {
    expect(go('platinum', 'ArrowRight')).toBe('lead');
    expect(go('lead', 'ArrowLeft')).toBe('platinum');
  });

  it('comes to the lines that can be moved after the last mark, one by one', () => {
    // A line close to the first mark, which is not to be met on the way.
    const lines = [
      { ...stop('split x', 40, 0), grip: 'x' },
      { ...stop('split y', 120, 50), grip: 'y' },
    ];
    const all = [...stops, ...lines];
    const keyed = (from: string, key: string): string | undefined =>
      nextStop(all, all.find((one) => one.key === from) ?? null, key)?.key;
    expect(keyed('gold', 'ArrowRight')).toBe('platinum');
    expect(keyed('iron', 'ArrowRight')).toBe('split x');
    expect(keyed('split x', 'ArrowRight')).toBe('split y');
    expect(keyed('split x', 'ArrowLeft')).toBe('iron');
    expect(keyed('gold', 'End')).toBe('split y');
  });

  it('knows the ends, and leaves other keys to the page', () => {
    expect(go('lead', 'Home')).toBe('gold');
    expect(go('gold', 'End')).toBe('iron');
    expect(go('gold', 'Tab')).toBeUndefined();
    expect(nextStop([], null, 'ArrowRight')).toBe(null);
  });
});
