import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/define/migration';
import { withControls } from './controls';
import { box, CDNOW, THREE_CUSTOMERS } from './sample';

const meta: Meta = {
  title: 'Charts/Migration',
  component: 'rfm-migration',
  parameters: {
    docs: { description: { component: 'Who moved between tiers or segments from one date to another.' } },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-migration', 760);

const cdnow = (width: number, layout: string, by: string): TemplateResult =>
  box(
    width,
    html`<rfm-migration from="1997-12-31" window="180" horizon="180" layout=${layout} by=${by} src=${CDNOW.src} customer=${CDNOW.customer} currency=${CDNOW.currency}></rfm-migration>`,
  );

export const Tiers: StoryObj = { name: 'CDNOW between tiers', render: () => cdnow(760, 'matrix', 'tier') };
export const Segments: StoryObj = {
  name: 'Between segments',
  render: () => cdnow(1000, 'matrix', 'segment'),
};
export const Ribbons: StoryObj = { name: 'As ribbons', render: () => cdnow(760, 'ribbons', 'tier') };
export const Narrow: StoryObj = { name: 'At 328 pixels', render: () => cdnow(328, 'matrix', 'tier') };

export const ThreeCustomers: StoryObj = {
  name: 'Three customers',
  render: () =>
    box(760, html`<rfm-migration from="2024-03-31" window="90" .data=${THREE_CUSTOMERS}></rfm-migration>`),
};

export const Failed: StoryObj = {
  name: 'A file that is not there',
  tags: ['complains'],
  render: () => box(760, html`<rfm-migration src="data/missing.csv"></rfm-migration>`),
};
