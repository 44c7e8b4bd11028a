/**
 * All that the kit calls of Arrow beside the readers of files. It is imported when a table is made or read, never at
 * the start of a page: `await import('./arrow')`.
 */
export { tableFromIPC, tableToIPC } from 'apache-arrow';
export { namesIpc, transactionsIpc } from './arrow-batches';
export { beside, tableOf } from './arrow-table';
