import { guessMapping, missingParts, profilesOf } from '../mapping/resolve-mapping';
import type { PartialMapping } from '../source-options';
import { detectHead, type SampleRow } from './csv-dialect';
import type { Workbook } from './workbook';

/** Enough of a sheet to see whether it holds transactions. */
const ROWS = 60;

/** The visible sheet that looks most like transactions, by the columns named or by those found; else the first. */
export async function likeliestSheet(workbook: Workbook, named: PartialMapping): Promise<string> {
  const [first, ...others] = workbook.visible;
  if (first === undefined || others.length === 0) return workbook.choose(undefined);
  let best = { name: first, fit: await fitOf(workbook, first, named) };
  for (const name of others) {
    const fit = await fitOf(workbook, name, named);
    if (fit > best.fit) best = { name, fit };
  }
  return best.name;
}

/** How many of the columns that are named or needed a sheet has; no table at all is less than none of them. */
async function fitOf(workbook: Workbook, name: string, named: PartialMapping): Promise<number> {
  const rows = await workbook.rows(name, ROWS);
  if (rows.length < 2) return rows.length - 2;
  const sample = squared(rows);
  const { columns, skip } = detectHead(sample, 'auto');
  const has = (column: string | undefined): boolean => column !== undefined && columns.includes(column);
  const known = [named.customer, named.date, named.amount].filter(has).length;
  const profiles = profilesOf(
    columns,
    sample.slice(skip).map(({ cells }) => cells),
  );
  return Math.max(known, 3 - missingParts(guessMapping({}, profiles).mapping).length);
}

export function widthOf(rows: readonly SampleRow[]): number {
  return rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
}

/** Rows as wide as the widest of them. */
export function squared(rows: readonly SampleRow[]): SampleRow[] {
  const width = widthOf(rows);
  return rows.map(({ cells, line }) => ({
    line,
    cells: Array.from({ length: width }, (_, column) => cells[column] ?? ''),
  }));
}
