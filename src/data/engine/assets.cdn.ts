import type { AssetUrls } from './assets';

/** The same files in the self-contained build, where they lie beside the script. */
export function shippedAssets(): AssetUrls {
  return {
    wasm: new URL(/* @vite-ignore */ './duckdb-eh.wasm', import.meta.url).href,
    worker: new URL(/* @vite-ignore */ './duckdb-eh.worker.js', import.meta.url).href,
    reader: new URL(/* @vite-ignore */ './reader.worker.js', import.meta.url).href,
    tables: new URL(/* @vite-ignore */ './tables.worker.js', import.meta.url).href,
    parquet: new URL(/* @vite-ignore */ './parquet.wasm', import.meta.url).href,
  };
}
