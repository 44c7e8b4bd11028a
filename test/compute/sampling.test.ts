import { describe, expect, it } from 'vitest';
import { classResiduals, ratioError, samplingOf, shareError } from '../../src/compute/sampling';

const TENTH = { customers: 101, share: 0.1 };

describe('the standard error of a share of customers', () => {
  it('is that of a simple random sample without replacement', () => {
    // sqrt(0.9 * 0.25 / 100)
    expect(shareError(0.5, TENTH)).toBeCloseTo(0.0474342, 7);
    expect(shareError(0.2, TENTH)).toBeCloseTo(Math.sqrt((0.9 * 0.16) / 100), 12);
  });

  it('is nothing where all were taken, or all are of the class', () => {
    expect(shareError(0.5, { customers: 101, share: 1 })).toBe(0);
    expect(shareError(1, TENTH)).toBe(0);
    expect(shareError(1.0000000001, TENTH)).toBe(0);
  });

  it('is not known from one customer', () => {
    expect(shareError(0.5, { customers: 1, share: 0.1 })).toBeNull();
    expect(shareError(0.5, { customers: 2, share: 0.1 })).toBeCloseTo(Math.sqrt(0.225), 12);
  });
});

describe('the standard error of a share of value', () => {
  it('is that of the residuals: a value of the class is too much by what the others hold, another too little', () => {
    // Values 1, 2 of the class and 3, 4: a share of 0.3; residuals 0.7, 1.4, -0.9, -1.2.
    const residuals = classResiduals({ sum: 3, squares: 5 }, { sum: 10, squares: 30 });
    expect(residuals).toBeCloseTo(0.49 + 1.96 + 0.81 + 1.44, 12);
    expect(ratioError(residuals, 10, { customers: 4, share: 0.25 })).toBeCloseTo(
      Math.sqrt(0.75 * (4 / 3) * 4.7) / 10,
      12,
    );
  });

  it('is not known where the whole is nothing, or from one customer', () => {
    expect(ratioError(1, 0, TENTH)).toBeNull();
    expect(ratioError(1, -5, TENTH)).toBeNull();
    expect(ratioError(1, 10, { customers: 1, share: 0.1 })).toBeNull();
    expect(ratioError(-1e-12, 10, TENTH)).toBe(0);
  });
});

describe('what a result says of its sample', () => {
  it('is nothing where it is of all customers', () => {
    expect(samplingOf({ customers: 5, share: 1 }, [])).toBeNull();
  });

  it('is the width of the widest interval, at most a half', () => {
    expect(samplingOf(TENTH, [])).toEqual({ ...TENTH, error: 1.96 * Math.sqrt(0.225 / 100), shares: [] });
    expect(samplingOf({ customers: 1, share: 0.1 }, [])?.error).toBe(0.5);
    expect(samplingOf({ customers: 2, share: 0.1 }, [])?.error).toBe(0.5);
  });
});
