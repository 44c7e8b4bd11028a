import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { findings, openSource } from '../../src/core';
import { sharedEngine } from '../../src/data/engine/engine';

afterAll(() => sharedEngine().restart());

describe('findings of a source', () => {
  it('agree with the analyses they are drawn from, and name just the customers they count', async () => {
    const source = await openSource(readFileSync('test/fixtures/CDNOW_sample.txt'), {
      customer: 'column2',
      date: 'column3',
      amount: 'column5',
    });
    const found = await findings(source);
    expect(found.map(({ kind }) => kind)).toEqual([
      'trend',
      'half',
      'leaving',
      'fading',
      'once',
      'door',
      'again',
      'growing',
    ]);
    const { table } = await source.rfm();
    const once = Array.from(table.getChild('frequency')!.toArray() as Int32Array).filter((one) => one === 1);
    expect(found.find(({ kind }) => kind === 'once')).toMatchObject({ count: once.length });
    for (const finding of found) {
      if (!finding.customers || !('count' in finding)) continue;
      const selection = await source.select(finding.customers);
      expect(selection?.customers.count).toBe(finding.kind === 'half' ? finding.missed : finding.count);
    }
    await source.close();
  });

  it('follow the filter, and say nothing of what it leaves nothing of', async () => {
    const source = await openSource([
      { customer: 'a', date: '2024-01-10', amount: 30 },
      { customer: 'b', date: '2024-01-05', amount: 5 },
      { customer: 'b', date: '2024-06-05', amount: 5 },
    ]);
    expect(await findings(source)).toMatchObject([
      { kind: 'half', count: 1, missed: 1 },
      { kind: 'leaving', count: 1, amountShare: 0.75 },
      { kind: 'once', count: 1, share: 0.5, amountShare: 0.75 },
      { kind: 'door' },
    ]);
    source.filter({ from: '2024-03-01', to: '2024-03-02' });
    expect(await findings(source)).toEqual([]);
    await source.close();
    expect(await findings(source).catch(({ code }) => code)).toBe('closed');
  });

  it('stop when told', async () => {
    const source = await openSource([{ customer: 'a', date: '2024-01-10', amount: 30 }]);
    const stop = new AbortController();
    const found = findings(source, { signal: stop.signal });
    stop.abort();
    expect(await found.catch(({ name }) => name)).toBe('AbortError');
    await source.close();
  });
});
