import { RfmError } from '../../util/rfm-error';
import { likeliestSheet, squared, widthOf } from './choose-sheet';
import { detectHead } from './csv-dialect';
import { SAMPLE_ROWS } from './looked-at';
import type { RandomAccess } from './random-access';
import { type CellTable, readColumnsOnce } from './read-columns';
import type { Note, ReadOptions, ReadOutcome, ReadRequest, ReadSink } from './read-request';
import { Workbook } from './workbook';

/** Rows of a sheet that is only looked at: those that formats are judged by, and some above them. */
const LOOKED_AT_ROWS = SAMPLE_ROWS + 50;

/** Reads one sheet of an Excel workbook. */
export async function readWorkbook(
  file: RandomAccess,
  request: ReadRequest,
  sink: ReadSink,
  signal: AbortSignal | undefined,
): Promise<ReadOutcome> {
  const workbook = await Workbook.open(file);
  const { options, mapping, look } = request;
  const sheet = options.sheet ? workbook.choose(options.sheet) : await likeliestSheet(workbook, mapping);
  const { table, notes, named } = await sheetTable(
    workbook,
    { ...options, sheet },
    look ? LOOKED_AT_ROWS : undefined,
  );
  const seen = look && { ...look, header: named, sheets: workbook.sheets, sheet };
  const outcome = await readColumnsOnce(table, { ...request, ...(seen && { look: seen }) }, sink, signal);
  return { ...outcome, notes: [...notes, ...sheetNotes(workbook, sheet, options.sheet), ...outcome.notes] };
}

/** A sheet as a table: what stands above its header is left out, and so are empty rows. */
async function sheetTable(
  workbook: Workbook,
  { sheet, header }: ReadOptions,
  most?: number,
): Promise<{ table: CellTable; notes: Note[]; named: boolean }> {
  const name = workbook.choose(sheet);
  const rows = await workbook.rows(name, most);
  if (rows.length === 0)
    throw new RfmError(
      'no-rows',
      `The sheet "${name}" is empty. Choose another one by the option \`sheet\`${workbook.sheets.length > 1 ? ` (${workbook.sheets.join(', ')})` : ''}, or another file.`,
      { details: { sheet: name, sheets: [...workbook.sheets] } },
    );
  const sample = squared(rows.slice(0, SAMPLE_ROWS));
  const head = detectHead(sample, header || 'auto');
  const named = head.skip > head.preamble;
  const columns = Array.from({ length: widthOf(rows) }, (_, at) => head.columns[at] ?? `column${at + 1}`);
  const table: CellTable = {
    columns,
    length: rows.length - head.skip,
    text: (row, column) => rows[row + head.skip]!.cells[column] ?? '',
    line: (row) => rows[row + head.skip]!.line,
  };
  if (table.length === 0)
    throw new RfmError(
      'no-rows',
      `The sheet "${name}" has a header but no rows below it. Choose another one.`,
    );
  return { table, notes: preambleNotes(head.preamble), named };
}

function preambleNotes(preamble: number): Note[] {
  if (preamble === 0) return [];
  return [
    {
      code: 'preamble',
      message: `${preamble} rows above the header were skipped.`,
      details: { rows: preamble },
    },
  ];
}

function sheetNotes({ sheets }: Workbook, name: string, asked: string | undefined): Note[] {
  if (sheets.length < 2 || (asked !== undefined && asked !== '')) return [];
  const others = sheets.filter((sheet) => sheet !== name);
  return [
    {
      code: 'sheet',
      message: `The sheet "${name}" was read. The workbook also has: ${others.join(', ')}.`,
      details: { sheet: name, others },
    },
  ];
}
