import { nextTurn } from '../util/own-turn';
import { throwIfAborted } from '../util/rfm-error';
import type { Steps } from '../util/steps';

/** How long the page waits for us at a time, in ms. */
const TURN_MS = 12;

/** The result of the steps; between them the page has its turn, and an abort is heard. */
export async function inTurns<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  for (let begun = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - begun < TURN_MS) continue;
    await nextTurn();
    throwIfAborted(signal);
    begun = performance.now();
  }
}
