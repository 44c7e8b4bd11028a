import { readAddress, writeAddress } from './address.js';
import { startOffline } from './offline.js';
import { startProof } from './proof.js';
import { isSample, SAMPLES, UNSET } from './samples.js';
import { startSwitches } from './switches.js';
import { say } from './words.js';

const byId = (id) => document.getElementById(id);
const source = byId('source');
const importer = byId('import');
const dashboard = byId('dashboard');

/** The sample that is shown; null where a file is. */
const sampleShown = () => Object.keys(SAMPLES).find((key) => source.src === SAMPLES[key].src) ?? null;

/** The view an address brought, until the data it is for are there. */
let waiting = null;
let failed = false;

function showSample(key) {
  importer.dismiss();
  // The same data again would be no change: a sample that failed is asked for anew.
  if (failed && sampleShown() === key) source.reload();
  else Object.assign(source, UNSET, SAMPLES[key]);
  markSample();
}

function markSample() {
  for (const button of document.querySelectorAll('[data-sample]'))
    button.setAttribute('aria-pressed', String(button.dataset.sample === sampleShown()));
}

/** Shows what the address says: a sample, and how to look at it. */
async function follow({ sample, view }) {
  waiting = view;
  if (sample && sample !== sampleShown()) {
    showSample(sample);
    return;
  }
  if (!sample && view && sampleShown()) say(byId('note'), 'viewOfFile');
  else await applyView();
}

async function applyView() {
  if (!waiting) return;
  const view = waiting;
  waiting = null;
  say(byId('note'), null);
  try {
    await dashboard.restore(view);
  } catch {
    say(byId('note'), 'viewUnreadable');
  }
}

/** Elements in the source fire the same events: only the source's own count here. */
for (const type of ['rfm-progress', 'rfm-load', 'rfm-error'])
  source.addEventListener(type, ({ target }) => {
    if (target !== source) return;
    failed = type === 'rfm-error';
    markSample();
  });

/** What the data are called, on the page and on paper. */
function nameOfData() {
  const sample = sampleShown();
  if (sample) return document.querySelector(`[data-sample=${sample}] strong`).textContent;
  const [first] = [source.data].flat();
  return first instanceof File ? first.name : '';
}

source.addEventListener('rfm-load', ({ target }) => {
  if (target !== source) return;
  dashboard.heading = nameOfData();
  // The address holds options and layout: not the file, nor anything of it.
  if (!waiting) writeAddress({ sample: sampleShown(), view: null });
  // A view saved from a file waits for a file.
  const { sample } = readAddress();
  if (sample === sampleShown()) void applyView();
});

dashboard.addEventListener('rfm-view', ({ detail }) => {
  if (!waiting) writeAddress({ sample: sampleShown(), view: detail.token });
});

addEventListener('hashchange', () => void follow(known(readAddress())));

for (const button of document.querySelectorAll('[data-sample]'))
  button.addEventListener('click', () => {
    waiting = null;
    say(byId('note'), null);
    showSample(button.dataset.sample);
  });

// A file that misses the drop zone is meant for it all the same, and must not take the page's place.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  const files = [...event.dataTransfer.files];
  if (files.length > 0) importer.open(files);
});

function known({ sample, view }) {
  return { sample: isSample(sample) ? sample : null, view };
}

/** Whether somebody has chosen what to see before the page shows what it begins with. */
let chosen = false;
const choose = () => {
  chosen = true;
};
for (const type of ['drop', 'paste', 'hashchange']) addEventListener(type, choose, true);
for (const place of [importer, ...document.querySelectorAll('[data-sample]')])
  place.addEventListener('click', choose);

startSwitches();
const asked = known(readAddress());
const proof = startProof();
// Workers belong to the service worker from their beginning, or never: it comes before the first of them.
await startOffline(proof, dashboard);
if (asked.view && !asked.sample) {
  waiting = asked.view;
  say(byId('note'), 'viewOfFile');
} else if (!chosen) {
  showSample(asked.sample ?? 'cdnow');
  waiting = asked.view;
}
