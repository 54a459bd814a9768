/** Offset just after the line break that ends the line at `from`, or the end of the text. LF, CRLF and lone CR all end a line. */
export function nextLineStart(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a) return i + 1;
    if (unit === 0x0d) return text.charCodeAt(i + 1) === 0x0a ? i + 2 : i + 1;
  }
  return text.length;
}

/** Whether the line that spans `[start, end)` holds nothing but white space. */
export function isBlankLine(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== 0x20 && (unit < 0x09 || unit > 0x0d)) return false;
  }
  return true;
}

/** Turns offsets into one-based lines and columns (UTF-16 code units). */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let at = nextLineStart(text, 0); at < text.length; at = nextLineStart(text, at)) this.#starts.push(at);
    if (/[\r\n]$/.test(text)) this.#starts.push(text.length);
  }

  locate(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 };
  }
}
