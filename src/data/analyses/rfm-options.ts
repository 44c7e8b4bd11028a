import { lintRules, type SegmentRule } from '../../compute/lint-rules';
import { checkOneOf, checkOption, numberOf, numbersOf, wholeOption } from '../../compute/option-checks';
import type { Weights } from '../query-context';
import type { RfmOptions } from '../source-options';

/** The most clusters that can be asked for. */
export const MOST_CLUSTERS = 20;

/** Canonical options of RFM. */
export interface RfmChoice {
  scheme: 'rfm' | 'mean8' | 'kmeans';
  bins: number;
  scoring: 'quantile' | 'r-rfm';
  /** The host's own breaks, null where they are quantiles. */
  breaks: { r: number[] | null; f: number[] | null; m: number[] | null };
  /** Normalised to sum to 1. */
  weights: [number, number, number];
  k: number | 'auto';
  rules: readonly SegmentRule[] | null;
}

/** Checks the options of `rfm()`, fills in the defaults, of weights those given, and throws `invalid-option`. */
export function checkRfmOptions(options: RfmOptions, weights: Weights | null = null): RfmChoice {
  const bins = wholeOption('bins', options.bins, 5, 2, 10);
  return {
    scheme: checkOneOf('scheme', options.scheme || 'rfm', ['rfm', 'mean8', 'kmeans']),
    bins,
    scoring: checkOneOf('scoring', options.scoring || 'quantile', ['quantile', 'r-rfm']),
    breaks: {
      r: checkBreaks('rBreaks', options.rBreaks, bins),
      f: checkBreaks('fBreaks', options.fBreaks, bins),
      m: checkBreaks('mBreaks', options.mBreaks, bins),
    },
    weights: checkWeights(options.weights || weights || [1, 1, 1]),
    k: checkClusters(options.k),
    rules: checkRules(options.rules, bins),
  };
}

function checkClusters(k: RfmOptions['k']): number | 'auto' {
  if (k === 'auto') return k;
  const count = numberOf(k, 5);
  checkOption(
    Number.isInteger(count) && count >= 2 && count <= MOST_CLUSTERS,
    'k',
    k,
    `a whole number from 2 to ${MOST_CLUSTERS}, or auto`,
  );
  return count;
}

function checkBreaks(
  option: string,
  value: readonly number[] | string | undefined,
  bins: number,
): number[] | null {
  if (value === undefined || value === null || value === '') return null;
  const breaks = numbersOf(value);
  const rising = breaks.every((limit, i) => Number.isFinite(limit) && (i === 0 || limit > breaks[i - 1]!));
  checkOption(
    breaks.length === bins - 1 && rising,
    option,
    value,
    `${bins - 1} rising numbers (one fewer than bins)`,
  );
  return breaks;
}

/** Weights in sum 1, from what a host gives. */
export function checkWeights(value: readonly number[] | string): [number, number, number] {
  const weights = numbersOf(value);
  const valid = weights.length === 3 && weights.every((weight) => Number.isFinite(weight) && weight >= 0);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  checkOption(valid && sum > 0, 'weights', value, 'three numbers of at least 0, not all 0, such as "1,1,1"');
  return weights.map((weight) => weight / sum) as [number, number, number];
}

function checkRules(rules: readonly SegmentRule[] | undefined, bins: number): readonly SegmentRule[] | null {
  if (!rules) return null;
  checkOption(
    Array.isArray(rules) && rules.length > 0,
    'rules',
    rules,
    'a list of {segment, r, f, m} with inclusive ranges',
  );
  lintRules(rules, { bins });
  return rules;
}
