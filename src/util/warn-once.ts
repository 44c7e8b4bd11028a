const said = new Set<string>();

/** Says something of the page's making that no element can say in its place: once, however often it is met. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  // biome-ignore lint/suspicious/noConsole: the one place for it.
  console.warn(message);
}
