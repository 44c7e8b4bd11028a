import { NumberSet } from './number-set';
import { isBlankOrder } from './order-codes';

/**
 * Tells the row that each order begins with, so that orders can be counted without gathering their rows. That holds as
 * long as orders are whole: the rows of each stand together and are of one customer and one day.
 */
export class OrderStarts {
  whole = true;
  private order = 0;
  private customer = -1;
  private day = 0;
  private begun = false;
  private readonly met = new NumberSet();

  /** How many orders there are, blank ones apart. */
  get size(): number {
    return this.met.size;
  }

  /** Whether this row is the first purchase of its order. Says nothing once orders have turned out not to be whole. */
  begins(order: number, customer: number, day: number, isPurchase: boolean): boolean {
    if (isBlankOrder(order)) return isPurchase;
    if (order !== this.order || customer !== this.customer || day !== this.day) {
      if (!this.met.add(order)) this.whole = false;
      this.order = order;
      this.customer = customer;
      this.day = day;
      this.begun = false;
    }
    const begins = isPurchase && !this.begun;
    this.begun ||= isPurchase;
    return begins;
  }
}
