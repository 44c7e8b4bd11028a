import type { Analysis, IsoDate } from './analysis';

export const TIERS = ['platinum', 'gold', 'iron', 'lead'] as const;
export type Tier = (typeof TIERS)[number];

export interface QuadrantRow {
  customer: string;
  current_value: number;
  potential_value: number;
  tier: Tier;
}

export interface TierSummary {
  tier: Tier;
  customers: number;
  customerShare: number;
  currentValue: number;
  /** Share of all current value; null where it sums to nothing or less. */
  valueShare: number | null;
  potentialValue: number;
}

export type PotentialMethod = 'expected' | 'momentum' | 'headroom' | 'column';

export interface QuadrantSummary {
  splits: { current: number; potential: number };
  /** Always the four, platinum, gold, iron, lead. */
  tiers: TierSummary[];
  potential: {
    method: PotentialMethod;
    /** What was asked for, where it had to be answered by another method. */
    asked: string;
    horizonDays: number;
    /** The fitted models, where the method is `expected`. */
    model?: PotentialModel;
    /** Null where it cannot be reckoned: the data are too short, or the potential is the host's own figure. */
    backtest: Backtest | null;
    warnings: Warning[];
  };
}

export interface Warning {
  code: string;
  message: string;
}

/** Parameters of the MBG/NBD (alpha in weeks) and the Gamma-Gamma model (v in the currency). */
export interface PotentialModel {
  name: string;
  parameters: { r: number; alpha: number; a: number; b: number };
  logLikelihood: number;
  spend: { parameters: { p: number; q: number; v: number }; logLikelihood: number };
}

/** Shares of the second half's revenue that the top 20 % of customers of the first half won, chosen four ways. */
export interface Backtest {
  splitDate: IsoDate;
  /** The method that could be used at the split. */
  method: PotentialMethod;
  model: number | null;
  pastSpend: number | null;
  random: number | null;
  best: number | null;
}

export type QuadrantResult = Analysis<QuadrantRow, QuadrantSummary>;
