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
