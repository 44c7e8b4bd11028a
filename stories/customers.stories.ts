import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/customers';
import { withControls } from './controls';
import { box, CDNOW, THREE_CUSTOMERS } from './sample';

const meta: Meta = {
  title: 'Charts/Customers',
  component: 'rfm-customers',
  parameters: {
    docs: { description: { component: 'Every customer in a list, and the history of each.' } },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-customers', 760);

export const Cdnow: StoryObj = {
  name: 'CDNOW',
  render: () => box(1100, html`<rfm-customers src=${CDNOW.src} currency=${CDNOW.currency}></rfm-customers>`),
};

export const Meeting: StoryObj = {
  name: 'For a meeting, own columns',
  render: () =>
    box(
      760,
      html`<rfm-customers
        src=${CDNOW.src}
        currency=${CDNOW.currency}
        mask-customers
        columns="customer,segment,r,f,m,score"
        sort="-score"
      ></rfm-customers>`,
    ),
};

export const Narrow: StoryObj = {
  name: 'At 328 pixels',
  render: () => box(328, html`<rfm-customers src=${CDNOW.src} currency=${CDNOW.currency}></rfm-customers>`),
};

export const ThreeCustomers: StoryObj = {
  name: 'Three customers',
  render: () => box(760, html`<rfm-customers .data=${THREE_CUSTOMERS}></rfm-customers>`),
};
