/** rfm-kit without elements: open a source of transactions and analyse it, in a page, in a worker or in Node. */
export type * from './compute/results';
export { preload } from './data/engine/engine';
export { type Configuration, configure } from './data/engine/settings';
export { openSource } from './data/open-source';
export type { Source } from './data/source';
export type * from './data/source-options';
export { RfmError, type RfmErrorCode } from './util/rfm-error';
