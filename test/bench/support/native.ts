import type { Cost } from './lines';
import { rival } from './rivals';
import { createSales } from './textbook';
import { cost } from './time';

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<unknown>;
  closeSync(): void;
}

interface Native {
  DuckDBInstance: {
    create(path: string, options: Record<string, string>): Promise<{ connect(): Promise<Connection> }>;
  };
}

/** Textbook SQL over the file on native DuckDB with one thread: what each round of all statements costs. */
export async function onNative(
  folder: string,
  file: string,
  statements: readonly string[],
  rounds: number,
): Promise<Cost[]> {
  const { DuckDBInstance } = rival<Native>(folder, '@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run(createSales(file));
  const costs: Cost[] = [];
  for (let round = 0; round < rounds; round += 1)
    costs.push(
      await cost(async () => {
        for (const sql of statements) await connection.runAndReadAll(sql);
      }),
    );
  connection.closeSync();
  return costs;
}
