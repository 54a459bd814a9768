import { PieceSequence } from "./piece-sequence";
import type { Edit, Span } from "./span";

/** Length of a new piece at most, in UTF-16 code units: about what an edit copies. Most paragraphs have room in one. */
const PIECE = 1024;

/** The length to which a piece may grow before it is parted. */
const LONGEST_PIECE = 2 * PIECE;

/** The text of a document that is edited: an edit copies the pieces it touches, never the whole. Offsets are UTF-16 code units. */
export class DocumentText {
  readonly #pieces: PieceSequence<string>;
  #whole: string | undefined;
  /** What was asked for last: several look at the same block one after the other. */
  #last: (Span & { readonly text: string }) | undefined;

  constructor(text: string) {
    this.#pieces = new PieceSequence(piecesOf(text));
    this.#whole = text;
  }

  get length(): number {
    return this.#pieces.length;
  }

  edit({ start, end, text }: Edit): void {
    this.#whole = undefined;
    this.#last = undefined;
    const first = this.#pieces.pieceAt(Math.max(0, start - 1));
    if (first !== undefined && end <= first.start + first.piece.length) {
      const { piece, index } = first;
      const fresh = piece.slice(0, start - first.start) + text + piece.slice(end - first.start);
      this.#pieces.splice(index, 1, fresh.length > LONGEST_PIECE || fresh === "" ? piecesOf(fresh) : [fresh]);
    } else this.#editPieces(first?.index ?? 0, { start, end, text });
  }

  #editPieces(first: number, { start, end, text }: Edit): void {
    const last = Math.min(this.#pieces.count - 1, this.#pieces.indexAt(end));
    let old = "";
    const from = this.#pieces.at(first)?.start ?? 0;
    for (const { piece } of this.#pieces.from(first, last + 1)) old += piece;
    const fresh = old.slice(0, start - from) + text + old.slice(end - from);
    this.#pieces.splice(first, Math.max(0, last + 1 - first), piecesOf(fresh));
  }

  /** The text of a span; the span ends where the text does if it reaches further. */
  slice({ start, end }: Span): string {
    if (this.#whole !== undefined) return this.#whole.slice(start, end);
    const last = this.#last;
    if (last !== undefined && last.start <= start && end <= last.end) {
      return last.text.slice(start - last.start, end - last.start);
    }
    const text = this.#sliceOfPieces(start, end);
    this.#last = { start, end, text };
    return text;
  }

  #sliceOfPieces(start: number, end: number): string {
    const first = this.#pieces.pieceAt(start);
    if (first === undefined || start >= end) return "";
    let text = first.piece.slice(start - first.start, end - first.start);
    if (end <= first.start + first.piece.length) return text;
    for (const { piece, start: at } of this.#pieces.from(first.index + 1)) {
      if (at >= end) break;
      text += piece.slice(0, end - at);
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

/** Parts a text behind line breaks, where pieces do not become too short by it: so a paragraph seldom lies in several. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length;) {
    const piece = text.slice(start, start + PIECE);
    const lines = piece.lastIndexOf("\n") + 1;
    const end = start + piece.length === text.length || lines < PIECE / 4 ? piece.length : lines;
    pieces.push(piece.slice(0, end));
    start += end;
  }
  return pieces;
}
