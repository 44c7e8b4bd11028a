import type { Mapping } from '../../compute/results';
import {
  COMMON_COLUMNS,
  DAY_COLUMNS,
  DIMENSION_PREFIX,
  encodedCounts,
  encodedSums,
  KIND_COLUMN,
  ORDER_SEPARATOR,
  ROLLUP_PERIODS,
  ROLLUP_VERSION,
  type RollupKind,
} from '../../sql/rollup-schema';
import { dayOfIso, isoOf } from '../../util/calendar';
import { RfmError } from '../../util/rfm-error';
import { findColumn } from '../mapping/resolve-mapping';
import type { PartialMapping } from '../source-options';
import { decode, encode, isBlank } from './bytes';
import { DateReader } from './date-reader';
import { MoneyReader } from './money-reader';
import type { ReadOptions } from './read-request';
import { codeOf, type ReadPart, type RowFields, type TableReader } from './row-reader';
import { TransactionEncoder } from './transaction-encoder';

/** Whether a table is a rollup, by its columns and by what the caller says; throws where the two do not go together. */
export function isRollup(columns: readonly string[], { grain }: ReadOptions): boolean {
  const is = columns.includes(KIND_COLUMN);
  if (!is && grain === 'rollup')
    throw missingColumn(KIND_COLUMN, columns, `This is no rollup: it has no column "${KIND_COLUMN}".`);
  if (is && grain === 'rows')
    throw new RfmError(
      'invalid-option',
      `grain is "rows", but this is a rollup (it has the column "${KIND_COLUMN}"), which would be misread. Leave grain out.`,
      { details: { option: 'grain', value: grain } },
    );
  return is;
}

/** The rules of a rollup, from its first row; throws `format-unknown` for those of another version. */
export function kindOf(columns: readonly string[], cells: readonly (readonly string[])[]): RollupKind {
  const at = columns.indexOf(KIND_COLUMN);
  const text = cells.map((row) => row[at]?.trim() ?? '').find((cell) => cell !== '') ?? '';
  const [version, period, refunds, zeroAmounts, sample = '1', ...more] = text.split(' ');
  const kind = { period, refunds, zeroAmounts, sample: Number(sample) } as RollupKind;
  const known =
    more.length === 0 &&
    kind.sample > 0 &&
    kind.sample <= 1 &&
    version === String(ROLLUP_VERSION) &&
    ROLLUP_PERIODS.includes(kind.period) &&
    ['net', 'exclude', 'as-orders'].includes(kind.refunds) &&
    ['keep', 'drop'].includes(kind.zeroAmounts);
  if (known) return kind;
  throw new RfmError(
    'format-unknown',
    `This rollup says that it is "${text}", which this kit does not know: it reads version ${ROLLUP_VERSION}. Make it anew with the SELECT that rollupSql of this kit gives.`,
    { details: { rollup: text, version: ROLLUP_VERSION } },
  );
}

/** What the columns of a rollup are to the analyses; `amount` may be another column, a figure of the host's. */
export function rollupMapping(given: PartialMapping, columns: readonly string[]): Mapping {
  const { customer = 'customer', date = 'period_start', amount = 'amount' } = given;
  // A mapping of the rows the rollup was made of is not one of the rollup.
  for (const [part, name, own] of [
    ['customer', customer, 'customer'],
    ['date', date, 'period_start'],
  ] as const)
    if (name && name !== own)
      throw missingColumn(
        name,
        columns,
        `A rollup has its columns by names of its own: leave \`${part}\` out.`,
        part,
      );
  const dimensions = columns.filter((name) => name.startsWith(DIMENSION_PREFIX));
  return {
    customer: 'customer',
    date: 'period_start',
    amount: findColumn('amount', amount, columns),
    ...(columns.includes('shared_orders') && { order: 'orders' }),
    ...(columns.includes('profit') && { profit: 'profit' }),
    ...(dimensions.length > 0 && {
      dimensions: dimensions.map((name) => name.slice(DIMENSION_PREFIX.length)),
    }),
  };
}

function missingColumn(column: string, columns: readonly string[], what: string, part = 'rollup'): RfmError {
  return new RfmError(
    'column-missing',
    `${what} The columns are: ${columns.map((name) => `"${name}"`).join(', ')}.`,
    { details: { part, column, columns: [...columns] } },
  );
}

/** A rollup brings its rules with it: rules that are asked for must be these. */
function checkRules(made: RollupKind, asked: ReadOptions): void {
  for (const rule of ['refunds', 'zeroAmounts'] as const)
    if (asked[rule] && asked[rule] !== made[rule])
      throw new RfmError(
        'needs-rows',
        `This rollup was made with ${rule} "${made[rule]}", which cannot be changed to "${asked[rule]}" afterwards. Leave ${rule} out, or make the rollup anew with it.`,
        { details: { option: rule, value: asked[rule], made: made[rule] } },
      );
}

/** Reads rows of a rollup, which a program wrote: what does not read is an error that says where, not a row left out. */
export class RollupReader implements TableReader {
  readonly encoder: TransactionEncoder;
  readonly amount: MoneyReader = new MoneyReader('.');
  readonly dateRivals: TableReader['dateRivals'] = [];
  readonly decimalRival = null;
  readonly swappedDates = 0;
  readonly halfSwappedDates = 0;
  readonly unswappedOrder = null;
  readonly headerRows = 0;
  readonly headerLine = 0;
  readonly unreadableProfits = 0;
  private readonly kind: RollupKind;
  private readonly asOf: number;
  private readonly counts: readonly string[];
  private readonly sums: readonly string[];
  /** The period that a partition's folder gives all of its rows, NaN where it gives none. */
  private folderDay = Number.NaN;
  private part = 0;
  private readonly kindBytes: Uint8Array;
  private readonly places: Record<'kind' | 'customer' | 'date' | 'amount' | 'profit' | 'shared', number>;
  private readonly dimensionPlaces: number[];
  private readonly countPlaces: number[];
  private readonly sumPlaces: number[];
  private readonly dates = new DateReader('ymd');
  private readonly number = new MoneyReader('.');
  private readonly values: number[] = [];

  constructor(
    kind: RollupKind,
    mapping: Mapping,
    columns: readonly string[],
    cells: readonly (readonly string[])[],
    options: ReadOptions,
    part: ReadPart,
  ) {
    this.kind = kind;
    checkRules(kind, options);
    const { asOf } = options;
    this.asOf = asOf ? (dayOfIso(asOf) ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
    this.counts = encodedCounts(kind.period);
    this.sums = encodedSums(kind.period);
    this.begin(part);
    this.checkColumns(columns);
    const at = (name: string): number => columns.indexOf(name);
    this.kindBytes = encode(
      cells.map((row) => row[at(KIND_COLUMN)]?.trim() ?? '').find((cell) => cell !== '') ?? '',
    );
    this.places = {
      kind: at(KIND_COLUMN),
      customer: at('customer'),
      date: at('period_start'),
      amount: at(mapping.amount),
      profit: at('profit'),
      shared: at('shared_orders'),
    };
    this.dimensionPlaces = (mapping.dimensions ?? []).map((name) => at(DIMENSION_PREFIX + name));
    this.countPlaces = this.counts.map(at);
    this.sumPlaces = this.sums.map(at);
    this.encoder = new TransactionEncoder({
      order: this.places.shared >= 0,
      profit: this.places.profit >= 0,
      dimensions: this.dimensionPlaces.length,
      isPurchase: () => true,
      rollup: kind,
    });
  }

  /** The next of several partitions: rows are marked by its number, and its folder may say the period. */
  begin({ index, name }: ReadPart): void {
    this.part = index;
    const folder = /(?:^|\/)period_start=([^/]+)\//.exec(name ?? '')?.[1];
    this.folderDay = (folder && dayOfIso(decodeURIComponent(folder))) || Number.NaN;
  }

  /** A line that is no row is the end of a file that was cut off, or of none of ours. */
  finish(): void {
    const malformed = this.encoder.counts().rejected.find(({ reason }) => reason === 'malformed-row');
    if (!malformed) return;
    const [{ line, text } = { line: 0, text: '' }] = malformed.samples;
    throw new RfmError(
      'file-unreadable',
      `Line ${line} of the rollup is no whole row: ${text}. It was cut off or damaged on its way: load it again.`,
      { details: { line, problem: 'rollup-row' } },
    );
  }

  get units(): ReadonlyMap<string, number> {
    return this.amount.units;
  }

  get columnsUsed(): number[] {
    const { places, dimensionPlaces, countPlaces, sumPlaces } = this;
    const columns = [...Object.values(places), ...dimensionPlaces, ...countPlaces, ...sumPlaces];
    return [...new Set(columns)].filter((column) => column >= 0).sort((a, b) => a - b);
  }

  get lastColumn(): number {
    return Math.max(...this.columnsUsed);
  }

  row(fields: RowFields, line: number): boolean {
    const { encoder, places } = this;
    this.checkKind(fields, line);
    if (!this.money(fields, places.amount, this.amount)) throw this.unreadable(fields, 'amount', line);
    fields.field(places.customer);
    if (isBlank(fields.bytes, fields.start, fields.end))
      return encoder.reject('missing-customer', line, () => fields.text(), this.amount);
    const customer = codeOf(fields, encoder.customers);
    const day = places.date < 0 ? this.folderDay : this.day(fields, places.date);
    if (day === null || Number.isNaN(day)) throw this.unreadable(fields, 'period_start', line);
    if (day > this.asOf) return encoder.reject('after-as-of', line, () => fields.text(), this.amount);
    this.readCounts(fields, line);
    const lastDay = this.lastDay(day);
    if (lastDay > this.asOf) throw this.cutThrough(day, lastDay);
    if (!encoder.fit(this.amount)) throw this.unreadable(fields, 'amount', line);
    encoder.begin(customer, day, this.amount);
    this.rest(fields, line);
    encoder.reach(lastDay);
    encoder.end();
    if (places.shared >= 0) this.sharedOrders(fields, customer, day);
    return true;
  }

  private checkKind(fields: RowFields, line: number): void {
    fields.field(this.places.kind);
    const { bytes, start, end } = fields;
    const { kindBytes } = this;
    let same = end - start === kindBytes.length;
    for (let i = 0; same && i < kindBytes.length; i += 1) same = bytes[start + i] === kindBytes[i];
    if (same) return;
    const text = decode(bytes, start, end);
    if (text.trim() === decode(kindBytes, 0, kindBytes.length)) return;
    throw new RfmError(
      'format-unknown',
      `Row ${line} says that it is of a rollup "${text}", the first one "${decode(kindBytes, 0, kindBytes.length)}". Load partitions of one rollup only.`,
      { details: { rollup: text, line, expected: decode(kindBytes, 0, kindBytes.length) } },
    );
  }

  /** The last day of a row that anything happened on. */
  private lastDay(day: number): number {
    const at = this.counts.indexOf('last_day');
    return at < 0 || this.values[1] === 0 ? day : this.values[at]!;
  }

  private readCounts(fields: RowFields, line: number): void {
    const { counts, values } = this;
    values[0] = this.part;
    for (let i = 1; i < counts.length; i += 1) {
      const name = counts[i]!;
      const isDay = name.endsWith('_day') || name.endsWith('_purchase');
      const place = this.countPlaces[i]!;
      const value = isDay ? this.day(fields, place) : this.whole(fields, place);
      if (Number.isNaN(value)) throw this.unreadable(fields, name, line);
      // A day that is not there belongs to a count of nothing.
      values[i] = value ?? 0;
    }
  }

  private rest(fields: RowFields, line: number): void {
    const { encoder, places } = this;
    encoder.setOrder(-1);
    if (places.profit >= 0) {
      if (!this.money(fields, places.profit, this.number)) throw this.unreadable(fields, 'profit', line);
      encoder.setProfit(this.number);
    }
    this.dimensions(fields);
    this.values.forEach((value, i) => {
      encoder.setCount(i, value);
    });
    this.sums.forEach((name, i) => {
      const reads = this.money(fields, this.sumPlaces[i]!, this.number);
      if (!reads || !encoder.setSum(i, this.number)) throw this.unreadable(fields, name, line);
    });
  }

  private dimensions(fields: RowFields): void {
    for (let i = 0; i < this.dimensionPlaces.length; i += 1) {
      fields.field(this.dimensionPlaces[i]!);
      this.encoder.setDimension(i, codeOf(fields, this.encoder.dimensions[i]!));
    }
  }

  /** Orders that lie in several rows stand as rows of their own, which carry nothing else. */
  private sharedOrders(fields: RowFields, customer: number, day: number): void {
    fields.field(this.places.shared);
    const { bytes, start, end } = fields;
    if (isBlank(bytes, start, end)) return;
    const { encoder, number } = this;
    for (const id of decode(bytes, start, end).split(ORDER_SEPARATOR)) {
      number.digits = 0;
      number.places = 0;
      number.big = null;
      encoder.begin(customer, day, number);
      const name = encode(id);
      encoder.setOrder(encoder.orders.code(name, 0, name.length));
      encoder.setProfit(null);
      this.dimensions(fields);
      encoder.setCount(0, this.part);
      for (let i = 1; i < this.counts.length; i += 1) encoder.setCount(i, 0);
      for (let i = 0; i < this.sums.length; i += 1) encoder.setSum(i, number);
      encoder.end(false);
    }
  }

  private money(fields: RowFields, column: number, to: MoneyReader): boolean {
    const read = fields.money(column, to);
    if (read !== undefined) return read;
    fields.field(column);
    return fields.end > fields.start && to.read(fields.bytes, fields.start, fields.end);
  }

  private whole(fields: RowFields, column: number): number {
    if (!this.money(fields, column, this.number)) return Number.NaN;
    const value = this.number.digits / 10 ** this.number.places;
    return Number.isInteger(value) && value >= 0 && value <= 0x7fffffff ? value : Number.NaN;
  }

  /** NaN where it cannot be read, null where there is none. */
  private day(fields: RowFields, column: number): number | null {
    const day = fields.day(column);
    if (day !== undefined) return Number.isNaN(day) ? null : day;
    fields.field(column);
    if (isBlank(fields.bytes, fields.start, fields.end)) return null;
    return this.dates.read(fields.bytes, fields.start, fields.end);
  }

  private checkColumns(columns: readonly string[]): void {
    const { kind, folderDay } = this;
    const needed = kind.period === 'day' ? COMMON_COLUMNS : [...COMMON_COLUMNS, ...DAY_COLUMNS];
    const told = (name: string): boolean => name === 'period_start' && !Number.isNaN(folderDay);
    const missing = needed.filter((name) => !columns.includes(name) && !told(name));
    if (missing.length === 0) return;
    const names = missing.map((name) => `"${name}"`).join(', ');
    throw missingColumn(missing[0]!, columns, `This rollup by ${kind.period} lacks ${names}.`);
  }

  private unreadable(fields: RowFields, column: string, line: number): RfmError {
    return new RfmError(
      'file-unreadable',
      `Row ${line} of the rollup has no "${column}" that can be read: ${fields.text().slice(0, 200)}. Make the rollup anew.`,
      { details: { line, column, problem: 'rollup-row' } },
    );
  }

  private cutThrough(day: number, lastDay: number): RfmError {
    return new RfmError(
      'needs-rows',
      `As-of lies inside a ${this.kind.period} of the rollup (${isoOf(day)} to ${isoOf(lastDay)}), which knows only whole ones. Choose the end of one, or load a rollup by day.`,
      { details: { period: this.kind.period, from: isoOf(day), to: isoOf(lastDay) } },
    );
  }
}
