import { describe, expect, it } from 'vitest';
import { amountAxis, countAxis, dayAxis, linearAxis, scoreAxis } from '../../src/layout/axis';
import { from, panned, WHOLE, zoomedAt, zoomedAxis } from '../../src/layout/zoom';

const box = { left: 100, top: 0, right: 300, bottom: 200 };

describe('zooming a plane', () => {
  it('keeps what is under the pointer where it is', () => {
    const zoom = zoomedAt(WHOLE, 2, 150, 50, box);
    expect(zoom.k * 150 + zoom.x).toBe(150);
    expect(zoom.k * 50 + zoom.y).toBe(50);
    expect(zoom.k).toBe(2);
  });

  it('shows no gap beside the plane, and nothing smaller than the whole', () => {
    const zoom = panned(zoomedAt(WHOLE, 2, 200, 100, box), 1000, -1000, box);
    expect(zoom.k * box.left + zoom.x).toBe(box.left);
    expect(zoom.k * box.bottom + zoom.y).toBe(box.bottom);
    expect(zoomedAt(zoom, 0.1, 200, 100, box)).toEqual(WHOLE);
  });

  it('says where the picture of one zoom lies in another', () => {
    const near = zoomedAt(WHOLE, 4, 200, 100, box);
    const lies = from(WHOLE, near);
    expect(lies).toEqual({ k: 4, x: near.x, y: near.y });
    expect(from(near, near)).toEqual({ k: 1, x: 0, y: 0 });
  });
});

describe('an axis at a zoom', () => {
  const axes = {
    linear: linearAxis([0, 80, 100], [100, 300]),
    log: amountAxis([1, 10, 10, 10, 100, 1000, 0], [300, 100]),
    days: dayAxis([0, 100, 400], [300, 100]),
    counts: countAxis([1, 1, 2, 30], [300, 100]),
    scores: scoreAxis([0, 0.25, 0.5, 1], [100, 300]),
  };
  // Three times as near, what is at 200 staying there.
  const zoomed = (name: keyof typeof axes) => zoomedAxis(axes[name], 3, -400, 100, 300);

  for (const name of Object.keys(axes) as (keyof typeof axes)[]) {
    it(`puts values three times as far apart, and finds them again: ${name}`, () => {
      const axis = zoomed(name);
      const value = axes[name].at(200);
      expect(axis.border(value)).toBeCloseTo(3 * axes[name].border(value) - 400, 6);
      expect(axis.at(axis.border(value))).toBeCloseTo(value, 6);
    });

    it(`has its ticks within sight, more than one and finer than those of the whole: ${name}`, () => {
      const [finest] = zoomed(name).ticks;
      expect(finest?.length).toBeGreaterThan(0);
      for (const { at } of finest ?? []) expect(Math.abs(at - 200)).toBeLessThanOrEqual(100.5);
    });

    it(`cuts values into bins of which each lies where its values do: ${name}`, () => {
      const axis = zoomed(name);
      const { scale, from: first, step, least, extent } = axis.bins(2);
      for (const value of [axes[name].at(190), axes[name].at(230)]) {
        const measured = scale === 'log' ? Math.log(value) : value;
        const bin = least !== null && value < least ? -1 : Math.floor((measured - first) / step + 1e-9);
        const [low, high] = [...extent(bin)].sort((a, b) => a - b) as [number, number];
        const at = axis.place(value, 7);
        expect(at).toBeGreaterThanOrEqual(low - 1e-6 - (high - low) * 0.1);
        expect(at).toBeLessThanOrEqual(high + 1e-6 + (high - low) * 0.1);
      }
    });
  }

  it('gives values without a logarithm their lane as a bin of its own', () => {
    const { extent, least } = axes.log.bins(2);
    expect(least).toBe(1);
    const [one, other] = extent(-1);
    const at = axes.log.place(0, 3);
    expect(at).toBeGreaterThanOrEqual(Math.min(one, other));
    expect(at).toBeLessThanOrEqual(Math.max(one, other));
  });
});
