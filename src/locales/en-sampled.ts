import type { SampledWords } from './words-sampled';

export const enSampled: SampledWords = {
  mark: ({ share, error }, f) =>
    `Sample: ${f.share(share)} of customers; shares of customers ±${f.decimal(100 * error, 1)} points`,
  head: 'Sample',
  intervals: '95% intervals of the shares',
  text: ({ share, customers, error }, f) =>
    `${f.share(share)} of all customers, chosen by a hash of their ids: ${f.count(customers)} here. Counts and sums are those of the sample and not scaled up; shares, means and medians are estimates for all. A share of customers is off by at most ${f.decimal(100 * error, 2)} points, 19 times in 20.`,
  line: ({ name, by, share, low, high }, f) =>
    `${name}: ${f.share(share)} of ${by === 'customers' ? 'customers' : 'value'} (${f.share(low)} to ${f.share(high)})`,
  top: (share, f) => `Top ${f.share(share)}`,
};
