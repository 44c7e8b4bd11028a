import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import '../src/define';
import dense from '../src/themes/dense.css?inline';
import plain from '../src/themes/plain.css?inline';
import presentation from '../src/themes/presentation.css?inline';
import { customProperties, type LookName } from './looks';
import { CDNOW } from './sample';

const meta: Meta = {
  title: 'Theming',
  parameters: {
    layout: 'fullscreen',
    docs: {
      description: {
        component:
          'The same page in the look of three design systems, by custom properties alone, and in the three themes of the package.',
      },
    },
  },
};

export default meta;

const COLUMNS =
  'display: grid; gap: 16px; padding: 16px; grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr))';

const page = (): TemplateResult => html`<rfm-source
  src=${CDNOW.src}
  customer=${CDNOW.customer}
  date=${CDNOW.date}
  amount=${CDNOW.amount}
  currency=${CDNOW.currency}
>
  <div style=${COLUMNS}>
    <rfm-quadrant></rfm-quadrant>
    <rfm-pareto></rfm-pareto>
    <rfm-cohorts></rfm-cohorts>
    <rfm-scatter></rfm-scatter>
  </div>
</rfm-source>`;

const looking = (name: LookName): StoryObj => ({
  render: () => html`<div style=${styleMap(customProperties(name))}>${page()}</div>`,
});

const themed = (css: string): StoryObj => ({ render: () => html`<style>${css}</style>${page()}` });

export const Bootstrap: StoryObj = { name: "Bootstrap's look", ...looking('bootstrap') };
export const Material: StoryObj = { name: "Material's look", ...looking('material') };
export const GitHub: StoryObj = { name: "GitHub's look", ...looking('github') };
export const Plain: StoryObj = themed(plain);
export const Dense: StoryObj = themed(dense);
export const Presentation: StoryObj = themed(presentation);
