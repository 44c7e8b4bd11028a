import { describe, expect, it } from 'vitest';
import { flowOfPlaces, placedPeriodSteps } from '../../src/compute/marked-flow';
import { allSteps } from '../../src/util/steps';

// Customer 0 buys in periods 10, 11 and 13, and gives back in 12; customer 1 in 11 alone; a row is of nobody.
const rows = {
  places: [0, 1, 0, -1, 0, 0],
  numbers: [13, 11, 10, 1, 12, 11],
  bought: [1, 1, 1, 1, 0, 1],
  amounts: [500, 20, 100, 9999, -30, 60],
};

describe('the flow of marked customers', () => {
  const placed = allSteps(placedPeriodSteps(2, rows));

  it('rests on six bytes for each customer and period', () => {
    expect(placed.steps).toEqual(Uint16Array.of(1, 3, 4, 7, 3));
    expect(placed.amounts).toEqual(Int32Array.of(100, 60, -30, 500, 20));
    expect([...placed.starts]).toEqual([0, 4, 5]);
  });

  it('keeps amounts and periods that need more room', () => {
    const wide = { places: [0, 0], numbers: [0, 40_000], bought: [1, 1], amounts: [5e9, 1] };
    const { steps, amounts } = allSteps(placedPeriodSteps(1, wide));
    expect(steps).toEqual(Int32Array.of(1, 80_001));
    expect(amounts).toEqual(Float64Array.of(5e9, 1));
  });

  it('tells who came, stayed, went and came back, and their money', () => {
    const [ten, eleven, twelve, thirteen] = flowOfPlaces(Int32Array.of(0), placed, 100);
    expect(ten).toMatchObject({ number: 10, active: 1, new: 1, lost: 0, amount_new: 1 });
    expect(eleven).toMatchObject({ active: 1, retained: 1, amount_retained: 0.6, amount_contraction: 0.4 });
    expect(twelve).toMatchObject({ active: 0, lost: 1, amount_lost: 0.6, amount_refunds_other: -0.3 });
    expect(thirteen).toMatchObject({ active: 1, reactivated: 1, amount_reactivated: 5, lost: 0 });
    const both = flowOfPlaces(Int32Array.of(0, 1), placed, 100);
    expect(both[1]).toMatchObject({ active: 2, new: 1, retained: 1, amount_expansion: 0 });
    expect(both[2]).toMatchObject({ lost: 2, amount_lost: 0.8 });
  });

  it('is none of nobody', () => {
    expect(flowOfPlaces(new Int32Array(0), placed, 1).every(({ active }) => active === 0)).toBe(true);
    expect(
      flowOfPlaces(
        new Int32Array(0),
        allSteps(placedPeriodSteps(0, { ...rows, places: [], numbers: [] })),
        1,
      ),
    ).toEqual([]);
  });
});
