import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing, type TemplateResult } from 'lit';
import '../src/define/quadrant';
import { withControls } from './controls';
import { acts, dragged, pressed } from './hand';
import { box, CDNOW, THREE_CUSTOMERS } from './sample';

const meta: Meta = {
  title: 'Charts/Quadrant',
  component: 'rfm-quadrant',
  parameters: {
    docs: {
      description: { component: 'Current value against potential: platinum, gold, iron and lead customers.' },
    },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-quadrant', 760);

export const Cdnow: StoryObj = {
  name: 'CDNOW',
  render: () =>
    box(
      760,
      html`<rfm-quadrant
        src=${CDNOW.src}
        customer=${CDNOW.customer}
        date=${CDNOW.date}
        amount=${CDNOW.amount}
        currency=${CDNOW.currency}
      ></rfm-quadrant>`,
    ),
};

export const Narrow: StoryObj = {
  name: 'At 328 pixels',
  render: () => box(328, html`<rfm-quadrant src=${CDNOW.src} currency=${CDNOW.currency}></rfm-quadrant>`),
};

export const ThreeCustomers: StoryObj = {
  name: 'Three customers',
  render: () => box(760, html`<rfm-quadrant .data=${THREE_CUSTOMERS}></rfm-quadrant>`),
};

const cdnow = (locale?: string): TemplateResult =>
  box(
    760,
    html`<rfm-quadrant locale=${locale ?? nothing} src=${CDNOW.src} currency=${CDNOW.currency}></rfm-quadrant>`,
  );

export const Chinese: StoryObj = { name: '中文', render: () => cdnow('zh-CN') };

export const SplitDragged: StoryObj = {
  name: 'A split dragged',
  tags: ['acts'],
  render: () => cdnow(),
  play: acts('rfm-quadrant', '[title="Put the lines back"]', dragged([[0.5, 0.3]], 0)),
};

export const TierChosen: StoryObj = {
  name: 'A tier chosen by keys, with what to do',
  tags: ['acts'],
  render: () => cdnow(),
  play: acts('rfm-quadrant', '.tier-card', pressed('Home', 'ArrowRight', 'Enter')),
};

export const OwnWords: StoryObj = {
  name: 'Tiers named and treated in the words of the host',
  tags: ['acts'],
  render: () =>
    box(
      760,
      html`<rfm-quadrant
        src=${CDNOW.src}
        currency=${CDNOW.currency}
        .tierNames=${{ platinum: 'Key accounts' }}
        .treatments=${{ platinum: 'A visit each quarter, and a name to call.' }}
      ></rfm-quadrant>`,
    ),
  play: acts('rfm-quadrant', '.tier-card', pressed('Home', 'ArrowRight', 'Enter')),
};

export const Empty: StoryObj = {
  name: 'No data yet',
  tags: ['waits'],
  render: () => box(760, html`<rfm-quadrant></rfm-quadrant>`),
};

export const Loading: StoryObj = {
  name: 'On its way',
  tags: ['waits'],
  render: () => box(760, html`<rfm-quadrant .data=${new ReadableStream()}></rfm-quadrant>`),
};

export const Failed: StoryObj = {
  name: 'A file that is not there',
  tags: ['complains'],
  render: () => box(760, html`<rfm-quadrant src="data/missing.csv"></rfm-quadrant>`),
};
