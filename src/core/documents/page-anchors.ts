/** Where a page of the original begins: a comment, which no preview shows and the tagger does not read. */
export function pageAnchor(page: number): string {
  return `<!-- page ${page} -->`;
}

const MARK = "<!-- page ";
const ANCHOR = /(?<!\\)<!-- page (\d{1,7}) -->/g;

/** A document, with the page where one is known, as files cite it: `report.md, p. 12`. */
export function citationOf(path: string, page: number | undefined): string {
  return page === undefined ? path : `${path}, p. ${page}`;
}

/** The page of the original that an offset in an imported text stands on; undefined where no anchor stands before it. */
export function pageAt(text: string, offset: number): number | undefined {
  return new PageIndex(text).at(offset);
}

/** The pages of an imported text, read once for many offsets. Offsets are UTF-16 code units. */
export class PageIndex {
  /** Where anchors begin, ascending. */
  readonly #starts: number[] = [];
  readonly #pages: number[] = [];

  constructor(text: string) {
    // Most texts were not imported with pages.
    if (!text.includes(MARK)) return;
    // An anchor that the original itself has was escaped.
    for (const { index, 1: page } of text.matchAll(ANCHOR)) {
      this.#starts.push(index);
      this.#pages.push(Number(page));
    }
  }

  /** The page that an offset stands on; undefined where no anchor stands before it. */
  at(offset: number): number | undefined {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#pages[low - 1];
  }
}
