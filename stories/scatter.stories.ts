import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/scatter';
import { withControls } from './controls';
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

export const Failed: StoryObj = {
  name: 'A file that is not there',
  tags: ['complains'],
  render: () => box(760, html`<rfm-scatter src="data/missing.csv"></rfm-scatter>`),
};
