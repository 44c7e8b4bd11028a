import { describe, expect, it } from 'vitest';
import { itemsAt, paretoCurve, valueAt } from '../../src/layout/pareto-curve';

// Four customers who bring 60, 20, 15 and 5.
const rows = [
  { item_share: 0.25, value_share: 0.6 },
  { item_share: 0.5, value_share: 0.8 },
  { item_share: 0.75, value_share: 0.95 },
  { item_share: 1, value_share: 1 },
];

describe('paretoCurve', () => {
  it('begins at nothing from nobody', () => {
    expect(paretoCurve(rows)[0]).toEqual({ items: 0, value: 0 });
    expect(paretoCurve(rows)).toHaveLength(5);
  });

  it('adds no second origin', () => {
    expect(paretoCurve([{ item_share: 0, value_share: 0 }, ...rows])).toHaveLength(5);
  });
});

describe('valueAt', () => {
  it('reads the points and straight between them', () => {
    const curve = paretoCurve(rows);
    expect(valueAt(curve, 0.25)).toBe(0.6);
    expect(valueAt(curve, 0.2)).toBeCloseTo(0.48, 12);
    expect(valueAt(curve, 0.875)).toBeCloseTo(0.975, 12);
  });

  it('stays at the ends beyond them', () => {
    const curve = paretoCurve(rows);
    expect(valueAt(curve, 0)).toBe(0);
    expect(valueAt(curve, 1.2)).toBe(1);
  });
});

describe('itemsAt', () => {
  it('is the way back', () => {
    const curve = paretoCurve(rows);
    expect(itemsAt(curve, 0.8)).toBe(0.5);
    expect(itemsAt(curve, 0.3)).toBeCloseTo(0.125, 12);
    expect(itemsAt(curve, 0)).toBe(0);
  });

  it('takes the first way up where the curve comes down again', () => {
    const whale = paretoCurve([
      { item_share: 0.5, value_share: 1.2 },
      { item_share: 1, value_share: 1 },
    ]);
    expect(itemsAt(whale, 1)).toBeCloseTo(0.41666667, 8);
  });

  it('says where the curve never gets', () => {
    expect(itemsAt(paretoCurve(rows), 1.1)).toBeNull();
  });
});
