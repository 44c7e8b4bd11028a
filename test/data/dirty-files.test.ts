import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import { dayOfIso, isoOf } from '../../src/util/calendar';
import { type DirtyFile, dirtyFile } from './support/dirty-file';
import { type PlainReading, plainReading } from './support/plain-reading';
import { readText } from './support/read-text';

// The long form: npm run test:dirty.
const FILES = Number(process.env.RFM_DIRTY_FILES ?? 150);
const LOADED = Math.ceil(FILES / 15);
const mapping = { customer: 'customer', date: 'date', amount: 'amount' };

const money = (cents: bigint): number => Number(cents) / 100;
const sum = (values: readonly bigint[]): bigint => values.reduce((a, b) => a + b, 0n);

function truth({ rejected }: DirtyFile): Record<string, [number, number]> {
  return Object.fromEntries(
    Object.entries(rejected).map(([reason, { rows, cents }]) => [reason, [rows, money(cents)]]),
  );
}

function told(
  rejected: readonly { reason: string; rows: number; amount?: number }[],
): Record<string, [number, number]> {
  return Object.fromEntries(rejected.map(({ reason, rows, amount }) => [reason, [rows, amount ?? 0]]));
}

afterAll(() => sharedEngine().restart());

describe('of any dirty file', () => {
  it('every row is used or counted for its reason, and every cent is somewhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.integer({ min: 60, max: 400 }),
        fc.integer({ min: 100, max: 1 << 16 }),
        async (seed, size, chunk) => {
          const file = dirtyFile(seed, size);
          const { outcome, rows } = await readText(file.text, mapping, { asOf: file.asOf }, chunk);
          expect(outcome.rowsRead).toBe(file.rows);
          expect(outcome.rowsUsed + outcome.rejected.reduce((total, { rows: left }) => total + left, 0)).toBe(
            outcome.rowsRead,
          );
          expect(told(outcome.rejected)).toEqual(truth(file));
          expect(rows.map(({ customer, day, amount }) => [customer, day, Number(amount)])).toEqual(
            file.used.map(({ customer, day, cents }) => [customer.trim(), day, money(cents)]),
          );
          const left = Object.values(file.rejected).map(({ cents }) => cents);
          expect(outcome.amountRejected).toBe(money(sum(left)));
          expect(outcome.amountRead).toBe(money(sum([...left, ...file.used.map(({ cents }) => cents)])));
        },
      ),
      { seed: 2026, numRuns: FILES },
    );
  });

  it('a plain reading apart from the kit comes to the same rows, sums and reasons', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 60, max: 400 }), async (seed, size) => {
        const file = dirtyFile(seed, size);
        const plain = plainReading(file.text, file.style, file.asOf);
        const { outcome, rows } = await readText(file.text, mapping, { asOf: file.asOf });
        expect(outcome.rowsRead).toBe(plain.rows);
        expect(told(outcome.rejected)).toEqual(plain.rejected);
        expect(rows.map(({ customer, day, amount }) => [customer, day, Number(amount)])).toEqual(
          plain.used.map(({ customer, day, cents }) => [customer, day, money(cents)]),
        );
      }),
      { seed: 1897, numRuns: FILES },
    );
  });

  it('the customers in the engine are those of a plain reading and reckoning apart from it', async () => {
    for (let seed = 1; seed <= LOADED; seed += 1) {
      const file = dirtyFile(seed, 300);
      const source = await openSource(new Blob([file.text]), mapping, { asOf: file.asOf });
      const rows = (await source.rfm()).rows();
      expect(
        new Map(rows.map((row) => [row.customer, [row.recency_days, row.frequency, row.monetary]])),
      ).toEqual(reckoned(plainReading(file.text, file.style, file.asOf).used, file.asOf));
      expect(source.report.amount.used).toBe(money(sum(file.used.map(({ cents }) => cents))));
      expect(source.report.to).toBe(isoOf(Math.max(...file.used.map(({ day }) => day))));
      await source.close();
    }
  });
});

/** Recency, frequency and monetary of each customer with a purchase, in plain JavaScript. */
function reckoned(used: PlainReading['used'], date: string): Map<string, [number, number, number]> {
  const asOf = dayOfIso(date)!;
  const byCustomer = new Map<string, PlainReading['used']>();
  for (const row of used) byCustomer.set(row.customer, [...(byCustomer.get(row.customer) ?? []), row]);
  const figures = [...byCustomer].flatMap(([customer, rows]) => {
    const bought = rows.filter(({ cents }) => cents >= 0n);
    if (bought.length === 0) return [];
    const last = Math.max(...bought.map(({ day }) => day));
    return [[customer, [asOf - last, bought.length, money(sum(rows.map(({ cents }) => cents)))]] as const];
  });
  return new Map(figures.map(([customer, values]) => [customer, [...values]]));
}
