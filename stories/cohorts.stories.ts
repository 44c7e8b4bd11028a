import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/cohorts';
import { withControls } from './controls';
import { box, CDNOW, THREE_CUSTOMERS } from './sample';

const meta: Meta = {
  title: 'Charts/Cohorts',
  component: 'rfm-cohorts',
  parameters: {
    docs: { description: { component: "How many of each month's new customers come back, month by month." } },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-cohorts', 760);

export const Cdnow: StoryObj = {
  name: 'CDNOW',
  render: () =>
    box(
      760,
      html`<rfm-cohorts
        src=${CDNOW.src}
        customer=${CDNOW.customer}
        date=${CDNOW.date}
        amount=${CDNOW.amount}
        currency=${CDNOW.currency}
      ></rfm-cohorts>`,
    ),
};

export const Narrow: StoryObj = {
  name: 'At 328 pixels',
  render: () => box(328, html`<rfm-cohorts src=${CDNOW.src} currency=${CDNOW.currency}></rfm-cohorts>`),
};

export const ThreeCustomers: StoryObj = {
  name: 'Three customers',
  render: () => box(760, html`<rfm-cohorts .data=${THREE_CUSTOMERS}></rfm-cohorts>`),
};

export const Failed: StoryObj = {
  name: 'A file that is not there',
  tags: ['complains'],
  render: () => box(760, html`<rfm-cohorts src="data/missing.csv"></rfm-cohorts>`),
};
