import type { Analysis, IsoDate } from './analysis';
import type { Tier, Warning } from './quadrant';
import type { RfmRow } from './rfm';

/** One customer with everything that is known; further keys are the dimensions' columns, of the last row. */
export interface CustomerRow extends RfmRow {
  tier: Tier;
  first_purchase: IsoDate;
  last_purchase: IsoDate;
  orders: number;
  average_order: number | null;
  /** Probability that the customer is still one, 0..1; null where no model stands. */
  p_alive: number | null;
  /** Expected over a year, undiscounted; null where no model stands. */
  expected_value: number | null;
  [dimension: string]: string | number | null;
}

export interface HistoryRow {
  date: IsoDate;
  order: string | null;
  amount: number;
  kind: 'purchase' | 'refund';
}

/** A customer's figures, and how likely it was that the customer still was one, from the first purchase to as-of. */
export type CustomerFigures = CustomerRow & { alive: readonly AlivePoint[] | null; noModel: Warning | null };

/** The probability, 0..1, on the evening of a day, by what was known of the customer then. */
export interface AlivePoint {
  date: IsoDate;
  p_alive: number;
}

/** `noModel`: why nothing is said of who is still a customer and what is expected; null where a model stands. */
export type CustomersResult = Analysis<CustomerRow, { total: number; noModel: Warning | null }>;

export type HistoryResult = Analysis<HistoryRow, CustomerFigures>;
