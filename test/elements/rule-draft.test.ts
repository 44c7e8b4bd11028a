import { describe, expect, it } from 'vitest';
import { STARTER_RULES } from '../../src/compute/starter-rules';
import {
  bounded,
  finished,
  firstDraft,
  moved,
  newRule,
  renamed,
  without,
} from '../../src/elements/segments/rule-draft';

const rules = [newRule(5, 'a'), newRule(5, 'b'), newRule(5, 'c')];
const names = (list: readonly { segment: string }[]): string => list.map(({ segment }) => segment).join('');

describe('a draft of rules', () => {
  it('begins with the rules that stand, else with the starter, or with one that takes all', () => {
    expect(firstDraft(rules, 5, 'x')).toEqual(rules);
    expect(firstDraft(null, 5, 'x')).toEqual(STARTER_RULES);
    expect(firstDraft(null, 3, 'x')).toEqual([{ segment: 'x', r: [1, 3], f: [1, 3], m: [1, 3] }]);
  });

  it('moves, removes and renames', () => {
    expect(names(moved(rules, 0, 1))).toBe('bac');
    expect(names(moved(rules, 2, -1))).toBe('acb');
    expect(names(moved(rules, 0, -1))).toBe('abc');
    expect(names(without(rules, 1))).toBe('ac');
    expect(names(renamed(rules, 1, 'z'))).toBe('azc');
  });

  it('lets the other bound follow where the two would cross', () => {
    expect(bounded(rules, 0, 'r', 0, 4)[0]?.r).toEqual([4, 5]);
    expect(bounded(rules, 0, 'f', 1, 2)[0]?.f).toEqual([1, 2]);
    const narrow = bounded(bounded(rules, 0, 'm', 1, 2), 0, 'm', 0, 3);
    expect(narrow[0]?.m).toEqual([3, 3]);
    expect(bounded(narrow, 0, 'm', 1, 1)[0]?.m).toEqual([1, 1]);
  });

  it('is finished when every rule has a name', () => {
    expect(finished(renamed(rules, 0, ' a '))?.[0]?.segment).toBe('a');
    expect(finished(renamed(rules, 0, '  '))).toBe(null);
  });
});
