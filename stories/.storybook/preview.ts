import type { Preview } from '@storybook/web-components-vite';
import { configure } from '../../src/core';

const beside = (file: string): string => new URL(`cdn/${file}`, document.baseURI).href;

configure({
  assets: {
    wasm: beside('duckdb-eh.wasm'),
    worker: beside('duckdb-eh.worker.js'),
    reader: beside('reader.worker.js'),
  },
});

/** Puts the story's page into the language and the colours chosen in the toolbar. */
function dress({ language, scheme }: Record<string, unknown>): void {
  const { documentElement: page } = document;
  page.lang = String(language);
  page.style.colorScheme = String(scheme);
  page.style.background = 'light-dark(#f4f6f8, #0e1116)';
  page.style.fontFamily = 'system-ui, sans-serif';
}

const preview: Preview = {
  parameters: { layout: 'padded', controls: { expanded: true } },
  globalTypes: {
    language: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'en', title: 'English' },
          { value: 'zh-CN', title: '简体中文' },
        ],
      },
    },
    scheme: {
      description: 'Colours',
      toolbar: {
        icon: 'contrast',
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
  },
  initialGlobals: { language: 'en', scheme: 'light' },
  decorators: [
    (story, context) => {
      dress(context.globals);
      return story();
    },
  ],
};

export default preview;
