import type { Server } from 'node:http';
import { join } from 'node:path';
import { inject } from 'vitest';
import { inRoot } from '../../../scripts/lib/paths.js';
import { listen, type StaticOptions, staticServer } from '../../../scripts/lib/static-server.js';

export interface Site {
  origin: string;
  close(): void;
}

/** Serves the pages of this folder, the packed kit and a sample, from a free port; `more` goes by path to folder. */
export async function openSite(
  options: StaticOptions = {},
  more: Record<string, string> = {},
): Promise<Site> {
  const mounts = {
    '/': inRoot('test/consumers/pages'),
    '/cdnow_master.csv': inRoot('demo/data/cdnow_master.csv'),
    '/kit/': join(inject('installed'), 'node_modules/rfm-kit/dist/cdn'),
    ...more,
  };
  const server: Server = staticServer(mounts, options);
  const port = await listen(server);
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
