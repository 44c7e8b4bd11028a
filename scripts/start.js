// Serves the demo. Plain Node: on a bare clone nothing is installed yet.
import { spawnSync } from 'node:child_process';
import { isBuilt } from './lib/fresh.js';
import { ensureInstalled } from './lib/install.js';
import { inRoot, root } from './lib/paths.js';
import { listenNear, staticServer } from './lib/static-server.js';

function ensureBuilt() {
  if (isBuilt()) return;
  console.log('Building ...');
  const { status } = spawnSync(process.execPath, [inRoot('scripts/build.js')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The build failed: see its messages above.');
}

/** What the demo is served with, though it does without: workers reach this server alone. */
function headers(path) {
  if (!path.endsWith('.worker.js')) return {};
  return {
    'content-security-policy': "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'",
  };
}

/** For this machine only by default; HOST=0.0.0.0 serves the network, as a container needs it. */
async function serve() {
  const mounts = { '/demo/': inRoot('demo'), '/dist/': inRoot('dist') };
  const redirects = { '/': '/demo/', '/demo': '/demo/' };
  const makeServer = () => staticServer(mounts, { redirects, headers });
  const port = await listenNear(makeServer, Number(process.env.PORT ?? 5173), process.env.HOST);
  console.log(`\nrfm-kit demo: http://localhost:${port}/demo/\n\nStop it with Ctrl+C.`);
}

try {
  ensureInstalled();
  ensureBuilt();
  await serve();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
