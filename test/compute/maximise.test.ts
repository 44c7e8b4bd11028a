import { describe, expect, it } from 'vitest';
import { maximise, type Objective } from '../../src/compute/maximise';
import { symmetricEigen } from '../../src/compute/symmetric-eigen';

const evaluation = (value: number, gradient: number[], hessian: number[]) => ({
  value,
  gradient: Float64Array.from(gradient),
  hessian: Float64Array.from(hessian),
});

describe('maximise', () => {
  it('finds the top of a correlated hill and its covariance', () => {
    const hill: Objective = ([x, y]) =>
      evaluation(
        -((x! - 3) ** 2) - (x! - 3) * (y! + 2) - (y! + 2) ** 2,
        [-2 * (x! - 3) - (y! + 2), -(x! - 3) - 2 * (y! + 2)],
        [-2, -1, -1, -2],
      );
    const { at, converged, covariance } = maximise(hill, [0, 0]);
    expect(converged).toBe(true);
    expect(at[0]).toBeCloseTo(3, 10);
    expect(at[1]).toBeCloseTo(-2, 10);
    expect([...covariance].map((value) => Math.round(value * 3000) / 3000)).toEqual([
      2 / 3,
      -1 / 3,
      -1 / 3,
      2 / 3,
    ]);
  });

  it('climbs out of a region that is not concave', () => {
    const bell: Objective = ([x]) => {
      const value = Math.exp(-((x! - 4) ** 2));
      return evaluation(value, [-2 * (x! - 4) * value], [(4 * (x! - 4) ** 2 - 2) * value]);
    };
    const { at, converged } = maximise(bell, [1.5]);
    expect(converged).toBe(true);
    expect(at[0]).toBeCloseTo(4, 8);
  });

  it('tells a ridge that rises for ever from a maximum, however flat it gets', () => {
    const ridge: Objective = ([x]) =>
      evaluation(-1e3 * Math.exp(-x!), [1e3 * Math.exp(-x!)], [-1e3 * Math.exp(-x!)]);
    expect(maximise(ridge, [0]).converged).toBe(false);
  });

  it('halves a step that would fall, where Newton alone jumps to and fro', () => {
    // With u = 10 x a whole step leads from u to -u^3: from 1.5 away, with a half of the first to the top.
    const roof: Objective = ([x]) => {
      const root = Math.sqrt(1 + 100 * x! * x!);
      return evaluation(-root, [(-100 * x!) / root], [-100 / root ** 3]);
    };
    const { at, converged } = maximise(roof, [0.15]);
    expect(converged).toBe(true);
    expect(at[0]).toBeCloseTo(0, 7);
  });

  it('does not take a flat direction for a maximum', () => {
    const trench: Objective = ([x, y]) => {
      const gap = x! + y! - 1;
      return evaluation(-gap * gap, [-2 * gap, -2 * gap], [-2, -2, -2, -2]);
    };
    expect(maximise(trench, [3, 5]).converged).toBe(false);
  });
});

describe('symmetricEigen', () => {
  it('takes a matrix apart into values and vectors that put it together again', () => {
    const matrix = [4, 1, -2, 1, 2, 0, -2, 0, 3];
    const { values, vectors } = symmetricEigen(matrix, 3);
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        let entry = 0;
        for (let k = 0; k < 3; k++) entry += vectors[i * 3 + k]! * values[k]! * vectors[j * 3 + k]!;
        expect(entry).toBeCloseTo(matrix[i * 3 + j]!, 12);
      }
    }
  });
});
