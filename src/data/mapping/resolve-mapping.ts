import type { Mapping } from '../../compute/results';
import { RfmError } from '../../util/rfm-error';
import { type CellKind, cellKind } from '../read/cell-kind';
import type { PartialMapping } from '../source-options';
import { amountColumns } from './amount-columns';
import { isIdName, nameFit, type Role } from './column-names';
import { haveOne, neverRepeats, repeatsMore } from './column-relations';
import { areUnnamed, type Shapes, shapesOf } from './value-shapes';

/** What is known of a column before the file is read through. */
export interface ColumnProfile {
  name: string;
  /** Shares of the filled cells. */
  share: Record<CellKind, number>;
  samples: string[];
  cells: readonly string[];
}

const NEEDED = ['customer', 'date', 'amount'] as const;

/** How sure a date column is that only its values tell. */
const ONLY_DATE = 0.6;

/** How sure a column without a name is. */
const BY_SHAPE = 0.4;

/** How sure a customer is whose rival by name never comes again. */
const OTHER_REPEATS = 0.5;

/**
 * The whole mapping, and how sure each part is: what the caller named, checked against the columns, and the rest by names
 * and values.
 * Throws `column-missing` for a name that is not there and `mapping-needed`, with candidates, where a needed part
 * cannot be told.
 */
export function resolveMapping(
  given: PartialMapping,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): { mapping: Mapping; confidence: MappingGuess['confidence'] } {
  const profiles = profilesOf(columns, rows);
  const { mapping, confidence } = guessMapping(checkNames(given, columns), profiles);
  const { customer, date, amount, order, profit, dimensions } = mapping;
  if (customer === undefined || date === undefined || amount === undefined)
    throw mappingNeeded(mapping, profiles);
  return {
    mapping: {
      customer,
      date,
      amount,
      ...(order && { order }),
      ...(profit && { profit }),
      ...(dimensions && { dimensions }),
    },
    confidence,
  };
}

/** What each column holds, by a sample of its cells. */
export function profilesOf(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): ColumnProfile[] {
  return columns.map((name, i) =>
    profile(
      name,
      rows.map((cells) => cells[i] ?? ''),
    ),
  );
}

/** A mapping as far as it goes, and how sure each part of it is, 0 to 1. */
export interface MappingGuess {
  mapping: PartialMapping;
  confidence: Partial<Record<keyof PartialMapping, number>>;
}

/** The mapping as far as names and values tell it. `named` holds columns that are there; empty: there is none. */
export function guessMapping(named: PartialMapping, profiles: readonly ColumnProfile[]): MappingGuess {
  const taken = new Set(Object.values(named).flatMap((value) => (typeof value === 'string' ? [value] : [])));
  const best = (role: Role, least: number): Candidate | undefined =>
    candidates(
      role,
      profiles.filter(({ name }) => !taken.has(name)),
    ).find(({ fit }) => fit >= least);
  const take = (role: Role, least: number): Candidate | undefined => {
    const found = best(role, least);
    if (found) taken.add(found.name);
    return found;
  };
  // A number that several customers share is no order's.
  const ofOneCustomer = (order: Candidate | undefined): Candidate | undefined =>
    !order || named.order || !customer || haveOne(cellsOf(order), cellsOf(customer)) ? order : undefined;
  const cellsOf = ({ name }: Candidate): readonly string[] =>
    profiles.find((column) => column.name === name)!.cells;
  const shapes: Shapes = areUnnamed(profiles) ? shapesOf(profiles, isDateColumn) : {};
  const shaped = (part: keyof Shapes): Candidate | undefined => {
    const name = shapes[part];
    return name && !taken.has(name) ? { name, fit: BY_SHAPE } : undefined;
  };
  const told = (name: string | undefined): Candidate | undefined => (name ? { name, fit: 1 } : undefined);
  const date = told(named.date) ?? take('date', 0.3) ?? onlyDate(profiles) ?? shaped('date');
  const customer = told(named.customer) ?? takeCustomer(profiles, taken) ?? shaped('customer');
  const amount =
    told(named.amount) ?? take('amount', 0.45) ?? product(best) ?? take('amount', 0.3) ?? shaped('amount');
  const complete = customer && date && amount;
  const rest = (role: 'order' | 'profit'): Candidate | undefined =>
    told(named[role]) ?? (complete && named[role] === undefined ? take(role, 0.3) : undefined);
  const parts = { customer, date, amount, order: ofOneCustomer(rest('order')), profit: rest('profit') };
  const found = Object.entries(parts).flatMap(([part, one]) => (one ? [[part, one] as const] : []));
  return {
    mapping: {
      ...Object.fromEntries(found.map(([part, { name }]) => [part, name])),
      ...(named.dimensions && { dimensions: named.dimensions }),
    },
    confidence: Object.fromEntries(found.map(([part, { fit }]) => [part, fit])),
  };
}

function checkNames(given: PartialMapping, columns: readonly string[]): PartialMapping {
  const find = (part: string, name: string): string => findColumn(part, name, columns);
  const out: PartialMapping = {};
  for (const part of ['customer', 'date', 'order', 'profit'] as const)
    if (given[part]) out[part] = find(part, given[part]);
    else if (given[part] === '' && (part === 'order' || part === 'profit')) out[part] = '';
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
    cells,
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

function valueFit({ name, share, samples }: ColumnProfile, role: Role): number {
  switch (role) {
    case 'amount':
    case 'profit':
    case 'quantity':
    case 'price':
      return share.number > 0.7 ? 1 : 0;
    case 'date':
      return share.date + share.number > 0.7 ? 1 : 0;
    case 'order':
      // Shopify calls the number of an order its name.
      if (/^name$/i.test(name.trim())) return samples.every((text) => /^#\S*\d/.test(text)) ? 1 : 0;
      return share.date > 0.5 ? 0 : 1;
    default:
      return share.date > 0.5 ? 0 : 1;
  }
}

function isDateColumn({ share }: ColumnProfile): boolean {
  return share.date > 0.9;
}

function onlyDate(profiles: readonly ColumnProfile[]): Candidate | undefined {
  const dates = profiles.filter(isDateColumn);
  return dates.length === 1 ? { name: dates[0]!.name, fit: ONLY_DATE } : undefined;
}

/** Quantity times unit price, where no column holds the amount itself. */
function product(best: (role: Role, least: number) => Candidate | undefined): Candidate | undefined {
  const quantity = best('quantity', 0.3);
  const price = best('price', 0.3);
  if (!quantity || !price) return undefined;
  return { name: `${quantity.name}*${price.name}`, fit: Math.min(quantity.fit, price.fit) };
}

/**
 * The column of customers. One whose ids never come again may hold an id per order (Olist's `customer_id`): another id
 * of customers that does come again is believed instead.
 */
function takeCustomer(profiles: readonly ColumnProfile[], taken: Set<string>): Candidate | undefined {
  const free = profiles.filter(({ name }) => !taken.has(name));
  const [best, ...others] = candidates('customer', free).filter(({ fit }) => fit >= 0.3);
  if (!best) return undefined;
  const cellsOf = (name: string): readonly string[] => free.find((column) => column.name === name)!.cells;
  const order = candidates('order', free)[0];
  const ids = cellsOf(best.name);
  const rival = neverRepeats(ids, order ? cellsOf(order.name) : null)
    ? others.find(({ name }) => isIdName(name) && repeatsMore(cellsOf(name), ids))
    : undefined;
  const found = rival ? { name: rival.name, fit: OTHER_REPEATS } : best;
  taken.add(found.name);
  return found;
}

/** The parts that every mapping needs and `found` lacks. */
export function missingParts(found: PartialMapping): (typeof NEEDED)[number][] {
  return NEEDED.filter((part) => !found[part]);
}

/** Columns that may be meant by a part, likeliest first. */
export function candidateNames(part: Role, profiles: readonly ColumnProfile[]): string[] {
  const named = candidates(part, profiles).map(({ name }) => name);
  const fitting = profiles.filter((column) => valueFit(column, part) > 0).map(({ name }) => name);
  return [...new Set([...named, ...fitting])];
}

function mappingNeeded(found: PartialMapping, profiles: readonly ColumnProfile[]): RfmError {
  const missing = missingParts(found);
  const guesses = Object.fromEntries(missing.map((part) => [part, candidateNames(part, profiles)]));
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
