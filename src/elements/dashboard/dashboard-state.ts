import type { LitElement } from 'lit';
import type { Analysis, Filter, IsoDate } from '../../compute/results';
import type { SelectionRequest } from '../../data/selection';
import type { Source } from '../../data/source';
import { RfmError } from '../../util/rfm-error';
import type { AnalysedElement } from '../analysed-element';
import { SourcedElement } from '../sourced-element';
import { ofToken } from './view-token';

/** The version of what `save` gives. */
export const STATE_VERSION = 1;

/** A view: options and layout, never data. Plain JSON. */
export interface DashboardState {
  kind: 'rfm-dashboard';
  version: number;
  /** Tells whether other data are the same, and nothing of what they are. */
  data: string;
  /** The parts shown, in their order; null for all. */
  show: readonly string[] | null;
  filter: Filter | null;
  /** The date looked back from, null for the latest. */
  asOf: IsoDate | null;
  weights: readonly number[] | null;
  /** Only one that says something of customers: ids are data. */
  selection: SelectionRequest | null;
  /** The options of each element that are others than it begins with, by the name of its part. */
  elements: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** An element of a dashboard that has options. */
export interface Chart extends HTMLElement {
  readonly ready: Promise<unknown>;
  maskCustomers: boolean;
  result(): Promise<Analysis<object, object>>;
  toCsv(): Promise<string>;
  toSvg(): Promise<string>;
  toPng(): Promise<Blob>;
  fit(): void;
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

/** What of an element is no option of its view: where its data come from, the page's own words, what names customers. */
const NO_OPTIONS: readonly string[] = [
  ...SourcedElement.sourceProperties,
  ...['source', 'locale', 'theme', 'link', 'heading', 'tierNames', 'treatments', 'actions', 'search'],
  'maskCustomers',
];

/** The names of an element's options; null where it is none of the kit's charts. */
export function optionsOf(element: Element): readonly string[] | null {
  if (!Reflect.has(element.constructor, 'analysisProperties')) return null;
  const { elementProperties } = element.constructor as typeof LitElement;
  return [...elementProperties]
    .filter(([name, { state }]) => !state && !NO_OPTIONS.includes(String(name)))
    .map(([name]) => String(name));
}

/** The words that options of an element may be, by their names, where they are such. */
export function choicesOf(element: Element): Readonly<Record<string, readonly string[]>> {
  return (element.constructor as typeof AnalysedElement).choices;
}

/** An option of a fresh element of the kind. */
export function defaultsOf(chart: Chart): (name: string) => unknown {
  const fresh = chart.ownerDocument.createElement(chart.localName);
  return (name) => Reflect.get(fresh, name) ?? null;
}

export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** A mark of data by which they are known again: 32 bits of FNV-1a over columns, dates and rows. */
export function markOf({ columns, report: { from, to, rowsUsed } }: Source): string {
  let sum = 0x811c9dc5;
  for (const letter of JSON.stringify([columns, from, to, rowsUsed]))
    sum = Math.imul(sum ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return sum.toString(16).padStart(8, '0');
}

/** The view of a source and its charts as they are now. */
export function stateOf(
  source: Source,
  show: readonly string[] | null,
  charts: ReadonlyMap<string, Chart>,
): DashboardState {
  const request = source.selection?.request ?? null;
  const elements: Record<string, Record<string, unknown>> = {};
  for (const [name, chart] of charts) {
    const options: Record<string, unknown> = {};
    const begins = defaultsOf(chart);
    for (const option of optionsOf(chart) ?? []) {
      const value: unknown = Reflect.get(chart, option);
      if (!sameValue(value, begins(option))) options[option] = value ?? null;
    }
    if (Object.keys(options).length > 0) elements[name] = options;
  }
  const state: DashboardState = {
    kind: 'rfm-dashboard',
    version: STATE_VERSION,
    data: markOf(source),
    show,
    filter: source.definition.filter,
    asOf: source.asOf === source.latest ? null : source.asOf,
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

/** A state from what a host kept: an object, its JSON or its token; throws `invalid-option` for what is no view at all. */
export function readState(given: unknown): Loose {
  const state: unknown = typeof given === 'string' ? (ofToken(given) ?? parsed(given)) : given;
  if (isRecord(state) && state.kind === 'rfm-dashboard') return state;
  throw new RfmError(
    'invalid-option',
    'This is no saved view of a dashboard. Give restore() what save() or token() gave.',
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
