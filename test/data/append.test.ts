import { afterAll, describe, expect, it, vi } from 'vitest';
import { seededRandom } from '../../src/compute/random';
import { openSource, type Source } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';
import type { RfmError } from '../../src/util/rfm-error';

afterAll(() => sharedEngine().restart());

const MAPPING = {
  customer: 'customer',
  date: 'date',
  amount: 'amount',
  order: 'order',
  dimensions: ['country'],
};
const HEADER = 'customer,date,amount,order,country';

const file = (name: string, rows: readonly string[]): File =>
  new File([`${HEADER}\n${rows.map((row) => `${row}\n`).join('')}`], name);

/** Orders of one to three rows each, some refunds, some rows that cannot be used, some that repeat another. */
function sales(seed: number, orders: number): string[] {
  const random = seededRandom(seed);
  const integer = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const chance = (share: number): boolean => random() < share;
  return Array.from({ length: orders }, (_, order) => {
    const customer = integer(0, 60);
    const day = `2024-${String(integer(1, 12)).padStart(2, '0')}-${String(integer(1, 28)).padStart(2, '0')}`;
    const row = (): string => {
      const amount = chance(0.1) ? -integer(1, 500) / 100 : integer(0, 20_000) / 100;
      const written = chance(0.03) ? 'n/a' : amount.toFixed(2);
      return `c${customer},${chance(0.02) ? 'soon' : day},${written},${seed * 10_000 + order},${chance(0.5) ? 'DE' : 'FR'}`;
    };
    const rows = Array.from({ length: integer(1, 3) }, row);
    return chance(0.05) ? [...rows, rows.at(-1)!] : rows;
  }).flat();
}

/** How many tables the engine has. */
async function tablesInEngine(): Promise<number> {
  const counted = await sharedEngine().query('SELECT count(*)::INTEGER AS tables FROM duckdb_tables()');
  return counted.getChild('tables')!.get(0);
}

/** What the source says of its rows, and every analysis that rests on other tables than the rest. */
async function everything(source: Source): Promise<unknown> {
  const [rfm, pareto, cohorts, flow, list, filtered] = await Promise.all([
    source.rfm(),
    source.pareto(),
    source.cohorts(),
    source.flow({ period: 'week' }),
    source.customers({ sort: 'customer', limit: 1000 }),
    source.rfm({ asOf: '2024-06-15' }),
  ]);
  return {
    report: source.report,
    summaries: [rfm, pareto, cohorts, flow, filtered].map(({ summary }) => summary),
    rows: [rfm, cohorts, flow, list, filtered].map((result) => result.rows()),
  };
}

/** The same of all inputs loaded together. */
async function together(inputs: File[], options = {}): Promise<unknown> {
  const source = await openSource(inputs, MAPPING, options);
  const all = await everything(source);
  await source.close();
  return all;
}

describe('rows added to a source', () => {
  it('are read alone, and give what all rows loaded together give', async () => {
    for (const seed of [1, 2]) {
      const inputs = [
        file('old.csv', sales(seed, 200)),
        file('new.csv', sales(seed + 10, 20)),
        file('newer.csv', sales(seed + 20, 1)),
      ];
      let bytes = 0;
      const source = await openSource(inputs[0]!, MAPPING, {
        onProgress: ({ loaded }) => {
          bytes = loaded;
        },
      });
      await source.rfm({ asOf: '2024-06-15' });
      for (const input of inputs.slice(1)) {
        await source.append(input);
        expect(bytes).toBe(input.size);
      }
      expect(await everything(source)).toEqual(await together(inputs));
      await source.close();
    }
  });

  it('give the same where all rows have to be read or counted anew for them', async () => {
    const first = ['a,05/01/2024,10.00,1,DE', 'b,06/01/2024,20.00,2,DE', 'a,13/01/2024,5.00,3,DE'];
    const cases = {
      'more places than the rows before': ['c,14/01/2024,1.2345,4,DE'],
      'an order of several days': [
        'a,14/01/2024,3.00,4,DE',
        'b,15/01/2024,3.00,5,DE',
        'a,16/01/2024,1.00,4,DE',
      ],
      'rows of which none can be used': ['c,soon,1.00,4,DE'],
    };
    for (const [what, rows] of Object.entries(cases)) {
      const inputs = [file('old.csv', first), file('new.csv', rows)];
      const source = await openSource(inputs[0]!, MAPPING);
      await source.append(inputs[1]!);
      expect(await everything(source), what).toEqual(await together(inputs));
      await source.close();
    }
  });

  it('may decide how the rows before are read', async () => {
    const american = ['a,05/06/2024,10.00,1,DE', 'b,06/07/2024,20.00,2,DE'];
    const inputs = [file('old.csv', american), file('new.csv', ['c,13/07/2024,1.00,3,DE'])];
    const source = await openSource(inputs, MAPPING);
    const more = file('more.csv', [
      ...Array.from({ length: 40 }, (_, i) => `d,07/${String((i % 15) + 13)}/2024,1.00,${i + 10},DE`),
    ]);
    await source.append(more);
    expect(await everything(source)).toEqual(await together([...inputs, more]));
    await source.close();
  });

  it('leave the source as it was where they cannot be read, and further ones can be added', async () => {
    const old = file('old.csv', sales(4, 50));
    const source = await openSource(old, MAPPING);
    const before = await everything(source);
    const refused = await source
      .append(new File(['x,y\n1,2\n'], 'other.csv'))
      .catch((error: RfmError) => error);
    expect(refused).toMatchObject({ code: 'column-missing', details: { input: 'other.csv' } });
    expect(await everything(source)).toEqual(before);
    const more = file('more.csv', sales(14, 5));
    await source.append(more);
    expect(await everything(source)).toEqual(await together([old, more]));
    await source.close();
  });

  it('never show in part: an analysis under way is of the rows before or of all', async () => {
    const [old, more] = [file('old.csv', sales(5, 300)), file('more.csv', sales(15, 100))];
    const source = await openSource(old, MAPPING);
    const total = async (): Promise<number> => (await source.pareto()).summary.total;
    const before = await total();
    const adding = source.append(more);
    const seen = new Set<number>();
    let added = false;
    void adding.then(() => {
      added = true;
    });
    while (!added) {
      for (const one of await Promise.all([total(), total()])) seen.add(one);
      await new Promise((resolve) => setTimeout(resolve));
    }
    const after = await total();
    expect(after).not.toBe(before);
    expect([...seen].filter((one) => one !== before && one !== after)).toEqual([]);
    await source.close();
  });

  it('are loaded anew with the rest where they cannot be counted once they lie beside it; who asks meanwhile waits', async () => {
    const inputs = [file('old.csv', sales(6, 100)), file('more.csv', sales(16, 10))];
    const wanted = await together(inputs);
    const none = await tablesInEngine();
    const source = await openSource(inputs[0]!, MAPPING);
    await source.rfm();
    const engine = sharedEngine();
    const { query, transaction } = engine;
    let asked: ReturnType<Source['pareto']> | undefined;
    vi.spyOn(engine, 'transaction').mockImplementationOnce(async (statements) => {
      asked = source.pareto();
      await transaction.call(engine, statements);
      // Tables of results go first; then the customers are counted.
      vi.spyOn(engine, 'query').mockImplementation((sql, signal) => {
        if (!sql.includes('count(*)')) return query.call(engine, sql, signal);
        vi.restoreAllMocks();
        return Promise.reject(new Error('There is no room.'));
      });
    });
    await source.append(inputs[1]!);
    expect(await everything(source)).toEqual(wanted);
    expect((await asked)?.summary).toEqual((await source.pareto()).summary);
    await source.close();
    expect(await tablesInEngine()).toBe(none);
  });

  it('may come as objects, to objects', async () => {
    const rows = (from: number, count: number): Record<string, unknown>[] =>
      Array.from({ length: count }, (_, i) => ({
        customer: `c${(from + i) % 7}`,
        date: `2024-01-${String(((from + i) % 28) + 1).padStart(2, '0')}`,
        amount: from + i,
      }));
    const read: number[] = [];
    const source = await openSource(rows(0, 50), {}, { onProgress: ({ loaded }) => read.push(loaded) });
    read.length = 0;
    await source.append(rows(50, 5));
    expect(Math.max(...read)).toBeLessThanOrEqual(5);
    const all = await openSource([rows(0, 50), rows(50, 5)]);
    expect(source.report).toEqual(all.report);
    expect((await source.rfm()).rows()).toEqual((await all.rfm()).rows());
    await source.close();
    await all.close();
  });
});
