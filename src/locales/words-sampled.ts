import type { Sampling, ShareError } from '../compute/results';
import type { Formats } from '../util/format';

/** What is said where the data are of a sample of the customers. */
export interface SampledWords {
  /** Below the titles, on pictures too. */
  mark(sampling: Sampling, f: Formats): string;
  /** Heads what the definition says of the sample, and how sure the shares are. */
  head: string;
  intervals: string;
  text(sampling: Sampling, f: Formats): string;
  /** A class, or (of the largest customers) the share of customers it is of, in words. */
  line(
    p: { name: string; by: ShareError['by']; share: number; low: number; high: number },
    f: Formats,
  ): string;
  /** The largest `share` of customers. */
  top(share: number, f: Formats): string;
}
