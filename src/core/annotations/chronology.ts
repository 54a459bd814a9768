import type { Decision } from "./decision";

/**
 * Orders decisions by their time, the earliest first. At the same time one on a single mention counts as later than one
 * on the whole document, since it says more; beyond that the id decides, so that the order is the same everywhere.
 */
export function byTime(a: Decision, b: Decision): number {
  const difference = instantOf(a) - instantOf(b) || rankOf(a) - rankOf(b);
  if (difference !== 0) return difference;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}

function rankOf({ scope }: Decision): number {
  return scope === "document" ? 0 : 1;
}

function instantOf({ time }: Decision): number {
  const instant = Date.parse(time);
  return Number.isNaN(instant) ? 0 : instant;
}
