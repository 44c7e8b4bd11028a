import { seededRandom } from '../../../src/compute/random';
import { dayOf, isoOf } from '../../../src/util/calendar';

interface Row {
  customer: string;
  date: string;
  amount: number;
}

/** Twenty who bring 100 each, four of whom take 250 back. */
export const WHALE: readonly Row[] = Array.from({ length: 24 }, (_, i) => ({
  customer: `c${i}`,
  date: `2024-0${(i % 6) + 1}-15`,
  amount: 100,
})).concat(Array.from({ length: 4 }, (_, i) => ({ customer: `c${i}`, date: '2024-07-01', amount: -250 })));

export const ONE_CUSTOMER: readonly Row[] = [{ customer: 'Ada', date: '2024-01-05', amount: 20 }];

export const ALIKE: readonly Row[] = Array.from({ length: 40 }, (_, i) => ({
  customer: `c${i}`,
  date: '2024-01-05',
  amount: 20,
}));

/** A column whose name nobody foresaw, and ids in any script, in pictures, in markup, at any length. */
export const STRANGE: readonly (Row & Record<string, unknown>)[] = [
  'A'.repeat(300),
  '👩‍👩‍👧‍👦🏳️‍🌈',
  'عميل مهم جداً',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("x")',
  '   ',
  '名前がとても長い顧客'.repeat(20),
  "Robert'); DROP TABLE customers;--",
].flatMap((customer, i) =>
  Array.from({ length: i + 1 }, (_, k) => ({
    customer,
    date: `2024-0${(k % 9) + 1}-0${(i % 9) + 1}`,
    amount: (i + 1) * 37,
    '<b>שם</b> of a dimension that goes on and on and on and on and on and on': customer,
  })),
);

/** Amounts over five decades, some customers who brought nothing, and some from whom more came back than they brought. */
export const NOTHING_AND_LESS: readonly Row[] = [
  ...Array.from({ length: 120 }, (_, i) => ({
    customer: `c${i}`,
    date: `2024-0${(i % 6) + 1}-15`,
    amount: 2 ** (i % 17),
  })),
  ...Array.from({ length: 9 }, (_, i) => ({ customer: `zero ${i}`, date: '2024-03-01', amount: 0 })),
  ...Array.from({ length: 6 }, (_, i) => [
    { customer: `less ${i}`, date: '2024-04-01', amount: 10 },
    { customer: `less ${i}`, date: '2024-05-01', amount: -30 * (i + 1) },
  ]).flat(),
];

const random = seededRandom(18_000);

/** More customers than marks, by the days of two years and amounts over four decades. */
export const CROWD: readonly Row[] = Array.from({ length: 24_000 }, (_, i) => ({
  customer: `c${i % 18_000}`,
  date: isoOf(dayOf(2023, 1, 1) + Math.floor(730 * random() ** 0.6)),
  amount: Math.round(100 * 10 ** (2 * (random() + random()))) / 100,
}));
