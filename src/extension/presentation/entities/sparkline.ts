const BARS = "▁▂▃▄▅▆▇█";

/** A row of small bars, the highest of them for the highest count; empty where there is nothing to see. */
export function sparkline(counts: readonly number[]): string {
  const most = Math.max(0, ...counts);
  if (most === 0) return "";
  return counts.map((count) => BARS[Math.round((count / most) * (BARS.length - 1))]).join("");
}
