import type { Source } from '../../data/source';
import type { CustomersOptions } from '../../data/source-options';

/** The ids that are marked after the rows of `page` were ticked, or unticked where all of them were. */
export async function tickedCustomers(source: Source, page: CustomersOptions): Promise<string[]> {
  const ids = (await source.customers(page)).rows().map(({ customer }) => customer);
  const marked = new Set(await source.selection?.customers.ids());
  if (ids.every((id) => marked.has(id))) for (const id of ids) marked.delete(id);
  else for (const id of ids) marked.add(id);
  return [...marked];
}
