import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/dashboard';
import { withControls } from './controls';
import { box, CDNOW } from './sample';

const meta: Meta = {
  title: 'Pages/Dashboard',
  component: 'rfm-dashboard',
  parameters: {
    docs: {
      description: {
        component: 'All elements from one source, on a grid that reflows from the phone to the wall.',
      },
    },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-dashboard');

export const Cdnow: StoryObj = {
  name: 'CDNOW',
  render: () => html`<rfm-dashboard src=${CDNOW.src} currency=${CDNOW.currency}></rfm-dashboard>`,
};

export const Chosen: StoryObj = {
  name: 'Some parts, one of them in another form, and one more',
  render: () =>
    html`<rfm-dashboard src=${CDNOW.src} currency=${CDNOW.currency} heading="The board" show="kpis,pareto,scatter">
      <rfm-scatter slot="scatter" y="monetary"></rfm-scatter>
      <rfm-cohorts layout="curves"></rfm-cohorts>
    </rfm-dashboard>`,
};

export const Phone: StoryObj = {
  name: 'On a phone',
  render: () =>
    box(
      360,
      html`<rfm-dashboard src=${CDNOW.src} currency=${CDNOW.currency} show="kpis,quadrant,customers"></rfm-dashboard>`,
    ),
};
