import type { Mapping } from '../../compute/results';
import { dayOfIso } from '../../util/calendar';
import { RfmError } from '../../util/rfm-error';
import { amountColumns } from '../mapping/amount-columns';
import { findColumn } from '../mapping/resolve-mapping';
import { isBlank, isTrim, skipSpace, trimEnd } from './bytes';
import type { DateGuess, DecimalGuess } from './column-formats';
import { type DateFormat, DateReader } from './date-reader';
import { isYearFirst } from './date-ways';
import { MoneyReader } from './money-reader';
import type { ReadOptions } from './read-request';
import { TransactionEncoder } from './transaction-encoder';

/** How the fields of the columns are written. */
export interface FieldFormats {
  dates: DateGuess;
  decimals: DecimalGuess;
}

/** Another way to read a column, and how many rows speak for it and against it. */
export class Rival<T> {
  readonly value: T;
  /** Rows that read only this other way. */
  wins = 0;
  /** Rows that read only as they are read now. */
  losses = 0;

  constructor(value: T) {
    this.value = value;
  }
}

/** Rows against a rival after which no more are sought. */
const BEATEN = 1000;

/** The fields of one row, as bytes. `field` sets where the field lies. */
export interface RowFields {
  bytes: Uint8Array;
  start: number;
  end: number;
  field(column: number): void;
  /** Reads a column of numbers; false where the cell holds none, undefined where only its text tells. */
  money(column: number, to: MoneyReader): boolean | undefined;
  /** The day in a column of dates; NaN where the cell is empty, undefined where only its text tells. */
  day(column: number): number | undefined;
  /** The cell where it is a whole number of 31 bits, undefined where only its text tells. */
  whole(column: number): number | undefined;
  /** The row as it stood, for the report. */
  text(): string;
}

/** Reads rows of one kind of table and gathers them. */
export interface TableReader {
  readonly encoder: TransactionEncoder;
  readonly units: ReadonlyMap<string, number>;
  readonly lastColumn: number;
  readonly columnsUsed: number[];
  readonly dateRivals: readonly Rival<DateReader>[];
  readonly decimalRival: Rival<MoneyReader> | null;
  /** The order that dates are in beside those that a program has taken the wrong way round; null where none are. */
  readonly unswappedOrder: DateFormat | null;
  readonly swappedDates: number;
  readonly halfSwappedDates: number;
  readonly headerRows: number;
  readonly headerLine: number;
  readonly unreadableProfits: number;
  row(fields: RowFields, line: number): boolean;
  /** The next of several inputs begins. */
  begin?(part: ReadPart): void;
  /** An input is at its end: throws what makes it unfit as a whole. */
  finish?(): void;
}

/** One of the inputs: its number from 0, and what people call it. */
export interface ReadPart {
  index: number;
  name?: string | undefined;
}

interface Exclusion {
  column: number;
  value: string;
}

/** Reads rows of text fields by one mapping and hands them to the encoder, or leaves them out for a reason. */
export class RowReader implements TableReader {
  readonly encoder: TransactionEncoder;
  /** Rows whose date reads only with day and month the other way round. */
  swappedDates = 0;
  /** Rows whose date was made by a program that took day for month. */
  halfSwappedDates = 0;
  /** Rows that repeat the name of the date column: headers again, as where files were joined. */
  headerRows = 0;
  /** The line of the first of them. */
  headerLine = 0;
  /** Rows used whose profit is there but cannot be read: it counts as 0. */
  unreadableProfits = 0;
  readonly amount: MoneyReader;
  /** Date formats that the sample did not rule out. */
  readonly dateRivals: readonly Rival<DateReader>[];
  /** The other decimal sign, where the sample did not rule it out. */
  readonly decimalRival: Rival<MoneyReader> | null;
  private readonly dates: DateReader;
  private readonly swapped: DateReader | null;
  private readonly halfSwapped: boolean;
  private readonly datesDeclared: boolean;
  private readonly factor: MoneyReader;
  private readonly profit: MoneyReader;
  private readonly refundAmount: MoneyReader;
  private readonly asOf: number;
  private readonly dateName: string;
  private readonly customerColumn: number;
  private readonly dateColumn: number;
  private readonly amountColumns: number[];
  private readonly orderColumn: number;
  private readonly profitColumn: number;
  private readonly refundColumn: number;
  private readonly dimensionColumns: number[];
  private readonly exclusions: Exclusion[];
  private readonly decoder = new TextDecoder();

  constructor(mapping: Mapping, columns: readonly string[], options: ReadOptions, formats: FieldFormats) {
    const at = (name: string | undefined): number => (name === undefined ? -1 : columns.indexOf(name));
    this.customerColumn = at(mapping.customer);
    this.dateColumn = at(mapping.date);
    this.dateName = mapping.date;
    this.amountColumns = amountColumns(mapping.amount, columns).map(at);
    this.orderColumn = at(mapping.order);
    this.profitColumn = at(mapping.profit);
    this.refundColumn = options.refund ? at(findColumn('refund', options.refund, columns)) : -1;
    this.dimensionColumns = (mapping.dimensions ?? []).map(at);
    this.exclusions = exclusions(options.exclude, columns);
    this.asOf = asOfDay(options.asOf);
    const { dates, decimals } = formats;
    this.halfSwapped = options.dates === 'half-swapped';
    this.datesDeclared = options.dateFormat !== undefined && options.dates === undefined;
    const { decimal } = decimals;
    this.dates = new DateReader(dates.format);
    this.swapped = swappedReader(dates.format);
    this.dateRivals = dates.others.map((format) => new Rival(new DateReader(format)));
    this.decimalRival = decimals.other && new Rival(new MoneyReader(decimals.other));
    this.amount = new MoneyReader(decimal);
    this.factor = new MoneyReader(decimal);
    this.profit = new MoneyReader(decimal);
    this.refundAmount = new MoneyReader(decimal);
    this.encoder = new TransactionEncoder({
      order: this.orderColumn >= 0,
      profit: this.profitColumn >= 0,
      dimensions: this.dimensionColumns.length,
      isPurchase: purchaseRule(options),
    });
  }

  get unswappedOrder(): DateFormat | null {
    return this.datesDeclared || this.halfSwapped ? null : this.dates.ways.halfSwapped;
  }

  /** The currency signs and codes met in the amounts, with how often. */
  get units(): ReadonlyMap<string, number> {
    return new Map([...this.factor.units, ...this.amount.units]);
  }

  /** The highest column that a row must have. */
  get lastColumn(): number {
    return Math.max(
      this.customerColumn,
      this.dateColumn,
      ...this.amountColumns,
      this.orderColumn,
      this.profitColumn,
    );
  }

  /** All columns that are looked at, by number. */
  get columnsUsed(): number[] {
    const columns = [
      this.customerColumn,
      this.dateColumn,
      ...this.amountColumns,
      this.orderColumn,
      this.profitColumn,
      this.refundColumn,
      ...this.dimensionColumns,
      ...this.exclusions.map(({ column }) => column),
    ];
    return [...new Set(columns)].filter((column) => column >= 0).sort((a, b) => a - b);
  }

  /** Takes one row; whether it is used. The first reason against it decides, in the contract's order. */
  row(fields: RowFields, line: number): boolean {
    const { encoder } = this;
    const amount = this.readAmount(fields) ? this.amount : null;
    if (this.decimalRival) this.weighDecimal(this.decimalRival, fields, amount !== null);
    if (this.isExcluded(fields)) return encoder.reject('excluded', line, () => fields.text(), amount);
    const id = fields.whole(this.customerColumn);
    if (id === undefined && this.isEmpty(fields, this.customerColumn))
      return encoder.reject('missing-customer', line, () => fields.text(), amount);
    const day = this.readDay(fields);
    if (Number.isNaN(day)) {
      fields.field(this.dateColumn);
      if (this.isDateName(fields)) {
        this.headerRows += 1;
        this.headerLine ||= line;
      } else if (this.readsSwapped(fields)) this.swappedDates += 1;
      return encoder.reject('bad-date', line, () => fields.text(), amount);
    }
    if (this.halfSwapped && isYearFirst(fields)) {
      this.halfSwappedDates += 1;
      return encoder.reject('bad-date', line, () => fields.text(), amount);
    }
    if (!amount) return encoder.reject('bad-amount', line, () => fields.text(), null);
    if (day > this.asOf) return encoder.reject('after-as-of', line, () => fields.text(), amount);
    if (!this.refundReads(fields)) return encoder.reject('bad-amount', line, () => fields.text(), amount);
    if (!encoder.fit(amount)) return encoder.reject('bad-amount', line, () => fields.text(), null);
    const customer = id === undefined ? this.customer(fields) : encoder.customers.codeOfWhole(id);
    encoder.begin(customer, day, amount);
    this.rest(fields);
    encoder.end();
    if (this.refundColumn >= 0) this.refund(fields, customer, day);
    return true;
  }

  private readDay(fields: RowFields): number {
    const given = fields.day(this.dateColumn);
    if (given !== undefined) return given;
    fields.field(this.dateColumn);
    const day = this.dates.read(fields.bytes, fields.start, fields.end);
    for (const rival of this.dateRivals) weighDate(rival, fields, !Number.isNaN(day));
    return day;
  }

  /** Whether the refunded amount, where there is a column of them, is blank or can be read. */
  private refundReads(fields: RowFields): boolean {
    if (this.refundColumn < 0) return true;
    fields.field(this.refundColumn);
    const { bytes, start, end } = fields;
    return isBlank(bytes, start, end) || this.refundAmount.read(bytes, start, end);
  }

  private isEmpty(fields: RowFields, column: number): boolean {
    fields.field(column);
    return isBlank(fields.bytes, fields.start, fields.end);
  }

  private customer(fields: RowFields): number {
    fields.field(this.customerColumn);
    return codeOf(fields, this.encoder.customers);
  }

  private order(fields: RowFields): number | null {
    const number = fields.whole(this.orderColumn);
    if (number !== undefined) return number;
    return this.isEmpty(fields, this.orderColumn) ? null : codeOf(fields, this.encoder.orders);
  }

  private rest(fields: RowFields, isRefund = false): void {
    const { encoder } = this;
    if (this.orderColumn >= 0) encoder.setOrder(this.order(fields));
    if (this.profitColumn >= 0) {
      fields.field(this.profitColumn);
      encoder.setProfit(!isRefund && this.readProfit(fields) ? this.profit : null);
    }
    for (let i = 0; i < this.dimensionColumns.length; i += 1) {
      fields.field(this.dimensionColumns[i]!);
      encoder.setDimension(i, codeOf(fields, encoder.dimensions[i]!));
    }
  }

  /** The refunded amount of a row, as a refund of its own on the same day. */
  private refund(fields: RowFields, customer: number, day: number): void {
    const { encoder, refundAmount } = this;
    fields.field(this.refundColumn);
    if (isBlank(fields.bytes, fields.start, fields.end) || refundAmount.digits === 0) return;
    refundAmount.digits = -Math.abs(refundAmount.digits);
    if (refundAmount.big !== null && refundAmount.big > 0n) refundAmount.big = -refundAmount.big;
    if (!encoder.fit(refundAmount)) return;
    encoder.begin(customer, day, refundAmount);
    this.rest(fields, true);
    encoder.end(false);
  }

  private readProfit(fields: RowFields): boolean {
    const { bytes, start, end } = fields;
    if (isBlank(bytes, start, end)) return false;
    const reads = this.profit.read(bytes, start, end);
    if (!reads) this.unreadableProfits += 1;
    return reads;
  }

  private readAmount(fields: RowFields): boolean {
    if (!this.readFilled(this.amount, fields, this.amountColumns[0]!)) return false;
    if (this.amountColumns.length === 1) return true;
    return this.readFilled(this.factor, fields, this.amountColumns[1]!) && multiply(this.amount, this.factor);
  }

  private weighDecimal(rival: Rival<MoneyReader>, fields: RowFields, reads: boolean): void {
    if (reads && rival.losses >= BEATEN) return;
    const other = this.amountColumns.every((column) => this.readFilled(rival.value, fields, column));
    if (other && !reads) rival.wins += 1;
    if (reads && !other) rival.losses += 1;
  }

  private readFilled(reader: MoneyReader, fields: RowFields, column: number): boolean {
    const read = fields.money(column, reader);
    if (read !== undefined) return read;
    fields.field(column);
    const { bytes, start, end } = fields;
    return end > start && reader.read(bytes, start, end);
  }

  private isExcluded(fields: RowFields): boolean {
    for (const { column, value } of this.exclusions) {
      fields.field(column);
      if (this.decoder.decode(fields.bytes.subarray(fields.start, fields.end)).trim() === value) return true;
    }
    return false;
  }

  private isDateName({ bytes, start, end }: RowFields): boolean {
    return end - start < 200 && this.decoder.decode(bytes.subarray(start, end)).trim() === this.dateName;
  }

  private readsSwapped({ bytes, start, end }: RowFields): boolean {
    return this.swapped !== null && !Number.isNaN(this.swapped.read(bytes, start, end));
  }
}

function weighDate(rival: Rival<DateReader>, { bytes, start, end }: RowFields, reads: boolean): void {
  if (reads && rival.losses >= BEATEN) return;
  const other = !Number.isNaN(rival.value.read(bytes, start, end));
  if (other && !reads) rival.wins += 1;
  if (reads && !other) rival.losses += 1;
}

function multiply(a: MoneyReader, b: MoneyReader): boolean {
  const product = a.digits * b.digits;
  const exact = a.big === null && b.big === null && Number.isSafeInteger(product);
  if (!exact) a.big = (a.big ?? BigInt(a.digits)) * (b.big ?? BigInt(b.digits));
  a.digits = product;
  a.places += b.places;
  return true;
}

/** The code of an id: trimmed, case kept; `17850.0`, which is how a number column with gaps is exported, is 17850. */
export function codeOf(
  { bytes, start: from, end }: RowFields,
  dictionary: { code(bytes: Uint8Array, start: number, end: number): number },
): number {
  const plain = isTrim(bytes, from, end);
  const start = plain ? from : skipSpace(bytes, from, end);
  const to = plain ? end : trimEnd(bytes, start, end);
  return dictionary.code(bytes, start, withoutZeroFraction(bytes, start, to));
}

function withoutZeroFraction(bytes: Uint8Array, start: number, end: number): number {
  let at = end;
  while (at > start && bytes[at - 1] === 0x30) at -= 1;
  if (at === end || at - 1 <= start || bytes[at - 1] !== 0x2e) return end;
  for (let i = start; i < at - 1; i += 1) if (bytes[i]! < 0x30 || bytes[i]! > 0x39) return end;
  return at - 1;
}

function swappedReader(format: DateFormat): DateReader | null {
  if (format === 'dmy') return new DateReader('mdy');
  return format === 'mdy' ? new DateReader('dmy') : null;
}

function purchaseRule({ refunds, zeroAmounts }: ReadOptions): (amount: number) => boolean {
  if (refunds === 'as-orders') return zeroAmounts === 'drop' ? (amount) => amount !== 0 : () => true;
  return zeroAmounts === 'drop' ? (amount) => amount > 0 : (amount) => amount >= 0;
}

function asOfDay(asOf: string | undefined): number {
  if (!asOf) return Number.POSITIVE_INFINITY;
  const day = dayOfIso(asOf);
  if (day !== null) return day;
  throw new RfmError('invalid-option', `asOf: "${asOf}" is no date. Write it as YYYY-MM-DD.`, {
    details: { option: 'asOf', value: asOf },
  });
}

function exclusions(text: string | undefined, columns: readonly string[]): Exclusion[] {
  return (text ?? '')
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const at = part.indexOf('=');
      if (at < 0)
        throw new RfmError('invalid-option', `exclude: "${part.trim()}" is not of the form column=value.`, {
          details: { option: 'exclude', value: text },
        });
      const name = findColumn('exclude', part.slice(0, at).trim(), columns);
      return { column: columns.indexOf(name), value: part.slice(at + 1).trim() };
    });
}
