import type { Chart } from './dashboard-state';

/** What is asked of all charts of a dashboard at once. */
export interface Looks {
  view: 'chart' | 'table';
  link: 'all' | 'none';
  maskCustomers: boolean;
}

/** What a chart is like where nobody asks. */
const PLAIN: Looks = { view: 'chart', link: 'all', maskCustomers: false };

/** Hands what is asked of a dashboard to its charts; what the page has set on one stands until more is asked. */
export class SharedLooks {
  readonly #handed = new WeakMap<Chart, Looks>();

  /** One chart that masks its customers is enough: another would tell who they are. */
  hand(looks: Looks, charts: readonly Chart[]): void {
    const maskCustomers = looks.maskCustomers || charts.some((chart) => this.#masksByItself(chart));
    for (const chart of charts) this.#give(chart, { ...looks, maskCustomers });
  }

  #give(chart: Chart, looks: Looks): void {
    const before = this.#handed.get(chart) ?? PLAIN;
    for (const name of ['view', 'link'] as const)
      if (looks[name] !== before[name]) Reflect.set(chart, name, looks[name]);
    const own = this.#masksByItself(chart);
    if (!own && looks.maskCustomers !== before.maskCustomers) chart.maskCustomers = looks.maskCustomers;
    this.#handed.set(chart, own ? { ...looks, maskCustomers: false } : looks);
  }

  #masksByItself(chart: Chart): boolean {
    return chart.maskCustomers === true && !this.#handed.get(chart)?.maskCustomers;
  }
}
