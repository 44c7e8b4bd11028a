import { afterAll, describe, expect, it, vi } from 'vitest';
import { Engine } from '../../../src/data/engine/engine';
import { failure } from '../../support/failure';

/** Runs for minutes if it is let. */
const LONG =
  'SELECT sum(a.range * b.range)::DOUBLE AS x FROM range(3000000) a, range(300000) b WHERE (a.range + b.range) % 7 = 3';

const engine = new Engine();

afterAll(() => engine.restart());

async function one(sql: string): Promise<unknown> {
  return (await engine.query(sql)).getChildAt(0)!.get(0);
}

describe('the engine', () => {
  it('asks for no extension, reads nothing outside, and cannot be told otherwise', async () => {
    const setting = (name: string): Promise<unknown> => one(`SELECT current_setting('${name}')::VARCHAR`);
    expect(await setting('autoload_known_extensions')).toBe('false');
    expect(await setting('autoinstall_known_extensions')).toBe('false');
    expect(await setting('enable_external_access')).toBe('false');
    expect(await setting('lock_configuration')).toBe('true');
    for (const sql of [
      'SET enable_external_access=true',
      'SET lock_configuration=false',
      'RESET lock_configuration',
      'LOAD httpfs',
      'LOAD parquet',
      "SELECT * FROM read_csv('https://example.com/x.csv')",
      "SELECT * FROM '/etc/passwd'",
      "COPY (SELECT 1) TO '/tmp/x.csv'",
      "ATTACH '/tmp/x.db'",
    ])
      expect((await failure(engine.query(sql))).code, sql).toBe('engine-failed');
    expect(await one('SELECT 42::INTEGER')).toBe(42);
  });

  it('says which statement failed, and goes on', async () => {
    const error = await failure(engine.query('SELECT nope'));
    expect(error).toMatchObject({ code: 'engine-failed', details: { sql: 'SELECT nope' } });
    expect(error.message).toMatch(/nope/);
    expect(await one('SELECT 1::INTEGER')).toBe(1);
  });

  it('stops a long query at an abort, and answers the next at once', async () => {
    await engine.start();
    const { generation } = engine;
    const controller = new AbortController();
    const long = failure(engine.query(LONG, controller.signal));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = performance.now();
    controller.abort();
    expect((await long).code).toBe('aborted');
    expect(performance.now() - began).toBeLessThan(50);
    expect(await one('SELECT 1::INTEGER')).toBe(1);
    expect(performance.now() - began).toBeLessThan(2500);
    expect(engine.generation).toBe(generation);
  });

  it('drops what waits in the queue when it is aborted, and nothing else', async () => {
    const controller = new AbortController();
    const kept = one('SELECT 7::INTEGER');
    const given = Array.from({ length: 9 }, () => failure(engine.query('SELECT 1', controller.signal)));
    controller.abort(new Error('mine'));
    for (const error of await Promise.all(given)) expect(error.code).toBe('aborted');
    expect(await kept).toBe(7);
  });

  it('that is killed rejects what runs and what waits is served by the next', async () => {
    const { db } = await engine.start();
    const { generation } = engine;
    const running = failure(engine.query(LONG));
    const waiting = one('SELECT 5::INTEGER');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await db.terminate();
    expect((await running).code).toBe('engine-failed');
    expect(await waiting).toBe(5);
    expect(engine.generation).toBe(generation + 1);
  });

  it('that is killed while idle is started anew by the next call', async () => {
    await engine.query('CREATE TABLE kept AS SELECT 1 AS x');
    const { db } = await engine.start();
    const { generation } = engine;
    await db.terminate();
    await vi.waitFor(() => expect(engine.generation).toBe(generation + 1));
    expect(await one('SELECT 6::INTEGER')).toBe(6);
    expect((await failure(engine.query('SELECT * FROM kept'))).code).toBe('engine-failed');
    expect(engine.generation).toBe(generation + 1);
  });

  it('ends the call that finds it gone before anybody has said so', async () => {
    const { db } = await engine.start();
    const ended = db.terminate();
    expect((await failure(engine.query('SELECT 7::INTEGER'))).code).toBe('engine-failed');
    await ended;
    expect(await one('SELECT 8::INTEGER')).toBe(8);
  });

  it('takes rows of an Arrow stream only into a table that exists', async () => {
    const { tableFromArrays, tableToIPC } = await import('apache-arrow');
    const ipc = (): Uint8Array => tableToIPC(tableFromArrays({ x: Int32Array.of(1, 2, 3) }), 'stream');
    await engine.query('CREATE TABLE rfm_kit.t (x INTEGER)');
    await engine.insert('rfm_kit.t', ipc());
    await engine.insert('rfm_kit.t', ipc());
    expect(await one('SELECT sum(x)::DOUBLE FROM rfm_kit.t')).toBe(12);
    await failure(engine.insert('rfm_kit.missing', ipc()));
    expect(await one('SELECT count(*)::DOUBLE FROM rfm_kit.t')).toBe(6);
  });

  it('says that the data do not fit where memory runs out, and goes on', async () => {
    const error = await failure(engine.query("SELECT error('Out of Memory Error: failed to allocate data')"));
    expect(error.code).toBe('out-of-memory');
    expect(await one('SELECT 1::INTEGER')).toBe(1);
  });
});
