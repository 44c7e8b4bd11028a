import type { Rejected, RejectReason } from '../../compute/results';
import { encodedCounts, encodedSums, type RollupKind } from '../../sql/rollup-schema';
import { csvLine } from '../../util/csv';
import { DecimalSum, shortened } from './decimal-sum';
import { Dictionary, type NewNames } from './dictionary';
import { powerOf10 } from './digits';
import { MAX_PLACES, type MoneyReader } from './money-reader';
import { OrderCodes } from './order-codes';
import { OrderStarts } from './order-starts';
import { RowTotals } from './row-totals';
import { SeenRows } from './seen-rows';

/** How many rows travel to the engine together. */
const BATCH_ROWS = 1 << 16;

/** Text of rejected rows that travels together. */
const REJECTED_LENGTH = 1 << 20;

const SAMPLES = 5;
const SAMPLE_LENGTH = 200;

/** Amounts are held as whole numbers of 64 bits; this is the largest, with room for the rounding of its double. */
const MAX_UNITS = 9.2e18;

/** The largest amount that leaves room for cents: a larger one is a slip, and would cost all other rows their cents. */
const MAX_AMOUNT = MAX_UNITS / 100;

/** Which columns the encoded rows have beside customer, day and amount. */
export interface Shape {
  order: boolean;
  profit: boolean;
  dimensions: number;
  /** Whether a row of this amount is a purchase, which orders begin with. */
  isPurchase(amount: number): boolean;
  /** Set where each row is one of a rollup. */
  rollup?: RollupKind;
}

/** A stretch of encoded rows. Amounts are whole numbers of 10^-`scale`. */
export interface Batch {
  rows: number;
  scale: number;
  customer: Int32Array;
  day: Int32Array;
  amount: BigInt64Array;
  order: Int32Array | null;
  /** 1 in the row that an order begins with, where orders are whole. */
  begins: Int8Array | null;
  profit: BigInt64Array | null;
  dimensions: Int32Array[];
  /** Of a rollup: its rules, and its counts and sums in the order of the schema. */
  rollup: { kind: RollupKind; counts: Int32Array[]; sums: BigInt64Array[] } | null;
  names: { customer: NewNames; order: NewNames | null; dimensions: NewNames[] };
  /** The rows left out among these, as lines of CSV, where they are asked for. */
  rejected?: string;
}

/** What the encoder has counted. Sums are the numbers nearest to the exact ones. */
export interface EncodedCounts {
  rowsRead: number;
  rowsUsed: number;
  rejected: Rejected[];
  amountRead: number;
  amountUsed: number;
  amountRefunded: number;
  amountRejected: number;
  refundRows: number;
  zeroRows: number;
  /** Customers with a used row, refunds included. */
  customers: number;
  /** Whether the rows of each order stand together and are of one customer and one day. */
  wholeOrders: boolean;
  scale: number;
  firstDay: number | null;
  lastDay: number | null;
  /** The first day on which 99.9 % of the used rows have come. */
  lateDay: number | null;
}

/** Takes rows whose fields have been read, gives each id its code, and hands out batches for the engine. */
export class TransactionEncoder {
  readonly customers: Dictionary = new Dictionary();
  readonly orders: OrderCodes = new OrderCodes();
  readonly starts: OrderStarts = new OrderStarts();
  readonly dimensions: Dictionary[];
  readonly seen: SeenRows = new SeenRows();
  /** Which of several inputs the rows come from; null where there is one. */
  input: string | null = null;
  rowsRead = 0;
  rowsUsed = 0;
  private readonly shape: Shape;
  private readonly rejections = new Map<RejectReason, Rejected & { sum: DecimalSum }>();
  private readonly totals = new RowTotals();
  private scale = 0;
  /** All amounts (and profits) added up without their signs: no sum the engine makes of them is larger. */
  private total = 0;
  /** The most places at which such a sum still fits into 64 bits, and the sum from which on fewer do. */
  private maxScale = MAX_PLACES;
  private ceiling = MAX_UNITS / 10 ** MAX_PLACES;
  /** Lines of CSV for the rows left out; null where nobody wants them. */
  private rejectedLines: string[] | null = null;
  private rejectedLength = 0;
  private size = 0;
  /** Whether the row begun is a purchase. */
  private purchase = false;
  private customer!: Int32Array;
  private day!: Int32Array;
  private amount!: BigInt64Array;
  private amountWords!: Int32Array;
  private order!: Int32Array | null;
  private begins!: Int8Array | null;
  private profit!: BigInt64Array | null;
  private profitWords!: Int32Array | null;
  private dimension!: Int32Array[];
  private counted: Int32Array[] = [];
  private summed: BigInt64Array[] = [];
  private summedWords: Int32Array[] = [];

  constructor(shape: Shape) {
    this.shape = shape;
    this.dimensions = Array.from({ length: shape.dimensions }, () => new Dictionary());
    this.allocate();
  }

  /** Whether a batch is ready to be taken. */
  get ready(): boolean {
    return this.size >= BATCH_ROWS || this.rejectedLength >= REJECTED_LENGTH;
  }

  /** The rows so far were those of an input of this name, of which nobody knew that there would be others. */
  nameInput(name: string): void {
    for (const { samples } of this.rejections.values()) for (const sample of samples) sample.input = name;
  }

  /** Hands out every row that is left out, with the batches. */
  keepRejected(): void {
    this.rejectedLines = [];
  }

  /** Ids that are no UTF-8, as they stood; null where all are. Known of those that have been taken. */
  get brokenText(): Uint8Array | null {
    const dictionaries = [this.customers, this.orders, ...this.dimensions];
    return dictionaries.find(({ broken }) => broken !== null)?.broken ?? null;
  }

  /** Begins a used row, whose amount must `fit`. */
  begin(customer: number, day: number, amount: MoneyReader): void {
    this.customer[this.size] = customer;
    this.day[this.size] = day;
    this.put(this.amount, this.amountWords, amount);
    this.totals.add(day, amount);
    this.purchase = this.shape.isPurchase(amount.digits);
  }

  /** The order of the row begun; a blank one is an order of its own. */
  setOrder(code: number | null): void {
    const { order, begins, size } = this;
    if (!order || !begins) return;
    const number = code ?? this.orders.blank();
    order[size] = number;
    begins[size] = this.starts.begins(number, this.customer[size]!, this.day[size]!, this.purchase) ? 1 : 0;
  }

  setProfit(profit: MoneyReader | null): void {
    if (!this.profit || !this.profitWords) return;
    if (profit && this.fit(profit)) this.put(this.profit, this.profitWords, profit);
    else this.profit[this.size] = 0n;
  }

  /** A number of the rollup's row begun, by its place in the schema. */
  setCount(index: number, value: number): void {
    this.counted[index]![this.size] = value;
  }

  /** A sum of the rollup's row begun. False where it is beyond what can be held exactly. */
  setSum(index: number, value: MoneyReader): boolean {
    if (!this.fit(value)) return false;
    this.put(this.summed[index]!, this.summedWords[index]!, value);
    return true;
  }

  /** Days that a row of a rollup reaches to beyond the one it is filed under. */
  reach(lastDay: number): void {
    this.totals.lastDay = Math.max(this.totals.lastDay, lastDay);
  }

  setDimension(index: number, code: number): void {
    this.dimension[index]![this.size] = code;
  }

  /** Ends the row begun. `counted` is false for the refund half of a row that is already counted. */
  end(counted = true): void {
    this.size += 1;
    if (counted) this.rowsUsed += 1;
  }

  /** Leaves a row out for `reason`; `amount` is what could be read of its amount, `text` gives it as it stood. */
  reject(reason: RejectReason, line: number, text: () => string, amount: MoneyReader | null): false {
    let entry = this.rejections.get(reason);
    if (!entry) {
      entry = { reason, rows: 0, samples: [], sum: new DecimalSum() };
      this.rejections.set(reason, entry);
    }
    entry.rows += 1;
    const { input } = this;
    if (entry.samples.length < SAMPLES)
      entry.samples.push({ ...(input !== null && { input }), line, text: shorten(text()) });
    if (amount) entry.sum.add(amount.digits, amount.big, amount.places);
    if (this.rejectedLines) this.keep(csvLine([reason, ...(input === null ? [] : [input]), line, text()]));
    return false;
  }

  /** The rows gathered so far as a batch; the encoder goes on with an empty one. */
  take(): Batch {
    const { size } = this;
    const batch: Batch = {
      rows: size,
      scale: this.scale,
      customer: this.customer.subarray(0, size),
      day: this.day.subarray(0, size),
      amount: this.amount.subarray(0, size),
      order: this.order?.subarray(0, size) ?? null,
      begins: this.begins?.subarray(0, size) ?? null,
      profit: this.profit?.subarray(0, size) ?? null,
      dimensions: this.dimension.map((column) => column.subarray(0, size)),
      rollup: this.shape.rollup
        ? {
            kind: this.shape.rollup,
            counts: this.counted.map((column) => column.subarray(0, size)),
            sums: this.summed.map((column) => column.subarray(0, size)),
          }
        : null,
      names: {
        customer: this.customers.takeNew(),
        order: this.shape.order ? this.orders.takeNew() : null,
        dimensions: this.dimensions.map((dictionary) => dictionary.takeNew()),
      },
    };
    this.allocate();
    return this.rejectedLines ? { ...batch, rejected: this.takeRejected(this.rejectedLines) } : batch;
  }

  private keep(line: string): void {
    this.rejectedLines?.push(line);
    this.rejectedLength += line.length;
  }

  private takeRejected(lines: readonly string[]): string {
    this.rejectedLines = [];
    this.rejectedLength = 0;
    return lines.join('');
  }

  counts(): EncodedCounts {
    const rejected = [...this.rejections.values()].map(({ sum, ...entry }) => ({
      ...entry,
      amount: sum.value,
    }));
    const left = [...this.rejections.values()].map(({ sum }) => sum);
    const { totals } = this;
    return {
      rowsRead: this.rowsRead,
      rowsUsed: this.rowsUsed,
      rejected,
      amountRead: DecimalSum.total([totals.amount, ...left]),
      amountUsed: totals.amount.value,
      amountRefunded: totals.refunds.value,
      amountRejected: DecimalSum.total(left),
      refundRows: totals.refundRows,
      zeroRows: totals.zeroRows,
      customers: this.customers.size,
      wholeOrders: this.starts.whole,
      scale: this.scale,
      firstDay: this.rowsUsed ? totals.firstDay : null,
      lastDay: this.rowsUsed ? totals.lastDay : null,
      lateDay: totals.lateDay,
    };
  }

  private allocate(): void {
    this.size = 0;
    this.customer = new Int32Array(BATCH_ROWS + 1);
    this.day = new Int32Array(BATCH_ROWS + 1);
    this.amount = new BigInt64Array(BATCH_ROWS + 1);
    this.amountWords = new Int32Array(this.amount.buffer);
    this.order = this.shape.order ? new Int32Array(BATCH_ROWS + 1) : null;
    this.begins = this.shape.order ? new Int8Array(BATCH_ROWS + 1) : null;
    this.profit = this.shape.profit ? new BigInt64Array(BATCH_ROWS + 1) : null;
    this.profitWords = this.profit && new Int32Array(this.profit.buffer);
    this.dimension = this.dimensions.map(() => new Int32Array(BATCH_ROWS + 1));
    const { rollup } = this.shape;
    if (!rollup) return;
    this.counted = encodedCounts(rollup.period).map(() => new Int32Array(BATCH_ROWS + 1));
    this.summed = encodedSums(rollup.period).map(() => new BigInt64Array(BATCH_ROWS + 1));
    this.summedWords = this.summed.map(({ buffer }) => new Int32Array(buffer));
  }

  /**
   * Brings the amount and the batch to one scale: that of the row with the most places, as far as the sum of all
   * amounts lets it. False where the amount is beyond what can be held exactly: the row is not to be used.
   */
  fit(amount: MoneyReader): boolean {
    dropZeros(amount, this.scale);
    const size =
      Math.abs(amount.big === null ? amount.digits : Number(amount.big)) / powerOf10(amount.places);
    if (!(size < MAX_AMOUNT && this.total + size < MAX_UNITS)) return false;
    this.total += size;
    if (this.total >= this.ceiling) this.lowerCeiling();
    const scale = Math.min(Math.max(amount.places, this.scale), this.maxScale);
    if (scale !== this.scale) this.rescale(scale);
    roundTo(amount, this.scale);
    return true;
  }

  private lowerCeiling(): void {
    while (this.maxScale > 0 && this.total >= this.ceiling) {
      this.maxScale -= 1;
      this.ceiling = MAX_UNITS / 10 ** this.maxScale;
    }
  }

  private rescale(scale: number): void {
    // The row begun counts as well: its amount stands already when its profit asks for more places.
    for (const column of [this.amount, this.profit, ...this.summed])
      if (column)
        for (let i = 0; i <= this.size; i += 1) column[i] = rescaled(column[i]!, scale - this.scale);
    this.scale = scale;
  }

  private put(column: BigInt64Array, words: Int32Array, { digits, big, places }: MoneyReader): void {
    const value = digits * powerOf10(this.scale - places);
    if (big !== null || !Number.isSafeInteger(value)) {
      column[this.size] = (big ?? BigInt(digits)) * 10n ** BigInt(this.scale - places);
      return;
    }
    // Two 32-bit halves: several times faster than going through BigInt.
    words[this.size * 2] = value;
    words[this.size * 2 + 1] = Math.floor(value / 2 ** 32);
  }
}

/** Takes places away that hold only zeros, so that 12.3400 does not ask for four places. */
function dropZeros(amount: MoneyReader, scale: number): void {
  roundTo(amount, MAX_PLACES);
  while (amount.places > scale && amount.big === null && amount.digits % 10 === 0) {
    amount.digits /= 10;
    amount.places -= 1;
  }
}

function roundTo(amount: MoneyReader, places: number): void {
  if (amount.places <= places) return;
  const digits = rescaled(amount.big ?? BigInt(amount.digits), places - amount.places);
  amount.digits = Number(digits);
  amount.big = Number.isSafeInteger(amount.digits) ? null : digits;
  amount.places = places;
}

/** `digits` times 10^`shift`; rounded half away from zero where that takes places away. */
function rescaled(digits: bigint, shift: number): bigint {
  return shift >= 0 ? digits * 10n ** BigInt(shift) : shortened(digits, -shift);
}

function shorten(text: string): string {
  return text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH)}…` : text;
}
