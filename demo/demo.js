import { setLanguage } from './words.js';

const byId = (id) => document.getElementById(id);
const source = byId('source');
const importer = byId('import');

const SAMPLES = {
  cdnow: {
    src: 'data/cdnow_master.csv',
    customer: 'customer_id',
    date: 'date',
    amount: 'amount',
    currency: 'USD',
  },
  retail: {
    src: 'data/online_retail.csv.gz',
    customer: 'CustomerID',
    date: 'InvoiceDate',
    amount: 'Quantity*UnitPrice',
    order: 'InvoiceNo',
    currency: 'GBP',
  },
};

/** What a sample begins with: whatever was set for the file before is taken back. */
const UNSET = Object.fromEntries(
  [
    'data',
    ...['customer', 'date', 'amount', 'order', 'profit', 'dimensions'],
    ...['header', 'encoding', 'delimiter', 'decimal', 'dateFormat', 'sheet', 'currency'],
  ].map((name) => [name, null]),
);

let failed = false;

function showSample(key) {
  importer.dismiss();
  // The same data again would be no change: a sample that failed is asked for anew.
  if (failed && source.src === SAMPLES[key].src) source.reload();
  else Object.assign(source, UNSET, SAMPLES[key]);
  markSample();
}

function markSample() {
  for (const button of document.querySelectorAll('[data-sample]'))
    button.setAttribute('aria-pressed', String(source.src === SAMPLES[button.dataset.sample].src));
}

/** Elements in the source fire the same events: only the source's own count here. */
for (const type of ['rfm-progress', 'rfm-load', 'rfm-error'])
  source.addEventListener(type, ({ target }) => {
    if (target !== source) return;
    failed = type === 'rfm-error';
    markSample();
  });

for (const button of document.querySelectorAll('[data-sample]'))
  button.addEventListener('click', () => showSample(button.dataset.sample));

// A file that misses the drop zone is meant for it all the same, and must not take the page's place.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  if (event.defaultPrevented) return;
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) importer.open(file);
});

byId('theme').addEventListener('change', ({ target }) => {
  document.documentElement.style.colorScheme = target.value;
});
byId('language').addEventListener('change', ({ target }) => setLanguage(target.value));

const language = navigator.language.startsWith('zh') ? 'zh-CN' : 'en';
byId('language').value = language;
// A browser that restores the form on a reload brings the choice of theme back without an event.
document.documentElement.style.colorScheme = byId('theme').value;
setLanguage(language);
showSample('cdnow');
