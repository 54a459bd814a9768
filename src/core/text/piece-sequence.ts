/** Something that takes up a stretch of a text; in UTF-16 code units. */
export interface Piece {
  readonly length: number;
}

/** A run of pieces with the sum of their lengths. */
interface Run<T> {
  readonly pieces: T[];
  /** Those of the pieces, side by side: to sum them up touches a few lines of memory, not every piece. */
  readonly lengths: number[];
  length: number;
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
  #runs: Run<T>[];
  #count: number;
  #length: number;

  constructor(pieces: readonly T[]) {
    this.#runs = runsOf(pieces);
    this.#count = pieces.length;
    this.#length = sumOf(this.#runs);
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
    let start = 0;
    let before = 0;
    for (const { pieces, lengths, length } of this.#runs) {
      if (index - before < pieces.length) {
        for (let i = 0; i < index - before; i++) start += lengths[i]!;
        return { piece: pieces[index - before]!, index, start };
      }
      before += pieces.length;
      start += length;
    }
    return undefined;
  }

  /** The piece that holds the code unit at `offset`; undefined where none does. */
  pieceAt(offset: number): PlacedPiece<T> | undefined {
    let start = 0;
    let index = 0;
    for (const { pieces, lengths, length } of this.#runs) {
      if (offset >= start + length) {
        start += length;
        index += lengths.length;
        continue;
      }
      for (let i = 0; i < lengths.length; i++) {
        if (offset < start + lengths[i]!) return { piece: pieces[i]!, index: index + i, start };
        start += lengths[i]!;
      }
    }
    return undefined;
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
    while (first < this.#runs.length && index > before + this.#runs[first]!.pieces.length) {
      before += this.#runs[first++]!.pieces.length;
    }
    this.#count += inserted.length - removed;
    const run = this.#runs[first];
    const size = (run?.pieces.length ?? 0) + inserted.length - removed;
    if (run !== undefined && index + removed <= before + run.pieces.length && 0 < size && size <= MOST_IN_RUN) {
      const growth = spliceRun(run, index - before, removed, inserted);
      this.#length += growth;
    } else this.#replaceRuns(first, index - before, removed, inserted);
  }

  /** Makes new runs of those that a change reaches over; `index` counts from the start of the first. */
  #replaceRuns(first: number, index: number, removed: number, inserted: readonly T[]): void {
    let last = first;
    let covered = 0;
    while (last < this.#runs.length && (covered < index + removed || last === first)) {
      covered += this.#runs[last++]!.pieces.length;
    }
    const old = this.#runs.slice(first, last);
    const pieces = old.flatMap((run) => run.pieces);
    const fresh = runsOf([...pieces.slice(0, index), ...inserted, ...pieces.slice(index + removed)]);
    this.#runs = [...this.#runs.slice(0, first), ...fresh, ...this.#runs.slice(last)];
    this.#length += sumOf(fresh) - sumOf(old);
  }
}

function runsOf<T extends Piece>(pieces: readonly T[]): Run<T>[] {
  return evenParts([...pieces], RUN).map((ofRun) => ({
    pieces: ofRun,
    lengths: lengthsOf(ofRun),
    length: sumOf(ofRun),
  }));
}

/** Replaces pieces of a run; returns by how much it grew. */
function spliceRun<T extends Piece>(run: Run<T>, index: number, removed: number, inserted: readonly T[]): number {
  const { pieces, lengths } = run;
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
  }
  run.length += growth;
  return growth;
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
