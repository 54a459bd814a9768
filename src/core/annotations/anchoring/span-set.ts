import type { Span } from "../../text/span";

/** Spans that do not overlap, kept sorted. Offsets are UTF-16 code units; spans are not empty. */
export class SpanSet<Item extends Span> {
  private readonly items: Item[] = [];

  /** Adds a span unless it overlaps one that is there; returns that one. */
  add(item: Item): Item | undefined {
    const at = this.firstEndingAfter(item.start);
    const next = this.items[at];
    if (next !== undefined && next.start < item.end) return next;
    this.items.splice(at, 0, item);
    return undefined;
  }

  overlaps(span: Span): boolean {
    const next = this.items[this.firstEndingAfter(span.start)];
    return next !== undefined && next.start < span.end;
  }

  values(): readonly Item[] {
    return this.items;
  }

  private firstEndingAfter(offset: number): number {
    let [low, high] = [0, this.items.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.items[middle]!.end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
