import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define';
import { CDNOW } from './sample';

const meta: Meta = { title: 'Overview', parameters: { layout: 'fullscreen' } };

export default meta;

const columns =
  'display: grid; gap: 20px; padding: 20px; grid-template-columns: repeat(auto-fit, minmax(min(440px, 100%), 1fr))';

export const OneSource: StoryObj = {
  name: 'Four charts, one source',
  render: () => html`<rfm-source
    src=${CDNOW.src}
    customer=${CDNOW.customer}
    date=${CDNOW.date}
    amount=${CDNOW.amount}
    currency=${CDNOW.currency}
  >
    <div style=${columns}>
      <rfm-scatter></rfm-scatter>
      <rfm-quadrant></rfm-quadrant>
      <rfm-pareto></rfm-pareto>
      <rfm-cohorts></rfm-cohorts>
    </div>
  </rfm-source>`,
};
