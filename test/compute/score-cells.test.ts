import { describe, expect, it } from 'vitest';
import { lintRules } from '../../src/compute/lint-rules';
import { SEGMENTS } from '../../src/compute/results';
import { codeCounts, scoreCells } from '../../src/compute/score-cells';
import { STARTER_RULES } from '../../src/compute/starter-rules';

// Three customers: 5-5-5 twice, 1-2-1 once; fm of the last is floor((2 + 1 + 1) / 2) = 2.
const scores = { r: [5, 5, 1], f: [5, 5, 2], m: [5, 5, 1], bins: 5 };

describe('scoreCells', () => {
  it('counts customers, money and marks by recency and by frequency and monetary together', () => {
    const cells = scoreCells(scores, [10, 20, 5], [0, 0, 7], [1, 0, 1]);
    expect(cells).toHaveLength(25);
    const at = (r: number, fm: number) => cells.find((cell) => cell.r === r && cell.fm === fm);
    expect(at(5, 5)).toMatchObject({ customers: 2, amount: 30, marked: 1, segment: 0 });
    expect(at(1, 2)).toMatchObject({ customers: 1, amount: 5, marked: 1, segment: 7 });
    expect(at(3, 3)).toMatchObject({ customers: 0, amount: 0, segment: null });
  });

  it('lists them from the top left', () => {
    const cells = scoreCells(scores, [0, 0, 0], [0, 0, 0], null);
    expect(cells.slice(0, 2).map(({ r, fm }) => [r, fm])).toEqual([
      [1, 5],
      [2, 5],
    ]);
    expect(cells.at(-1)).toMatchObject({ r: 5, fm: 1 });
  });

  it('brings scores of other scales to five', () => {
    const ten = scoreCells(
      { r: [10, 1, 4], f: [10, 1, 4], m: [10, 1, 4], bins: 10 },
      [1, 1, 1],
      [0, 0, 0],
      null,
    );
    expect(ten.filter(({ customers }) => customers > 0).map(({ r, fm }) => [r, fm])).toEqual([
      [5, 5],
      // ceil(4 / 2) = 2.
      [2, 2],
      [1, 1],
    ]);
  });

  it('takes the segment of most where a cell has several', () => {
    const same = { r: [3, 3, 3], f: [3, 3, 3], m: [3, 3, 3], bins: 5 };
    const [cell] = scoreCells(same, [1, 1, 1], [2, 4, 4], null).filter(({ customers }) => customers > 0);
    expect(cell?.segment).toBe(4);
  });
});

describe('codeCounts', () => {
  it('counts customers by code', () => {
    expect(codeCounts(scores)).toEqual({ '555': 2, '121': 1 });
    expect(codeCounts({ r: [10], f: [1], m: [2], bins: 10 })).toEqual({ '10-1-2': 1 });
  });
});

describe('the rules to start from', () => {
  it('take every code, each rule some, under the names of the grid', () => {
    const { uncovered, unreachable, rules } = lintRules(STARTER_RULES);
    expect(uncovered).toEqual([]);
    expect(unreachable).toEqual([]);
    expect(rules.map(({ segment }) => segment).sort()).toEqual([...SEGMENTS].sort());
  });
});
