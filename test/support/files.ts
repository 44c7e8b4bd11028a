/** Node's file system; undefined in a browser. */
const fs = globalThis.process?.getBuiltinModule?.('node:fs');

/**
 * A file of the project by its path from the root, or one of the folder beside it (`../shared/…`); null where there is
 * none. The same in Node and in a page of the test server.
 */
export async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (fs) return fs.existsSync(path) ? new Uint8Array(fs.readFileSync(path)) : null;
  const response = await fetch(`/${path.replace(/^\.\.\//, '')}`);
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
}

/** The text of a file, unpacked where it is gzip; null where there is none. */
export async function textOf(path: string): Promise<string | null> {
  const bytes = await bytesOf(path);
  if (!bytes) return null;
  const stream = new Blob([bytes]).stream();
  const plain = path.endsWith('.gz') ? stream.pipeThrough(new DecompressionStream('gzip')) : stream;
  return new Response(plain).text();
}
