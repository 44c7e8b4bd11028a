import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import '../src/define/scatter';
import { withControls } from './controls';
import { acts, clicked, dragged, pressed } from './hand';
import { box, CDNOW, THREE_CUSTOMERS } from './sample';

const meta: Meta = {
  title: 'Charts/Scatter',
  component: 'rfm-scatter',
  parameters: {
    docs: { description: { component: 'Every customer by recency and frequency; colour says the segment.' } },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-scatter', 760);

export const Cdnow: StoryObj = {
  name: 'CDNOW',
  render: () =>
    box(
      760,
      html`<rfm-scatter
        src=${CDNOW.src}
        customer=${CDNOW.customer}
        date=${CDNOW.date}
        amount=${CDNOW.amount}
        currency=${CDNOW.currency}
      ></rfm-scatter>`,
    ),
};

export const Narrow: StoryObj = {
  name: 'At 328 pixels',
  render: () => box(328, html`<rfm-scatter src=${CDNOW.src} currency=${CDNOW.currency}></rfm-scatter>`),
};

export const ThreeCustomers: StoryObj = {
  name: 'Three customers',
  render: () => box(760, html`<rfm-scatter .data=${THREE_CUSTOMERS}></rfm-scatter>`),
};

const cdnow = (attributes: { y?: string; locale?: string; theme?: string } = {}): TemplateResult =>
  box(
    760,
    html`<rfm-scatter
      y=${attributes.y ?? 'frequency'}
      locale=${attributes.locale ?? nothing}
      theme=${attributes.theme ?? 'auto'}
      src=${CDNOW.src}
      currency=${CDNOW.currency}
    ></rfm-scatter>`,
  );

export const Dark: StoryObj = { name: 'Dark', render: () => cdnow({ theme: 'dark' }) };
export const Chinese: StoryObj = { name: '中文', render: () => cdnow({ locale: 'zh-CN' }) };

export const ThresholdDragged: StoryObj = {
  name: 'A threshold dragged',
  tags: ['acts'],
  render: () => cdnow({ y: 'monetary' }),
  play: acts('rfm-scatter', '[title="Put the lines back"]', dragged([[0.6, 0.3]], 1)),
};

export const Brushed: StoryObj = {
  name: 'Customers chosen by a rectangle',
  tags: ['acts'],
  render: () => cdnow({ y: 'monetary' }),
  play: acts(
    'rfm-scatter',
    '.chip',
    dragged([
      [0.6, 0.1],
      [0.8, 0.3],
      [0.95, 0.5],
    ]),
  ),
};

export const Lassoed: StoryObj = {
  name: 'Customers chosen by a line drawn around them',
  tags: ['acts'],
  render: () => cdnow({ y: 'monetary' }),
  play: acts(
    'rfm-scatter',
    '.chip',
    clicked('.plane-tools [title^="Select by a line"]'),
    dragged([
      [0.5, 0.2],
      [0.9, 0.1],
      [0.9, 0.6],
      [0.6, 0.6],
    ]),
  ),
};

export const Zoomed: StoryObj = {
  name: 'Nearer, where each customer has a mark',
  tags: ['acts'],
  render: () => cdnow({ y: 'monetary' }),
  play: acts('rfm-scatter', '[title="Show all"]', pressed('+', '+', '+', '+', '+', '+')),
};

export const WalkedByKeys: StoryObj = {
  name: 'Walked by keys, a segment chosen',
  tags: ['acts'],
  render: () => cdnow(),
  play: acts('rfm-scatter', '.chip', pressed('Home', 'ArrowRight', 'Enter')),
};

export const Empty: StoryObj = {
  name: 'No data yet',
  tags: ['waits'],
  render: () => box(760, html`<rfm-scatter></rfm-scatter>`),
};

export const Loading: StoryObj = {
  name: 'On its way',
  tags: ['waits'],
  render: () => box(760, html`<rfm-scatter .data=${new ReadableStream()}></rfm-scatter>`),
};

export const Failed: StoryObj = {
  name: 'A file that is not there',
  tags: ['complains'],
  render: () => box(760, html`<rfm-scatter src="data/missing.csv"></rfm-scatter>`),
};
