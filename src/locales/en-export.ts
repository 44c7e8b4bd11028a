import type { ExportWords } from './words-export';

/** Of taking a picture or its numbers elsewhere, in English. */
export const enExport: ExportWords = {
  menu: 'Export',
  png: 'Save picture (PNG)',
  svg: 'Save picture (SVG)',
  csv: 'Save data (CSV)',
  copyPicture: 'Copy picture',
  copyTable: 'Copy table',
  working: 'One moment',
  copied: 'Copied',
  saved: (name) => `Saved as ${name}`,
  refused: 'The browser does not allow this page to copy. Save it instead.',
  failed: 'This could not be exported.',
};
