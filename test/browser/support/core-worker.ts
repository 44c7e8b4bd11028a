import { openSource } from '../../../src/core';

/** Analyses what it is sent in a worker of its own, and answers with the figures. */
globalThis.onmessage = async ({ data }: MessageEvent<object[]>) => {
  try {
    const source = await openSource(data, { customer: 'customer', date: 'date', amount: 'amount' });
    const { summary } = await source.kpis();
    const fromFile = await openSource(new Blob(['customer,date,amount\na,2024-01-01,5\nb,2024-01-02,7\n']));
    globalThis.postMessage({ summary, file: fromFile.report.amount.used });
  } catch (error) {
    globalThis.postMessage({ error: String(error) });
  }
};
