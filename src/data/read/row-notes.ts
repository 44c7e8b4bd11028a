import type { Mapping } from '../../compute/results';
import type { Note } from './read-request';
import type { TableReader } from './row-reader';

/** What is to be said of the rows once all have been read. */
export function rowNotes(
  { swappedDates, halfSwappedDates, unreadableProfits, headerRows, headerLine }: TableReader,
  { mapping, dateSamples }: { mapping: Mapping; dateSamples: readonly string[] },
): Note[] {
  const example = dateSamples.find((text) => !/^\d{4}/.test(text));
  return [
    note(
      'half-swapped-dates',
      halfSwappedDates,
      (rows) =>
        `${rows} dates have the year in front and no day after the 12th, the others are text${example ? ` such as "${example}"` : ''}: Excel has most likely taken day for month where it could. ` +
        'Those rows were left out. Import the column as text and load it again, or name the date format to believe them.',
    ),
    note(
      'swapped-dates',
      swappedDates,
      (rows) => `${rows} dates read only with day and month exchanged; they were left out.`,
    ),
    note(
      'unreadable-profit',
      unreadableProfits,
      (rows) => `${rows} rows have a "${mapping.profit}" that cannot be read; their profit counts as 0.`,
      { column: mapping.profit },
    ),
    note(
      'repeated-header',
      headerRows,
      (rows) =>
        `The header stands again in ${rows} rows, first in line ${headerLine}: tables put together, or several header lines. The rows below were read as more of the same table; if they are the same rows a second time, take them out.`,
      { line: headerLine },
    ),
  ].flat();
}

function note(
  code: string,
  rows: number,
  say: (rows: number) => string,
  details: Readonly<Record<string, unknown>> = {},
): Note[] {
  return rows === 0 ? [] : [{ code, message: say(rows), details: { rows, ...details } }];
}
