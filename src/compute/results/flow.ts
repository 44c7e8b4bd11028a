import type { Analysis, IsoDate } from './analysis';
import type { Period } from './cohorts';

/** Customers and money of one period: active = new + retained + reactivated; the previous active = retained + lost. */
export interface FlowRow {
  /** First day of the period. */
  period: IsoDate;
  active: number;
  new: number;
  retained: number;
  reactivated: number;
  lost: number;
  amount_new: number;
  amount_retained: number;
  amount_reactivated: number;
  /** What the lost customers spent in the period before. */
  amount_lost: number;
  /** Rise and fall of the retained customers' amount against the period before. */
  amount_expansion: number;
  amount_contraction: number;
  /** Refunds of customers who bought nothing in the period. */
  amount_refunds_other: number;
}

/** Rates are those of the last complete period that has one before it; null where they divide by nothing. */
export interface FlowSummary {
  period: Period;
  /** First day of the period the rates are of; null where no period is complete. */
  lastComplete: IsoDate | null;
  /** (new + reactivated) / lost; null where nobody was lost. */
  quickRatio: number | null;
  retention: number | null;
  grossRetention: number | null;
  netRetention: number | null;
  /** Share of the money of all complete periods that came from customers who had bought in an earlier one. */
  shareFromExisting: number | null;
  /** Means over complete periods after the first; `retention` is pooled; `halfLife` the periods in which half is lost at that rate. */
  averages: {
    active: number;
    new: number;
    retained: number;
    reactivated: number;
    lost: number;
    retention: number | null;
    halfLife: number | null;
  } | null;
}

export type FlowResult = Analysis<FlowRow, FlowSummary>;
