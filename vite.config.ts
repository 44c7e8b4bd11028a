import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**', 'test/consumers/**', 'node_modules/**'],
    pool: 'forks',
    env: { TZ: 'America/New_York' },
    testTimeout: 60_000,
  },
});
