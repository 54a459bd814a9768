import type { Span } from "../../../core";
import { firstEndingAfter } from "../mention-lookup";

/** The items around `visible`, at most `limit`, evenly before and after where there is a choice. Items are sorted. */
export function windowAround<T extends Span>(items: readonly T[], visible: Span, limit: number): readonly T[] {
  if (items.length <= limit) return items;
  const firstVisible = firstEndingAfter(items, visible.start);
  const afterVisible = firstEndingAfter(items, visible.end);
  const spare = Math.max(0, limit - (afterVisible - firstVisible));
  const from = Math.max(0, Math.min(firstVisible - Math.floor(spare / 2), items.length - limit));
  return items.slice(from, from + limit);
}

/** The items that share a code unit with `visible`. Items are sorted. */
export function itemsWithin<T extends Span>(items: readonly T[], visible: Span): readonly T[] {
  const from = firstEndingAfter(items, visible.start);
  let to = from;
  while (to < items.length && items[to]!.start < visible.end) to++;
  return items.slice(from, to);
}
