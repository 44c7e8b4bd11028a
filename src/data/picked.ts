import { type Figures, marksWhere, type Wanted } from '../compute/wanted';
import { emptyRow, selectCodesOf, selectNamesIn, selectNumbers } from '../sql/selection-query';
import { customerList, type MarkList, markList } from './marked';
import { type MemberOptions, membersBy, type SelectableAnalysis } from './members';
import type { QueryContext } from './query-context';
import type { SelectionRequest } from './selection';

// A brush asks again and again for customers within bounds of the same columns. They are read once, and looked through
// here: no statement, no table, no way to the engine and back.

/** The analyses that have one row for each customer. */
const WHOLE: readonly SelectableAnalysis[] = ['rfm', 'quadrant'];

/** More names than this in a column are not codes. */
const MOST_NAMES = 1000;

/** Who is asked for, where that can be told from columns of numbers and names; else null, and the engine is to be asked. */
export async function pickedMarks(
  context: QueryContext,
  request: SelectionRequest,
): Promise<MarkList | null> {
  const marks = await marksOf(context, request);
  return marks && markList(marks);
}

async function marksOf(context: QueryContext, request: SelectionRequest): Promise<Uint8Array | null> {
  if ('any' in request && Array.isArray(request.any)) return marksOfAny(context, request.any);
  if (!('analysis' in request) || !WHOLE.includes(request.analysis)) return null;
  const { analysis, where, options = {} } = request;
  const { codes } = await customerList(context);
  const conditions: [Figures, Wanted][] = [];
  for (const [column, wanted] of Object.entries(where ?? {})) {
    const figures = await figuresOf(context, analysis, options, column);
    if (!figures) return null;
    conditions.push([figures, wanted]);
  }
  return marksWhere(codes.length, conditions);
}

async function marksOfAny(
  context: QueryContext,
  requests: readonly SelectionRequest[],
): Promise<Uint8Array | null> {
  let all: Uint8Array | null = null;
  for (const request of requests) {
    const marks = await marksOf(context, request);
    if (!marks) return null;
    all = all ? all.map((mark, place) => mark | marks[place]!) : marks;
  }
  return all;
}

/** Reads columns that `pickedMarks` will be asked for; those that are none of numbers or names are passed over. */
export async function prepareFigures(
  context: QueryContext,
  analysis: SelectableAnalysis,
  options: MemberOptions,
  columns: readonly string[],
): Promise<void> {
  if (!WHOLE.includes(analysis)) return;
  for (const column of columns) await figuresOf(context, analysis, options, column);
}

/** A column of what an analysis says of each customer; null where it has none of numbers or few names, or not for all. */
async function figuresOf(
  context: QueryContext,
  analysis: SelectableAnalysis,
  options: MemberOptions,
  column: string,
): Promise<Figures | null> {
  const members = await membersBy(context, analysis, options);
  return context.cached(`figures ${column} of ${members}`, async (apart) => {
    const { fields } = (await apart.run(emptyRow(members))).schema;
    const type = String(fields.find(({ name }) => name === column)?.type ?? '');
    if (column === 'customer' || column === 'amount') return null;
    const count = (await customerList(apart)).codes.length;
    const read = async (sql: string): Promise<ArrayLike<number> | null> => {
      const values = (await apart.run(sql)).getChild('value')!;
      return values.nullCount === 0 && values.length === count ? (values.toArray() as Float64Array) : null;
    };
    if (/^(Int|Uint|Float|Decimal)/.test(type)) {
      const values = await read(selectNumbers(members, column, /^Int(8|16|32)$/.test(type)));
      return values && { values };
    }
    if (type !== 'Utf8') return null;
    const listed = (await apart.run(selectNamesIn(members, column))).getChild('name')!;
    if (listed.length > MOST_NAMES || listed.nullCount > 0) return null;
    const names = Array.from(listed, String);
    const codes = await read(selectCodesOf(members, column, names));
    return codes && { codes, names };
  });
}
