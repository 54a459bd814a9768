import { evenParts, PieceSequence } from "./piece-sequence";
import type { Edit, Span } from "./span";

/** In UTF-16 code units: what an edit copies. */
const PIECE = 4096;

/** The text of a document that is edited: an edit copies the pieces it touches, never the whole. Offsets are UTF-16 code units. */
export class DocumentText {
  readonly #pieces: PieceSequence<string>;
  #whole: string | undefined;

  constructor(text: string) {
    this.#pieces = new PieceSequence(evenParts(text, PIECE));
    this.#whole = text;
  }

  get length(): number {
    return this.#pieces.length;
  }

  edit({ start, end, text }: Edit): void {
    const first = Math.max(0, this.#pieces.indexAt(Math.max(0, start - 1)));
    const last = Math.min(this.#pieces.count - 1, this.#pieces.indexAt(end));
    let old = "";
    const from = this.#pieces.at(first)?.start ?? 0;
    for (const { piece } of this.#pieces.from(first, last + 1)) old += piece;
    const fresh = old.slice(0, start - from) + text + old.slice(end - from);
    this.#pieces.splice(first, Math.max(0, last + 1 - first), evenParts(fresh, PIECE));
    this.#whole = undefined;
  }

  /** The text of a span; the span ends where the text does if it reaches further. */
  slice({ start, end }: Span): string {
    if (this.#whole !== undefined) return this.#whole.slice(start, end);
    let text = "";
    for (const { piece, start: at } of this.#pieces.from(this.#pieces.indexAt(start))) {
      if (at >= end) break;
      text += piece.slice(Math.max(0, start - at), end - at);
    }
    return text;
  }

  toString(): string {
    if (this.#whole === undefined) {
      this.#whole = Array.from(this.#pieces.from(0), ({ piece }) => piece).join("");
    }
    return this.#whole;
  }
}
