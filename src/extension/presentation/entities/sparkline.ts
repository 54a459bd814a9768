const BARS = "▁▂▃▄▅▆▇█";

/** As many letters as a row of the side bar shows at the width that the editor gives it at first. */
const ROW_LETTERS = 30;
/** A bar is so many letters wide. */
const BAR_LETTERS = 1.5;
/** Of a row with room for them. */
export const MOST_BARS = 8;
/** Fewer say nothing of a course. */
const FEWEST_BARS = 3;

/**
 * How many bars have room behind a text in a row; 0 where too few would have. A row that is cut off in its bars would look as if
 * nothing came behind.
 */
export function barsBehind(text: string): number {
  const room = Math.floor((ROW_LETTERS - text.length - 1) / BAR_LETTERS);
  return room < FEWEST_BARS ? 0 : Math.min(MOST_BARS, room);
}

/** A row of small bars, the highest of them for the highest count; empty where there is nothing to see. */
export function sparkline(counts: readonly number[]): string {
  const most = Math.max(0, ...counts);
  if (most === 0) return "";
  return counts.map((count) => BARS[Math.round((count / most) * (BARS.length - 1))]).join("");
}
