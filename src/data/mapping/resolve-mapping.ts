import type { Mapping } from '../../compute/results';
import { RfmError } from '../../util/rfm-error';
import { type CellKind, cellKind } from '../read/cell-kind';
import type { PartialMapping } from '../source-options';
import { amountColumns } from './amount-columns';
import { nameFit, type Role } from './column-names';

/** What is known of a column before the file is read through. */
interface ColumnProfile {
  name: string;
  /** Shares of the filled cells. */
  share: Record<CellKind, number>;
  samples: string[];
}

const NEEDED: readonly (keyof PartialMapping)[] = ['customer', 'date', 'amount'];

/**
 * The whole mapping: what the caller named, checked against the columns, and the rest by names and values.
 * Throws `column-missing` for a name that is not there and `mapping-needed`, with candidates, where a needed part
 * cannot be told.
 */
export function resolveMapping(
  given: PartialMapping,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): Mapping {
  const named = checkNames(given, columns);
  const profiles = columns.map((name, i) =>
    profile(
      name,
      rows.map((cells) => cells[i] ?? ''),
    ),
  );
  const taken = new Set(Object.values(named).flatMap((value) => (typeof value === 'string' ? [value] : [])));
  const best = (role: Role, least: number): string | undefined =>
    candidates(
      role,
      profiles.filter(({ name }) => !taken.has(name)),
    ).find(({ fit }) => fit >= least)?.name;
  const take = (role: Role, least: number): string | undefined => {
    const name = best(role, least);
    if (name !== undefined) taken.add(name);
    return name;
  };
  const date = named.date ?? take('date', 0.3) ?? onlyDate(profiles);
  const customer = named.customer ?? take('customer', 0.3);
  const amount = named.amount ?? take('amount', 0.45) ?? product(best) ?? take('amount', 0.3);
  const mapping = { ...named, customer, date, amount };
  if (customer === undefined || date === undefined || amount === undefined)
    throw mappingNeeded(mapping, profiles);
  const order = given.order === undefined ? take('order', 0.3) : named.order;
  const profit = given.profit === undefined ? take('profit', 0.3) : named.profit;
  return {
    customer,
    date,
    amount,
    ...(order && { order }),
    ...(profit && { profit }),
    ...(named.dimensions && { dimensions: named.dimensions }),
  };
}

function checkNames(given: PartialMapping, columns: readonly string[]): PartialMapping {
  const find = (part: string, name: string): string => findColumn(part, name, columns);
  const out: PartialMapping = {};
  for (const part of ['customer', 'date', 'order', 'profit'] as const)
    if (given[part]) out[part] = find(part, given[part]);
  if (given.amount)
    out.amount = amountColumns(given.amount, columns)
      .map((name) => find('amount', name))
      .join('*');
  if (given.dimensions?.length)
    out.dimensions = given.dimensions.map((name) => find('dimensions', name.trim()));
  return out;
}

/** The column called `name`: to the letter, or else the only one that differs in case and blanks alone. */
export function findColumn(part: string, name: string, columns: readonly string[]): string {
  if (columns.includes(name)) return name;
  const fold = (text: string): string => text.trim().toLowerCase();
  const alike = columns.filter((column) => fold(column) === fold(name));
  if (alike.length === 1) return alike[0]!;
  throw new RfmError(
    'column-missing',
    `There is no column "${name}" for \`${part}\`. The columns are: ${columns.map((column) => `"${column}"`).join(', ')}.`,
    { details: { part, column: name, columns: [...columns] } },
  );
}

function profile(name: string, cells: readonly string[]): ColumnProfile {
  const counts: Record<CellKind, number> = { blank: 0, number: 0, date: 0, text: 0 };
  for (const cell of cells) counts[cellKind(cell)] += 1;
  const filled = Math.max(cells.length - counts.blank, 1);
  return {
    name,
    share: {
      blank: counts.blank / Math.max(cells.length, 1),
      number: counts.number / filled,
      date: counts.date / filled,
      text: counts.text / filled,
    },
    samples: [...new Set(cells.filter((cell) => cell.trim() !== ''))].slice(0, 5),
  };
}

interface Candidate {
  name: string;
  fit: number;
}

/** The columns whose name fits a role and whose values do not speak against it, best first. */
function candidates(role: Role, profiles: readonly ColumnProfile[]): Candidate[] {
  return profiles
    .map((column) => ({ name: column.name, fit: nameFit(column.name, role) * valueFit(column, role) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
}

function valueFit({ share }: ColumnProfile, role: Role): number {
  switch (role) {
    case 'amount':
    case 'profit':
    case 'quantity':
    case 'price':
      return share.number > 0.7 ? 1 : 0;
    case 'date':
      return share.date + share.number > 0.7 ? 1 : 0;
    default:
      return share.date > 0.5 ? 0 : 1;
  }
}

function onlyDate(profiles: readonly ColumnProfile[]): string | undefined {
  const dates = profiles.filter(({ share }) => share.date > 0.9);
  return dates.length === 1 ? dates[0]!.name : undefined;
}

/** Quantity times unit price, where no column holds the amount itself. */
function product(best: (role: Role, least: number) => string | undefined): string | undefined {
  const quantity = best('quantity', 0.3);
  const price = best('price', 0.3);
  return quantity && price ? `${quantity}*${price}` : undefined;
}

function mappingNeeded(found: PartialMapping, profiles: readonly ColumnProfile[]): RfmError {
  const missing = NEEDED.filter((part) => found[part] === undefined);
  const guesses = Object.fromEntries(
    missing.map((part) => [part, candidates(part as Role, profiles).map(({ name }) => name)]),
  );
  return new RfmError(
    'mapping-needed',
    `It is not clear which column holds the ${missing.join(' and the ')}. Say which with the attributes or the mapping: ` +
      `${missing.map((part) => `${part}="…"`).join(' ')}. The columns are: ${profiles.map(({ name }) => `"${name}"`).join(', ')}.`,
    {
      details: {
        missing,
        found,
        columns: profiles.map(({ name }) => name),
        candidates: guesses,
        samples: Object.fromEntries(profiles.map(({ name, samples }) => [name, samples])),
      },
    },
  );
}
