import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/flow';
import { withControls } from './controls';
import { box, CDNOW, THREE_CUSTOMERS } from './sample';

const meta: Meta = {
  title: 'Charts/Revolving door',
  component: 'rfm-flow',
  parameters: {
    docs: { description: { component: 'Who comes, who stays and who leaves, month by month.' } },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-flow', 760);

export const Cdnow: StoryObj = {
  name: 'CDNOW',
  render: () =>
    box(
      860,
      html`<rfm-flow src=${CDNOW.src} customer=${CDNOW.customer} currency=${CDNOW.currency}></rfm-flow>`,
    ),
};

export const Revenue: StoryObj = {
  name: 'Revenue, with expansion and contraction',
  render: () =>
    box(
      860,
      html`<rfm-flow measure="revenue" src=${CDNOW.src} customer=${CDNOW.customer} currency=${CDNOW.currency}></rfm-flow>`,
    ),
};

export const Narrow: StoryObj = {
  name: 'At 328 pixels',
  render: () =>
    box(
      328,
      html`<rfm-flow src=${CDNOW.src} customer=${CDNOW.customer} currency=${CDNOW.currency}></rfm-flow>`,
    ),
};

export const ThreeCustomers: StoryObj = {
  name: 'Three customers',
  render: () => box(760, html`<rfm-flow .data=${THREE_CUSTOMERS}></rfm-flow>`),
};

export const Failed: StoryObj = {
  name: 'A file that is not there',
  tags: ['complains'],
  render: () => box(760, html`<rfm-flow src="data/missing.csv"></rfm-flow>`),
};
