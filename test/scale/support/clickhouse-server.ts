import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../../scripts/lib/paths.js';
import { folder, freePort } from './engines';

export interface ClickhouseServer {
  url: string;
  close(): Promise<void>;
}

/** Who may ask: the user of demo/rollup/clickhouse.sql, in the words of a file, as there is no storage for CREATE USER here. */
const USERS = (password: string): string => `<clickhouse>
  <profiles><default/><rfm_page><readonly>2</readonly><max_execution_time>60</max_execution_time></rfm_page></profiles>
  <quotas><default/></quotas>
  <users>
    <default><password/><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>
    <rfm_page>
      <password_sha256_hex>${createHash('sha256').update(password).digest('hex')}</password_sha256_hex>
      <networks><ip>127.0.0.1</ip></networks>
      <profile>rfm_page</profile><quota>default</quota>
      <grants><query>GRANT SELECT ON shop.rollup</query></grants>
    </rfm_page>
  </users>
</clickhouse>`;

/** ClickHouse with its own HTTP interface, after some statements; the pages of `origin` may ask it, as the recipe has it. */
export async function startClickhouseServer(
  statements: string,
  origin: string,
  password: string,
): Promise<ClickhouseServer> {
  const place = mkdtempSync(join(tmpdir(), 'rfm-kit-clickhouse-http-'));
  const port = await freePort();
  const cors = readFileSync(inRoot('demo/rollup/clickhouse-cors.xml'), 'utf8');
  const own = `<listen_host>127.0.0.1</listen_host><http_port>${port}</http_port><path>${place}/data/</path><users_config>${place}/users.xml</users_config>`;
  writeFileSync(join(place, 'users.xml'), USERS(password));
  writeFileSync(
    join(place, 'config.xml'),
    cors.replace('<clickhouse>', `<clickhouse>${own}`).replace('https://portal.example.com', origin),
  );
  const [platform] = readdirSync(join(folder, 'node_modules/@chdb'));
  const library = join(folder, 'node_modules/@chdb', platform!, 'libchdb.so');
  const script = inRoot('test/scale/support/clickhouse-server.py');
  const server = spawn('python3', [script, library, join(place, 'config.xml'), statements], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}/`;
  await answers(url, server);
  return {
    url,
    async close() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
      rmSync(place, { recursive: true, force: true });
    },
  };
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600 && server.exitCode === null; tries += 1) {
    const answered = await fetch(`${url}ping`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('ClickHouse did not begin to listen.');
}
