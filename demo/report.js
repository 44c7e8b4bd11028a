import { formatNumber, words } from './words.js';

/** An element with text (never markup: it comes from files) and children. */
function element(tag, text = '', children = [], className = '') {
  const made = document.createElement(tag);
  made.textContent = text;
  made.append(...children);
  if (className) made.className = className;
  return made;
}

/** Writes amounts in the currency of the data, as far as it is known. */
function moneyFormat(currency) {
  const style = /^[A-Z]{3}$/.test(currency ?? '')
    ? { style: 'currency', currency }
    : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return (value) => (value === undefined ? '' : formatNumber(value, style));
}

function sampleList(samples) {
  const items = samples.map(({ line, text }) =>
    element('li', '', [
      element('span', `${words.line(formatNumber(line))} `, [], 'muted'),
      element('code', text),
    ]),
  );
  return element('ul', '', items);
}

function reasonRow({ reason, rows, amount, samples }, money) {
  return element('tr', '', [
    element('th', words.reasons[reason] ?? reason),
    element('td', formatNumber(rows), [], 'number'),
    element('td', money(amount), [], 'number'),
    element('td', '', [sampleList(samples)]),
  ]);
}

function rejectedTable(rejected, money) {
  const heads = [
    element('th', words.reason),
    element('th', words.rowsHead, [], 'number'),
    element('th', words.amountHead, [], 'number'),
    element('th', words.samplesHead),
  ];
  const table = element('table', '', [
    element('thead', '', [element('tr', '', heads)]),
    element(
      'tbody',
      '',
      rejected.map((one) => reasonRow(one, money)),
    ),
  ]);
  return element('div', '', [table], 'sheet');
}

function facts(report, money) {
  const rows = [
    [words.facts.total, money(report.amount.used)],
    [words.facts.refunds, report.refundRows ? money(report.amount.refunds) : ''],
    [words.facts.refundOnly, report.refundOnlyCustomers ? formatNumber(report.refundOnlyCustomers) : ''],
    [words.facts.zero, report.zeroRows ? formatNumber(report.zeroRows) : ''],
    [words.facts.duplicate, report.duplicateRows ? formatNumber(report.duplicateRows) : ''],
    [words.facts.dateFormat, words.dateFormats[report.dateFormat] ?? report.dateFormat ?? ''],
    [words.facts.encoding, report.encoding ?? ''],
    [words.facts.delimiter, words.delimiters[report.delimiter] ?? report.delimiter ?? ''],
  ];
  const shown = rows.filter(([, value]) => value !== '');
  const pair = ([name, value]) => element('div', '', [element('dt', name), element('dd', value)]);
  return element('dl', '', shown.map(pair));
}

/** What was read and what was left out, in words; `body` is filled, the line above it returned. */
export function showReport(report, body) {
  const left = report.rejected.reduce((sum, { rows }) => sum + rows, 0);
  const money = moneyFormat(report.currency);
  const notes = report.notes.map(({ message }) => element('p', message, [], 'note'));
  const table = left > 0 ? [rejectedTable(report.rejected, money)] : [];
  body.replaceChildren(facts(report, money), ...notes, ...table);
  const used = words.used(formatNumber(report.rowsUsed), formatNumber(report.rowsRead));
  return `${used}${words.comma}${left > 0 ? words.leftOut(formatNumber(left)) : words.nothingLeftOut}`;
}
