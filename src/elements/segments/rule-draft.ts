import type { ScoreRange, SegmentRule } from '../../compute/lint-rules';
import { STARTER_RULES } from '../../compute/starter-rules';

/** What to begin with: the rules that stand, else the starter's; of another scale than five one that takes all. */
export function firstDraft(rules: readonly SegmentRule[] | null, bins: number, name: string): SegmentRule[] {
  if (rules) return [...rules];
  return bins === 5 ? [...STARTER_RULES] : [newRule(bins, name)];
}

/** A rule that takes every code. */
export function newRule(bins: number, segment: string): SegmentRule {
  const all: ScoreRange = [1, bins];
  return { segment, r: all, f: all, m: all };
}

/** The rules with the one at `index` in another name. */
export function renamed(rules: readonly SegmentRule[], index: number, segment: string): SegmentRule[] {
  return rules.map((rule, i) => (i === index ? { ...rule, segment } : rule));
}

/** The rules with one bound of one changed; the other bound follows where they would cross. */
export function bounded(
  rules: readonly SegmentRule[],
  index: number,
  score: 'r' | 'f' | 'm',
  end: 0 | 1,
  value: number,
): SegmentRule[] {
  return rules.map((rule, i) => {
    if (i !== index) return rule;
    const [low, high] = rule[score];
    const range: ScoreRange = end === 0 ? [value, Math.max(value, high)] : [Math.min(value, low), value];
    return { ...rule, [score]: range };
  });
}

/** The rules with the one at `index` moved `by` places, where there are so many. */
export function moved(rules: readonly SegmentRule[], index: number, by: 1 | -1): SegmentRule[] {
  const to = index + by;
  const [here, there] = [rules[index], rules[to]];
  if (!here || !there) return [...rules];
  return rules.map((rule, i) => (i === index ? there : i === to ? here : rule));
}

/** The rules without the one at `index`. */
export function without(rules: readonly SegmentRule[], index: number): SegmentRule[] {
  return rules.filter((_, i) => i !== index);
}

/** Names without the space around them; null where one has none. */
export function finished(rules: readonly SegmentRule[]): SegmentRule[] | null {
  const trimmed = rules.map((rule) => ({ ...rule, segment: rule.segment.trim() }));
  return trimmed.every(({ segment }) => segment !== '') ? trimmed : null;
}

/** The draft as it can be reckoned with while a name is missing. */
export function named(rules: readonly SegmentRule[]): SegmentRule[] {
  return rules.map((rule) => ({ ...rule, segment: rule.segment.trim() || '?' }));
}
