import type { startNodeWorker as startInNode } from './node-worker';

/** The script of a page never runs in Node. */
export function isNode(): boolean {
  return false;
}

export const startNodeWorker: typeof startInNode = () => {
  throw new Error('This build of rfm-kit is for browsers. In Node import rfm-kit/core.');
};
