import { checkOption, checkWhole } from './option-checks';

/** Inclusive bounds of a score, the lower first. */
export type ScoreRange = readonly [low: number, high: number];

/** A segment's rule: the scores it takes; of several rules the first that matches wins, the rest are `others`. */
export interface SegmentRule {
  segment: string;
  r: ScoreRange;
  f: ScoreRange;
  m: ScoreRange;
}

/** How one rule fares against those before it; `rule` is its place from 0. */
export interface RuleReach {
  rule: number;
  segment: string;
  /** Codes within its bounds. */
  matched: number;
  /** Codes that no earlier rule takes. */
  won: number;
  /** Customers it wins; null without counts. */
  customers: number | null;
}

/** What a set of rules does with every code. */
export interface RuleLint {
  bins: number;
  /** How many codes there are: bins to the third. */
  codes: number;
  covered: string[];
  /** Codes left to `others`. */
  uncovered: string[];
  /** Codes that several rules match, with their segments in order: the first has the code. */
  overlapping: { code: string; segments: string[] }[];
  /** Rules that win no code, and the segments that take all of theirs. */
  unreachable: { rule: number; segment: string; hiddenBy: string[] }[];
  rules: RuleReach[];
  /** Customers of each code that has any; null without counts. */
  counts: Readonly<Record<string, number>> | null;
  /** Customers by what becomes of their code; null without counts. */
  customers: { covered: number; uncovered: number; overlapping: number } | null;
}

export interface LintOptions {
  /** Scores run from 1 to this; 5 by default, 2 to 10. */
  bins?: number;
  /** Customers by code, as `codeOf` writes it, for live counts. */
  counts?: Readonly<Record<string, number>>;
}

/**
 * Which of all codes the rules cover, leave out or fight over, and which rules never win one.
 *
 * Throws `invalid-option` for bounds that are not whole, not within 1..bins or not in order.
 */
export function lintRules(rules: readonly SegmentRule[], { bins = 5, counts }: LintOptions = {}): RuleLint {
  checkWhole('bins', bins, 2, 10);
  rules.forEach((rule, i) => {
    checkRule(rule, i, bins);
  });
  const codes = allCodes(bins).map((code) => ({ code, matches: matchesOf(rules, code) }));
  const customersOf = (some: typeof codes) =>
    some.reduce((sum, { code }) => sum + (counts?.[text(code, bins)] ?? 0), 0);
  const names = (some: typeof codes) => some.map(({ code }) => text(code, bins));
  const covered = codes.filter(({ matches }) => matches.length > 0);
  const uncovered = codes.filter(({ matches }) => matches.length === 0);
  const overlapping = codes.filter(({ matches }) => matches.length > 1);
  const reach = rules.map(({ segment }, rule): RuleReach => {
    const won = codes.filter(({ matches }) => matches[0] === rule);
    const matched = codes.filter(({ matches }) => matches.includes(rule)).length;
    return { rule, segment, matched, won: won.length, customers: counts ? customersOf(won) : null };
  });
  return {
    bins,
    codes: codes.length,
    covered: names(covered),
    uncovered: names(uncovered),
    overlapping: overlapping.map(({ code, matches }) => ({
      code: text(code, bins),
      segments: matches.map((rule) => rules[rule]!.segment),
    })),
    unreachable: reach
      .filter(({ won }) => won === 0)
      .map(({ rule, segment }) => ({
        rule,
        segment,
        hiddenBy: winnersWithin(codes, rule).map((winner) => rules[winner]!.segment),
      })),
    rules: reach,
    counts: counts ?? null,
    customers: counts
      ? {
          covered: customersOf(covered),
          uncovered: customersOf(uncovered),
          overlapping: customersOf(overlapping),
        }
      : null,
  };
}

/** Scores as a code: `"535"`, or `"10-3-5"` where a score may have two digits. */
export function codeOf(r: number, f: number, m: number, bins = 5): string {
  return text([r, f, m], bins);
}

type Code = readonly [r: number, f: number, m: number];

function allCodes(bins: number): Code[] {
  const scores = Array.from({ length: bins }, (_, i) => i + 1);
  return scores.flatMap((r) => scores.flatMap((f) => scores.map((m): Code => [r, f, m])));
}

function text(code: Code, bins: number): string {
  return code.join(bins < 10 ? '' : '-');
}

function matchesOf(rules: readonly SegmentRule[], code: Code): number[] {
  return rules.flatMap((rule, i) => (holds(rule, code) ? [i] : []));
}

function holds(rule: SegmentRule, [r, f, m]: Code): boolean {
  return within(rule.r, r) && within(rule.f, f) && within(rule.m, m);
}

function within([low, high]: ScoreRange, score: number): boolean {
  return low <= score && score <= high;
}

function winnersWithin(codes: readonly { matches: number[] }[], rule: number): number[] {
  const winners = codes.flatMap(({ matches }) => (matches.includes(rule) ? [matches[0]!] : []));
  return [...new Set(winners)].sort((a, b) => a - b);
}

function checkRule(rule: SegmentRule, i: number, bins: number): void {
  checkOption(typeof rule === 'object' && rule !== null, `rules[${i}]`, rule, '{segment, r, f, m}');
  const isName = typeof rule.segment === 'string' && rule.segment !== '';
  checkOption(isName, `rules[${i}].segment`, rule.segment, 'a name');
  for (const score of ['r', 'f', 'm'] as const) {
    const range = rule[score];
    checkOption(
      isRange(range, bins),
      `rules[${i}].${score}`,
      range,
      `[low, high] of whole numbers from 1 to ${bins}`,
    );
  }
}

function isRange(range: readonly number[] | undefined, bins: number): boolean {
  if (!Array.isArray(range) || range.length !== 2) return false;
  const [low, high] = range as [number, number];
  return Number.isInteger(low) && Number.isInteger(high) && 1 <= low && low <= high && high <= bins;
}
