import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/kpis';
import { withControls } from './controls';
import { box, CDNOW, THREE_CUSTOMERS } from './sample';

const meta: Meta = {
  title: 'Charts/Key figures',
  component: 'rfm-kpis',
  parameters: {
    docs: { description: { component: 'Figures at a glance, and whether the firm lives on few customers.' } },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-kpis', 760);

export const Cdnow: StoryObj = {
  name: 'CDNOW',
  render: () =>
    box(
      1100,
      html`<rfm-kpis src=${CDNOW.src} customer=${CDNOW.customer} currency=${CDNOW.currency}></rfm-kpis>`,
    ),
};

export const Narrow: StoryObj = {
  name: 'At 328 pixels',
  render: () =>
    box(
      328,
      html`<rfm-kpis src=${CDNOW.src} customer=${CDNOW.customer} currency=${CDNOW.currency}></rfm-kpis>`,
    ),
};

export const ThreeCustomers: StoryObj = {
  name: 'A firm that lives on three customers',
  render: () => box(760, html`<rfm-kpis .data=${THREE_CUSTOMERS}></rfm-kpis>`),
};

export const Failed: StoryObj = {
  name: 'A file that is not there',
  tags: ['complains'],
  render: () => box(760, html`<rfm-kpis src="data/missing.csv"></rfm-kpis>`),
};
