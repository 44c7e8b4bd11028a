import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/quadrant';
import { withControls } from './controls';
import { box, CDNOW, THREE_CUSTOMERS } from './sample';

const meta: Meta = {
  title: 'Charts/Quadrant',
  component: 'rfm-quadrant',
  parameters: {
    docs: {
      description: { component: 'Current value against potential: platinum, gold, iron and lead customers.' },
    },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-quadrant', 760);

export const Cdnow: StoryObj = {
  name: 'CDNOW',
  render: () =>
    box(
      760,
      html`<rfm-quadrant
        src=${CDNOW.src}
        customer=${CDNOW.customer}
        date=${CDNOW.date}
        amount=${CDNOW.amount}
        currency=${CDNOW.currency}
      ></rfm-quadrant>`,
    ),
};

export const Narrow: StoryObj = {
  name: 'At 328 pixels',
  render: () => box(328, html`<rfm-quadrant src=${CDNOW.src} currency=${CDNOW.currency}></rfm-quadrant>`),
};

export const ThreeCustomers: StoryObj = {
  name: 'Three customers',
  render: () => box(760, html`<rfm-quadrant .data=${THREE_CUSTOMERS}></rfm-quadrant>`),
};

export const Failed: StoryObj = {
  name: 'A file that is not there',
  tags: ['complains'],
  render: () => box(760, html`<rfm-quadrant src="data/missing.csv"></rfm-quadrant>`),
};
