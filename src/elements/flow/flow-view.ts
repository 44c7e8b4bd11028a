import { type Definition, type FlowResult, type FlowRow, PERIODS, type Period } from '../../compute/results';
import {
  type FlowColumn,
  type FlowMeasure,
  type FlowPart,
  flowColumns,
  partsOf,
} from '../../layout/flow-columns';
import type { Surroundings } from '../picture';

/** A result as picture and words need it. */
export interface FlowView {
  measure: FlowMeasure;
  period: Period;
  columns: FlowColumn[];
  rows: readonly FlowRow[];
  parts: FlowPart[];
  /** Where the last period that is over stands; -1 where none is. */
  last: number;
}

/** What is shown of a result under its own options: those of the element may already be others. */
export function viewOf({ summary, definition, rows }: FlowResult): FlowView {
  const measure = measureOf(definition);
  const all = rows();
  const columns = flowColumns(all, measure, summary.lastComplete);
  return {
    measure,
    period: PERIODS.find((one) => one === summary.period) ?? 'month',
    columns,
    rows: all,
    parts: partsOf(measure),
    last: columns.findLastIndex(({ complete }) => complete),
  };
}

function measureOf({ options }: Definition): FlowMeasure {
  return options.measure === 'revenue' ? 'revenue' : 'customers';
}

/** A part in words. */
export function partName(part: FlowPart, { measure }: FlowView, { words: { flow } }: Surroundings): string {
  return part === 'retained' && measure === 'revenue' ? flow.kept : flow.parts[part];
}

/** A figure of the measure in full. */
export function figure(value: number, { measure }: FlowView, { f }: Surroundings): string {
  return measure === 'revenue' ? f.sum(value) : f.count(value);
}

/** A figure with its sign. */
export function signed(value: number, view: FlowView, around: Surroundings): string {
  const text = figure(Math.abs(value), view, around);
  return value > 0 ? `+${text}` : value < 0 ? `−${text}` : text;
}
