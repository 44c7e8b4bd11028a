/** At which places of `items` the test holds. */
export function indexesWhere<T>(items: readonly T[], test: (item: T) => boolean): Set<number> {
  return new Set(items.flatMap((item, index) => (test(item) ? [index] : [])));
}
