import type { Mapping } from '../../compute/results';
import { SURE } from '../../compute/sure';
import { amountColumns } from '../mapping/amount-columns';
import { orderAmounts } from '../mapping/column-relations';
import type { Note } from './read-request';

/** Customers below which nobody wonders that each bought once. */
const MANY = 100;

interface Mapped {
  mapping: Mapping;
  confidence: Readonly<Record<string, number>>;
  columns: readonly string[];
  cells: readonly (readonly string[])[];
}

/** What the columns and their first rows leave in doubt: weak guesses, and amounts of orders on rows of items. */
export function mappingNotes(mapped: Mapped): Note[] {
  return [...guessNotes(mapped), ...orderAmountNotes(mapped)];
}

function guessNotes({ mapping, confidence }: Mapped): Note[] {
  return (['customer', 'date', 'amount'] as const).flatMap((part) => {
    const sure = confidence[part] ?? 1;
    if (sure >= SURE) return [];
    return [
      {
        code: 'guessed-column',
        message: `The column "${mapping[part]}" was taken for the ${part} without much to go by. Name the column if that is wrong.`,
        details: { part, column: mapping[part], confidence: sure },
      },
    ];
  });
}

function orderAmountNotes({ mapping: { order, amount }, columns, cells }: Mapped): Note[] {
  if (!order || amountColumns(amount, columns).length > 1) return [];
  const cellsOf = (name: string): string[] => cells.map((row) => row[columns.indexOf(name)] ?? '');
  const stand = orderAmounts(cellsOf(order), cellsOf(amount));
  const details = { order, amount };
  if (stand === 'first')
    return [
      {
        code: 'order-amount-first',
        message: `"${amount}" stands on the first row of each order alone. The other rows of the order have no amount and were left out; each order is counted once, with its amount.`,
        details,
      },
    ];
  if (stand === 'each') return [];
  return [
    {
      code: 'order-amount-repeated',
      message: `All rows of an order have the same "${amount}": it looks like the amount of the whole order, which is then counted once for every item. Map the amount of the item (a product such as "quantity*price"), or load a file with one row an order.`,
      details,
    },
  ];
}

interface Sized {
  size: number;
}

/** Noted where nobody comes twice: what was taken for a customer may stand for an order. */
export function customerNotes(
  customer: string,
  { customers, orders, rowsUsed }: { customers: Sized; orders: Sized; rowsUsed: number },
): Note[] {
  if (customers.size < MANY || customers.size < (orders.size || rowsUsed)) return [];
  return [
    {
      code: 'customer-per-order',
      message: `No "${customer}" bought twice: it may be an id per order rather than of a customer. Map another column if there is one.`,
      details: { column: customer },
    },
  ];
}
