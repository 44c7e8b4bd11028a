import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { HistoryRow } from '../compute/results';
import { LatestController } from '../controllers/latest-controller';
import type { Source } from '../data/source';
import { sparkScene } from '../layout/spark';
import { svgShapes } from '../render/svg-shapes';
import { dayOfIso } from '../util/calendar';
import { pause } from '../util/pause';
import type { Surroundings } from './picture';

/** A pointer on its way asks for nothing. */
const REST_MS = 120;
/** Customers whose purchases are kept. */
const KEPT = 60;

interface Bought {
  customer: string;
  rows: readonly HistoryRow[];
}

/** The purchases of the customer that is pointed at, asked for when the pointer rests; the newest counts. */
export class PurchaseSpark {
  readonly #work: LatestController<Bought>;
  #known = new Map<string, Bought>();
  #asked: { source: Source; basis: unknown; customer: string } | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#work = new LatestController(host);
  }

  /** Their purchases over time; nothing as long as they are on their way. `basis` is what they rest on. */
  of(
    source: Source,
    basis: unknown,
    customer: string,
    asOf: string,
    around: Surroundings,
  ): TemplateResult | typeof nothing {
    this.#ask(source, basis, customer, asOf);
    const bought = this.#known.get(customer);
    return bought && bought.rows.length > 0 ? spark(bought.rows, asOf, around) : nothing;
  }

  #ask(source: Source, basis: unknown, customer: string, asOf: string): void {
    const asked = this.#asked;
    if (asked?.source === source && asked.basis === basis && asked.customer === customer) return;
    if (asked?.source !== source || asked.basis !== basis) this.#known = new Map();
    this.#asked = { source, basis, customer };
    if (this.#known.has(customer)) return;
    const known = this.#known;
    // Not while the element updates: what is asked for now changes it.
    queueMicrotask(() => {
      if (this.#asked?.customer !== customer) return;
      this.#work.start(async (signal) => {
        await pause(REST_MS, signal);
        const bought = { customer, rows: await source.purchases(customer, { asOf, signal }) };
        if (known.size >= KEPT) known.clear();
        known.set(customer, bought);
        return bought;
      }, false);
    });
  }
}

function spark(rows: readonly HistoryRow[], asOf: string, { f }: Surroundings): TemplateResult {
  const purchases = rows.map(({ date, amount }) => ({ day: dayOfIso(date) ?? 0, amount }));
  const from = purchases[0]?.day ?? 0;
  const { width, height, shapes } = sparkScene(purchases, from, Math.max(from, dayOfIso(asOf) ?? from));
  return html`<svg class="spark" part="spark" width=${width} height=${height} viewBox="0 0 ${width} ${height}">
      ${svgShapes(shapes)}
    </svg>
    <div class="spark-note"><span>${f.dateShort(rows[0]?.date ?? asOf)}</span><span>${f.dateShort(asOf)}</span></div>`;
}
