// What dist/cdn/rfm-kit.js is: every element registered, and the package's exports for pages that script it.
import '../../src/define';
import type * as core from '../../src/core';

export * from '../../src/index';

// Reading and analysing come in a script of their own, asked for with the first data; these names stand before those above.
const opening = (): Promise<typeof import('../../src/data/open-source')> =>
  import('../../src/data/open-source');

export const openSource: typeof core.openSource = async (...given) => (await opening()).openSource(...given);

export const inspect: typeof core.inspect = async (...given) =>
  (await import('../../src/data/inspect')).inspect(...given);

export const preload: typeof core.preload = async () => {
  const [{ preload: start }] = await Promise.all([import('../../src/data/engine/engine'), opening()]);
  await start();
};
