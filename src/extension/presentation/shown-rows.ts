/** How many rows of a long list are shown at first, and how many more each time. */
export const ROWS_AT_ONCE = 200;

/** How many rows of each list of a tree are shown. */
export class ShownRows {
  readonly #counts = new Map<string, number>();

  /** By the id of the list; lists that nobody wanted more of are not among them. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** Shows at least so many rows of some lists, by id, in steps of `ROWS_AT_ONCE`; returns whether any shows more now. */
  show(needs: Iterable<readonly [list: string, rows: number]>): boolean {
    const more = [...needs].filter(([list, rows]) => rows > this.#of(list));
    for (const [list, rows] of more) this.#counts.set(list, Math.ceil(rows / ROWS_AT_ONCE) * ROWS_AT_ONCE);
    return more.length > 0;
  }

  /** Shows the next rows of a list. */
  showMore(list: string): void {
    this.show([[list, this.#of(list) + 1]]);
  }

  /** Shows of every list what is shown at first. */
  clear(): void {
    this.#counts.clear();
  }

  #of(list: string): number {
    return this.#counts.get(list) ?? ROWS_AT_ONCE;
  }
}
