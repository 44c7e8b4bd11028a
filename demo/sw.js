/*
 * Keeps the demo for visits without a network, and tells its pages of every request they and their workers make.
 *
 * What the kit is made of does not change between two builds: it is taken from the machine as long as the list of its
 * hashes is the same. All else comes from the network where there is one.
 *
 * It has a say over the pages of its own folder, whatever they ask for, and over workers that are started from there. The
 * kit lies beside that folder: `kit/` stands for it, so that no server has to allow a wider scope.
 */

/** The files of the demo, without the samples; test/consumers/demo-offline.test.ts knows whether one is missing. */
const PAGES = [
  ...[
    './',
    'demo.css',
    'demo.js',
    'words.js',
    'address.js',
    'kept.js',
    'offline.js',
    'proof.js',
    'samples.js',
    'switches.js',
  ],
  ...['developers.html', 'developers.css', 'developers.js', 'choices.js', 'snippets.js'],
  ...['icon.svg', 'manifest.webmanifest', 'icons/192.png', 'icons/512.png', 'data/SOURCES.md'],
];
/** Samples that are fetched beforehand: the small ones. */
const SAMPLES = ['data/cdnow_master.csv', 'data/adventureworks.csv.gz', 'data/completejourney.csv.gz'];

const DEMO = new URL('./', self.location.href);
const DIST = new URL('../dist/', DEMO);
const KIT = new URL('cdn/', DIST);
const STAND_IN = new URL('kit/', DEMO);
const HASHES = new URL('integrity.json', KIT).href;
/** Of this copy of the demo: others may lie on the same site. */
const PREFIX = `rfm-kit-demo ${DEMO.pathname} `;

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
  const url = meant(new URL(request.url));
  event.waitUntil(tell(event, url));
  if (request.method !== 'GET' || request.headers.has('range') || !isOurs(url)) return;
  event.respondWith(answer(request, url));
});

/** What an address stands for: that of the kit for its stand-in. */
const meant = (url) =>
  url.href.startsWith(STAND_IN.href) ? new URL(url.href.slice(STAND_IN.href.length), KIT) : url;

const isOurs = ({ origin, href }) =>
  origin === self.location.origin && (href.startsWith(DEMO.href) || href.startsWith(DIST.href));

async function tell({ request, clientId }, url) {
  const by = (await self.clients.get(clientId))?.type === 'worker' ? 'worker' : 'page';
  await toPages({
    type: 'request',
    url: url.href.split('#')[0],
    method: request.method,
    by: request.destination === 'worker' ? 'worker' : by,
    body: !['GET', 'HEAD'].includes(request.method),
  });
}

async function toPages(message) {
  for (const client of await self.clients.matchAll({ type: 'window' })) client.postMessage(message);
}

async function answer(request, url) {
  const cache = await (request.mode === 'navigate' ? renewed() : kept());
  const stays = url.href.startsWith(KIT.href) || /\/data\/.+\.(csv|gz)$/.test(url.pathname);
  const stoodIn = url.href !== request.url;
  const wanted = stoodIn ? new Request(url) : request;
  const known = await cache.match(wanted, { ignoreSearch: true });
  const response = stays && known && url.href !== HASHES ? known : await fromNetwork(wanted, cache, known);
  // Under the address that was asked for: a worker takes the one of its answer for its own.
  return stoodIn ? new Response(response.body, response) : response;
}

async function fromNetwork(request, cache, known) {
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
  const fetched = wanted.map(async (url) => {
    if (await cache.match(url)) return;
    await toPages({ type: 'request', url, method: 'GET', by: 'keeper', body: false });
    await cache.add(url);
  });
  return (await Promise.allSettled(fetched)).every(({ status }) => status === 'fulfilled');
}
