import { expect, it } from 'vitest';
import { plainKpisOf } from '../../src/compute/plain-kpis';

it('reckons means and shares of what is counted, and none of nobody', () => {
  const counted = { customers: 8, activeCustomers: 3, orders: 10, amount: 250, repeaters: 2 };
  expect(plainKpisOf(counted)).toEqual({
    customers: 8,
    activeCustomers: 3,
    orders: 10,
    amount: 250,
    averageOrderValue: 25,
    repeatRate: 0.25,
  });
  const nobody = { customers: 0, activeCustomers: 0, orders: 0, amount: 0, repeaters: 0 };
  expect(plainKpisOf(nobody)).toMatchObject({ averageOrderValue: null, repeatRate: null });
});
