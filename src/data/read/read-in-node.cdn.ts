import type { readInNode as readOnThread } from './read-in-node';

/** Never called: a page reads in a worker. */
export const readInNode: typeof readOnThread = () => {
  throw new Error('This build of rfm-kit is for browsers. In Node import rfm-kit/core.');
};
