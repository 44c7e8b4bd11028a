import { openSource } from './kit/rfm-kit.js';

const MAPPING = { customer: 'customer', date: 'date', amount: 'amount' };

/** The sum of the amounts in an input. */
globalThis.amountIn = async (input) => (await openSource(input, MAPPING)).report.amount.used;
