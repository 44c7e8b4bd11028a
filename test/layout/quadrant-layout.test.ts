import { describe, expect, it } from 'vitest';
import { TIERS, type TierSummary } from '../../src/compute/results';
import { cornerShapes } from '../../src/layout/quadrant-corners';
import {
  type QuadrantInput,
  quadrantGround,
  quadrantHeight,
  quadrantLayout,
} from '../../src/layout/quadrant-layout';
import { roughMeasure, type Shape, type TextShape } from '../../src/layout/shapes';

const summaries: TierSummary[] = TIERS.map((tier, index) => ({
  tier,
  customers: [3420, 2493, 740, 16917][index] ?? 0,
  customerShare: 0.145,
  currentValue: 1000,
  valueShare: 0.522,
  potentialValue: 500,
}));

function input(width: number, over: Partial<QuadrantInput> = {}): QuadrantInput {
  // Lognormal-like: 1 to 10,000, each with less potential than value.
  const current = Array.from({ length: 400 }, (_, index) => 10 ** (index / 100));
  const potential = current.map((value, index) => (index % 3 === 0 ? 0 : value / 3));
  const splits = { current: 100, potential: 40 };
  const tier = Uint8Array.from(current, (value, index) => {
    const high = (potential[index] ?? 0) > splits.potential;
    return value > splits.current ? (high ? 0 : 1) : high ? 2 : 3;
  });
  return {
    current,
    potential,
    tier,
    names: TIERS,
    splits,
    tiers: summaries,
    width,
    height: quadrantHeight(width),
    labels: {
      current: '↑ Current value',
      potential: 'Potential value, next 365 days →',
      lanes: { zero: '0', negative: 'below 0', both: '0 or less', below: (value) => `< ${value}` },
      tiers: { platinum: 'Platinum', gold: 'Gold', iron: 'Iron', lead: 'Lead' },
      lines: (one) => [`${one.customers} customers · 14.5%`, '52.2% of value'],
      cells: (one) => [String(one.customers), '14.5%', '52.2%'],
      heads: ['Customers', 'Share', 'Share of value'],
    },
    money: (value) => (value >= 1000 ? `${value / 1000}K` : String(Math.round(value * 10) / 10)),
    measure: roughMeasure,
    ...over,
  };
}

function boxOf(text: TextShape): { left: number; right: number; top: number; bottom: number } {
  const size = text.size ?? 12;
  const width = roughMeasure(text.text, size, text.weight);
  const left =
    text.anchor === 'end' ? text.x - width : text.anchor === 'middle' ? text.x - width / 2 : text.x;
  const baseline =
    text.y + (text.vertical === 'middle' ? size * 0.35 : text.vertical === 'top' ? size * 0.8 : 0);
  return { left, right: left + width, top: baseline - size * 0.75, bottom: baseline + size * 0.2 };
}

const texts = (shapes: readonly Shape[]): TextShape[] => shapes.filter((shape) => shape.kind === 'text');

/** All of the plane, as it is seen as a whole. */
function drawn(given: QuadrantInput) {
  const ground = quadrantGround(given);
  return { ...ground, ...quadrantLayout(given, ground) };
}

describe('the quadrant', () => {
  it('puts each tier in its field: value up, potential to the right', () => {
    const { fields, places, box } = drawn(input(800));
    places.tone.forEach((tone, index) => {
      const field = fields[TIERS[tone] ?? 'lead'];
      expect(places.x[index]).toBeGreaterThanOrEqual(field.left - 0.01);
      expect(places.x[index]).toBeLessThanOrEqual(field.right + 0.01);
      expect(places.y[index]).toBeGreaterThanOrEqual(field.top - 0.01);
      expect(places.y[index]).toBeLessThanOrEqual(field.bottom + 0.01);
    });
    expect(fields.platinum.right).toBe(box.right);
    expect(fields.gold.top).toBe(box.top);
  });

  it('names each tier with its figures in its own corner', () => {
    const { over, fields } = drawn(input(800));
    for (const tier of TIERS) {
      const words = texts(over).filter((text) => text.key === tier);
      expect(words).toHaveLength(3);
      for (const box of words.map(boxOf)) {
        expect(box.left).toBeGreaterThanOrEqual(fields[tier].left);
        expect(box.right).toBeLessThanOrEqual(fields[tier].right);
        expect(box.top).toBeGreaterThanOrEqual(fields[tier].top);
        expect(box.bottom).toBeLessThanOrEqual(fields[tier].bottom);
      }
    }
  });

  it('puts the figures where they hide fewer marks, if they would hide many in their own corner', () => {
    const { labels, measure } = input(800);
    const field = { left: 100, top: 0, right: 500, bottom: 300 };
    const lead = { summary: summaries[3]!, field };
    // Its own corner is the lower left; the crowd sits there, some of it above.
    const plateOf = (marks: (box: { left: number; top: number }) => number): (number | undefined)[] => {
      const [plate] = cornerShapes([lead], labels, measure, marks);
      return plate?.kind === 'rect' ? [plate.x, plate.y] : [];
    };
    const [left, low] = plateOf(() => 0);
    expect(left).toBe(106);
    expect(low).toBeGreaterThan(200);
    expect(plateOf(({ left: x, top }) => (x > 200 ? 0 : top > 100 ? 40 : 10))[0]).toBeGreaterThan(300);
    // What is nearly as crowded is no better.
    expect(plateOf(({ top }) => (top > 100 ? 40 : 30))).toEqual([left, low]);
  });

  it.each([280, 320, 360, 420, 520, 640, 800, 1400, 2400])(
    'lets no two texts meet and none leave the picture at %i px',
    (width) => {
      const { under, over } = drawn(input(width));
      const boxes = texts([...under, ...over]).map((text) => ({ ...boxOf(text), text: text.text }));
      for (const [index, one] of boxes.entries()) {
        expect(one.left, one.text).toBeGreaterThanOrEqual(-1);
        expect(one.right, one.text).toBeLessThanOrEqual(width + 1);
        for (const other of boxes.slice(index + 1)) {
          const apart =
            one.right <= other.left ||
            other.right <= one.left ||
            one.bottom <= other.top ||
            other.bottom <= one.top;
          expect(apart, `${one.text} meets ${other.text} at ${width}`).toBe(true);
        }
      }
    },
  );

  it.each([280, 360, 800])('says the customers and both shares of all four tiers at %i px', (width) => {
    const said = texts(drawn(input(width)).over)
      .map((text) => text.text)
      .join('|');
    for (const { customers } of summaries) expect(said).toContain(String(customers));
    expect(said.match(/52\.2%/g)).toHaveLength(4);
  });

  it('falls back to the table where a split leaves a field too small, however wide the picture', () => {
    const { over } = drawn(input(1400, { splits: { current: 9990, potential: 40 } }));
    expect(texts(over).map((text) => text.text)).toContain('Share of value');
  });

  it('names the splits on the axes, and lets ticks give way to them', () => {
    const { under } = drawn(input(800));
    const strong = texts(under).filter((text) => text.weight === 600);
    expect(strong.map((text) => text.text)).toEqual(['100', '40']);
    expect(texts(under).filter((text) => text.text === '100' && text.anchor === 'end')).toHaveLength(1);
  });

  it('draws one customer, and a thousand with the same figures', () => {
    for (const count of [1, 1000]) {
      const same = {
        current: new Float64Array(count).fill(50),
        potential: new Float64Array(count).fill(0),
        tier: new Uint8Array(count).fill(3),
        splits: { current: 50, potential: 0 },
      };
      const { places, under } = drawn(input(500, same));
      expect([...places.x, ...places.y].every(Number.isFinite)).toBe(true);
      expect(texts(under).length).toBeGreaterThan(2);
    }
  });
});
