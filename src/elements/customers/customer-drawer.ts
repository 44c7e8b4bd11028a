import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CustomerRow, HistoryResult, IsoDate } from '../../compute/results';
import type { Source } from '../../data/source';
import { dayOfIso, firstDayOfMonth, isoOf, monthOf } from '../../util/calendar';
import { RfmError, toRfmError } from '../../util/rfm-error';

import type { drawerView } from './drawer-view';

/** What was known of the customer at an earlier date; null before the first purchase. */
export interface Position {
  asOf: IsoDate;
  figures: CustomerRow | null;
}

/** One customer that is looked at. */
export interface Drawn {
  customer: string;
  history: HistoryResult | null;
  /** Newest first; grows while they are read. */
  positions: readonly Position[];
  /** Whether more of them are on their way. */
  reading: boolean;
  error: RfmError | null;
}

/** Months before as-of at whose ends a customer is looked up. */
const MONTHS_BACK = [3, 6, 9, 12];

/** Reads one customer of a source, the newest asked for, and where it stood at earlier dates. */
export class CustomerDrawer implements ReactiveController {
  /** How a customer is shown; it comes with the first that is opened. */
  view: typeof drawerView | null = null;
  readonly #host: ReactiveControllerHost;
  #drawn: Drawn | null = null;
  #source: Source | null = null;
  #basis: unknown = null;
  #abort: AbortController | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get drawn(): Drawn | null {
    return this.#drawn;
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Follows the source; where `basis` is another, what is open is read anew. */
  sync(source: Source | null, basis: unknown, asOf: IsoDate | undefined): void {
    const again = this.#drawn && (source !== this.#source || basis !== this.#basis);
    const another = source !== this.#source;
    this.#source = source;
    this.#basis = basis;
    if (!again || !this.#drawn) return;
    if (another) this.close();
    else if (source) void this.open(this.#drawn.customer, asOf);
  }

  /** Opens a customer; resolves when there is something to see. */
  async open(customer: string, asOf: IsoDate | undefined): Promise<void> {
    const source = this.#source;
    if (!source) return;
    this.#abort?.abort();
    const own = new AbortController();
    this.#abort = own;
    const before = this.#drawn?.customer === customer ? this.#drawn.history : null;
    this.#set({ customer, history: before, positions: [], reading: true, error: null });
    this.#read(source, customer, asOf, own.signal).catch((reason: unknown) => {
      if (own !== this.#abort || !this.#drawn) return;
      this.#set({ ...this.#drawn, reading: false, error: toRfmError(reason) });
    });
    this.view ??= (await import('./drawer-view')).drawerView;
    this.#host.requestUpdate();
  }

  close(): void {
    this.#abort?.abort();
    this.#abort = null;
    if (this.#drawn) this.#set(null);
  }

  async #read(
    source: Source,
    customer: string,
    asOf: IsoDate | undefined,
    signal: AbortSignal,
  ): Promise<void> {
    const history = await source.history(customer, { asOf, signal });
    this.#change(signal, { history });
    const first = history.summary.first_purchase;
    for (const date of earlier(history.definition.asOf)) {
      const figures = date < first ? null : await figuresAt(source, customer, date, signal);
      if (signal.aborted) return;
      this.#change(signal, { positions: [...(this.#drawn?.positions ?? []), { asOf: date, figures }] });
      // Before the first purchase there is nothing further back.
      if (!figures) break;
    }
    this.#change(signal, { reading: false });
  }

  #change(signal: AbortSignal, change: Partial<Drawn>): void {
    if (!signal.aborted && this.#drawn) this.#set({ ...this.#drawn, ...change });
  }

  #set(drawn: Drawn | null): void {
    this.#drawn = drawn;
    this.#host.requestUpdate();
  }
}

/** Ends of months before `asOf`, newest first: they are looked up without another pass over the rows. */
function earlier(asOf: IsoDate): IsoDate[] {
  const month = monthOf(dayOfIso(asOf) ?? 0);
  return MONTHS_BACK.map((back) => isoOf(firstDayOfMonth(month - back + 1) - 1));
}

async function figuresAt(
  source: Source,
  customer: string,
  asOf: IsoDate,
  signal: AbortSignal,
): Promise<CustomerRow | null> {
  try {
    return (await source.history(customer, { asOf, signal })).summary;
  } catch (error) {
    // Nobody of that name had bought by then, or nobody at all.
    if (error instanceof RfmError && ['invalid-option', 'no-rows'].includes(error.code)) return null;
    throw error;
  }
}
