import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { BROWSER_ARGS, requireBrowser } from './scripts/lib/browser.js';
import { resultsReporter } from './scripts/lib/wtr-results.js';

/** The built assets, where modules loaded from src look for them: `src/cdn/` stands for `dist/cdn/`. */
function builtAssets(context, next) {
  context.url = context.url.replace(/^\/src\/cdn\//, '/dist/cdn/');
  return next();
}

/** The large files beside the project, where they are. */
function sharedFiles(context, next) {
  const file = join(import.meta.dirname, '..', context.path);
  if (!context.path.startsWith('/shared/') || !existsSync(file)) return next();
  context.body = createReadStream(file);
}

/** The suites that run in Node under Vitest run here too, by its matchers. */
const vitestSuites = {
  name: 'vitest-suites',
  resolveImport: ({ source }) => (source === 'vitest' ? '/test/browser/support/vitest.ts' : undefined),
};

/** Puts the watch on the console before each test file, so that an unexpected error fails the test it comes in. */
const watchConsole = {
  name: 'watch-console',
  transform(context) {
    if (!/^\/test\/.*\.test\.ts$/.test(context.path)) return undefined;
    return { body: `import '/test/browser/support/watch-console.ts';${context.body}` };
  },
};

export default {
  files: ['test/browser/**/*.test.ts', 'test/compute/**/*.test.ts', 'test/analytics/properties.test.ts'],
  rootDir: import.meta.dirname,
  nodeResolve: { extensions: ['.ts', '.mjs', '.js', '.json'] },
  middleware: [builtAssets, sharedFiles],
  plugins: [
    vitestSuites,
    watchConsole,
    esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
  ],
  browsers: [chromeLauncher({ launchOptions: { executablePath: requireBrowser(), args: BROWSER_ARGS } })],
  concurrency: 1,
  testFramework: { config: { timeout: 120_000 } },
  testsFinishTimeout: 300_000,
  // Its development build says more of what is wrong; that it is one, we know.
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [
    defaultReporter(),
    ...(process.env.RFM_RESULTS ? [resultsReporter(process.env.RFM_RESULTS)] : []),
  ],
};
