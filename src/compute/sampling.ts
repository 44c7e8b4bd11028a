import type { Sampling, ShareError } from './results';

/** Customers taken by a hash of their ids, each with the same chance and all rows or none: a simple random sample. */
export interface Sample {
  /** Customers in it. */
  customers: number;
  /** The share of all customers that was taken, above 0 and at most 1. */
  share: number;
}

/** Half the width of a 95 % interval, in standard errors. */
export const HALF_WIDTH = 1.96;

/** What a result says of the sample it is from; null where it is from all customers. */
export function samplingOf(sample: Sample, shares: readonly ShareError[]): Sampling | null {
  if (sample.share >= 1) return null;
  // No share of customers is less sure than one half.
  const error = HALF_WIDTH * (shareError(0.5, sample) ?? 0.5);
  return { ...sample, error: Math.min(error, 0.5), shares };
}

/**
 * Standard error of a share of customers: sqrt((1 - f) p (1 - p) / (n - 1)), f the share taken (Cochran 1977, 3.2).
 * Null below two customers.
 */
export function shareError(p: number, { customers: n, share: f }: Sample): number | null {
  return n < 2 ? null : Math.sqrt(((1 - f) * Math.max(p * (1 - p), 0)) / (n - 1));
}

/**
 * Standard error of a ratio of two sums over the sampled customers, from the sum of squares of its residuals (Cochran
 * 1977, 6.4): sqrt((1 - f) n / (n - 1) sum(e^2)) / total. Null below two customers, or where the total is not above 0.
 */
export function ratioError(
  residuals: number,
  total: number,
  { customers: n, share: f }: Sample,
): number | null {
  return n < 2 || total <= 0 ? null : Math.sqrt((((1 - f) * n) / (n - 1)) * Math.max(residuals, 0)) / total;
}

/** Sum and sum of squares of some values. */
export interface Moments {
  sum: number;
  squares: number;
}

/** The squared residuals of a class's share of the value: of each customer the value, if of the class, less the share of it. */
export function classResiduals(ofClass: Moments, all: Moments): number {
  const ratio = ofClass.sum / all.sum;
  return ofClass.squares * (1 - 2 * ratio) + all.squares * ratio ** 2;
}
