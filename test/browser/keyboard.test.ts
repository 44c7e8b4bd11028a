import '../../src/define/cohorts';
import '../../src/define/pareto';
import '../../src/define/quadrant';
import '../../src/define/scatter';
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { RfmSelectEvent } from '../../src/elements/events';
import { SALES } from './support/sales';
import { inside, only, stage, until } from './support/stage';

// The whole of the keyboard's way, by real keys, the same lines for every chart:
// - Tab comes to the picture once and goes on from it; before a key nothing is marked
// - Home, End and the arrows walk its marks in reading order, each ringed and said
// - Enter chooses what is stood on: the host is told, and it is said
// - Escape takes back the choice and leaves the marks
// What a plane or a cursor does beyond that (zoom, thresholds, both axes) stands in planes, plane-input and pareto.

interface Way {
  attributes: string;
  /** What is said at Home, one arrow on, and at End. */
  first: string | RegExp;
  second: string | RegExp;
  last: string | RegExp;
  /** An arrow back from the second. */
  back: string;
  /** Where Enter is pressed: so many arrows from Home. */
  steps: readonly string[];
  chosen: readonly string[];
}

type Tag = 'rfm-scatter' | 'rfm-quadrant' | 'rfm-pareto' | 'rfm-cohorts';
type Chart = HTMLElementTagNameMap[Tag];

const WAYS: Readonly<Record<Tag, Way>> = {
  'rfm-scatter': {
    attributes: 'y="monetary" r-breaks="10,100,200,300"',
    first: 'Champions: 1 customer, 14.3% of customers, 60% of revenue',
    second: 'Potential loyalists: 2 customers, 28.6% of customers, 26.5% of revenue',
    last: /^Threshold between M4 and M5/,
    back: 'ArrowUp',
    steps: [],
    chosen: ['Ada'],
  },
  'rfm-quadrant': {
    attributes: 'split="200,10"',
    first: /^Gold: 0 customers/,
    second: /^Platinum: 1 customer, 14.3% of customers, 60% of current value/,
    last: /^Split of current value: 200/,
    back: 'ArrowLeft',
    steps: ['ArrowRight'],
    chosen: ['Ada'],
  },
  // The first class is of those who bring 600, 145 and 120 of 1,000.
  'rfm-pareto': {
    attributes: '',
    first: 'The top 14.3% bring 60% of revenue, 1 customer',
    second: 'The top 28.6% bring 74.5% of revenue, 2 customers',
    last: 'The top 100% bring 100% of revenue, 7 customers',
    back: 'ArrowLeft',
    steps: [],
    chosen: ['<img src=x onerror=alert(1)>', 'Ada', 'Cyd'],
  },
  'rfm-cohorts': {
    attributes: 'period="quarter"',
    first: 'Average, pooled, quarter 0, 100%, 7 customers',
    second: /^Average, pooled, quarter 1, /,
    last: /^Q4 2024, quarter 0, 100%, /,
    back: 'ArrowLeft',
    steps: ['ArrowDown'],
    chosen: ['Ada', 'Ben', 'Cyd'],
  },
};

for (const [tag, way] of Object.entries(WAYS)) {
  describe(`the keyboard in ${tag}`, () => {
    let chart: Chart;

    beforeEach(async () => {
      const place = stage(`<button>before</button><${tag} locale="en" ${way.attributes}></${tag}>`);
      chart = only(place, tag as Tag);
      chart.data = [...SALES];
      await chart.ready;
    });

    const plot = (): HTMLElement => inside(chart, '.plot');
    const said = (): string => inside(chart, '[aria-live]').textContent ?? '';
    const expectSaid = (words: string | RegExp): void => {
      if (typeof words === 'string') expect(said()).to.equal(words);
      else expect(said()).to.match(words);
    };
    const chip = (): Element | null => chart.shadowRoot?.querySelector('.chip') ?? null;

    async function press(...keys: readonly string[]): Promise<void> {
      for (const key of keys) {
        await sendKeys({ press: key });
        await chart.updateComplete;
      }
    }

    it('is one stop of Tab, which marks nothing and goes on', async () => {
      inside(chart, '[part~="export-button"]').focus();
      let stops = 0;
      for (let step = 0; step < 40 && document.activeElement === chart; step++) {
        await press('Tab');
        const active = chart.shadowRoot?.activeElement ?? null;
        if (active && plot().contains(active)) {
          stops++;
          expect(active).to.equal(plot());
          expect(said()).to.equal('');
        }
      }
      expect(stops).to.equal(1);
      expect(plot().getAttribute('aria-label')).to.contain(
        tag === 'rfm-pareto' ? 'Left and right' : 'arrow keys',
      );
    });

    it('walks the marks from Home to End and back, each with its ring and aloud', async () => {
      plot().focus();
      await press('ArrowRight');
      expectSaid(way.first);
      await press('ArrowRight');
      expectSaid(way.second);
      const ring = inside(chart, '.ring').getBoundingClientRect();
      const { left, right, top, bottom } = plot().getBoundingClientRect();
      expect(ring.left + ring.width / 2).to.be.within(left, right);
      expect(ring.top + ring.height / 2).to.be.within(top, bottom);
      await press(way.back);
      expectSaid(way.first);
      await press('End');
      expectSaid(way.last);
      await press('Home');
      expectSaid(way.first);
    });

    it('chooses by Enter, tells the page and says so; Escape takes it back and leaves the marks', async () => {
      const told: RfmSelectEvent[] = [];
      chart.addEventListener('rfm-select', (event) => told.push(event));
      plot().focus();
      await press('Home', ...way.steps, 'Enter');
      await until(chip);
      expect((await told[0]?.detail.customers.ids())?.sort()).to.deep.equal(way.chosen);
      const [, choice] = chart.shadowRoot?.querySelectorAll('[aria-live]') ?? [];
      expect(choice?.textContent).to.match(/Selected: \d+ customers?/);
      expect(chart.shadowRoot?.activeElement).to.equal(plot());
      await press('Escape');
      await until(() => chip() === null);
      expect(told.at(-1)?.detail.customers.count).to.equal(0);
      expect(said()).to.equal('');
      expect(chart.shadowRoot?.querySelector('.ring')).to.equal(null);
      expect(choice?.textContent).to.equal('Selection cleared');
      expect(chart.shadowRoot?.activeElement).to.equal(plot());
    });
  });
}
