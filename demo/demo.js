import { chosenColumns, showColumns } from './columns.js';
import { showReport } from './report.js';
import { formatDate, formatNumber, setLanguage, words } from './words.js';

const byId = (id) => document.getElementById(id);
const source = byId('source');
const MB = 1e6;

const SAMPLES = {
  cdnow: {
    name: 'CDNOW',
    settings: {
      src: 'data/cdnow_master.csv',
      customer: 'customer_id',
      date: 'date',
      amount: 'amount',
      currency: 'USD',
    },
  },
  retail: {
    name: 'Online Retail',
    settings: {
      src: 'data/online_retail.csv.gz',
      customer: 'CustomerID',
      date: 'InvoiceDate',
      amount: 'Quantity*UnitPrice',
      order: 'InvoiceNo',
      currency: 'GBP',
    },
  },
};

/** What a new load begins with: columns are detected unless they are given. */
const UNSET = {
  data: null,
  src: null,
  customer: null,
  date: null,
  amount: null,
  order: null,
  currency: null,
};

/** What is shown: its name and, as far as it went, its report, its error, how far it has come. */
const state = { name: '', sample: null, report: null, error: null, progress: null };

function show(change) {
  Object.assign(state, change);
  render();
}

function renderProgress() {
  const { progress } = state;
  byId('progress').hidden = progress === null;
  if (!progress) return;
  const { phase, loaded, total } = progress;
  const inMB = (bytes) => formatNumber(bytes / MB, { maximumFractionDigits: 1 });
  const part = loaded > 0 ? words.bytes(inMB(loaded), total > 0 && inMB(total)) : '';
  byId('progress-words').textContent =
    `${state.name}: ${(words.wordsOf[phase] ?? words.wordsOf.computing)(part)}`;
  const bar = byId('progress-bar');
  if (total > 0) bar.value = Math.min(loaded / total, 1);
  else bar.removeAttribute('value');
}

function renderError() {
  const { error } = state;
  byId('error').hidden = error === null;
  if (!error) return;
  const stopped = error.code === 'aborted';
  byId('error-title').textContent = stopped ? words.stopped : words.errorTitle(state.name);
  byId('error-message').textContent = stopped ? '' : error.message;
}

function renderReport() {
  const { report } = state;
  byId('loaded').hidden = report === null;
  byId('report').hidden = report === null;
  if (!report) return;
  const customers = formatNumber(report.customers);
  byId('loaded').textContent = words.loaded(
    state.name,
    customers,
    formatDate(report.from),
    formatDate(report.to),
  );
  byId('report-summary').textContent = showReport(report, byId('report-body'));
}

/** The columns stay on the page when a choice of them failed: that is the way on. */
function renderColumns() {
  const { error } = state;
  const columns = error?.details?.columns ?? source.source?.columns ?? null;
  byId('reading').hidden = columns === null;
  if (columns) showColumns(byId('columns'), columns, currentMapping(error));
}

function currentMapping(error) {
  if (!error) return source.source?.mapping ?? {};
  const { customer, date, amount, order } = source;
  const guesses = Object.entries(error.details.candidates ?? {}).map(([part, [best]]) => [part, best]);
  return {
    ...Object.fromEntries(guesses),
    ...error.details.found,
    ...given({ customer, date, amount, order }),
  };
}

const given = (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value));

function render() {
  renderProgress();
  renderError();
  renderReport();
  renderColumns();
  for (const button of document.querySelectorAll('.samples [data-sample]'))
    button.setAttribute('aria-pressed', String(button.dataset.sample === state.sample));
}

const starting = () => ({ report: null, error: null, progress: { phase: 'engine', loaded: 0, total: 0 } });

function load(name, sample, settings) {
  show({ name, sample, ...starting() });
  Object.assign(source, UNSET, settings);
}

function loadSample(key) {
  const { name, settings } = SAMPLES[key];
  // The same data again would be no change: a sample that failed is asked for anew.
  if (state.sample === key && state.error) return again();
  if (state.sample !== key || state.progress) load(name, key, settings);
}

function loadFile(file) {
  if (file) load(file.name, null, { data: file });
}

function again() {
  show(starting());
  source.reload();
}

function stop() {
  show({ progress: null, report: null, sample: null, error: { code: 'aborted', details: {} } });
  Object.assign(source, UNSET);
}

/** Charts in the source fire the same events: only the source's own count here. */
function onSource(type, listener) {
  source.addEventListener(type, (event) => {
    if (event.target === source) listener(event.detail);
  });
}

onSource('rfm-progress', (progress) => state.progress && show({ progress }));
onSource('rfm-load', ({ report }) => show({ report, error: null, progress: null }));
onSource('rfm-error', ({ error }) => show({ report: null, error, progress: null }));

byId('choose').addEventListener('click', () => byId('file').click());
byId('another').addEventListener('click', () => byId('file').click());
byId('file').addEventListener('change', ({ target }) => {
  loadFile(target.files[0]);
  // Else the same file, mended, could not be chosen again.
  target.value = '';
});
byId('stop').addEventListener('click', stop);
byId('retry').addEventListener('click', again);
byId('columns').addEventListener('submit', (event) => {
  event.preventDefault();
  show(starting());
  Object.assign(source, chosenColumns(event.target));
});
for (const button of document.querySelectorAll('[data-sample]'))
  button.addEventListener('click', () => loadSample(button.dataset.sample));

addEventListener('dragover', (event) => {
  event.preventDefault();
  byId('drop').classList.add('over');
});
addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) byId('drop').classList.remove('over');
});
addEventListener('drop', (event) => {
  event.preventDefault();
  byId('drop').classList.remove('over');
  loadFile(event.dataTransfer.files[0]);
});

byId('theme').addEventListener('change', ({ target }) => {
  document.documentElement.style.colorScheme = target.value;
});
byId('language').addEventListener('change', ({ target }) => {
  setLanguage(target.value);
  render();
});

const language = navigator.language.startsWith('zh') ? 'zh-CN' : 'en';
byId('language').value = language;
// A browser that restores the form on a reload brings the choice of theme back without an event.
document.documentElement.style.colorScheme = byId('theme').value;
setLanguage(language);
loadSample('cdnow');
