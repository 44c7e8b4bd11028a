import type { DashboardWords } from './words-dashboard';

/** Of the dashboard, in English. */
export const enDashboard: DashboardWords = {
  name: 'Customer value',
  about: ({ customers, from, to }, f) =>
    `${f.count(customers)} ${customers === 1 ? 'customer' : 'customers'}, ${from} to ${to}`,
  print: 'Print',
  asTables: 'Show all as tables',
  asCharts: 'Show all as pictures',
  exportAll: 'Export all figures',
  exporting: 'Writing the file',
  file: 'customer-value',
  restored: ({ otherData, otherVersion }) =>
    otherData && otherVersion
      ? 'This view was saved from other data and by another version of the kit. What fits was applied.'
      : otherData
        ? 'This view was saved from other data. What fits was applied.'
        : otherVersion
          ? 'This view was saved by another version of the kit. What fits was applied.'
          : 'Not all of this view could be applied.',
  leftOut: (one) => {
    switch (one.what) {
      case 'part':
        return `There is no ${one.name} on this dashboard.`;
      case 'option':
        return `${one.part} does not take “${one.name}” as it was.`;
      case 'dates':
        return 'The dates of the filter lie outside of these data.';
      case 'asOf':
        return `The date looked back from, ${one.date}, lies outside of these data.`;
      case 'dimension':
        return `These data have no dimension “${one.name}”.`;
      case 'values':
        return `${one.name} has no ${one.values.map((value) => `“${value}”`).join(', ')} here.`;
      case 'weights':
        return 'The weights are none that can be applied.';
      case 'selection':
        return 'The selection could not be made here.';
    }
  },
  unknownParts: (names) => `The dashboard has no ${names.map((name) => `“${name}”`).join(', ')}.`,
  notExported: (names) => `Not in the file, for they could not be shown: ${names.join(', ')}.`,
};
