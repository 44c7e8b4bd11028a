/** Where the files lie that the engine and the reader run from. */
export interface AssetUrls {
  /** The DuckDB WebAssembly module. */
  wasm: string;
  /** The DuckDB worker script. */
  worker: string;
  /** The kit's own reader worker script. */
  reader: string;
  /** The reader for Parquet and Arrow files; asked for only with such a file. */
  tables: string;
  /** The Parquet decoder's WebAssembly module; asked for only with such a file. */
  parquet: string;
}

/** The files the package ships, relative to this module once built. */
export function shippedAssets(): AssetUrls {
  return {
    wasm: new URL('../../cdn/duckdb-eh.wasm', import.meta.url).href,
    worker: new URL('../../cdn/duckdb-eh.worker.js', import.meta.url).href,
    reader: new URL('../../cdn/reader.worker.js', import.meta.url).href,
    tables: new URL('../../cdn/tables.worker.js', import.meta.url).href,
    parquet: new URL('../../cdn/parquet.wasm', import.meta.url).href,
  };
}
