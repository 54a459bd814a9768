/** Where a page of the original begins: a comment, which no preview shows and the tagger does not read. */
export function pageAnchor(page: number): string {
  return `<!-- page ${page} -->`;
}

const MARK = "<!-- page ";
const ANCHOR = /<!-- page (\d{1,7}) -->/y;

/** The page of the original that an offset in an imported text stands on; undefined where no anchor stands before it. */
export function pageAt(text: string, offset: number): number | undefined {
  for (let at = text.lastIndexOf(MARK, offset); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(MARK, at - 1)) {
    // One that the original itself has was escaped.
    if (text[at - 1] === "\\") continue;
    ANCHOR.lastIndex = at;
    const page = ANCHOR.exec(text)?.[1];
    if (page !== undefined) return Number(page);
  }
  return undefined;
}
