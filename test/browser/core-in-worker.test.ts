import { expect } from 'chai';

const rows = [
  { customer: 'a', date: '2024-01-01', amount: 10 },
  { customer: 'a', date: '2024-01-31', amount: 5 },
  { customer: 'b', date: '2024-01-15', amount: 20 },
];

describe('the headless entry', () => {
  it('runs in a worker, which starts the engine and the reader as workers of its own', async () => {
    const worker = new Worker(new URL('./support/core-worker.ts', import.meta.url), { type: 'module' });
    const answer = new Promise<{ summary: Record<string, unknown>; file: number; error?: string }>(
      (resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
      },
    );
    worker.postMessage(rows);
    const { summary, file, error } = await answer;
    worker.terminate();
    expect(error).to.equal(undefined);
    expect(summary).to.include({ customers: 2, orders: 3, amount: 35, medianDaysBetweenOrders: 30 });
    expect(file).to.equal(12);
  });
});
