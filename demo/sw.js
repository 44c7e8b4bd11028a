/*
 * Keeps the demo for visits without a network, and tells its pages of every request they and their workers make.
 *
 * What the kit is made of does not change between two builds: it is taken from the machine as long as the list of its
 * hashes is the same. All else comes from the network where there is one.
 */

/** The files of the demo, without the samples; test/consumers/demo-offline.test.ts knows whether one is missing. */
const PAGES = [
  ...[
    './',
    'demo.css',
    'demo.js',
    'words.js',
    'address.js',
    'offline.js',
    'proof.js',
    'samples.js',
    'switches.js',
  ],
  ...['developers.html', 'developers.css', 'developers.js', 'snippets.js'],
  ...['icon.svg', 'manifest.webmanifest', 'icons/192.png', 'icons/512.png', 'data/SOURCES.md'],
];
/** Samples that are fetched beforehand: the small ones. */
const SAMPLES = ['data/cdnow_master.csv', 'data/adventureworks.csv.gz', 'data/completejourney.csv.gz'];

const DEMO = new URL('./', self.location.href);
const DIST = new URL('../dist/', DEMO);
const KIT = new URL('cdn/', DIST);
const HASHES = new URL('integrity.json', KIT).href;
const PREFIX = 'rfm-kit-demo-';

/** The cache of the build at hand. */
let current = null;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  if (event.data.type === 'fill')
    event.waitUntil(fill().then((all) => all && event.source?.postMessage({ type: 'filled' })));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  event.waitUntil(tell(event));
  const url = new URL(request.url);
  if (request.method !== 'GET' || request.headers.has('range') || !isOurs(url)) return;
  event.respondWith(answer(request, url, request.mode === 'navigate'));
});

const isOurs = ({ origin, href }) =>
  origin === self.location.origin && (href.startsWith(DEMO.href) || href.startsWith(DIST.href));

async function tell({ request, clientId }) {
  const by = (await self.clients.get(clientId))?.type === 'worker' ? 'worker' : 'page';
  const told = {
    type: 'request',
    url: request.url.split('#')[0],
    method: request.method,
    by: request.destination === 'worker' ? 'worker' : by,
    body: !['GET', 'HEAD'].includes(request.method),
  };
  for (const client of await self.clients.matchAll({ type: 'window' })) client.postMessage(told);
}

async function answer(request, url, navigates) {
  const cache = await (navigates ? renewed() : kept());
  const stays = url.href.startsWith(KIT.href) || /\/data\/.+\.(csv|gz)$/.test(url.pathname);
  const known = await cache.match(request, { ignoreSearch: true });
  if (stays && known && url.href !== HASHES) return known;
  try {
    const response = await fetch(request);
    if (response.status === 200) await cache.put(request, response.clone());
    return response;
  } catch (error) {
    if (known) return known;
    throw error;
  }
}

/** The cache of the build that the network has now, older ones dropped; without a network the one there is. */
async function renewed() {
  try {
    const response = await fetch(HASHES, { cache: 'no-store' });
    const digest = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
    const name =
      PREFIX + [...new Uint8Array(digest, 0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    for (const other of await caches.keys())
      if (other.startsWith(PREFIX) && other !== name) await caches.delete(other);
    current = caches.open(name);
    await (await current).put(HASHES, response);
  } catch {
    current = kept();
  }
  return current;
}

/** The cache there is. */
function kept() {
  current ??= (async () => {
    const [name] = (await caches.keys()).filter((one) => one.startsWith(PREFIX));
    return name ? caches.open(name) : renewed();
  })();
  return current;
}

/** Fetches what is missing for a visit without a network; whether all of it is there now. */
async function fill() {
  const cache = await kept();
  const hashes = await (await cache.match(HASHES))?.json();
  if (!hashes) return false;
  const wanted = [
    ...[...PAGES, ...SAMPLES].map((name) => new URL(name, DEMO).href),
    ...Object.keys(hashes.files).map((name) => new URL(name, KIT).href),
    new URL('custom-elements.json', DIST).href,
  ];
  const fetched = wanted.map(async (url) => (await cache.match(url)) ?? cache.add(url));
  return (await Promise.allSettled(fetched)).every(({ status }) => status === 'fulfilled');
}
