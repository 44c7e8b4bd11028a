import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DialectName } from '../../../src/sql/rollup-dialects';

/** A table that every engine is given: a SELECT over its file for DuckDB, and its columns for PostgreSQL. */
export interface ScaleTable {
  name: string;
  select: string;
  columns: Record<string, string>;
}

/** An engine that runs here and now. */
export interface LiveEngine {
  dialect: DialectName;
  /** Loads a table from a Parquet and a CSV file of it. */
  load(table: ScaleTable, files: { parquet: string; csv: string }): Promise<void>;
  rows(sql: string): Promise<Record<string, unknown>[]>;
  /** The result as the kit may be handed it: a file of one of its formats. */
  file(sql: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

export const folder: string = process.env.RFM_SCALE ?? '';
const require = createRequire(join(folder, 'package.json'));

interface DuckConnection {
  run(sql: string): Promise<{ getRowObjectsJson(): Promise<Record<string, unknown>[]> }>;
}

/** Native DuckDB; `run` also makes the files that the others are loaded from. */
export async function startDuckdb(): Promise<LiveEngine & { run: DuckConnection['run'] }> {
  const entry = pathToFileURL(require.resolve('@duckdb/node-api')).href;
  const { DuckDBInstance } = (await import(/* @vite-ignore */ entry)) as {
    DuckDBInstance: {
      create(path: string): Promise<{ connect(): Promise<DuckConnection>; closeSync(): void }>;
    };
  };
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  return {
    dialect: 'duckdb',
    run: (sql) => connection.run(sql),
    async load() {},
    rows: async (sql) => (await connection.run(sql)).getRowObjectsJson(),
    async file(sql) {
      const path = join(folder, 'rollup.parquet');
      await connection.run(`COPY (${sql}) TO '${path}' (FORMAT parquet)`);
      return new Uint8Array(readFileSync(path));
    },
    async close() {
      instance.closeSync();
    },
  };
}

interface ChSession {
  query(sql: string, format?: string): string;
  cleanup(): void;
}

/** ClickHouse, the engine itself in a package. Its answers are those of its HTTP interface. */
export async function startClickhouse(): Promise<LiveEngine> {
  const { Session } = require('chdb') as { Session: new (path: string) => ChSession };
  const data = mkdtempSync(join(tmpdir(), 'rfm-kit-clickhouse-'));
  const session = new Session(data);
  return {
    dialect: 'clickhouse',
    async load({ name }, { parquet }) {
      // Timestamps without a zone are read as those of the session.
      session.query("SET session_timezone = 'UTC'");
      session.query(
        `CREATE TABLE ${name} ENGINE = MergeTree ORDER BY tuple() AS SELECT * FROM file('${parquet}')`,
      );
    },
    async rows(sql) {
      const text = session.query(sql, 'JSONEachRow').trim();
      return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    async file(sql) {
      const path = join(folder, 'clickhouse.arrows');
      session.query(
        `SELECT * FROM (${sql}) INTO OUTFILE '${path}' TRUNCATE FORMAT ArrowStream SETTINGS output_format_arrow_compression_method = 'none'`,
      );
      return new Uint8Array(readFileSync(path));
    },
    async close() {
      session.cleanup();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

const BIN = ['/usr/lib/postgresql/17/bin', '/usr/lib/postgresql/16/bin', '/usr/lib/postgresql/15/bin'];

/** PostgreSQL as Debian packs it: a cluster of its own on a free port, gone afterwards. */
export async function startPostgres(): Promise<LiveEngine> {
  const data = mkdtempSync(join(tmpdir(), 'rfm-kit-postgres-'));
  const env = { ...process.env, PATH: `${BIN.join(':')}:${process.env.PATH}` };
  // It refuses to run as root.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) execFileSync('chown', ['postgres', data]);
  const run = (command: string, args: string[], input?: string): string =>
    execFileSync(asRoot ? 'runuser' : command, asRoot ? ['-u', 'postgres', '--', command, ...args] : args, {
      env,
      input,
      cwd: data,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  const port = await freePort();
  run('initdb', ['-D', join(data, 'db'), '-U', 'kit', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']);
  const options = `-p ${port} -k ${data} -c listen_addresses=127.0.0.1 -c fsync=off`;
  run('pg_ctl', ['-D', join(data, 'db'), '-w', '-l', join(data, 'log'), '-o', options, 'start']);
  const psql = (sql: string, input?: string): string =>
    run(
      'psql',
      ['-h', '127.0.0.1', '-p', String(port), '-U', 'kit', '-d', 'postgres', '-qAt', '-c', sql],
      input,
    );
  return {
    dialect: 'postgres',
    async load({ name, columns }, { csv }) {
      const list = Object.entries(columns).map(([column, type]) => `"${column}" ${type}`);
      psql(`CREATE TABLE ${name} (${list.join(', ')})`);
      psql(`COPY ${name} FROM STDIN (FORMAT csv, HEADER)`, readFileSync(csv, 'utf8'));
    },
    async rows(sql) {
      const text = psql(`SELECT row_to_json(t) FROM (${sql}) AS t`).trim();
      return text === '' ? [] : text.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    async file(sql) {
      return new TextEncoder().encode(psql(`COPY (${sql}) TO STDOUT (FORMAT csv, HEADER)`));
    },
    async close() {
      run('pg_ctl', ['-D', join(data, 'db'), '-m', 'immediate', 'stop']);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
