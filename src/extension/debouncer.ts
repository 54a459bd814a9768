import type { Disposable } from "./dispose";
/** Delays work by key: asking again for the same key restarts its delay, other keys are not touched. */
export class Debouncer implements Disposable {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** Runs `work` once `delay` milliseconds have passed without another call for `key`. */
  run(key: string, delay: number, work: () => void): void {
    this.cancel(key);
    const timer = setTimeout(() => {
      this.#timers.delete(key);
      work();
    }, delay);
    this.#timers.set(key, timer);
  }

  cancel(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }
}
