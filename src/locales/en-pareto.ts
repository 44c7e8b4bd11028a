import type { ParetoSubject, ParetoValue, ParetoWords } from './words';

const values: Record<ParetoValue, string> = { amount: 'revenue', profit: 'profit', orders: 'orders' };
const items = ({ of }: ParetoSubject): string => (of === 'customer' ? 'customers' : `${of} values`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The Pareto curve in English. */
export const enPareto: ParetoWords = {
  name: 'Pareto curve',
  ranked: 'Rank',
  by: 'by',
  customers: 'customers',
  values,
  finding: ({ top, target, needed, ...of }, f) =>
    `The top ${f.share(0.2)} of ${items(of)} bring ${f.share(top)} of ${values[of.value]}${
      needed === null ? '' : `; ${f.share(target)} takes ${f.share(needed)}`
    }`,
  findingEven: ({ top, needed: _, target: __, ...of }, f) =>
    `${f.share(0.2)} of ${items(of)} bring ${f.share(top)} of ${values[of.value]}: the 80/20 rule does not hold here`,
  findingFew: ({ items: count, largest, ...of }, f) =>
    count === 1
      ? `One ${of.of === 'customer' ? 'customer' : `${of.of} value`} brings all ${values[of.value]}`
      : `The largest of ${f.count(count)} ${items(of)} brings ${f.share(largest)} of ${values[of.value]}`,
  findingWhale: ({ share, peak, ...of }, f) =>
    `The best ${f.share(share)} of ${items(of)} bring ${f.share(peak)} of ${values[of.value]}; the rest cost ${f.share(peak - 1)} of it`,
  noShares: ({ total, ...of }) =>
    `${capital(values[of.value])} comes to ${total} in all: shares of that would mean nothing`,
  description: ({ items: count, asOf, ...of }, f) =>
    `Cumulative share of ${values[of.value]}, ${enPareto.items(of, count, f)}, as of ${asOf}`,
  items: (of, count, f) =>
    `${f.count(count)} ${count === 1 && of.of === 'customer' ? 'customer' : items(of)}`,
  itemsAxis: (of) => `Share of ${items(of)}, largest first`,
  valueAxis: (of) => `Share of ${values[of.value]}`,
  equality: 'if all brought the same',
  crossing: ({ share, brings, ...of }, f) => `${f.share(share)} of ${items(of)} bring ${f.share(brings)}`,
  peak: ({ share, peak }, f) => `Peak ${f.share(peak)} at ${f.share(share)}`,
  reading: ({ share, brings, ...of }, f) =>
    `The top ${f.share(share)} bring ${Math.abs(brings - 0.5) < 0.005 ? 'half' : f.share(brings)} of ${values[of.value]}`,
  readingAcross: ({ share, brings, ...of }, f) =>
    `${Math.abs(brings - 0.5) < 0.005 ? 'Half' : f.share(brings)} of ${values[of.value]} comes from the top ${f.share(share)}`,
  keys: 'Left and right walk along the items, up and down along their share; a drag does the same on either axis.',
  selected: 'Selected, among themselves',
  period: ({ from, to }) => (from === null ? `Up to ${to}` : `${from} to ${to}`),
  beside: ({ name, items: count, top, ...of }, f) =>
    `Broken line: ${name}, ${enPareto.items(of, count, f)}${
      top === null ? '' : `, of whom the top ${f.share(0.2)} bring ${f.share(top)}`
    }.`,
  besideNobody: 'Nobody is selected: there is nothing to compare with.',
  classes: {
    A: ([first]) => `A: the first ${first}`,
    B: ([first, second]) => `B: from ${first} to ${second}`,
    C: ([, second]) => `C: the last, beyond ${second}`,
  },
  gini: (gini, f) =>
    `Gini coefficient ${f.fixed(gini, 2)}, between 0 (all bring the same) and 1 (one brings all).`,
  noGini: ({ negative, ...of }, f) =>
    `No Gini coefficient: ${enPareto.items(of, negative, f)} ${negative === 1 ? 'has' : 'have'} negative ${values[of.value]}.`,
  figure: 'Figure',
  number: 'Number',
  class: 'Class',
  shareOfItems: (of) => `Share of ${items(of)}`,
  shareOfValue: (of) => `Share of ${values[of.value]}`,
  total: (of) => `Total ${values[of.value]}`,
  first: 'Top',
  ofItems: (of) => `of ${items(of)}`,
  ofValue: (of) => `of ${values[of.value]}`,
  top: (share) => `Top ${share}`,
  forTarget: (target) => `Needed for ${target}`,
  keyFigures: 'Key figures',
  curve: 'The curve',
};
