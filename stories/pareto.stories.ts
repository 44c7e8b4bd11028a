import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/pareto';
import { withControls } from './controls';
import { box, CDNOW, THREE_CUSTOMERS } from './sample';

const meta: Meta = {
  title: 'Charts/Pareto',
  component: 'rfm-pareto',
  parameters: {
    docs: { description: { component: 'How much of the revenue how few of the customers bring.' } },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-pareto', 760);

export const Cdnow: StoryObj = {
  name: 'CDNOW',
  render: () =>
    box(
      760,
      html`<rfm-pareto
        src=${CDNOW.src}
        customer=${CDNOW.customer}
        date=${CDNOW.date}
        amount=${CDNOW.amount}
        currency=${CDNOW.currency}
      ></rfm-pareto>`,
    ),
};

export const Beside: StoryObj = {
  name: 'A segment beside all',
  render: () =>
    box(
      760,
      html`<rfm-pareto src=${CDNOW.src} currency=${CDNOW.currency} compare="segment:champions"></rfm-pareto>`,
    ),
};

export const Narrow: StoryObj = {
  name: 'At 328 pixels',
  render: () => box(328, html`<rfm-pareto src=${CDNOW.src} currency=${CDNOW.currency}></rfm-pareto>`),
};

export const ThreeCustomers: StoryObj = {
  name: 'Three customers',
  render: () => box(760, html`<rfm-pareto .data=${THREE_CUSTOMERS}></rfm-pareto>`),
};

export const Failed: StoryObj = {
  name: 'A file that is not there',
  tags: ['complains'],
  render: () => box(760, html`<rfm-pareto src="data/missing.csv"></rfm-pareto>`),
};
