export interface Sale {
  customer: string;
  date: string;
  amount: number;
}

/** A dozen purchases of seven customers, made up so that every figure can be checked by hand. */
export const SALES: readonly Sale[] = [
  { customer: 'Ada', date: '2024-01-05', amount: 100 },
  { customer: 'Ada', date: '2024-11-01', amount: 200 },
  { customer: 'Ada', date: '2024-12-30', amount: 300 },
  { customer: 'Ben', date: '2024-02-10', amount: 20 },
  { customer: 'Cyd', date: '2024-03-15', amount: 50 },
  { customer: 'Cyd', date: '2024-12-01', amount: 70 },
  { customer: 'Dov', date: '2024-04-20', amount: 10 },
  { customer: 'Eve', date: '2024-06-01', amount: 30 },
  { customer: 'Eve', date: '2024-06-20', amount: 40 },
  { customer: 'Eve', date: '2024-08-01', amount: 30 },
  { customer: '=1+1', date: '2024-12-31', amount: 5 },
  { customer: '<img src=x onerror=alert(1)>', date: '2024-10-10', amount: 145 },
];

/** The same as a CSV file. */
export function salesCsv(): Blob {
  const lines = SALES.map(({ customer, date, amount }) => `${customer},${date},${amount}`);
  return new Blob([`customer,date,amount\n${lines.join('\n')}\n`], { type: 'text/csv' });
}

/** An address that `salesCsv` can be fetched from, for as long as the page lives. */
export function salesAddress(): string {
  return URL.createObjectURL(salesCsv());
}
