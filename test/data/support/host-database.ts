import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { startNodeWorker } from '../../../src/data/engine/node-worker';

/** A DuckDB as a host would have it, told so much. */
export async function hostDatabase(told: string): Promise<AsyncDuckDB> {
  const { worker, wasm } = startNodeWorker();
  worker.hold?.(true);
  const db = new AsyncDuckDB(new VoidLogger(), worker as never);
  await db.instantiate(wasm);
  await db.open({ path: ':memory:' });
  const connection = await db.connect();
  await connection.query(told);
  await connection.close();
  return db;
}
