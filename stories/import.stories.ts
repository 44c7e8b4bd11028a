import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define';
import type { RfmImport } from '../src/elements/import/import.element';
import { box } from './sample';

const meta: Meta = {
  title: 'Import',
  component: 'rfm-import',
  tags: ['waits'],
  parameters: {
    docs: {
      description: {
        component:
          'Takes a file by drop, picker or paste, shows its first rows, asks what is not clear, and loads it into its source.',
      },
    },
  },
};

export default meta;

const CLEAR =
  'customer,date,amount\nAda,2024-01-05,100\nBen,2024-02-10,20\nAda,2024-11-01,200\nCyd,soon,50\n';
const UNCLEAR = 'a;b;c\nAda;03/04/2024;100,50\nBen;02/03/2024;20,00\n';

/** Hands the import in `root` a file, as a drop would. */
const opened =
  (name: string, text: string) =>
  ({ canvasElement }: { canvasElement: HTMLElement }): void =>
    canvasElement.querySelector<RfmImport>('rfm-import')?.open(new File([text], name));

export const Empty: StoryObj = {
  name: 'Waiting for a file',
  render: () => html`<rfm-source><rfm-import></rfm-import></rfm-source>`,
};

export const Guessed: StoryObj = {
  name: 'With its columns guessed',
  render: () => html`<rfm-source><rfm-import no-memory></rfm-import></rfm-source>`,
  play: opened('orders.csv', CLEAR),
};

export const Asking: StoryObj = {
  name: 'Asking what is not clear',
  render: () => box(480, html`<rfm-source><rfm-import no-memory></rfm-import></rfm-source>`),
  play: opened('unclear.csv', UNCLEAR),
};

export const Chinese: StoryObj = {
  name: '中文',
  render: () => html`<rfm-source><rfm-import no-memory locale="zh-CN"></rfm-import></rfm-source>`,
  play: opened('订单.csv', UNCLEAR),
};
