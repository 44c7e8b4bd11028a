export * from './core';
export type {
  RfmErrorEvent,
  RfmLoadEvent,
  RfmProgressEvent,
  RfmReadyEvent,
  RfmSelectEvent,
  SelectionDetail,
} from './elements/events';
export { RfmQuadrant } from './elements/quadrant/quadrant.element';
export { RfmScatter } from './elements/scatter/scatter.element';
export { RfmSource } from './elements/source/source.element';
export { type PartialWords, registerLocale } from './locales/registry';
export type { Words } from './locales/words';
