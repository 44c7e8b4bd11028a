import '../../src/define/cohorts';
import '../../src/define/pareto';
import '../../src/define/quadrant';
import '../../src/define/scatter';
import '../../src/define/segments';
import { expect } from 'chai';
import { chartOf, chip, expectWithin } from './support/chart';
import { penOver } from './support/pointer';
import { SALES } from './support/sales';
import { inside, until } from './support/stage';

// People who need larger text set it for all pages; a browser then gives the root another font size.

const TAGS = ['rfm-scatter', 'rfm-pareto', 'rfm-quadrant', 'rfm-cohorts', 'rfm-segments'] as const;
const root = document.documentElement;

afterEach(() => {
  root.style.fontSize = '';
});

/** The height of a text of the picture, and of the finding, on the page. */
function textHeights(chart: Element): number[] {
  const text = inside(chart, '.drawing text').getBoundingClientRect().height;
  return [text, Number.parseFloat(getComputedStyle(inside(chart, '.description')).fontSize) * zoomOf(chart)];
}

const zoomOf = (chart: Element): number => inside(chart, '.description').currentCSSZoom;

describe('a page with larger text', () => {
  for (const tag of TAGS)
    it(`has it in the picture of ${tag} too, and nothing sticks out`, async () => {
      const before = await chartOf(tag, SALES, '', 720);
      const [small, words] = textHeights(before);
      root.style.fontSize = '24px';
      const chart = await chartOf(tag, SALES, '', 720);
      const [large, largeWords] = textHeights(chart);
      expect(large! / small!).to.be.closeTo(1.5, 0.1);
      expect(largeWords! / words!).to.be.closeTo(1.5, 0.01);
      expectWithin(chart, '.drawing text, .finding, .description, .legend, .tools, .foot', '.card', 1);
      expect(chart.getBoundingClientRect().width).to.equal(720);
    });

  it('brushes whom the pointer goes over, and draws as sharp as the screen is', async () => {
    const brushed = async (width: number): Promise<string> => {
      const chart = await chartOf('rfm-scatter', SALES, 'y="monetary"', width);
      const canvas = inside<HTMLCanvasElement>(chart, 'canvas');
      expect(canvas.width).to.be.closeTo(canvas.getBoundingClientRect().width * devicePixelRatio, 2);
      penOver(chart).drag([
        [0.55, 0.9],
        [0.7, 0.5],
        [0.999, 0.05],
      ]);
      return until(() => chip(chart)?.textContent);
    };
    const some = await brushed(500);
    expect(some).to.match(/[1-6] customers/);
    root.style.fontSize = '32px';
    expect(await brushed(1000)).to.equal(some);
  });

  it('follows where the size is changed later, and no further than twice', async () => {
    const chart = await chartOf('rfm-pareto', SALES, '', 720);
    const [small] = textHeights(chart);
    root.style.fontSize = '20px';
    await until(() => Math.abs(textHeights(chart)[0]! / small! - 1.25) < 0.05);
    root.style.fontSize = '64px';
    await until(() => Math.abs(textHeights(chart)[0]! / small! - 2) < 0.1);
    root.style.fontSize = '10px';
    await until(() => Math.abs(textHeights(chart)[0]! / small! - 1) < 0.05);
  });
});
