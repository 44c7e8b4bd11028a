import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, type Watch, watch } from './support/browser';
import { openSite, type Site } from './support/site';

type Pareto = HTMLElementTagNameMap['rfm-pareto'];

describe('an element wherever a page puts it', () => {
  let browser: Browser;
  let site: Site;
  let page: Page;
  let seen: Watch;

  beforeAll(async () => {
    browser = await openBrowser();
    site = await openSite();
  });

  afterAll(async () => {
    await browser.close();
    site.close();
  });

  beforeEach(async () => {
    page = await browser.newPage();
    seen = watch(page);
    await page.goto(`${site.origin}/lifecycle.html`);
    await page.addScriptTag({ content: HELPERS });
    return async () => {
      expect(seen.complaints).toEqual([]);
      await page.close();
    };
  });

  const gets = (): number => seen.requests.filter((url) => url.endsWith('cdnow_master.csv')).length;

  it('made by script, with properties set before it is defined', async () => {
    const early = await browser.newPage();
    const complaints = watch(early);
    await early.route('**/kit/rfm-kit.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    await early.goto(`${site.origin}/lifecycle.html`, { waitUntil: 'commit' });
    const result = await early.evaluate(async () => {
      const chart = document.createElement('rfm-pareto');
      const wasDefined = customElements.get('rfm-pareto') !== undefined;
      const data = {
        customer: ['Ada', 'Ada', 'Ben'],
        date: ['2024-01-01', '2024-02-01', '2024-01-05'],
        amount: [6, 2, 2],
      };
      Object.assign(chart, { data, target: 0.5 });
      document.body.append(chart);
      await customElements.whenDefined('rfm-pareto');
      const { summary } = await chart.result();
      return { wasDefined, items: summary.items, target: chart.target };
    });
    expect(result).toEqual({ wasDefined: false, items: 2, target: 0.5 });
    expect(complaints.complaints).toEqual([]);
    await early.close();
  });

  it('moved within the page keeps its data; taken away and put back loads them once more', async () => {
    const shares = await page.evaluate(async () => {
      const chart = await window.kit.chart(document.body);
      const first = await window.kit.share(chart);
      document.body.append(Object.assign(document.createElement('section'), { id: 'there' }));
      document.querySelector('#there')!.append(chart);
      const moved = await window.kit.share(chart);
      return [first, moved];
    });
    expect(shares[0]).toBeGreaterThan(0.6);
    expect(shares[1]).toBe(shares[0]);
    expect(gets()).toBe(1);
    const back = await page.evaluate(async () => {
      const chart = document.querySelector('rfm-pareto')!;
      chart.remove();
      await new Promise((resolve) => setTimeout(resolve, 100));
      document.body.append(chart);
      return window.kit.share(chart);
    });
    expect(back).toBe(shares[0]);
  });

  it('in a shadow root, in which its source is too', async () => {
    const drawn = await page.evaluate(async () => {
      const host = document.body.appendChild(document.createElement('div'));
      const root = host.attachShadow({ mode: 'open' });
      const source = document.createElement('rfm-source');
      Object.assign(source, { id: 'orders', src: 'cdnow_master.csv' });
      root.append(source);
      const chart = document.createElement('rfm-pareto');
      chart.source = 'orders';
      root.append(chart);
      return window.kit.drawn(chart);
    });
    expect(drawn).toBe(true);
  });

  it('in a frame of the page', async () => {
    const drawn = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { src: 'one-tag.html', width: 800, height: 600 });
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve));
      const inner = frame.contentWindow as unknown as Window & typeof globalThis;
      await inner.customElements.whenDefined('rfm-quadrant');
      const chart = inner.document.querySelector('rfm-quadrant')!;
      await chart.ready;
      return (chart.shadowRoot?.querySelector('canvas')?.getBoundingClientRect().width ?? 0) > 100;
    });
    expect(drawn).toBe(true);
  });

  it('in a dialog and in a tab that are shown later', async () => {
    const drawn = await page.evaluate(async () => {
      const dialog = document.body.appendChild(document.createElement('dialog'));
      const tab = document.body.appendChild(document.createElement('div'));
      tab.hidden = true;
      const charts = [await window.kit.chart(dialog), await window.kit.chart(tab)];
      dialog.showModal();
      tab.hidden = false;
      // One look after the next frame, as a person would have it.
      await new Promise((resolve) => setTimeout(resolve, 300));
      return Promise.all(charts.map(window.kit.drawn));
    });
    expect(drawn).toEqual([true, true]);
    expect(gets()).toBe(1);
  });

  it('in a list that makes its rows anew while it scrolls', async () => {
    const { alive, drawn } = await page.evaluate(async () => {
      const source = document.createElement('rfm-source');
      source.src = 'cdnow_master.csv';
      document.body.append(source);
      await source.ready;
      let chart: Pareto | null = null;
      for (let row = 0; row < 20; row++) {
        chart?.remove();
        chart = document.createElement('rfm-pareto');
        source.append(chart);
        await new Promise(requestAnimationFrame);
      }
      return { alive: source.querySelectorAll('rfm-pareto').length, drawn: await window.kit.drawn(chart!) };
    });
    expect(alive).toBe(1);
    expect(drawn).toBe(true);
    expect(gets()).toBe(1);
  });

  it('whose source is taken away says what it waits for, and goes on when it is back', async () => {
    const texts = await page.evaluate(async () => {
      const source = document.createElement('rfm-source');
      Object.assign(source, { id: 'orders', src: 'cdnow_master.csv' });
      const chart = document.createElement('rfm-pareto');
      chart.source = 'orders';
      document.body.append(source, chart);
      await chart.ready;
      const text = (): string => chart.shadowRoot?.querySelector('[part=state]')?.textContent?.trim() ?? '';
      source.remove();
      await new Promise((resolve) => setTimeout(resolve, 200));
      await chart.updateComplete;
      const waiting = text();
      document.body.append(source);
      return [waiting, await window.kit.drawn(chart)];
    });
    expect(texts[0]).toContain('orders');
    expect(texts[1]).toBe(true);
  });
});

/** What the tests do in the page, as a script of its own. */
const HELPERS = `
window.kit = {
  async chart(place) {
    const chart = document.createElement('rfm-pareto');
    Object.assign(chart, { src: 'cdnow_master.csv', customer: 'customer_id', date: 'date', amount: 'amount' });
    place.append(chart);
    await chart.ready;
    return chart;
  },
  async share(chart) {
    return (await chart.result()).summary.shareOfTop20;
  },
  async drawn(chart) {
    await chart.ready;
    const box = chart.shadowRoot.querySelector('svg[part=chart], [part=chart] svg').getBoundingClientRect();
    return box.width > 100 && box.height > 100;
  },
};`;

declare global {
  interface Window {
    kit: {
      chart(place: Element): Promise<Pareto>;
      share(chart: Pareto): Promise<number>;
      drawn(chart: Pareto): Promise<boolean>;
    };
  }
}
