import type { CohortAverage, CohortMeasure, CohortReturn } from '../compute/cohort-choices';
import type { SegmentRule } from '../compute/lint-rules';
import type { Mapping, RefundRule, ZeroRule } from '../compute/results';

/** What `openSource` reads. See the README for the formats; the format is told by content, not by name. */
export type SourceInput =
  | string
  | URL
  | Blob
  | ArrayBuffer
  | Uint8Array
  | Response
  | ReadableStream<Uint8Array>
  | readonly object[]
  | Readonly<Record<string, ArrayLike<unknown>>>
  | ArrowTableLike;

/** An Arrow table of any version and copy, told by its shape. */
export interface ArrowTableLike {
  schema: { fields: readonly { name: string; type: { toString(): string } }[] };
  numRows: number;
  getChild(name: string): { length: number; get(index: number): unknown } | null;
}

export interface Progress {
  phase: 'engine' | 'reading' | 'computing';
  /** Bytes read so far, or rows where the input has no bytes. */
  loaded: number;
  /** 0 where it is not known. */
  total: number;
}

export interface SourceOptions {
  asOf?: string | undefined;
  refunds?: RefundRule | undefined;
  refund?: string | undefined;
  zeroAmounts?: ZeroRule | undefined;
  exclude?: string | undefined;
  header?: 'auto' | 'yes' | 'no' | undefined;
  dateFormat?: string | undefined;
  encoding?: string | undefined;
  delimiter?: string | undefined;
  decimal?: string | undefined;
  /** A sheet of a workbook, by name or by number from 1; else the first that is not hidden. */
  sheet?: string | undefined;
  currency?: string | undefined;
  yearStart?: number | undefined;
  /** What a row is: a transaction, or the sums of a customer and period, as `rollupSql` makes them. Told by the columns where it is left out. */
  grain?: 'rows' | 'rollup' | undefined;
  /** `csv`, `json`, `ndjson`, `parquet`, `arrow` or `xlsx`, where the content is not to tell; refused where it says otherwise. */
  format?: string | undefined;
  fetchOptions?: RequestInit | undefined;
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** The mapping as a caller gives it: what is left out is detected. */
export type PartialMapping = { [K in keyof Mapping]?: Mapping[K] | undefined };

/** What every analysis takes beside its own options. */
export interface AnalysisOptions {
  asOf?: string | undefined;
  signal?: AbortSignal | undefined;
}

export interface RfmOptions extends AnalysisOptions {
  scheme?: 'rfm' | 'mean8' | 'kmeans' | undefined;
  /** Scores run from 1 to this, 2 to 10. */
  bins?: number | undefined;
  /** `r-rfm`: as the R package rfm 0.3, for comparison. */
  scoring?: 'quantile' | 'r-rfm' | undefined;
  /** Own breaks, rising, one fewer than `bins`. */
  rBreaks?: readonly number[] | string | undefined;
  fBreaks?: readonly number[] | string | undefined;
  mBreaks?: readonly number[] | string | undefined;
  weights?: readonly number[] | string | undefined;
  /** How many clusters, or `auto` by silhouette. */
  k?: number | 'auto' | undefined;
  /** Own segment rules; they take the place of the scheme's segments. */
  rules?: readonly SegmentRule[] | undefined;
}

export interface ParetoOptions extends AnalysisOptions {
  of?: string | undefined;
  value?: 'amount' | 'orders' | 'profit' | undefined;
  target?: number | undefined;
  abc?: readonly number[] | string | undefined;
  /**
   * A second curve beside the first: `selection`, a segment such as `segment:champions`, a date (the same up to that
   * day) or a period such as `2024-01-01..2024-06-30`, either end of which may be left out; a segment may be followed
   * by a blank and a period.
   */
  compare?: string | undefined;
}

export interface QuadrantOptions extends AnalysisOptions {
  potential?: string | undefined;
  horizon?: number | undefined;
  split?: string | undefined;
}

export interface CohortOptions extends AnalysisOptions {
  period?: 'month' | 'week' | 'quarter' | 'year' | undefined;
  /** Which figure the picture shows; the result holds customers, retention and revenue in any case. */
  measure?: CohortMeasure | undefined;
  return?: CohortReturn | undefined;
  bucket?: 'calendar' | 'rolling' | undefined;
  base?: 'start' | 'previous' | undefined;
  average?: CohortAverage | undefined;
}

export interface FlowOptions extends AnalysisOptions {
  period?: 'month' | 'week' | 'quarter' | 'year' | undefined;
  measure?: 'customers' | 'revenue' | undefined;
}

export interface MigrationOptions extends QuadrantOptions, RfmOptions {
  /** The earlier date; a year (365 days) before `to` by default. */
  from?: string | undefined;
  /** The later date; `asOf` by default. */
  to?: string | undefined;
  /** Days up to each date that are looked at; 365 by default. */
  window?: number | undefined;
  by?: 'tier' | 'segment' | undefined;
}

export interface CustomersOptions extends AnalysisOptions {
  /** Part of an id, in any case. */
  search?: string | undefined;
  /** A column, with a minus before it for descending; `-monetary` by default. */
  sort?: string | undefined;
  limit?: number | undefined;
  offset?: number | undefined;
  /** Adds a column `selected`: whether a customer is marked. With `only` the marked alone are listed. */
  selected?: 'shown' | 'only' | undefined;
}

/** Which values of which dimension. */
export interface ValuesOptions {
  dimension: string;
  /** Part of a value, in any case. */
  search?: string | undefined;
  /** At most so many beside those chosen; 50 by default. */
  limit?: number | undefined;
  signal?: AbortSignal | undefined;
}

export interface WeighingOptions extends AnalysisOptions {
  /** R over F, R over M, F over M, each 1/9 to 9; those of the weights applied where left out. */
  comparisons?: readonly number[] | string | undefined;
}

export interface WhatIfOptions extends AnalysisOptions {
  /** Added to each month's conditional rate; 0.05 for five points. */
  retentionPoints?: number | undefined;
  /** Profit by revenue; 0.3 by default. */
  margin?: number | undefined;
  /** A year's; 0.1 by default. */
  discountRate?: number | undefined;
  /** Cost of winning a customer in costs of keeping one; 7 by default, which is folklore. */
  costRatio?: number | undefined;
  /** Cost of keeping a customer; 1 by default: costs are then counted in it. */
  keepCost?: number | undefined;
  /** Months; 12 by default. */
  horizonPeriods?: number | undefined;
}
