import type { MigrationRow } from '../compute/results';

export type MoveKind = 'up' | 'down' | 'stable' | 'entered' | 'left';

/** Customers of one class before and one now; null where they bought nothing then. */
export interface Move {
  /** Places of the two in the list of classes, -1 for none. */
  key: string;
  from: string | null;
  to: string | null;
  customers: number;
  amount: number;
  kind: MoveKind;
  /** Of all who were in the class before (of all who entered, where they were in none). */
  share: number;
  /** From iron to gold or platinum: what the quadrant hopes for. */
  risen: boolean;
}

export interface Moves {
  /** Classes that occur, the best first. */
  classes: string[];
  moves: Move[];
  before: (name: string | null) => number;
  now: (name: string | null) => number;
}

/** The rows of a migration by the order of its classes, which says what is up; `all`: also those nobody is in. */
export function movesOf(rows: readonly MigrationRow[], order: readonly string[], all: boolean): Moves {
  const seen = new Set(rows.flatMap(({ from_class, to_class }) => [from_class, to_class]));
  const known = order.filter((name) => all || seen.has(name));
  const others = [...seen].filter((name): name is string => name !== null && !order.includes(name)).sort();
  const classes = [...known, ...others];
  const sum = (some: readonly MigrationRow[]): number =>
    some.reduce((total, { customers }) => total + customers, 0);
  const before = (name: string | null): number => sum(rows.filter(({ from_class }) => from_class === name));
  const now = (name: string | null): number => sum(rows.filter(({ to_class }) => to_class === name));
  const place = (name: string | null): number => (name === null ? -1 : classes.indexOf(name));
  const moves = rows.map(
    ({ from_class: from, to_class: to, customers, amount }): Move => ({
      key: `${place(from)}:${place(to)}`,
      from,
      to,
      customers,
      amount,
      kind: kindOf(place(from), place(to)),
      share: customers / Math.max(1, before(from)),
      risen: from === 'iron' && (to === 'gold' || to === 'platinum'),
    }),
  );
  // Those in no class come last on either side.
  const last = (name: string | null): number => (name === null ? classes.length : classes.indexOf(name));
  moves.sort((a, b) => last(a.from) - last(b.from) || last(a.to) - last(b.to));
  return { classes, moves, before, now };
}

function kindOf(from: number, to: number): MoveKind {
  if (from < 0) return 'entered';
  if (to < 0) return 'left';
  if (from === to) return 'stable';
  return to < from ? 'up' : 'down';
}
