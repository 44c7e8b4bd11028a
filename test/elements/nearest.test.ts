import { describe, expect, it } from 'vitest';
import { nearestMark } from '../../src/elements/nearest';
import type { Points } from '../../src/layout/points';

function points(
  places: readonly (readonly [x: number, y: number])[],
  hidden: readonly number[] = [],
): Points {
  const count = places.length;
  return {
    x: Float32Array.from(places, ([x]) => x),
    y: Float32Array.from(places, ([, y]) => y),
    tone: new Uint8Array(count),
    tones: ['neutral'],
    radius: new Float32Array(count).fill(2),
    ink: new Float32Array(count).fill(1),
    hidden: Uint8Array.from({ length: count }, (_, index) => (hidden.includes(index) ? 1 : 0)),
    faded: new Uint8Array(count),
  };
}

describe('the mark under the pointer', () => {
  const find = nearestMark(
    points([
      [10, 10],
      [30, 10],
      [300, 200],
      [0, 0],
    ]),
  );

  it('is the nearest', () => {
    expect(find(12, 11)).toBe(0);
    expect(find(26, 10)).toBe(1);
    expect(find(2, 2)).toBe(3);
  });

  it('is found across the border of squares', () => {
    // 39 and 41 lie in different squares of 20.
    expect(nearestMark(points([[41, 5]]))(39, 5)).toBe(0);
  });

  it('is none where nothing lies within reach, also outside of all', () => {
    expect(find(200, 100)).toBe(null);
    expect(find(-500, 4000)).toBe(null);
    expect(nearestMark(points([]))(0, 0)).toBe(null);
  });

  it('is never a hidden one', () => {
    expect(
      nearestMark(
        points(
          [
            [10, 10],
            [12, 10],
          ],
          [0],
        ),
      )(10, 10),
    ).toBe(1);
  });

  it('agrees with a look at every mark', () => {
    const places = Array.from(
      { length: 500 },
      (_, index) => [(index * 137) % 400, (index * 71) % 300] as const,
    );
    const quick = nearestMark(points(places));
    for (let x = 0; x < 400; x += 37) {
      for (let y = 0; y < 300; y += 29) {
        const away = places.map(([px, py]) => Math.hypot(px - x, py - y));
        const least = Math.min(...away);
        const found = quick(x, y);
        expect(found === null ? least >= 20 : away[found] === least).toBe(true);
      }
    }
  });
});
