import { words } from './words.js';

const PARTS = ['customer', 'date', 'amount', 'times', 'order'];

function fill(select, columns, blank, chosen) {
  const options = [new Option(blank, ''), ...columns.map((name) => new Option(name, name))];
  select.replaceChildren(...options);
  select.value = columns.includes(chosen) ? chosen : '';
}

/** `"Quantity*UnitPrice"` as its two factors, unless a column is really called so. */
function factors(amount, columns) {
  if (!amount || columns.includes(amount)) return [amount, ''];
  return amount.split('*').map((name) => name.trim());
}

/** Fills the form with the columns of the file; `mapping` says which are in use, or are the best guess. */
export function showColumns(form, columns, mapping) {
  const [amount, times = ''] = factors(mapping.amount, columns);
  const chosen = { ...mapping, amount, times };
  const blanks = { times: words.none, order: words.automatic };
  for (const part of PARTS) fill(form.elements[part], columns, blanks[part] ?? words.pick, chosen[part]);
}

/** The mapping that the form says; null for what it leaves open. */
export function chosenColumns(form) {
  const { customer, date, amount, times, order } = Object.fromEntries(
    PARTS.map((part) => [part, form.elements[part].value || null]),
  );
  return { customer, date, amount: amount && times ? `${amount}*${times}` : amount, order };
}
