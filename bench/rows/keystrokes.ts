import type { OpenDocument } from "../engine";
import { Random } from "../support/random";

/** Types single letters at random places of a document and times each. */
export class Typist {
  readonly #random: Random;

  constructor(
    readonly document: OpenDocument,
    seed: number,
  ) {
    this.#random = new Random(seed);
  }

  /** Where the next letter goes, in UTF-16 code units. */
  nextOffset(): number {
    return this.#random.below(this.document.length);
  }

  /** Types a letter and reads the mentions; in milliseconds. */
  type(offset: number): number {
    const began = performance.now();
    this.document.type(offset, "e");
    return performance.now() - began;
  }

  /** Types a number of letters; the time of each in milliseconds. */
  typeSome(count: number): number[] {
    return Array.from({ length: count }, () => this.type(this.nextOffset()));
  }
}
