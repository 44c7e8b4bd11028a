import { RfmError } from '../../util/rfm-error';
import { columnTable, objectTable } from './cell-tables';
import type { CellTable } from './read-columns';

type Row = Record<string, unknown>;

/**
 * A text of JSON as a table: an array of objects, one object a line, an object of columns, or an object with one such
 * array in it, as services answer (`{"orders": [...], "next": 2}`).
 */
export function jsonTable(text: string, format: 'json' | 'ndjson'): CellTable {
  if (format === 'json') return objectTable(parse(text, 'The file') as Row[]);
  const lines = text.split(/\r?\n/);
  const whole = isJson(lines.find((line) => line.trim() !== '') ?? '') ? undefined : tryParse(text);
  if (whole) return tableIn(whole as Row);
  const rows = lines.flatMap((line, i) =>
    line.trim() === '' ? [] : [parse(line, `Line ${i + 1} of the file`) as Row],
  );
  return rows.length === 1 ? tableIn(rows[0]!) : objectTable(rows);
}

/** The table in an object: its columns, the one list of objects in it, or a row. */
function tableIn(object: Row): CellTable {
  const values = Object.values(object);
  const lists = values.filter((value) => Array.isArray(value)) as unknown[][];
  if (lists.length > 1 && lists.length === values.length)
    return columnTable(object as Record<string, unknown[]>);
  const ofObjects = lists.filter((list) => list.every((one) => typeof one === 'object' && one !== null));
  return objectTable(ofObjects.length === 1 ? (ofObjects[0] as Row[]) : [object]);
}

function isJson(text: string): boolean {
  return tryParse(text) !== undefined;
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parse(text: string, what: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw unreadable(what, cause instanceof Error ? cause.message : String(cause), cause);
  }
  if (typeof value === 'object' && value !== null) return value;
  throw unreadable(what, 'it is no object');
}

function unreadable(what: string, why: string, cause?: unknown): RfmError {
  return new RfmError(
    'file-unreadable',
    `${what} begins like JSON but cannot be read as such (${why}). It may be cut off. Load an array of objects, or one object a line.`,
    { cause },
  );
}
