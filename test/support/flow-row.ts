import { FLOW_FIGURES, type FlowFigure } from '../../src/compute/flow-periods';
import type { FlowRow } from '../../src/compute/results';

/** A period of the flow in which nothing happened but what is said. */
export function flowRow(period: string, over: Partial<FlowRow> = {}): FlowRow {
  const none = Object.fromEntries(FLOW_FIGURES.map((name) => [name, 0])) as Record<FlowFigure, number>;
  return { period, ...none, ...over };
}
