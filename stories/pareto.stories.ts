import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import '../src/define/pareto';
import { withControls } from './controls';
import { acts, dragged, pressed } from './hand';
import { box, CDNOW, THREE_CUSTOMERS } from './sample';

const meta: Meta = {
  title: 'Charts/Pareto',
  component: 'rfm-pareto',
  parameters: {
    docs: { description: { component: 'How much of the revenue how few of the customers bring.' } },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-pareto', 760);

export const Cdnow: StoryObj = {
  name: 'CDNOW',
  render: () =>
    box(
      760,
      html`<rfm-pareto
        src=${CDNOW.src}
        customer=${CDNOW.customer}
        date=${CDNOW.date}
        amount=${CDNOW.amount}
        currency=${CDNOW.currency}
      ></rfm-pareto>`,
    ),
};

export const Beside: StoryObj = {
  name: 'A segment beside all',
  render: () =>
    box(
      760,
      html`<rfm-pareto src=${CDNOW.src} currency=${CDNOW.currency} compare="segment:champions"></rfm-pareto>`,
    ),
};

export const Narrow: StoryObj = {
  name: 'At 328 pixels',
  render: () => box(328, html`<rfm-pareto src=${CDNOW.src} currency=${CDNOW.currency}></rfm-pareto>`),
};

export const ThreeCustomers: StoryObj = {
  name: 'Three customers',
  render: () => box(760, html`<rfm-pareto .data=${THREE_CUSTOMERS}></rfm-pareto>`),
};

const cdnow = (locale?: string): TemplateResult =>
  box(
    760,
    html`<rfm-pareto locale=${locale ?? nothing} src=${CDNOW.src} currency=${CDNOW.currency}></rfm-pareto>`,
  );

export const Chinese: StoryObj = { name: '中文', render: () => cdnow('zh-CN') };

export const BesideInAPeriod: StoryObj = {
  name: 'A segment of one year beside all',
  render: () =>
    box(
      760,
      html`<rfm-pareto
        src=${CDNOW.src}
        currency=${CDNOW.currency}
        compare="segment:champions 1998-01-01..1998-06-30"
      ></rfm-pareto>`,
    ),
};

export const CursorDragged: StoryObj = {
  name: 'The cursor dragged along the customers',
  tags: ['acts'],
  render: () => cdnow(),
  play: acts(
    'rfm-pareto',
    '.tip',
    dragged([
      [0.5, 0.5],
      [0.3, 0.5],
      [0.2, 0.5],
    ]),
  ),
};

export const ClassChosen: StoryObj = {
  name: 'A class chosen by keys',
  tags: ['acts'],
  render: () => cdnow(),
  play: acts('rfm-pareto', '.chip', pressed('Home', 'Enter')),
};

/** Twenty who bring 100 each, four of whom take 250 back. */
const RETURNS = {
  customer: Array.from({ length: 28 }, (_, i) => `c${i < 24 ? i : i - 24}`),
  date: Array.from({ length: 28 }, (_, i) => (i < 24 ? '2024-03-15' : '2024-07-01')),
  amount: Array.from({ length: 28 }, (_, i) => (i < 24 ? 100 : -250)),
};

export const Whale: StoryObj = {
  name: 'A whale’s hump, where some cost more than they bring',
  render: () => box(760, html`<rfm-pareto .data=${RETURNS}></rfm-pareto>`),
};

export const Empty: StoryObj = {
  name: 'No data yet',
  tags: ['waits'],
  render: () => box(760, html`<rfm-pareto></rfm-pareto>`),
};

export const Loading: StoryObj = {
  name: 'On its way',
  tags: ['waits'],
  render: () => box(760, html`<rfm-pareto .data=${new ReadableStream()}></rfm-pareto>`),
};

export const Failed: StoryObj = {
  name: 'A file that is not there',
  tags: ['complains'],
  render: () => box(760, html`<rfm-pareto src="data/missing.csv"></rfm-pareto>`),
};
