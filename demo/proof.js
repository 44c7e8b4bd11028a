import { said, words } from './words.js';

const STAND_IN = new URL('kit/', document.baseURI).href;

const byId = (id) => document.getElementById(id);

/** Collects the requests of the page and its workers; a button shows them. */
export function startProof() {
  const seen = new Map();
  let whole = false;
  const note = (url, request) => {
    // Where both tell of one the service worker knows more, and what of the kit it stands in for.
    if (!/^https?:/.test(url) || (!request && (seen.has(url) || url.startsWith(STAND_IN)))) return;
    seen.set(url, request ?? { by: 'page', method: 'GET', body: false });
    if (byId('requests').open) draw();
  };
  const observer = new PerformanceObserver((list) => {
    for (const { name } of list.getEntries()) note(name);
  });
  observer.observe({ type: 'resource', buffered: true });
  note(location.href.split('#')[0]);

  function draw() {
    const elsewhere = [...seen.keys()].filter((url) => new URL(url).origin !== location.origin).length;
    const bodies = [...seen.values()].filter(({ body }) => body).length;
    byId('requests-sum').textContent = said(whole ? 'requestsSum' : 'requestsSumPage', {
      count: seen.size,
      elsewhere,
      bodies,
    });
    byId('requests-list').replaceChildren(...[...seen].map(([url, request]) => row(url, request)));
  }

  byId('prove').addEventListener('click', () => {
    draw();
    byId('requests').showModal();
  });

  return {
    /** Hears of requests from the service worker, which sees those of workers too. */
    listen(container) {
      whole = container.controller !== null;
      container.addEventListener('message', ({ data }) => {
        if (data.type === 'request') note(data.url, data);
      });
      container.startMessages();
    },
  };
}

function row(url, { by, method, body }) {
  const tr = document.createElement('tr');
  const { origin, pathname } = new URL(url);
  const cells = [
    origin === location.origin ? pathname : url,
    words().byWhom[by],
    method,
    body ? words().something : words().nothing,
  ];
  for (const text of cells) tr.insertCell().textContent = text;
  return tr;
}
