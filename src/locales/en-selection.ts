import type { SelectionWords } from './words-selection';

/** Of what is selected, in English. */
export const enSelection: SelectionWords = {
  finding: ({ customers, share, value }, f) =>
    `Selected: ${f.count(customers)} ${customers === 1 ? 'customer' : 'customers'}, ${f.share(share)} of customers${
      value === null ? '' : `, ${f.share(value)} of revenue`
    }`,
  clear: 'Clear selection',
  among: 'Selected',
  ofAll: (selected, all, f) => `${f.count(selected)} of ${f.count(all)}`,
  byClass: (counts) => `Selected by class: ${counts}`,
  range: ({ measure, from, to }) =>
    from === null
      ? `${measure} up to ${to ?? ''}`
      : to === null
        ? `${measure} from ${from}`
        : from === to
          ? `${measure} ${from}`
          : `${measure} ${from} to ${to}`,
  days: (days, f) => `${f.count(days)} ${days === 1 ? 'day' : 'days'}`,
  chooseSegment: 'Click to hide or show; double-click or Shift + Enter to select',
};
