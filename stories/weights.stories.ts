import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/weights';
import '../src/define/scatter';
import { withControls } from './controls';
import { box, CDNOW } from './sample';

const meta: Meta = {
  title: 'Tools/Weights',
  component: 'rfm-weights',
  parameters: {
    docs: {
      description: {
        component: 'Weights of R, F and M from comparisons in pairs, applied to the charts of the source.',
      },
    },
  },
};

export default meta;

export const Controls: StoryObj = withControls('rfm-weights', 760);

export const WithScatter: StoryObj = {
  name: 'With the scatter by score',
  render: () =>
    box(
      900,
      html`<rfm-source src=${CDNOW.src} currency=${CDNOW.currency}>
        <rfm-weights></rfm-weights>
        <rfm-scatter y="score"></rfm-scatter>
      </rfm-source>`,
    ),
};

export const Matrix: StoryObj = {
  name: 'As a matrix',
  render: () =>
    box(640, html`<rfm-weights src=${CDNOW.src} layout="matrix" comparisons="1/3,1/5,1/3"></rfm-weights>`),
};

export const Contradiction: StoryObj = {
  name: 'Comparisons that contradict each other',
  render: () => box(640, html`<rfm-weights src=${CDNOW.src} comparisons="3,1/5,3"></rfm-weights>`),
};

export const Narrow: StoryObj = {
  name: 'At 328 pixels',
  render: () => box(328, html`<rfm-weights src=${CDNOW.src}></rfm-weights>`),
};
