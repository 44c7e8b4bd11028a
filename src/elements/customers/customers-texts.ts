import type { CustomerRow, CustomersResult } from '../../compute/results';
import { customerBars } from '../../layout/customer-bars';
import { ownValue } from '../../util/own-value';
import type { Caption, DataTable, Picture, Surroundings } from '../picture';
import { rowsLeftOut } from '../texts';
import type { Column } from './customer-columns';

/** A page of the list, and the largest value of the column that bars are drawn in. */
export interface Listed extends CustomersResult {
  largest: number;
}

/** How the list is ordered, as its definition says. */
export function orderOf({ definition }: CustomersResult): { column: string; descending: boolean } {
  const { sort, descending } = definition.options;
  return { column: String(sort), descending: descending === true };
}

/** Columns that are empty where no model stands. */
const MODELLED: readonly string[] = ['p_alive', 'expected_value'];

export function customersCaption(
  listed: Listed,
  search: string,
  columns: readonly Column[],
  { words, f, ...around }: Surroundings,
): Caption {
  const w = words.customers;
  const { definition, summary } = listed;
  const { column, descending } = orderOf(listed);
  const asOf = f.date(definition.asOf);
  return {
    finding: search ? w.found(summary.total, f) : w.finding({ customers: summary.total, asOf }, f),
    description: w.description({ column: ownValue(w.columns, column) ?? column, descending }),
    notes: [
      ...(summary.noModel && columns.some(({ name }) => MODELLED.includes(name))
        ? [{ text: w.noModel(summary.noModel.code), warning: true }]
        : []),
      ...rowsLeftOut(definition, { words, f, ...around }),
    ],
  };
}

/** The first of the list with bars, for exports: the page itself has the list. */
export function customersPicture(
  rows: readonly CustomerRow[],
  id: (row: CustomerRow) => string,
  column: Column | undefined,
  { width, height, measure }: Surroundings,
): Picture {
  const bars = column
    ? rows
        .slice(0, 40)
        .map((row) => ({ name: id(row), value: Number(row[column.name] ?? 0), text: column.text(row) }))
    : [];
  return { under: [], over: customerBars(bars, column?.head ?? '', width, height, measure), stops: [] };
}

export function customersTable(
  rows: readonly CustomerRow[],
  columns: readonly Column[],
  caption: string,
): DataTable {
  return {
    caption,
    head: columns.map(({ head }) => head),
    rows: rows.map((row) => columns.map((column) => column.text(row))),
    figures: columns.map(({ figure }) => figure),
  };
}
