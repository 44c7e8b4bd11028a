import type { Formats } from '../util/format';

/** Of the list of customers and of one of them. */
export interface CustomersWords {
  name: string;
  /** How many there are, and what the largest of them brings. */
  finding(p: { customers: number; asOf: string }, f: Formats): string;
  description(p: { column: string; descending: boolean }): string;
  /** Heads of the columns; a dimension is called as in the data. */
  columns: Record<string, string>;
  /** What the ticks in the first column say. */
  selected: string;
  search: string;
  /** Of a search, or of the selected alone. */
  found(count: number, f: Formats): string;
  nothing(search: string): string;
  onlySelected: string;
  exportSelected(count: number, f: Formats): string;
  exportAll: string;
  exporting: string;
  /** Of what was ticked here. */
  /** Of the list in print: which of its rows are on the sheet. */
  onPaper(p: { first: number; last: number; total: number }, f: Formats): string;
  ticked(count: number, f: Formats): string;
  /** How the keyboard works here; read with the list. */
  keys: string;
  history: string;
  /** Of one customer's timeline. */
  timeline(p: { orders: number; from: string; to: string }, f: Formats): string;
  purchase: string;
  refund: string;
  alive: string;
  /** Why there is neither P(alive) nor an expected value, by the code of the refusal. */
  noModel(code: string): string;
  figures: Record<
    'segment' | 'tier' | 'scores' | 'recency' | 'orders' | 'monetary' | 'average' | 'alive' | 'expected',
    string
  >;
  positions: string;
  positionsNote: string;
  notYet: string;
  reading: string;
  date: string;
  order: string;
  amount: string;
  kind: string;
  file: string;
}
