import type { PlainKpis } from './results';

/** What is counted of some customers. */
export interface KpiCounts extends Pick<PlainKpis, 'customers' | 'activeCustomers' | 'orders' | 'amount'> {
  /** Customers with more than one order. */
  repeaters: number;
}

/** The figures that need the customers alone; null where nothing can be divided by. */
export function plainKpisOf({ repeaters, ...counts }: KpiCounts): PlainKpis {
  const { customers, orders, amount } = counts;
  return {
    ...counts,
    averageOrderValue: orders > 0 ? amount / orders : null,
    repeatRate: customers > 0 ? repeaters / customers : null,
  };
}
