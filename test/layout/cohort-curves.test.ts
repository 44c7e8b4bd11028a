import { describe, expect, it } from 'vitest';
import type { Curves, CurvesInput } from '../../src/layout/cohort-curve-shapes';
import { cohortCurves } from '../../src/layout/cohort-curves';
import type { CohortLine } from '../../src/layout/cohort-table';
import type { PathShape, TextShape } from '../../src/layout/shapes';
import { cohortLine } from './support/cohort-line';

/** A cohort of `size` whose last period is not over. */
const line = (cohort: string, size: number, rates: readonly number[]): CohortLine =>
  cohortLine(cohort, size, rates, 1);

function curves(over: Partial<CurvesInput> = {}): Curves {
  return cohortCurves({
    lines: [line('January', 100, [1, 0.2, 0.1, 0.05]), line('February', 80, [1, 0.15, 0.1])],
    averages: [
      { period: 1, value: 0.18, customers: 180 },
      { period: 2, value: 0.1, customers: 100 },
    ],
    from: 1,
    width: 600,
    height: 264,
    labels: { value: 'Buy again', periods: 'Months', average: 'Average' },
    cohort: (cohort) => cohort,
    figure: (value) => `${Math.round(value * 100)}%`,
    measure: (text) => text.length * 10,
    ...over,
  });
}

const paths = ({ scene }: Curves): PathShape[] => scene.shapes.filter((shape) => shape.kind === 'path');
const texts = ({ scene }: Curves): TextShape[] => scene.shapes.filter((shape) => shape.kind === 'text');

describe('cohortCurves', () => {
  it('begins after period 0, which is always all', () => {
    // "20%" and 8 to breathe at the left, "February" and 18 at the right: 38 to 502 for periods 1 to 3.
    expect(
      curves()
        .places.filter((place) => place.period === 1)
        .map((place) => place.x),
    ).toEqual([38, 38, 38]);
    expect(curves().places.at(-1)).toMatchObject({ key: 'February:2', x: 270 });
    // 0 to 20 % over the 200 px from 226 to 26.
    expect(curves().places.find((place) => place.key === 'January:1')?.y).toBe(26);
  });

  it('draws cohorts thin, what is not over dashed, and the average strong', () => {
    const drawn = paths(curves());
    expect(drawn.filter((shape) => shape.width === 1 && !shape.dash).map((shape) => shape.d)).toEqual([
      'M38,26L270,126',
    ]);
    expect(drawn.filter((shape) => shape.dash).map((shape) => shape.d)).toEqual([
      'M270,126L502,176',
      'M38,76L270,126',
    ]);
    expect(drawn.at(-1)).toMatchObject({ stroke: 'accent', width: 2.5 });
  });

  it('names few curves at their ends, apart from each other', () => {
    const ends = texts(curves()).filter((shape) => ['January', 'February', 'Average'].includes(shape.text));
    expect(ends).toHaveLength(3);
    expect(new Set(ends.map((shape) => shape.x))).toEqual(new Set([516]));
    const ys = ends.map((shape) => shape.y).sort((a, b) => a - b);
    expect(ys[1]! - ys[0]!).toBeGreaterThanOrEqual(15);
    expect(ys[2]! - ys[1]!).toBeGreaterThanOrEqual(15);
  });

  it('names the average alone where there are many, or little room', () => {
    const many = Array.from({ length: 9 }, (_, i) => line(`C${i}`, 100, [1, 0.2, 0.1, 0.05]));
    for (const some of [curves({ lines: many }), curves({ width: 320 })]) {
      expect(texts(some).some((shape) => shape.text === 'Average')).toBe(true);
      expect(texts(some).some((shape) => ['C1', 'January'].includes(shape.text))).toBe(false);
    }
  });

  it('leaves out cohorts too small to compare, and says how many', () => {
    const mixed = curves({ lines: [line('January', 100, [1, 0.2, 0.1]), line('June', 2, [1, 1, 1])] });
    expect(mixed.left).toBe(1);
    expect(mixed.places.some((place) => place.key.startsWith('June'))).toBe(false);
  });

  it('goes below nothing where refunds outweigh a period', () => {
    const refunded = curves({ lines: [line('January', 100, [1, 0.2, -0.1, 0.1])], averages: [] });
    // -10 % to 20 % over the 200 px from 226 to 26.
    expect(refunded.places.find((place) => place.period === 2)?.y).toBe(226);
    const zero = refunded.scene.shapes.filter((shape) => shape.kind === 'line' && shape.stroke === 'axis');
    expect(zero[0]).toMatchObject({ y1: 159, y2: 159 });
  });

  it('draws no average of a handful', () => {
    const few = curves({
      averages: [
        { period: 1, value: 0.18, customers: 180 },
        { period: 2, value: 0.1, customers: 100 },
        { period: 3, value: 1, customers: 9 },
      ],
    });
    expect(few.places.filter((place) => place.average).map((place) => place.period)).toEqual([1, 2]);
  });

  it('stands with nothing to draw', () => {
    const bare = curves({ lines: [line('January', 20, [1])], averages: [] });
    expect(bare.places).toEqual([]);
    expect(paths(bare)).toEqual([]);
  });
});
