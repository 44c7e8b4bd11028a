import '../../src/define/quadrant';
import { expect } from 'chai';
import { expectAccessible } from './support/axe';
import { inside, only, stage } from './support/stage';

const ROWS = Array.from({ length: 60 }, (_, i) => ({
  customer: `c${i % 20}`,
  date: `2024-0${1 + (i % 6)}-1${i % 9}`,
  amount: 5 + ((i * 37) % 90),
}));

describe('the theme', () => {
  for (const name of ['plain', 'dense', 'presentation']) {
    for (const scheme of ['light', 'dark']) {
      it(`${name} can be read on a ${scheme} page`, async () => {
        const response = await fetch(`/src/themes/${name}.css`);
        const sheet = new CSSStyleSheet();
        await sheet.replace(await response.text());
        document.adoptedStyleSheets = [sheet];
        document.documentElement.style.colorScheme = scheme;
        try {
          const place = stage('<rfm-quadrant potential="momentum"></rfm-quadrant>');
          const chart = only(place, 'rfm-quadrant');
          chart.data = ROWS;
          await chart.ready;
          await expectAccessible(chart);
          const size = getComputedStyle(inside(chart, '[part=finding]')).fontSize;
          expect(size).to.equal({ plain: '16px', dense: '14px', presentation: '26px' }[name]);
          expect(chart.scrollWidth).to.be.at.most(chart.clientWidth);
        } finally {
          document.adoptedStyleSheets = [];
          document.documentElement.style.colorScheme = '';
        }
      });
    }
  }
});
