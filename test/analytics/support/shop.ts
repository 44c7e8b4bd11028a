import type { PartialMapping } from '../../../src/data/source-options';

/** A sale as a host has it. */
export interface Sale {
  customer: string;
  date: string;
  amount: number;
  order: string;
  city: string;
}

const sale = (customer: string, date: string, amount: number, order: string, city: string): Sale => ({
  customer,
  date,
  amount,
  order,
  city,
});

/**
 * Eleven rows small enough to reckon by hand, with everything that makes rules matter: an order of two rows, a refund,
 * a free order, orders without a number, and a customer who only gave back. As-of is 2024-03-20.
 */
export const SHOP: readonly Sale[] = [
  sale('ann', '2024-01-05', 100, 'o1', 'Rome'),
  sale('ann', '2024-01-05', 50, 'o1', 'Rome'),
  sale('ann', '2024-02-10', 30, 'o2', 'Oslo'),
  sale('ann', '2024-02-20', -20, 'o2', 'Oslo'),
  sale('bob', '2024-01-20', 80, 'o3', 'Rome'),
  sale('bob', '2024-03-02', 40, 'o4', 'Rome'),
  sale('cat', '2024-02-01', 10, 'o5', 'Oslo'),
  sale('cat', '2024-03-15', 0, 'o6', 'Oslo'),
  sale('dan', '2024-03-20', -5, 'o7', 'Rome'),
  sale('eve', '2024-02-28', 60, '', 'Lima'),
  sale('eve', '2024-02-28', 60, '', 'Lima'),
];

/** The same without order numbers. */
export const ROWS_SHOP: readonly object[] = SHOP.map(({ order: _, ...row }) => row);

/** Rows alone, or orders too. */
export const ROWS: PartialMapping = { customer: 'customer', date: 'date', amount: 'amount' };
export const ORDERS: PartialMapping = { ...ROWS, order: 'order' };
