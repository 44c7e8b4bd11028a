import { describe, expect, it } from 'vitest';
import { amountAxis, countAxis, dayAxis, linearAxis, scoreAxis } from '../../src/layout/axis';
import { asksForLog as asks } from '../../src/layout/axis-kind';
import { positivesOf } from '../../src/layout/positives';

const asksForLog = (values: readonly number[]): boolean => asks(positivesOf(values));
const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

describe('whether amounts ask for a log axis', () => {
  it('no, where they are spread evenly', () => {
    // p5 6, p50 51, p95 95: the upper half reaches 44 far, the lower 45.
    expect(asksForLog(hundred)).toBe(false);
  });

  it('yes, where the upper half reaches three times as far as the lower', () => {
    // p5 1, p50 2, p95 10: 8 far against 1, and 10 is five times 1.
    expect(asksForLog([1, 1, 2, 2, 2, 2, 2, 5, 10, 10])).toBe(true);
  });

  it('no, where the range is short although it is skewed', () => {
    // p95 is 4, not five times 1.
    expect(asksForLog([1, 1, 1, 1, 1, 2, 3, 4, 4, 4])).toBe(false);
  });

  it('yes, where one value stands ten times beyond the rest', () => {
    expect(asksForLog([...hundred, 2000])).toBe(true);
  });

  it('looks at positive values alone, and needs two of them', () => {
    expect(asksForLog([])).toBe(false);
    expect(asksForLog([0, -5, 7])).toBe(false);
    expect(asksForLog([0, 0, -1000, ...hundred])).toBe(false);
  });

  it('gives the same answer for any order of rows', () => {
    const rows = [10, 2, 1, 5, 2, 10, 2, 1, 2, 2];
    expect(asksForLog(rows)).toBe(asksForLog([...rows].sort((a, b) => b - a)));
  });
});

describe('the values above zero', () => {
  it('are told apart from the others', () => {
    const { at: _, ...figures } = positivesOf([3, 0, 1, 7]);
    expect(figures).toEqual({ count: 3, least: 1, most: 7, zeros: true, negatives: false });
    expect(positivesOf([-1]).negatives).toBe(true);
    expect(positivesOf([]).at(0.5)).toBe(0);
  });

  it('are known by some of them where they are many, the ends excepted', () => {
    // One in a hundred is above zero; from 1 to 50,000.
    const many = Float64Array.from({ length: 5_000_000 }, (_, index) =>
      index % 100 === 0 ? 1 + index / 100 : 0,
    );
    const { count, least, most, at } = positivesOf(many);
    expect([count, least, most]).toEqual([50_000, 1, 50_000]);
    expect(at(0.5)).toBeCloseTo(25_000, -2);
  });
});

describe('an axis of amounts', () => {
  const skewed = [1, 10, 10, 10, 100, 1000];

  it('places equal ratios at equal distances where it is log', () => {
    const axis = amountAxis(skewed, [0, 300]);
    expect(axis.kind).toBe('log');
    const step = axis.place(10, 0) - axis.place(1, 0);
    expect(axis.place(100, 0) - axis.place(10, 0)).toBeCloseTo(step, 9);
  });

  it('keeps zero and negative values in a lane of their own, below every other', () => {
    const axis = amountAxis([...skewed, 0, -4], [0, 300]);
    expect(axis.lane?.holds).toBe('both');
    for (let index = 0; index < 50; index++) {
      expect(axis.place(0, index)).toBeLessThan(axis.lane?.to ?? 0);
      expect(axis.place(-4, index)).toBeGreaterThanOrEqual(0);
    }
    expect(axis.place(1, 0)).toBeGreaterThan(axis.lane?.to ?? 0);
  });

  it('has no lane where nothing would stand in it', () => {
    expect(amountAxis(skewed, [0, 300]).lane).toBe(null);
    expect(amountAxis([...skewed, 0], [0, 300]).lane?.holds).toBe('zero');
    expect(amountAxis([...skewed, -1], [0, 300]).lane?.holds).toBe('negative');
  });

  it('puts values far below the median in the lane too, which then says from where on', () => {
    // The median is 10: the scale begins at 0.1.
    const axis = amountAxis([0.000001, ...skewed], [0, 300]);
    expect(axis.lane?.holds).toEqual({ below: 0.1 });
    expect(axis.place(0.000001, 5)).toBeLessThan(axis.lane?.to ?? 0);
    expect(axis.place(1, 0)).toBeGreaterThan(axis.lane?.to ?? 0);
  });

  it('reaches to a split that lies beyond all values', () => {
    const axis = amountAxis(skewed, [0, 300], [50_000]);
    expect(axis.border(50_000)).toBeLessThanOrEqual(300);
    expect(axis.border(50_000)).toBeGreaterThan(axis.place(1000, 0));
  });

  it('runs from zero where it is linear, also upwards in pixels that run down', () => {
    const axis = amountAxis([20, 30, 40], [200, 0]);
    expect(axis.kind).toBe('linear');
    expect(axis.place(0, 0)).toBe(200);
    expect(axis.place(20, 0)).toBe((200 + axis.place(40, 0)) / 2);
    // Some air above the highest.
    expect(axis.place(40, 0)).toBeCloseTo(200 - 200 / 1.06, 9);
  });

  it('holds one value, zeros alone and nothing at all', () => {
    for (const values of [[7], [0, 0], [], [-3]]) {
      const axis = linearAxis(values, [0, 100]);
      for (const value of values) {
        expect(axis.place(value, 0)).toBeGreaterThanOrEqual(0);
        expect(axis.place(value, 0)).toBeLessThanOrEqual(100);
      }
      expect(axis.ticks.flat().every((tick) => Number.isFinite(tick.at))).toBe(true);
    }
  });
});

describe('an axis of counts', () => {
  const axis = countAxis([1, 2, 3, 200], [0, 400]);

  it('gives each count a lane, and no mark leaves its own', () => {
    for (const count of [1, 2, 3, 10]) {
      for (let index = 0; index < 100; index++) {
        expect(axis.place(count, index)).toBeGreaterThan(axis.border(count - 1));
        expect(axis.place(count, index)).toBeLessThan(axis.border(count));
      }
    }
  });

  it('spreads equal counts over the whole of their lane', () => {
    const [from, to] = [axis.border(0), axis.border(1)];
    const tenths = new Set(
      Array.from({ length: 100 }, (_, index) =>
        Math.floor((10 * (axis.place(1, index) - from)) / (to - from)),
      ),
    );
    expect(tenths.size).toBe(10);
  });

  it('puts a threshold between two lanes: whoever is above it scores higher', () => {
    expect(axis.border(2)).toBeGreaterThan(axis.place(2, 3));
    expect(axis.border(2)).toBeLessThan(axis.place(3, 3));
    expect(axis.border(2.4)).toBe(axis.border(2));
  });
});

describe('an axis of scores', () => {
  it('spreads the marks of each score, and lets no two scores meet', () => {
    const axis = scoreAxis([0, 0.25, 0.5, 0.5 + 1e-15, 0.75, 1], [0, 100]);
    const reach = (score: number): number[] =>
      Array.from({ length: 50 }, (_, index) => axis.place(score, index));
    expect(Math.max(...reach(0.25))).toBeLessThan(Math.min(...reach(0.5)));
    expect(Math.max(...reach(0.25)) - Math.min(...reach(0.25))).toBeGreaterThan(4);
    expect(Math.min(...reach(0))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...reach(1))).toBeLessThanOrEqual(100);
  });

  it('leaves scores of many values where they are', () => {
    const axis = scoreAxis(
      Array.from({ length: 100 }, (_, index) => index / 99),
      [0, 100],
    );
    expect(axis.place(0.5, 3)).toBe(50);
  });
});

describe('an axis of days', () => {
  it('counts in weeks, months, quarters or years, not in tens', () => {
    const steps = dayAxis([0, 540], [400, 0]).ticks.map(
      (ticks) => (ticks[1]?.value ?? 0) - (ticks[0]?.value ?? 0),
    );
    expect(steps).toEqual([1, 7, 14, 30, 60, 90, 180, 365]);
  });

  it('runs to the right towards today', () => {
    const axis = dayAxis([0, 100], [400, 0]);
    expect(axis.place(0, 0)).toBeGreaterThan(axis.place(100, 0));
  });

  it('keeps each customer within the width of the day', () => {
    const axis = dayAxis([0, 9], [0, 100]);
    for (let index = 0; index < 50; index++) expect(Math.floor(axis.place(3, index) / 10)).toBe(3);
  });
});

describe('the values between two pixels', () => {
  it('are those of the scale, in either order', () => {
    const axis = linearAxis([0, 100], [0, 200]);
    expect(axis.between(20, 100)).toEqual({ min: 10, max: 50 });
    expect(axis.between(100, 20)).toEqual({ min: 10, max: 50 });
  });

  it('are whole days and whole counts whose middles lie between, or the one that both lie in', () => {
    // Ten days of ten pixels each, the most recent at the right.
    const days = dayAxis([0, 9], [100, 0]);
    expect(days.between(100, 72)).toEqual({ min: 0, max: 2 });
    expect(days.between(96, 93)).toEqual({ min: 0, max: 0 });
    const counts = countAxis([1, 2, 3, 4], [0, 400]);
    const middles = counts.ticks[0]?.map(({ at }) => at) ?? [];
    expect(counts.between((middles[1] ?? 0) - 1, (middles[3] ?? 0) + 1)).toEqual({ min: 2, max: 4 });
    expect(counts.between((middles[0] ?? 0) + 1, (middles[0] ?? 0) + 2)).toEqual({ min: 1, max: 1 });
  });

  it('take the lane of values without a logarithm with them where they reach into it', () => {
    const values = [0, 1, 10, 100, 1000, 10_000];
    const axis = amountAxis(values, [0, 400]);
    expect(axis.between(0, 400).min).toBeUndefined();
    const lane = axis.between(0, 10);
    expect(values.filter((value) => value <= (lane.max ?? 0))).toEqual([0]);
    const beside = axis.between((axis.lane?.to ?? 0) + 1, axis.border(10) + 1);
    expect(values.filter((value) => value >= (beside.min ?? 0) && value <= (beside.max ?? 0))).toEqual([
      1, 10,
    ]);
  });

  it('are scores with room for the last bits of a mean', () => {
    const third = 1 / 3;
    const axis = scoreAxis([0, third, third + 1e-16, 2 / 3, 1], [0, 300]);
    const { min = 0, max = 0 } = axis.between(axis.border(third) - 5, axis.border(third) + 5);
    expect(min < third && third + 1e-16 < max && max < 0.4).toBe(true);
  });
});
