/** How often the time is looked at. A page that was frozen loses one look, not the whole wait. */
const TICK_MS = 1_000;

export interface Lasting {
  /** What was waited for has stirred: count from the start again. */
  reset(): void;
  stop(): void;
}

/** Calls `then`, once, when `holds` has been true for `ms` of time in which the page was awake. */
export function whenLasting(ms: number, holds: () => boolean, then: () => void): Lasting {
  let lasted = 0;
  const timer = setInterval(() => {
    lasted = holds() ? lasted + TICK_MS : 0;
    if (lasted < ms) return;
    clearInterval(timer);
    then();
  }, TICK_MS);
  return {
    reset() {
      lasted = 0;
    },
    stop() {
      clearInterval(timer);
    },
  };
}
