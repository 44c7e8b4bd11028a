import type { WeightsWords } from './words-weights';

/** Of weights, in English. */
export const enWeights: WeightsWords = {
  name: 'Weights of R, F and M',
  measures: { recency: 'Recency', frequency: 'Frequency', monetary: 'Monetary value' },
  finding: ([first, second, third]) =>
    `${first?.measure} counts most with ${first?.weight}, then ${second?.measure.toLowerCase()} with ${second?.weight} and ${third?.measure.toLowerCase()} with ${third?.weight}`,
  findingEqual: 'Recency, frequency and monetary value count the same',
  refused: 'The comparisons contradict each other: these weights cannot be applied',
  description: ({ cr, consistent, agree }) =>
    `From three comparisons in pairs; consistency ratio ${cr}: ${
      consistent ? (agree ? 'they agree' : 'they agree well enough') : 'above 0.1, they do not agree'
    }`,
  comparison: ({ more, less, times }, f) =>
    times === 1
      ? `${more} and ${less.toLowerCase()} count the same`
      : `${more} counts ${f.decimal(times, 2)} times as much as ${less.toLowerCase()}`,
  cell: ({ row, column }) => `${row} over ${column.toLowerCase()}`,
  contradiction: ({ recency, monetary, implied, said }) =>
    `By the other two comparisons ${recency.toLowerCase()} over ${monetary.toLowerCase()} would be ${implied}; you say ${said}. Bring one of the three closer to the others.`,
  moved: ({ moved, size }, f) =>
    moved === 0
      ? `The ${f.count(size)} customers with the highest score stay the same as by equal weights.`
      : `${f.count(moved)} of the ${f.count(size)} customers with the highest score are others than by equal weights.`,
  ratio: ({ randomIndex, table }, f) =>
    `Consistency ratio by the random index ${f.decimal(randomIndex, 4)} (${table}).`,
  sliders: 'Sliders',
  matrix: 'Matrix',
  presets: 'Start from',
  preset: { equal: 'equal weights', pharmaceutical: 'a pharmaceutical distributor (published)' },
  own: 'own comparisons',
  apply: 'Apply to all charts',
  applied: 'Applied',
  appliedNow: 'applied at present',
  reset: 'Back to equal weights',
  announced: (weights) => `Applied: ${weights}`,
  weight: 'Weight',
  measure: 'Measure',
  times: (value, f) => (value >= 1 ? f.decimal(value, 2) : `1/${f.decimal(1 / value, 2)}`),
};
