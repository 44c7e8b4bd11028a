import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/filter';
import '../src/define/scatter';
import { withControls } from './controls';
import { box, CDNOW } from './sample';

const meta: Meta = {
  title: 'Tools/Filter',
  component: 'rfm-filter',
  parameters: {
    docs: {
      description: {
        component: 'Narrows the rows that all charts of the source use, and looks back in time.',
      },
    },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-filter', 760);

export const WithScatter: StoryObj = {
  name: 'With the scatter, to replay',
  render: () =>
    box(
      900,
      html`<rfm-source src=${CDNOW.src} currency=${CDNOW.currency}>
        <rfm-filter></rfm-filter>
        <rfm-scatter></rfm-scatter>
      </rfm-source>`,
    ),
};

const VALUES = Array.from({ length: 3000 }, (_, i) => `value ${i}`);

export const ManyValues: StoryObj = {
  name: 'A dimension with 3,000 values',
  render: () =>
    box(
      760,
      html`<rfm-filter
        dimensions="shop"
        .data=${{
          customer: VALUES.map((_, i) => `c${i % 700}`),
          date: VALUES.map((_, i) => `2024-${String(1 + (i % 12)).padStart(2, '0')}-15`),
          amount: VALUES.map((_, i) => 10 + (i % 90)),
          shop: VALUES,
        }}
      ></rfm-filter>`,
    ),
};

export const Narrow: StoryObj = {
  name: 'At 328 pixels',
  render: () => box(328, html`<rfm-filter src=${CDNOW.src}></rfm-filter>`),
};
