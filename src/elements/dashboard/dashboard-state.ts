import type { Filter, IsoDate } from '../../compute/results';
import type { SelectionRequest } from '../../data/selection';
import type { Source } from '../../data/source';
import { RfmError } from '../../util/rfm-error';

/** The version of what `save` gives. */
export const STATE_VERSION = 1;

/** What identifies the data a view was saved from, without any of them. */
export interface DataMark {
  columns: readonly string[];
  from: IsoDate;
  to: IsoDate;
  rows: number;
}

/** A view: options and layout, never data. Plain JSON. */
export interface DashboardState {
  kind: 'rfm-dashboard';
  version: number;
  data: DataMark;
  filter: Filter | null;
  /** The date looked back from, null for the latest. */
  asOf: IsoDate | null;
  weights: readonly number[] | null;
  /** Only one that says something of customers: ids are data. */
  selection: SelectionRequest | null;
  /** The options of each element, by the name of its part. */
  elements: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** An element of a dashboard that has options. */
export interface Chart extends HTMLElement {
  readonly ready: Promise<unknown>;
  toCsv(): Promise<string>;
}

/** The charts of a dashboard by what they are called in its state: `scatter`, and a second one `scatter-2`. */
export function namedCharts(charts: readonly Chart[]): ReadonlyMap<string, Chart> {
  const named = new Map<string, Chart>();
  for (const chart of charts) {
    const name = chart.localName.replace(/^rfm-/, '');
    let number = 1;
    while (named.has(number === 1 ? name : `${name}-${number}`)) number += 1;
    named.set(number === 1 ? name : `${name}-${number}`, chart);
  }
  return named;
}

export function isChart(element: Element): element is Chart {
  return optionsOf(element) !== null && 'toCsv' in element && 'ready' in element;
}

/** The names of an element's options; null where it is none of the kit's charts. */
export function optionsOf(element: Element): readonly string[] | null {
  const given: unknown = Reflect.get(element.constructor, 'analysisProperties');
  if (!Array.isArray(given)) return null;
  return [...given.filter((name): name is string => typeof name === 'string'), 'view'];
}

export function markOf({ columns, report }: Source): DataMark {
  return { columns, from: report.from, to: report.to, rows: report.rowsUsed };
}

/** The view of a source and its charts as they are now. */
export function stateOf(source: Source, latest: boolean, charts: ReadonlyMap<string, Chart>): DashboardState {
  const request = source.selection?.request ?? null;
  const elements: Record<string, Record<string, unknown>> = {};
  for (const [name, chart] of charts) {
    const options: Record<string, unknown> = {};
    for (const option of optionsOf(chart) ?? []) {
      const value: unknown = Reflect.get(chart, option);
      if (value !== null && value !== undefined && value !== '') options[option] = value;
    }
    elements[name] = options;
  }
  const state: DashboardState = {
    kind: 'rfm-dashboard',
    version: STATE_VERSION,
    data: markOf(source),
    filter: source.definition.filter,
    asOf: latest ? null : source.asOf,
    weights: source.weights,
    selection: request && sayable(request) ? request : null,
    elements,
  };
  // A copy: what changes later is no part of what was saved.
  return JSON.parse(JSON.stringify(state)) as DashboardState;
}

/** Whether a selection can be told without naming customers. */
function sayable(request: SelectionRequest): boolean {
  return !JSON.stringify(request).includes('"customers":');
}

type Loose = { [K in keyof DashboardState]?: unknown };

/** A state from what a host kept: an object or its JSON; throws `invalid-option` for what is no view at all. */
export function readState(given: unknown): Loose {
  const state: unknown = typeof given === 'string' ? parsed(given) : given;
  if (isRecord(state) && state.kind === 'rfm-dashboard') return state;
  throw new RfmError(
    'invalid-option',
    'This is no saved view of a dashboard. Give restore() what save() gave, as an object or as JSON.',
    { details: { option: 'state' } },
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
