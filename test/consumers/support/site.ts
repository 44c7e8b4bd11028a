import type { Server } from 'node:http';
import { inRoot } from '../../../scripts/lib/paths.js';
import { listen, type StaticOptions, staticServer } from '../../../scripts/lib/static-server.js';

export interface Site {
  origin: string;
  close(): void;
}

/** What a page of this test may use beside its own files: the sample data and the built kit. */
const SHARED = { '/cdnow_master.csv': inRoot('demo/data/cdnow_master.csv'), '/kit/': inRoot('dist/cdn') };

/** Serves the pages of this folder, the kit and a sample, from a free port. */
export async function openSite(options: StaticOptions = {}): Promise<Site> {
  const server: Server = staticServer({ '/': inRoot('test/consumers/pages'), ...SHARED }, options);
  const port = await listen(server);
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
