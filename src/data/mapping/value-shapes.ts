/** A column of a table without names, by a sample of its cells. */
interface Column {
  name: string;
  cells: readonly string[];
}

/** Where names are missing, the columns that values alone give away. */
export interface Shapes {
  customer?: string;
  date?: string;
  amount?: string;
}

const MOST = 0.9;
const COMPACT_DATE = /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/;
const WITH_CENTS = /^[^\d]*\d[\d ,.']*[.,]\d{1,2}[^\d]*$/;
const ID_SHAPES = [/^0\d+$/, /\p{L}/u, /^\d{4,}$/];

/** Whether nobody has named the columns. */
export function areUnnamed(columns: readonly Column[]): boolean {
  return columns.every(({ name }) => /^column\d+$/.test(name));
}

/**
 * The one column of dates, the one of sums with cents, and the ids among the rest: those with leading zeros, else with
 * letters, else long numbers; two columns that number the same customers are one. What is not single is left open.
 */
export function shapesOf<C extends Column>(columns: readonly C[], isDate: (column: C) => boolean): Shapes {
  const only = (found: readonly C[]): C | undefined => (found.length === 1 ? found[0] : undefined);
  const dates = columns.filter((column) => isDate(column) || mostly(column, COMPACT_DATE));
  const date = only(dates);
  const rest = columns.filter((column) => !dates.includes(column));
  const amount = only(rest.filter((column) => share(column, WITH_CENTS) > 0.5));
  const ids = rest.filter((column) => column !== amount);
  const shape = ID_SHAPES.find((one) => ids.some((column) => mostly(column, one)));
  const customers = shape ? ids.filter((column) => mostly(column, shape)) : [];
  const customer = customers[0];
  return {
    ...(date && { date: date.name }),
    ...(amount && { amount: amount.name }),
    ...(customer && customers.every((one) => isSame(one, customer)) && { customer: customer.name }),
  };
}

function mostly(column: Column, pattern: RegExp): boolean {
  return share(column, pattern) >= MOST;
}

function share({ cells }: Column, pattern: RegExp): number {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return filled.length === 0 ? 0 : filled.filter((cell) => pattern.test(cell)).length / filled.length;
}

/** Whether two columns tell the same rows apart. */
function isSame(a: Column, b: Column): boolean {
  const pairs = new Set(a.cells.map((cell, row) => `${cell}\u0000${b.cells[row]}`)).size;
  return pairs === new Set(a.cells).size && pairs === new Set(b.cells).size;
}
