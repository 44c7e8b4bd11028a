/** `work`, done with what it was last called with once it has not been called for `ms`. */
export function paused<A extends readonly unknown[]>(
  work: (...parts: A) => void,
  ms: number,
): (...parts: A) => void {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  return (...parts) => {
    if (waiting !== null) clearTimeout(waiting);
    waiting = setTimeout(() => work(...parts), ms);
  };
}
