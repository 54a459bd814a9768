/** A stretch of text in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The replacement of `[start, end)` of a text by `text`; offsets are those before the edit. */
export interface Edit extends Span {
  readonly text: string;
}

export function spanLength(span: Span): number {
  return span.end - span.start;
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function applyEdit(text: string, edit: Edit): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
}

/** Those of `sorted` spans, which do not overlap each other, that share a code unit with `span`. */
export function overlapping<T extends Span>(sorted: readonly T[], span: Span): T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]!.end > span.start) high = middle;
    else low = middle + 1;
  }
  const found: T[] = [];
  for (let i = low; i < sorted.length && sorted[i]!.start < span.end; i++) found.push(sorted[i]!);
  return found;
}
