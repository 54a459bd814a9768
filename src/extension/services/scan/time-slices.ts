/** How long a scan may hold the thread at a time: less than a frame of the editor. */
const SLICE_MS = 10;

/** Parts long work into slices, so that the editor has its turn in between. */
export class TimeSlices {
  #end = performance.now() + SLICE_MS;

  /** Whether the slice is over. */
  readonly isOver = (): boolean => performance.now() > this.#end;

  /** Waits for the editor where the slice is over. */
  async breathe(): Promise<void> {
    if (this.isOver()) await this.pause();
  }

  /** Waits for the editor and begins the next slice. */
  async pause(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.begin();
  }

  /** Begins a slice: something else was waited for. */
  begin(): void {
    this.#end = performance.now() + SLICE_MS;
  }
}
