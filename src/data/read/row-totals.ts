import { DecimalSum } from './decimal-sum';
import type { MoneyReader } from './money-reader';

/** Days from 1970 on that are counted in a plain array: up to 2149. */
const PLAIN_DAYS = 1 << 16;
/** The share of rows that lie on the late day or before; of few rows all but one do. */
const LATE = 0.999;

/** Sums and counts over the rows used. */
export class RowTotals {
  readonly amount: DecimalSum = new DecimalSum();
  readonly refunds: DecimalSum = new DecimalSum();
  refundRows = 0;
  zeroRows = 0;
  firstDay: number = Number.POSITIVE_INFINITY;
  lastDay: number = Number.NEGATIVE_INFINITY;
  private readonly days = new Float64Array(PLAIN_DAYS);
  private readonly otherDays = new Map<number, number>();

  add(day: number, { digits, big, places }: MoneyReader): void {
    this.amount.add(digits, big, places);
    if (digits < 0) {
      this.refunds.add(digits, big, places);
      this.refundRows += 1;
    } else if (digits === 0) this.zeroRows += 1;
    if (day < this.firstDay) this.firstDay = day;
    if (day > this.lastDay) this.lastDay = day;
    if (day >= 0 && day < PLAIN_DAYS) this.days[day]! += 1;
    else this.otherDays.set(day, (this.otherDays.get(day) ?? 0) + 1);
  }

  /** The first day on which 99.9 % of all rows have come, or all but one; null where there are none. */
  get lateDay(): number | null {
    const counts = new Map(this.otherDays);
    this.days.forEach((rows, day) => {
      if (rows > 0) counts.set(day, rows);
    });
    const all = [...counts].sort(([a], [b]) => a - b);
    const total = all.reduce((sum, [, rows]) => sum + rows, 0);
    const wanted = Math.min(LATE * total, total - 1);
    let rowsSoFar = 0;
    for (const [day, rows] of all) {
      rowsSoFar += rows;
      if (rowsSoFar >= wanted) return day;
    }
    return null;
  }
}
