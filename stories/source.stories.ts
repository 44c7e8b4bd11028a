import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import '../src/define';
import { CDNOW } from './sample';

const meta: Meta = {
  title: 'Source',
  component: 'rfm-source',
  parameters: { docs: { description: { component: 'Holds the data that other elements share.' } } },
};

export default meta;

const source = (content: TemplateResult): TemplateResult => html`<rfm-source
  id="orders"
  src=${CDNOW.src}
  customer=${CDNOW.customer}
  date=${CDNOW.date}
  amount=${CDNOW.amount}
  currency=${CDNOW.currency}
  >${content}</rfm-source
>`;

export const Around: StoryObj = {
  name: 'Around its charts',
  render: () => source(html`<rfm-pareto></rfm-pareto>`),
};

export const Apart: StoryObj = {
  name: 'Apart, named by its charts',
  render: () => html`${source(html``)}<rfm-quadrant source="orders"></rfm-quadrant>`,
};

export const Waiting: StoryObj = {
  name: 'Without data yet',
  tags: ['waits'],
  render: () => html`<rfm-source><rfm-pareto></rfm-pareto></rfm-source>`,
};
