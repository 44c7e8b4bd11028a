/** Work that can be put down between its steps, so that whoever runs it may let others have their turn. */
export type Steps<T> = Generator<void, T, void>;

/** The result of all steps at once. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
