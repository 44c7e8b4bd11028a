/** Rows below which nothing is said of how columns belong together. */
const FEW = 20;
/** Of the orders with several rows, so many behave alike where it is the rule. */
const MOST = 0.9;
/** Orders of several rows from which on they are believed. */
const SEVERAL = 5;

type Cells = readonly string[];

const distinct = (cells: Cells): number => new Set(filled(cells)).size;
const filled = (cells: Cells): string[] => cells.filter((cell) => cell.trim() !== '');

/** Whether an id never comes again, in enough rows to wonder; of rows of orders, never in another order. */
export function neverRepeats(ids: Cells, orders: Cells | null): boolean {
  if (filled(ids).length < FEW) return false;
  if (distinct(ids) === filled(ids).length) return true;
  return orders !== null && distinct(ids) === distinct(orders) && haveOne(orders, ids);
}

/** Whether ids come again where those of `others` do not: fewer different ones in the same rows. */
export function repeatsMore(ids: Cells, others: Cells): boolean {
  return filled(ids).length >= filled(others).length * MOST && distinct(ids) < distinct(others);
}

/** Whether nearly each order has one value only, as an order has one customer. */
export function haveOne(orders: Cells, values: Cells): boolean {
  const groups = rowsOfOrders(orders);
  const alike = groups.filter((rows) => new Set(rows.map((row) => values[row])).size === 1);
  return alike.length >= groups.length * MOST;
}

/** How the amounts of orders stand on their rows: one a row; on the first alone; or the order's on each of them. */
export function orderAmounts(orders: Cells, amounts: Cells): 'each' | 'first' | 'repeated' {
  const groups = rowsOfOrders(orders).filter((rows) => amounts[rows[0]!]!.trim() !== '');
  if (groups.length < SEVERAL) return 'each';
  const share = (holds: (rows: readonly number[]) => boolean): number =>
    groups.filter(holds).length / groups.length;
  if (share((rows) => rows.slice(1).every((row) => amounts[row]!.trim() === '')) >= MOST) return 'first';
  const different = distinct(groups.map((rows) => amounts[rows[0]!]!));
  const repeated = share((rows) => rows.every((row) => amounts[row] === amounts[rows[0]!]));
  return repeated >= MOST && different >= SEVERAL ? 'repeated' : 'each';
}

/** The rows of each order that has several. */
function rowsOfOrders(orders: Cells): number[][] {
  const rows = new Map<string, number[]>();
  orders.forEach((order, row) => {
    if (order.trim() === '') return;
    const before = rows.get(order);
    if (before) before.push(row);
    else rows.set(order, [row]);
  });
  return [...rows.values()].filter((group) => group.length > 1);
}
