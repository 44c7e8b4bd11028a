import type { FlowRow, IsoDate } from '../compute/results';

export type FlowMeasure = 'customers' | 'revenue';

/** Who comes through the door above the line, who goes below it, and who stays in between. */
export const CAME = ['new', 'reactivated', 'expansion'] as const;
export const LEFT = ['lost', 'contraction'] as const;
export type FlowPart = (typeof CAME)[number] | 'retained' | (typeof LEFT)[number];

/** One period: its parts, none below zero, and what comes to be in sum. */
export interface FlowColumn {
  period: IsoDate;
  complete: boolean;
  parts: Readonly<Record<FlowPart, number>>;
  /** What came less what left. */
  net: number;
}

/** Parts that a measure has: only money grows and shrinks. */
export function partsOf(measure: FlowMeasure): FlowPart[] {
  return measure === 'revenue' ? [...CAME, 'retained', ...LEFT] : ['new', 'reactivated', 'retained', 'lost'];
}

/**
 * The periods of a flow as columns. Of money, those who stayed are worth what they spent in both periods (`retained`);
 * what they spent more or less is expansion and contraction, so that a period is the one before and what came less what
 * left. `lastComplete` is the first day of the last period that is over.
 */
export function flowColumns(
  rows: readonly FlowRow[],
  measure: FlowMeasure,
  lastComplete: IsoDate | null,
): FlowColumn[] {
  return rows.map((row) => {
    const parts = measure === 'revenue' ? moneyParts(row) : customerParts(row);
    return {
      period: row.period,
      complete: lastComplete !== null && row.period <= lastComplete,
      parts: shown(parts),
      net: parts.new + parts.reactivated + parts.expansion - parts.lost - parts.contraction,
    };
  });
}

function customerParts(row: FlowRow): Record<FlowPart, number> {
  const { retained, reactivated, lost } = row;
  return { new: row.new, reactivated, retained, lost, expansion: 0, contraction: 0 };
}

function moneyParts(row: FlowRow): Record<FlowPart, number> {
  return {
    new: row.amount_new,
    reactivated: row.amount_reactivated,
    expansion: row.amount_expansion,
    retained: row.amount_retained - row.amount_expansion,
    lost: row.amount_lost,
    contraction: row.amount_contraction,
  };
}

/** Where refunds outweigh what was bought there is no bar; the figures keep their sign. */
function shown(parts: Record<FlowPart, number>): Record<FlowPart, number> {
  const entries = Object.entries(parts).map(([name, value]) => [name, Math.max(0, value)] as const);
  return Object.fromEntries(entries) as Record<FlowPart, number>;
}

/** What came, stayed and left in a column. */
export function sums({ parts }: FlowColumn): { came: number; stayed: number; left: number } {
  const sum = (names: readonly FlowPart[]): number => names.reduce((total, name) => total + parts[name], 0);
  return { came: sum(CAME), stayed: parts.retained, left: sum(LEFT) };
}
