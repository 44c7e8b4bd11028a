import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import '../src/define/cohorts';
import { withControls } from './controls';
import { acts, pointed, pressed } from './hand';
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

interface Look {
  locale?: string;
  layout?: string;
  measure?: string;
  scale?: string;
  transpose?: boolean;
}

const cdnow = ({ locale, layout, measure, scale, transpose }: Look): TemplateResult =>
  box(
    860,
    html`<rfm-cohorts
      locale=${locale ?? nothing}
      layout=${layout ?? 'triangle'}
      measure=${measure ?? 'retention'}
      scale=${scale ?? 'table'}
      ?transpose=${transpose ?? false}
      src=${CDNOW.src}
      currency=${CDNOW.currency}
    ></rfm-cohorts>`,
  );

export const Chinese: StoryObj = { name: '中文', render: () => cdnow({ locale: 'zh-CN' }) };
export const Curves: StoryObj = { name: 'As curves', render: () => cdnow({ layout: 'curves' }) };
export const Mean: StoryObj = { name: 'Around the mean', render: () => cdnow({ scale: 'mean' }) };
export const Transposed: StoryObj = { name: 'Rows as columns', render: () => cdnow({ transpose: true }) };
export const Revenue: StoryObj = {
  name: 'Revenue per customer',
  render: () => cdnow({ measure: 'revenue-per-customer' }),
};

export const CellPointed: StoryObj = {
  name: 'The figures of a cell, with their interval',
  tags: ['acts'],
  render: () => cdnow({}),
  play: acts('rfm-cohorts', '.tip', pointed([0.4, 0.8])),
};

export const CellChosen: StoryObj = {
  name: 'Those of a cell chosen by keys',
  tags: ['acts'],
  render: () => cdnow({}),
  play: acts('rfm-cohorts', '.chip', pressed('Home', 'ArrowDown', 'ArrowRight', 'Enter')),
};

export const Empty: StoryObj = {
  name: 'No data yet',
  tags: ['waits'],
  render: () => box(760, html`<rfm-cohorts></rfm-cohorts>`),
};

export const Loading: StoryObj = {
  name: 'On its way',
  tags: ['waits'],
  render: () => box(760, html`<rfm-cohorts .data=${new ReadableStream()}></rfm-cohorts>`),
};

export const Failed: StoryObj = {
  name: 'A file that is not there',
  tags: ['complains'],
  render: () => box(760, html`<rfm-cohorts src="data/missing.csv"></rfm-cohorts>`),
};
