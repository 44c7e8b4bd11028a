import '../../src/define';
import { expectAccessible } from './support/axe';
import { SALES, salesAddress } from './support/sales';
import { inside, only, stage, until } from './support/stage';

// What axe says of every element in every state that it can be in, by the rules of WCAG 2.2 AA.

const TAGS = [
  'rfm-cohorts',
  'rfm-customers',
  'rfm-filter',
  'rfm-flow',
  'rfm-kpis',
  'rfm-migration',
  'rfm-pareto',
  'rfm-quadrant',
  'rfm-scatter',
  'rfm-segments',
  'rfm-weights',
  'rfm-whatif',
] as const;

type Tag = (typeof TAGS)[number];
type Shown = HTMLElementTagNameMap[Tag];

/** An element on the page. */
function placed(tag: Tag, attributes: string, width = 640): Shown {
  const place = stage(`<${tag} ${attributes}></${tag}>`);
  place.style.width = `${width}px`;
  return only(place, tag);
}

/** One with the figures of the sales, when it stands. */
async function standing(tag: Tag, attributes = '', width = 640): Promise<Shown> {
  const element = placed(tag, attributes, width);
  element.data = [...SALES];
  await element.ready;
  await element.updateComplete;
  return element;
}

const pressed = async (element: Shown, selector: string, shows: string): Promise<void> => {
  inside(element, selector).click();
  await until(() => element.shadowRoot?.querySelector(shows));
  await element.updateComplete;
};

for (const tag of TAGS)
  describe(`${tag} is accessible`, () => {
    for (const theme of ['light', 'dark'])
      it(`with figures, ${theme}`, async () => {
        await expectAccessible(await standing(tag, `theme="${theme}"`));
      });

    it('narrow, in Chinese, from right to left', async () => {
      const element = await standing(tag, 'locale="zh-CN" dir="rtl" lang="zh-CN"', 320);
      await expectAccessible(element);
    });

    it('as a table', async () => {
      await expectAccessible(await standing(tag, 'view="table"'));
    });

    it('with its definition', async () => {
      const element = await standing(tag);
      await pressed(element, '[part~="definition-button"]', '[part~="definition"]');
      await expectAccessible(element);
    });

    it('with the menu of its files', async () => {
      const element = await standing(tag);
      await pressed(element, '[part~="export-button"]', '.menu');
      await expectAccessible(element);
    });

    it('with some customers chosen', async () => {
      const place = stage(`<rfm-source><${tag}></${tag}></rfm-source>`);
      const holder = only(place, 'rfm-source');
      holder.data = [...SALES];
      const source = await holder.ready;
      const element: Shown = only(place, tag);
      await element.ready;
      await source.select({ customers: ['Ada', 'Ben'] });
      await element.updateComplete;
      await expectAccessible(element);
    });

    it('while it waits', async () => {
      const element = placed(tag, '');
      element.data = new Response(new ReadableStream());
      await until(() => element.shadowRoot?.querySelector('[aria-busy="true"]'));
      await expectAccessible(element);
    });

    it('with nothing to show', async () => {
      await expectAccessible(placed(tag, ''));
    });

    it('when it has failed', async () => {
      const element = placed(tag, `src="${salesAddress()}" customer="nobody"`);
      await element.ready.catch(() => undefined);
      await element.updateComplete;
      await expectAccessible(element);
    });
  });
