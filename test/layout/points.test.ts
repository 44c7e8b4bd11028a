import { describe, expect, it } from 'vitest';
import { fadedPoints, inkByCrowd, type Places, shownPoints } from '../../src/layout/points';
import { spread } from '../../src/layout/spread';
import { fitText, wrapText } from '../../src/layout/wrap-text';

/** Crowds of these sizes, each in a square of its own. */
function crowds(...sizes: number[]): Parameters<typeof inkByCrowd>[0] {
  const x = Float32Array.from(sizes.flatMap((size, square) => new Array<number>(size).fill(4 + 16 * square)));
  const total = x.length;
  return {
    x,
    y: new Float32Array(total).fill(4),
    tone: new Uint8Array(total),
    tones: ['neutral'],
    radius: new Float32Array(total).fill(1),
    hidden: new Uint8Array(total),
    faded: new Uint8Array(total),
  };
}

describe('ink by crowd', () => {
  it('draws a mark that stands alone clearly', () => {
    expect(inkByCrowd(crowds(1000, 1)).at(-1)).toBeCloseTo(0.85, 5);
  });

  it('gives each of a crowd less, but the crowd together more', () => {
    const ink = inkByCrowd(crowds(100, 300));
    const [few, many] = [ink[0] ?? 0, ink[100] ?? 0];
    expect(many).toBeLessThan(few);
    expect(300 * many).toBeGreaterThan(100 * few);
  });

  it('never gives so little that a mark is lost', () => {
    expect(inkByCrowd(crowds(100_000))[0]).toBeCloseTo(0.03, 5);
  });
});

describe('marks that are hidden or faded', () => {
  const places: Places = {
    x: Float32Array.of(4, 40, 80),
    y: Float32Array.of(4, 40, 80),
    tone: Uint8Array.of(0, 2, 2),
    tones: ['tier-platinum', 'tier-gold', 'tier-iron'],
    radius: Float32Array.of(2, 2, 2),
  };

  it('have no ink where their tone is hidden', () => {
    const { hidden, ink } = shownPoints(places, new Set([2]));
    expect([...hidden]).toEqual([0, 1, 1]);
    expect([...ink.slice(1)]).toEqual([0, 0]);
    expect(ink[0]).toBeGreaterThan(0.5);
  });

  it('stand behind the rest where their tone is faded', () => {
    expect([...fadedPoints(shownPoints(places, new Set()), new Set([0])).faded]).toEqual([1, 0, 0]);
  });
});

describe('the spread of marks', () => {
  it('fills a lane evenly: of 100 marks each tenth holds nine to eleven', () => {
    const tenths = new Array<number>(10).fill(0);
    for (let index = 0; index < 100; index++) {
      const tenth = Math.floor(10 * spread(index));
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 10)).toBeLessThanOrEqual(1);
  });
});

describe('wrapping text', () => {
  const measure = (text: string): number => text.length * 10;

  it('breaks at spaces', () => {
    expect(wrapText('one two three', 80, 12, measure)).toEqual(['one two', 'three']);
  });

  it('breaks Chinese anywhere, and a word that is too long where it must', () => {
    expect(wrapText('白金客户贡献', 30, 12, measure)).toEqual(['白金客', '户贡献']);
    expect(wrapText('incomprehensible', 80, 12, measure)).toEqual(['incompre', 'hensible']);
  });

  it('cuts with an ellipsis where there is one line', () => {
    expect(fitText('Hibernating', 60, 12, measure)).toBe('Hiber…');
    expect(fitText('Lost', 60, 12, measure)).toBe('Lost');
  });
});
