/** Something that takes up a stretch of a text; in UTF-16 code units. */
export interface Piece {
  readonly length: number;
}

/** A run of pieces. */
interface Run<T> {
  readonly pieces: T[];
  /** Those of the pieces, side by side: to sum them up touches a few lines of memory, not every piece. */
  readonly lengths: number[];
}

/** A piece and where it stands. */
export interface PlacedPiece<T> {
  readonly piece: T;
  readonly index: number;
  /** The offset where it begins. */
  readonly start: number;
}

/** Pieces in a new run. Finding one costs a step for each run and each piece of one run, so both numbers are kept small. */
const RUN = 64;

/** Pieces to which a run may grow before it is parted. */
const MOST_IN_RUN = 2 * RUN;

/**
 * Pieces one behind the other, found by offset through sums over runs of them. Replacing pieces touches their run alone, so an
 * edit costs the same in a long document as in a short one.
 */
export class PieceSequence<T extends Piece> {
  #runs: Run<T>[] = [];
  /** By run, side by side as the lengths of pieces are, how many pieces it has and how long they are together. */
  #counts: number[] = [];
  #lengths: number[] = [];
  #count = 0;
  #length = 0;

  constructor(pieces: readonly T[]) {
    this.#replaceRuns(0, 0, pieces);
  }

  /** How many pieces there are. */
  get count(): number {
    return this.#count;
  }

  /** The length of all pieces together. */
  get length(): number {
    return this.#length;
  }

  /** The piece at an index; undefined beyond the last. */
  at(index: number): PlacedPiece<T> | undefined {
    if (index < 0 || index >= this.#count) return undefined;
    let run = 0;
    let start = 0;
    let before = 0;
    while (index >= before + this.#counts[run]!) {
      before += this.#counts[run]!;
      start += this.#lengths[run++]!;
    }
    const { pieces, lengths } = this.#runs[run]!;
    for (let i = 0; i < index - before; i++) start += lengths[i]!;
    return { piece: pieces[index - before]!, index, start };
  }

  /** The piece that holds the code unit at `offset`, the first where `offset` is negative; undefined where none does. */
  pieceAt(offset: number): PlacedPiece<T> | undefined {
    if (this.#count === 0 || offset >= this.#length) return undefined;
    let run = 0;
    let start = 0;
    let index = 0;
    while (offset >= start + this.#lengths[run]!) {
      index += this.#counts[run]!;
      start += this.#lengths[run++]!;
    }
    const { pieces, lengths } = this.#runs[run]!;
    let at = 0;
    while (offset >= start + lengths[at]!) start += lengths[at++]!;
    return { piece: pieces[at]!, index: index + at, start };
  }

  /** The index of the piece that holds the code unit at `offset`; the count of pieces where none does. */
  indexAt(offset: number): number {
    return this.pieceAt(offset)?.index ?? this.#count;
  }

  /** The pieces from one index to another, each with the offset where it begins. */
  *from(index: number, to = this.#count): Generator<PlacedPiece<T>> {
    const first = this.at(index);
    if (first === undefined) return;
    let start = first.start;
    let skipped = 0;
    for (const { pieces, lengths } of this.#runs) {
      for (let i = Math.max(0, index - skipped); i < pieces.length && skipped + i < to; i++) {
        yield { piece: pieces[i]!, index: skipped + i, start };
        start += lengths[i]!;
      }
      skipped += pieces.length;
      if (skipped >= to) return;
    }
  }

  /** Puts pieces in the place of `removed` others from `index` on. */
  splice(index: number, removed: number, inserted: readonly T[]): void {
    let first = 0;
    let before = 0;
    while (first + 1 < this.#runs.length && index >= before + this.#counts[first]!) before += this.#counts[first++]!;
    const count = this.#counts[first] ?? 0;
    const size = count + inserted.length - removed;
    if (0 < count && index + removed <= before + count && 0 < size && size <= MOST_IN_RUN) {
      this.#spliceRun(first, index - before, removed, inserted);
    } else this.#spliceRuns(first, index - before, removed, inserted);
  }

  /** Replaces pieces of one run; `index` counts from its start. */
  #spliceRun(run: number, index: number, removed: number, inserted: readonly T[]): void {
    const { pieces, lengths } = this.#runs[run]!;
    let growth = sumOf(inserted);
    for (let i = 0; i < removed; i++) growth -= lengths[index + i]!;
    if (inserted.length === removed) {
      for (let i = 0; i < removed; i++) {
        pieces[index + i] = inserted[i]!;
        lengths[index + i] = inserted[i]!.length;
      }
    } else {
      pieces.splice(index, removed, ...inserted);
      lengths.splice(index, removed, ...lengthsOf(inserted));
      this.#counts[run] = pieces.length;
      this.#count += inserted.length - removed;
    }
    this.#lengths[run]! += growth;
    this.#length += growth;
  }

  /** Makes new runs of those that a change reaches over; `index` counts from the start of the first. */
  #spliceRuns(first: number, index: number, removed: number, inserted: readonly T[]): void {
    let last = first;
    let covered = 0;
    while (last < this.#runs.length && (covered < index + removed || last === first)) covered += this.#counts[last++]!;
    const pieces = this.#runs.slice(first, last).flatMap((run) => run.pieces);
    this.#replaceRuns(first, last, [...pieces.slice(0, index), ...inserted, ...pieces.slice(index + removed)]);
  }

  /** Puts pieces in the place of whole runs. */
  #replaceRuns(first: number, last: number, pieces: readonly T[]): void {
    const fresh = runsOf(pieces);
    this.#runs = replaced(this.#runs, first, last, fresh);
    const counts = fresh.map((run) => run.pieces.length);
    this.#counts = replaced(this.#counts, first, last, counts);
    const lengths = fresh.map((run) => sumOf(run.pieces));
    this.#lengths = replaced(this.#lengths, first, last, lengths);
    this.#count = this.#counts.reduce((sum, count) => sum + count, 0);
    this.#length = this.#lengths.reduce((sum, length) => sum + length, 0);
  }
}

function replaced<T>(list: readonly T[], first: number, last: number, fresh: readonly T[]): T[] {
  return [...list.slice(0, first), ...fresh, ...list.slice(last)];
}

function runsOf<T extends Piece>(pieces: readonly T[]): Run<T>[] {
  return evenParts([...pieces], RUN).map((ofRun) => ({ pieces: ofRun, lengths: lengthsOf(ofRun) }));
}

function lengthsOf(pieces: readonly Piece[]): number[] {
  return pieces.map(({ length }) => length);
}

/** Parts of at most `most` elements or code units, all of about one size: what grows a little is not parted at its end. */
export function evenParts<T extends { readonly length: number; slice(start: number, end: number): T }>(
  whole: T,
  most: number,
): T[] {
  const size = Math.ceil(whole.length / Math.max(1, Math.ceil(whole.length / most)));
  const parts: T[] = [];
  for (let i = 0; i < whole.length; i += size) parts.push(whole.slice(i, i + size));
  return parts;
}

function sumOf(pieces: readonly Piece[]): number {
  let sum = 0;
  for (const { length } of pieces) sum += length;
  return sum;
}
