// The main way, the four charts and a strict policy, in Chromium, Firefox and WebKit: what holds in each. Build first.
import { openChromium } from './browsers/chromium.js';
import { openFirefox } from './browsers/firefox.js';
import { openWebKit } from './browsers/webkit.js';
import { inRoot } from './lib/paths.js';
import { listen, staticServer } from './lib/static-server.js';

const STRICT = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html rfm-kit',
].join('; ');

const ENGINES = { Chromium: openChromium, Firefox: openFirefox, WebKit: openWebKit };
const PATIENCE = 600_000;

const mounts = {
  '/': inRoot('test/browsers'),
  '/kit/': inRoot('dist/cdn'),
  '/golden.json': inRoot('test/fixtures/golden.json'),
  '/cdnow_master.csv': inRoot('demo/data/cdnow_master.csv'),
  '/online_retail.csv.gz': inRoot('demo/data/online_retail.csv.gz'),
};

async function findingsOf(browser, url) {
  await browser.open(url);
  for (const began = Date.now(); Date.now() - began < PATIENCE; ) {
    const findings = await browser.findings();
    if (findings) return JSON.parse(findings);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return [{ says: 'the page comes to an end', problem: `not within ${PATIENCE / 1000} s` }];
}

const asked = process.argv.slice(2);
const server = staticServer(mounts, {
  headers: (path) => (path === '/' || path.endsWith('.html') ? { 'content-security-policy': STRICT } : {}),
});
const url = `http://127.0.0.1:${await listen(server)}/`;
const sum = { passed: 0, failed: 0 };
for (const [name, open] of Object.entries(ENGINES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const browser = await open().catch((error) => ({ error }));
  if (!browser || browser.error) {
    console.log(`\n── ${name}: ${browser?.error?.message ?? 'not installed here'} ──`);
    sum.failed += 1;
    continue;
  }
  const began = performance.now();
  const findings = await findingsOf(browser, url).finally(() => browser.close());
  console.log(`\n── ${browser.version}, ${((performance.now() - began) / 1000).toFixed(1)} s ──`);
  for (const { says, problem } of findings) {
    console.log(`${problem === null ? 'ok    ' : 'FAILED'} ${says}${problem === null ? '' : `: ${problem}`}`);
    sum[problem === null ? 'passed' : 'failed'] += 1;
  }
}
server.close();
console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
process.exitCode = sum.failed > 0 ? 1 : 0;
