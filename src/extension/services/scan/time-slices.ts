import type { Steps } from "../../../core";

/** How long a scan may hold the thread at a time: less than a frame of the editor. */
const SLICE_MS = 10;

/** Parts long work into slices, so that the editor has its turn in between. */
export class TimeSlices {
  readonly #now: () => number;
  #end: number;

  /** @param now milliseconds on a clock that never goes back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#end = now() + SLICE_MS;
  }

  /** Whether the slice is over. */
  readonly isOver = (): boolean => this.#now() > this.#end;

  /** Waits for the editor where the slice is over. */
  async breathe(): Promise<void> {
    if (this.isOver()) await this.pause();
  }

  /** Waits for the editor and begins the next slice. */
  async pause(): Promise<void> {
    await nextTask();
    this.#end = this.#now() + SLICE_MS;
  }

  /**
   * Does work in steps.
   *
   * @param isStopped whether nobody wants the result any more; asked after each slice
   * @returns undefined where it was stopped
   */
  async run<T>(steps: Steps<T>, isStopped: () => boolean = () => false): Promise<T | undefined> {
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return value;
      if (!this.isOver()) continue;
      await this.pause();
      if (isStopped()) return undefined;
    }
  }
}

/** As much of a port as Node and browsers have alike. */
interface Port {
  onmessage: (() => void) | null;
  postMessage(message: unknown): void;
  close(): void;
}

/** A message to oneself comes behind whatever waits already; timers would wait a millisecond more, and four in a browser. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel() as unknown as Readonly<Record<"port1" | "port2", Port>>;
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
