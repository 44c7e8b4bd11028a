import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/define/segments';
import { withControls } from './controls';
import { box, CDNOW, THREE_CUSTOMERS } from './sample';

const meta: Meta = {
  title: 'Charts/Segments',
  component: 'rfm-segments',
  parameters: {
    docs: {
      description: { component: 'Who the customers are, how that changed, and what to do with each.' },
    },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-segments', 760);

const cdnow = (width: number, layout: string): TemplateResult =>
  box(
    width,
    html`<rfm-segments layout=${layout} src=${CDNOW.src} customer=${CDNOW.customer} currency=${CDNOW.currency}></rfm-segments>`,
  );

export const Treemap: StoryObj = { name: 'CDNOW as a treemap', render: () => cdnow(860, 'treemap') };
export const Bars: StoryObj = { name: 'As bars', render: () => cdnow(760, 'bars') };
export const Grid: StoryObj = { name: 'As the R x FM grid', render: () => cdnow(760, 'grid') };
export const Narrow: StoryObj = { name: 'At 328 pixels', render: () => cdnow(328, 'bars') };

export const ThreeCustomers: StoryObj = {
  name: 'Three customers',
  render: () => box(760, html`<rfm-segments .data=${THREE_CUSTOMERS}></rfm-segments>`),
};

export const Failed: StoryObj = {
  name: 'A file that is not there',
  tags: ['complains'],
  render: () => box(760, html`<rfm-segments src="data/missing.csv"></rfm-segments>`),
};
