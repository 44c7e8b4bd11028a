import type { AsyncDuckDB } from '@duckdb/duckdb-wasm';
import { RfmError } from '../../util/rfm-error';
import { type AssetUrls, shippedAssets } from './assets';

/** How the kit finds its engine. Read when the engine starts; changes after that wait for its next start. */
export interface Configuration {
  /**
   * A running DuckDB-WASM of the host's own, null to go back to the kit's. The kit keeps to the database `rfm_kit`, which it attaches to it,
   * leaves its settings alone and never closes it.
   */
  engine?: AsyncDuckDB | null | undefined;
  /** The folder that holds the files of `dist/cdn/` (`duckdb-eh.wasm`, `duckdb-eh.worker.js`, `reader.worker.js`, `tables.worker.js`, `parquet.wasm`), or each by name. */
  assets?: string | URL | Partial<AssetUrls> | undefined;
}

let current: Configuration = {};

/** Says which DuckDB to use, or where the kit's assets lie. Call it before the first load. */
export function configure(configuration: Configuration): void {
  const { engine, assets } = configuration;
  if (engine && typeof engine.connectInternal !== 'function')
    throw new RfmError(
      'invalid-option',
      'configure: `engine` must be a DuckDB-WASM database (an AsyncDuckDB that is already open).',
    );
  current = { ...current, ...(engine !== undefined && { engine }), ...(assets !== undefined && { assets }) };
}

export function hostEngine(): AsyncDuckDB | undefined {
  return current.engine ?? undefined;
}

export function assetUrls(): AssetUrls {
  const { assets } = current;
  if (assets === undefined) return shippedAssets();
  if (typeof assets !== 'string' && !(assets instanceof URL)) return { ...shippedAssets(), ...assets };
  const folder = new URL(
    String(assets).replace(/\/?$/, '/'),
    globalThis.document?.baseURI ?? import.meta.url,
  );
  return {
    wasm: new URL('duckdb-eh.wasm', folder).href,
    worker: new URL('duckdb-eh.worker.js', folder).href,
    reader: new URL('reader.worker.js', folder).href,
    tables: new URL('tables.worker.js', folder).href,
    parquet: new URL('parquet.wasm', folder).href,
  };
}
