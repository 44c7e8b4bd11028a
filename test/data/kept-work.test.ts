import { afterAll, describe, expect, it } from 'vitest';
import { openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import { KeptWork } from '../../src/data/kept-work';
import { SharedWork } from '../../src/util/shared-work';

afterAll(() => sharedEngine().restart());

const done = (): KeptWork =>
  new KeptWork(() => new SharedWork(async () => ({ result: null, statements: [] })));

describe('kept work', () => {
  it('gives its tables up when it is forgotten and the last user has left, in either order', () => {
    const kept = done();
    kept.tables.push('a');
    kept.use();
    kept.use();
    expect(kept.release()).toEqual([]);
    expect(kept.forget()).toEqual([]);
    expect(kept.release()).toEqual(['a']);
    const other = done();
    other.tables.push('b');
    expect(other.forget()).toEqual(['b']);
  });

  it('holds what it rests on as long as itself', () => {
    const ground = done();
    ground.tables.push('ground');
    const kept = done();
    kept.tables.push('own');
    ground.use();
    kept.grounds.push(ground);
    expect(ground.forget()).toEqual([]);
    expect(kept.forget()).toEqual(['own', 'ground']);
  });
});

describe('a source', () => {
  it('keeps the tables of what was asked for last, however often the options change', async () => {
    const csv = 'customer,date,amount\na,2024-01-01,5\nb,2024-02-01,7\nb,2024-03-01,9\n';
    const source = await openSource(new Blob([csv]));
    const asked = async (weight: number): Promise<number[]> =>
      (await source.rfm({ weights: [weight, 1, 1] })).rows().map(({ score }) => score);
    const first = await asked(1);
    await source.quadrant({});
    for (let weight = 2; weight < 50; weight += 1) await asked(weight);
    await source.idle();
    const scores = await sharedEngine().query(
      "SELECT count(*)::INTEGER AS n FROM duckdb_tables() WHERE table_name LIKE '%scores%'",
    );
    expect(scores.getChild('n')!.get(0)).toBeLessThanOrEqual(32);
    expect(await asked(1)).toEqual(first);
    expect((await source.quadrant({})).summary.tiers.reduce((sum, tier) => sum + tier.customers, 0)).toBe(2);
    await source.close();
    const left = await sharedEngine().query('SELECT count(*)::INTEGER AS n FROM duckdb_tables()');
    expect(left.getChild('n')!.get(0)).toBe(0);
  });
});
