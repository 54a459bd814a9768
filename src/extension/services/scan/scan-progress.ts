const TELL_MS = 100;
/** The first files say little about how long the others take. */
const FIRST_ESTIMATE = 20;

/** How far a scan is. */
export interface ScanStep {
  readonly done: number;
  readonly total: number;
  /** In milliseconds, from how long the files so far took; undefined while that says nothing yet. */
  readonly timeLeft: number | undefined;
}

/** Tells how far a scan is, not more often than people can read. */
export class ScanProgress {
  readonly #total: number;
  readonly #tell: (step: ScanStep) => void;
  readonly #now: () => number;
  #done = 0;
  /** Files that took time: those known from before say nothing about the others. */
  #worked = 0;
  #start: number | undefined;
  #told = -Infinity;

  /** @param now milliseconds on a clock that never goes back */
  constructor(total: number, tell: (step: ScanStep) => void, now: () => number = () => performance.now()) {
    this.#total = total;
    this.#tell = tell;
    this.#now = now;
  }

  /** One file more is done; `isWork` where it had to be read or tagged. */
  step(isWork: boolean): void {
    const now = this.#now();
    this.#done++;
    this.#start ??= now;
    if (isWork) this.#worked++;
    if (now - this.#told < TELL_MS) return;
    this.#told = now;
    const each = (now - this.#start) / this.#worked;
    const timeLeft = this.#worked < FIRST_ESTIMATE ? undefined : Math.round(each * (this.#total - this.#done));
    this.#tell({ done: this.#done, total: this.#total, timeLeft });
  }
}
