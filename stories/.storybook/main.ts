import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../*.stories.ts'],
  framework: '@storybook/web-components-vite',
  // Modules loaded from src look for the engine in a folder `cdn`; the build puts it into dist/cdn.
  staticDirs: [
    { from: '../../dist/cdn', to: '/cdn' },
    { from: '../../demo/data', to: '/data' },
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
