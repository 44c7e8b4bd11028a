import { checkOneOf } from '../../compute/option-checks';
import type { CustomerRow, Tier } from '../../compute/results';
import type { Tone } from '../../layout/shapes';
import type { Words } from '../../locales/words';
import type { Formats } from '../../util/format';
import { ownValue } from '../../util/own-value';
import { segmentName, segmentTone } from '../segment-names';

/** A column of the list as it is shown. */
export interface Column {
  name: string;
  head: string;
  /** The name in more words, for pointers. */
  hint: string;
  /** At least so wide, in px. */
  width: number;
  /** Figures stand at the right. */
  figure: boolean;
  text(row: CustomerRow): string;
  /** The colour of what the cell names. */
  tone?(row: CustomerRow): Tone;
}

/** What the list shows where the page does not say. */
const DEFAULT_COLUMNS = [
  'customer',
  'monetary',
  'segment',
  'tier',
  'orders',
  'average_order',
  'recency_days',
  'last_purchase',
  'p_alive',
  'expected_value',
];

/** Names of columns as an attribute or a property gives them, all of them known; else `invalid-option`. */
export function columnNames(
  given: string | readonly string[] | null | undefined,
  known: readonly string[],
): readonly string[] {
  const names = typeof given === 'string' ? given.split(',').map((name) => name.trim()) : (given ?? []);
  const asked = names.filter(Boolean);
  for (const name of asked) checkOneOf('columns', name, known);
  return asked.length > 0 ? [...new Set(asked)] : DEFAULT_COLUMNS;
}

/** The figures that bars are drawn for: those the list is ordered by, else money, else the first there are. */
export function barColumn(names: readonly string[], ordered: string): string | null {
  const figures = names.filter(isFigure);
  return [ordered, 'monetary'].find((name) => figures.includes(name)) ?? figures[0] ?? null;
}

type Kind = 'id' | 'segment' | 'tier' | 'count' | 'money' | 'share' | 'score' | 'date' | 'text';

const KINDS: Record<string, Kind> = {
  customer: 'id',
  segment: 'segment',
  tier: 'tier',
  recency_days: 'count',
  frequency: 'count',
  orders: 'count',
  r: 'count',
  f: 'count',
  m: 'count',
  monetary: 'money',
  average_order: 'money',
  expected_value: 'money',
  score: 'score',
  p_alive: 'share',
  first_purchase: 'date',
  last_purchase: 'date',
};

const WIDTHS: Record<Kind, number> = {
  id: 112,
  segment: 140,
  tier: 94,
  count: 84,
  money: 112,
  share: 76,
  score: 76,
  date: 108,
  text: 112,
};

/** Whether a column holds figures, by which bars can be drawn. */
export function isFigure(name: string): boolean {
  return ['count', 'money', 'share', 'score'].includes(ownValue(KINDS, name) ?? 'text');
}

/** The columns of `names`; `id` says what is shown of a customer's id. */
export function columnsFor(
  names: readonly string[],
  words: Words,
  f: Formats,
  id: (customer: string) => string,
): Column[] {
  return names.map((name) => {
    const kind = ownValue(KINDS, name) ?? 'text';
    const head = ownValue(words.customers.columns, name) ?? name;
    return {
      name,
      head,
      hint: name === 'p_alive' ? words.customers.alive : head,
      width: ['r', 'f', 'm'].includes(name) ? 44 : WIDTHS[kind],
      figure: isFigure(name),
      ...cellsOf(name, kind, words, f, id),
    };
  });
}

function cellsOf(
  name: string,
  kind: Kind,
  words: Words,
  f: Formats,
  id: (customer: string) => string,
): Pick<Column, 'text' | 'tone'> {
  const figure = (write: (value: number) => string) => (row: CustomerRow) => {
    const value = row[name];
    return typeof value === 'number' ? write(value) : '–';
  };
  const text = (row: CustomerRow): string => String(row[name] ?? '–');
  const cells: Record<Kind, Pick<Column, 'text' | 'tone'>> = {
    id: { text: (row) => id(row.customer) },
    segment: {
      text: (row) => segmentName(row.segment, words),
      tone: (row) => segmentTone(row.segment, []),
    },
    tier: { text: (row) => words.tiers[row.tier], tone: (row) => tierTone(row.tier) },
    count: { text: figure(f.count) },
    money: { text: figure(f.money) },
    share: { text: figure(f.shareFixed) },
    score: { text: figure((value) => f.fixed(value, 2)) },
    date: { text: (row) => f.dateShort(text(row)) },
    text: { text },
  };
  return cells[kind];
}

export function tierTone(tier: Tier): Tone {
  return `tier-${tier}`;
}

/** Widths in px that fill `room`, or more where the columns need it. */
export function columnWidths(columns: readonly Column[], room: number): number[] {
  const least = columns.reduce((sum, { width }) => sum + width, 0);
  const more = Math.max(0, room - least) / columns.length;
  return columns.map(({ width }) => Math.floor(width + more));
}
