import type { Formats } from '../util/format';

export type WhatIfMeasure = 'revenue' | 'profit' | 'customers';

/** Of what some points of retention are worth. */
export interface WhatIfWords {
  name: string;
  /** `points` as written, `revenue` and `profit` in money. */
  finding(p: { points: number; months: number; revenue: string; profit: string }, f: Formats): string;
  findingNone: string;
  description(p: { customers: number; asOf: string }, f: Formats): string;
  measures: Record<WhatIfMeasure, string>;
  /** The title of the upright axis. */
  axes: Record<WhatIfMeasure, string>;
  months: string;
  month(number: number, f: Formats): string;
  base: string;
  lifted(points: number, f: Formats): string;
  more: string;
  sliders: Record<'retentionPoints' | 'margin' | 'costRatio' | 'discountRate' | 'horizonPeriods', string>;
  points(points: number, f: Formats): string;
  ratio(times: number, f: Formats): string;
  figures: Record<'revenue' | 'profit' | 'kept' | 'equivalent' | 'cost', string>;
  /** Under the cost: what it is counted in. */
  costNote(p: { ratio: number; keep: string }, f: Formats): string;
  keepCost: string;
  assumptions: string;
  assumed: {
    start(customers: number, f: Formats): string;
    points(points: number, f: Formats): string;
    revenue: string;
    profit(p: { margin: string; discount: string }): string;
    observed(month: number, f: Formats): string;
    folklore(ratio: number, f: Formats): string;
  };
  figure: string;
  value: string;
}
