import { checkOption } from '../compute/option-checks';
import type { SelectionRequest } from './selection';

/** Requests in one, those within them included: no more are made by hand, and each may ask for an analysis of its own. */
const MOST_REQUESTS = 1000;

/** The request, if it is one: it may come from an address or a file that anybody wrote. Else `invalid-option`. */
export function checkRequest(request: SelectionRequest): SelectionRequest {
  let count = 0;
  const check = (one: unknown): void => {
    count += 1;
    checkOption(count <= MOST_REQUESTS, 'any', count, `at most ${MOST_REQUESTS} requests`);
    checkOption(isObject(one), 'selection', one, 'a request: {customers}, {analysis, where} or {any}');
    const { description, customers, any, where, options } = one as Partial<Record<string, unknown>>;
    checkOption(
      description === undefined || typeof description === 'string',
      'description',
      description,
      'a text',
    );
    if (customers !== undefined) {
      checkOption(Array.isArray(customers), 'customers', customers, 'a list of customer ids');
    } else if (any !== undefined) {
      checkOption(Array.isArray(any), 'any', any, 'a list of requests');
      for (const part of any as unknown[]) check(part);
    } else {
      checkOption(where === undefined || isObject(where), 'where', where, 'an object of columns');
      checkOption(options === undefined || isObject(options), 'options', options, 'an object');
      for (const [column, wanted] of Object.entries((where ?? {}) as Record<string, unknown>))
        checkOption(isWanted(wanted), `where.${column}`, wanted, WANTED);
    }
  };
  check(request);
  return request;
}

const WANTED = 'a text, a number, null, a list of texts and numbers, or {min, max}';

function isWanted(wanted: unknown): boolean {
  if (wanted === null || isValue(wanted)) return true;
  if (Array.isArray(wanted)) return wanted.every(isValue);
  if (!isObject(wanted)) return false;
  const { min, max } = wanted as { min?: unknown; max?: unknown };
  return [min, max].every((bound) => bound === undefined || Number.isFinite(bound));
}

function isValue(value: unknown): boolean {
  return typeof value === 'string' || Number.isFinite(value);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
