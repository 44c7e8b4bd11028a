/** Where the files lie that the engine and the reader run from. */
export interface AssetUrls {
  /** The DuckDB WebAssembly module. */
  wasm: string;
  /** The DuckDB worker script. */
  worker: string;
  /** The kit's own reader worker script. */
  reader: string;
}

/** The files the package ships, relative to this module once built. */
export function shippedAssets(): AssetUrls {
  return {
    wasm: new URL('../../cdn/duckdb-eh.wasm', import.meta.url).href,
    worker: new URL('../../cdn/duckdb-eh.worker.js', import.meta.url).href,
    reader: new URL('../../cdn/reader.worker.js', import.meta.url).href,
  };
}
