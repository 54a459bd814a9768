/**
 * Work in steps, each short: whoever runs it may let others have their turn after any of them. It is done when the generator is, and
 * returns its result.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all steps at once. */
export function allAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
