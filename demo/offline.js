import { takeKept } from './kept.js';
import { say } from './words.js';

/** How long the page waits for its service worker at the first visit: it does without one rather than keep anybody. */
const PATIENCE = 2000;

/** The address of a script that a browser with Trusted Types takes. */
function trusted(url) {
  const policy = globalThis.trustedTypes?.createPolicy('rfm-demo', {
    createScriptURL: (value) => (value === 'sw.js' ? value : ''),
  });
  return policy ? policy.createScriptURL(url) : url;
}

/** Resolves when the page is in the hands of a service worker; null where it will not be. */
async function controlled() {
  if (!navigator.serviceWorker) return null;
  const change = new Promise((resolve) =>
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  );
  await navigator.serviceWorker.register(trusted('sw.js'));
  if (navigator.serviceWorker.controller) return navigator.serviceWorker;
  await Promise.race([change, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  takeKept();
  return navigator.serviceWorker;
}

/** Once the charts stand, fetches what an offline visit needs beyond what this one did, and says so. */
async function fill(container, dashboard) {
  await dashboard.drawn().catch(() => undefined);
  const { active } = await container.ready;
  container.addEventListener('message', ({ data }) => {
    if (data.type === 'filled') say(document.getElementById('offline'), 'offline');
  });
  active.postMessage({ type: 'fill' });
}

function offerInstallation() {
  const button = document.getElementById('install');
  let prompt = null;
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    prompt = event;
    button.hidden = false;
  });
  button.addEventListener('click', () => {
    button.hidden = true;
    void prompt?.prompt();
  });
}

/** Takes the page offline after this visit, and tells `proof` of every request, those of workers too. */
export async function startOffline(proof, dashboard) {
  offerInstallation();
  try {
    const container = await controlled();
    if (!container) return;
    proof.listen(container);
    void fill(container, dashboard);
  } catch (reason) {
    // No https, private windows: the page works, but not without a network.
    console.info(`Not available offline: ${reason.message}`);
  }
}
