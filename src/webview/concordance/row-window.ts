/** Rows that are drawn, `end` exclusive. */
export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

/** Rows that are drawn beyond what is in sight, so that slow scrolling shows no gap. */
const MARGIN = 10;

/**
 * The rows to draw of a list of which a part is in sight. All lengths are CSS pixels.
 *
 * @param count of all rows
 */
export function rowWindow(scrollTop: number, height: number, rowHeight: number, count: number): RowWindow {
  const start = Math.max(0, Math.floor(scrollTop / rowHeight) - MARGIN);
  const end = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + MARGIN);
  return { start: Math.min(start, end), end };
}

/** Where to scroll so that a row is in sight; the same place where it is. */
export function scrollTo(row: number, scrollTop: number, height: number, rowHeight: number): number {
  const top = row * rowHeight;
  if (top < scrollTop) return top;
  return Math.max(scrollTop, top + rowHeight - height);
}

/** The row that a key leads to; undefined for a key that leads nowhere. */
export function rowAfter(key: string, row: number, count: number, page: number): number | undefined {
  const target = TARGETS[key]?.(row, count, Math.max(1, page));
  return target === undefined ? undefined : Math.max(0, Math.min(count - 1, target));
}

const TARGETS: Readonly<Record<string, (row: number, count: number, page: number) => number>> = {
  ArrowDown: (row) => row + 1,
  ArrowUp: (row) => row - 1,
  PageDown: (row, _, page) => row + page,
  PageUp: (row, _, page) => row - page,
  Home: () => 0,
  End: (_, count) => count - 1,
};
