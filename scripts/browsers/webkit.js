import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

function onPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function ask(base, method, path, body) {
  const response = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (value?.error) throw new Error(`WebKit: ${value.error}: ${value.message}`);
  return value;
}

async function answers(base) {
  for (let tries = 0; tries < 100; tries++) {
    const status = await fetch(`${base}/status`).catch(() => null);
    if (status?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver does not answer.');
}

/** WebKitGTK by its WebDriver, on a display of its own; null where Debian's webkit2gtk-driver and xvfb are not there. */
export async function openWebKit() {
  const [driver, xvfb] = [onPath('WebKitWebDriver'), onPath('xvfb-run')];
  if (!driver || !xvfb) return null;
  const port = await freePort();
  const runtime = mkdtempSync(join(tmpdir(), 'rfm-kit-webkit-'));
  const child = spawn(xvfb, ['-a', driver, `--port=${port}`], {
    env: { ...process.env, XDG_RUNTIME_DIR: runtime, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    stdio: 'ignore',
    detached: true,
  });
  const base = `http://127.0.0.1:${port}`;
  const close = async () => {
    process.kill(-child.pid);
    rmSync(runtime, { recursive: true, force: true });
  };
  try {
    await answers(base);
    const { sessionId, capabilities } = await ask(base, 'POST', '/session', { capabilities: {} });
    const session = `${base}/session/${sessionId}`;
    return {
      version: `${capabilities.browserName}/${capabilities.browserVersion}`,
      open: (url) => ask(session, 'POST', '/url', { url }),
      findings: () =>
        ask(session, 'POST', '/execute/sync', {
          script: 'return document.documentElement.dataset.findings ?? null',
          args: [],
        }),
      close: async () => {
        await ask(session, 'DELETE', '').catch(() => undefined);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
