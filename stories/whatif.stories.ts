import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/whatif';
import { withControls } from './controls';
import { box, CDNOW, THREE_CUSTOMERS } from './sample';

const meta: Meta = {
  title: 'Tools/What if',
  component: 'rfm-whatif',
  parameters: {
    docs: { description: { component: 'What some points of retention are worth on these data.' } },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-whatif', 760);

export const Cdnow: StoryObj = {
  name: 'CDNOW',
  render: () => box(900, html`<rfm-whatif src=${CDNOW.src} currency=${CDNOW.currency}></rfm-whatif>`),
};

export const Profit: StoryObj = {
  name: 'Profit over three years, ten points',
  render: () =>
    box(
      900,
      html`<rfm-whatif
        src=${CDNOW.src}
        currency=${CDNOW.currency}
        measure="profit"
        retention-points="0.1"
        horizon-periods="36"
        keep-cost="5"
      ></rfm-whatif>`,
    ),
};

export const Narrow: StoryObj = {
  name: 'At 328 pixels',
  render: () => box(328, html`<rfm-whatif src=${CDNOW.src} currency=${CDNOW.currency}></rfm-whatif>`),
};

export const ThreeCustomers: StoryObj = {
  name: 'Three customers',
  render: () => box(760, html`<rfm-whatif .data=${THREE_CUSTOMERS}></rfm-whatif>`),
};
