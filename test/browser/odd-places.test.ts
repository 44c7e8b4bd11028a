import '../../src/define/cohorts';
import '../../src/define/pareto';
import '../../src/define/quadrant';
import '../../src/define/scatter';
import { emulateMedia } from '@web/test-runner-commands';
import { expect } from 'chai';
import { SALES } from './support/sales';
import { inside, only, stage, textOf, until } from './support/stage';

const TAGS = ['rfm-scatter', 'rfm-quadrant', 'rfm-pareto', 'rfm-cohorts'] as const;

type Chart = HTMLElementTagNameMap[(typeof TAGS)[number]];

async function chartOf(tag: (typeof TAGS)[number], data: readonly object[] = SALES): Promise<Chart> {
  const chart = only(stage(`<${tag} locale="en"></${tag}>`), tag);
  chart.data = data;
  await chart.ready;
  return chart;
}

/** What a page may not make of a text from the data. */
const MARKUP = '<img src=x onerror=alert(1)>';

const ODD: Readonly<Record<string, readonly object[]>> = {
  'one customer': [{ customer: 'Ada', date: '2024-01-05', amount: 20 }],
  'all the same value': Array.from({ length: 30 }, (_, i) => ({
    customer: `c${i}`,
    date: '2024-01-05',
    amount: 20,
  })),
  'a single cohort': Array.from({ length: 8 }, (_, i) => ({
    customer: `c${i % 5}`,
    date: `2024-01-${10 + i}`,
    amount: 10 + i,
  })),
  'forty dimensions': Array.from({ length: 12 }, (_, i) => ({
    customer: `c${i % 7}`,
    date: `2024-0${1 + (i % 6)}-10`,
    amount: 10 + i,
    ...Object.fromEntries(
      Array.from({ length: 40 }, (_, d) => [`dimension ${d}`, `${'v'.repeat(d * 8)}${i % 3}`]),
    ),
  })),
  'ids in any script, and markup': ['A'.repeat(300), '👩‍👩‍👧‍👦', 'عميل', MARKUP, '=1+1'].map(
    (customer, i) => ({
      customer,
      date: `2024-0${i + 1}-05`,
      amount: 10 * (i + 1),
    }),
  ),
};

for (const tag of TAGS)
  describe(`${tag} with odd data and in odd places`, () => {
    for (const [what, data] of Object.entries(ODD))
      it(`draws ${what} with a finding and no figure that is none`, async () => {
        const chart = await chartOf(tag, data);
        expect(inside(chart, '.finding').textContent?.trim()).not.to.equal('');
        for (const word of ['NaN', 'undefined', 'Infinity', 'null'])
          expect(textOf(chart)).not.to.contain(word);
        const shapes = inside(chart, '.drawing').innerHTML;
        expect(shapes).not.to.match(/NaN|Infinity|undefined/);
        expect(chart.shadowRoot?.querySelector('img')).to.equal(null);
        const tables = await chart.toCsv();
        expect(tables).not.to.match(/(^|,)=1/m);
        expect(
          new DOMParser()
            .parseFromString(await chart.toSvg(), 'image/svg+xml')
            .querySelector('parsererror, img'),
        ).to.equal(null);
      });

    it('comes back as it was from a place of no size', async () => {
      const chart = await chartOf(tag);
      const place = chart.parentElement as HTMLElement;
      const drawn = (): string | null => inside(chart, '.drawing > svg').getAttribute('viewBox');
      const before = drawn();
      place.style.width = '0';
      await until(() => chart.clientWidth === 0);
      await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
      place.style.display = 'none';
      await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
      place.style.display = '';
      place.style.width = '800px';
      await until(() => drawn() === before);
    });

    it('has no transition or animation for those who want none', async () => {
      await emulateMedia({ reducedMotion: 'reduce' });
      try {
        const chart = await chartOf(tag);
        // By its transition the probe tells of other colours; nobody sees it.
        const seen = [...(chart.shadowRoot?.querySelectorAll('*:not(.probe)') ?? [])].map((element) =>
          getComputedStyle(element),
        );
        expect(seen.length).to.be.greaterThan(10);
        expect(
          seen.filter(({ transitionDuration }) => !/^(0s(, )?)+$/.test(transitionDuration)),
        ).to.have.length(0);
        expect(seen.filter(({ animationName }) => animationName !== 'none')).to.have.length(0);
      } finally {
        await emulateMedia({ reducedMotion: 'no-preference' });
      }
    });
  });
