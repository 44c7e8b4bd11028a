import { readFile } from 'node:fs/promises';
import { openSource } from 'rfm-kit/core';

const source = await openSource(await readFile('demo/data/cdnow_master.csv'));
const { summary } = await source.pareto();
process.stdout.write(JSON.stringify({ mapping: source.mapping, items: summary.items, total: summary.total }));
await source.close();
