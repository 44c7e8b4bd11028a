/** The next task of the page. A message, unlike a timer, is not held back where the page lies in the background. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

let last: Promise<void> = Promise.resolve();

/** A task of the page for the asker alone: of those who ask at once each gets one, in the order in which they asked. */
export function ownTurn(): Promise<void> {
  last = last.then(nextTurn);
  return last;
}
