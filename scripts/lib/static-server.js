import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

function fileAt(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return fileAt(join(path, 'index.html'));
  return stat ? { path, size: stat.size } : undefined;
}

/** The file that `pathname` means, by the longest mount it lies under; undefined where there is none. */
function locate(mounts, pathname) {
  const mount = Object.keys(mounts)
    .filter((prefix) => pathname.startsWith(prefix))
    .sort((a, b) => b.length - a.length)[0];
  if (mount === undefined) return undefined;
  const base = resolve(mounts[mount]);
  const path = resolve(base, `.${sep}${pathname.slice(mount.length)}`);
  return path === base || path.startsWith(base + sep) ? fileAt(path) : undefined;
}

function answer(request, response, { mounts, headers, redirects }) {
  const pathname = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
  const redirect = redirects[pathname];
  if (redirect) return response.writeHead(302, { location: redirect }).end();
  const file = locate(mounts, pathname);
  if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
  response.writeHead(200, {
    'content-type': TYPES[extname(file.path)] ?? 'application/octet-stream',
    'content-length': file.size,
    'cache-control': 'no-cache',
    ...headers(pathname),
  });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(file.path).pipe(response);
}

/**
 * A server of the folders in `mounts` ('/demo/' -> folder), not yet listening.
 * `headers(pathname)` adds to what is sent; `redirects` go from path to path.
 */
export function staticServer(mounts, { headers = () => ({}), redirects = {} } = {}) {
  return createServer((request, response) => {
    try {
      answer(request, response, { mounts, headers, redirects });
    } catch {
      response.writeHead(400).end();
    }
  });
}

function tryPort(server, port, host) {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done(server.address().port);
    });
  });
}

/** `localhost` means either of these, by the reader's choice: another program on one of them would answer for us. */
const LOCALHOST = ['127.0.0.1', '::1'];

/** Listens on all of `hosts`; false where the port is taken on one. A machine may lack IPv6. */
async function listenOnAll(makeServer, port, hosts) {
  const servers = [];
  for (const host of hosts) {
    try {
      const server = makeServer();
      await tryPort(server, port, host);
      servers.push(server);
    } catch (error) {
      if (['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(error.code)) continue;
      for (const server of servers) server.close();
      if (error.code === 'EADDRINUSE') return false;
      throw error;
    }
  }
  return true;
}

/** Listens on `port` of this machine, or of `host` alone, or on the next free port of twenty; resolves to it. */
export async function listenNear(makeServer, port, host) {
  for (let candidate = port; candidate <= port + 20; candidate++) {
    if (await listenOnAll(makeServer, candidate, host ? [host] : LOCALHOST)) return candidate;
  }
  throw new Error(`Ports ${port} to ${port + 20} are all taken. Set PORT to a free one.`);
}

/** Listens on any free port; resolves to it. */
export function listen(server) {
  return tryPort(server, 0, '127.0.0.1');
}
