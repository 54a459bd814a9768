import type { Accept, Lexicon } from "../taxonomy/lexicon";
import { ROOT } from "../taxonomy/lexicon-index";
import { WordList } from "../text/words";
import type { BlockText } from "./block-text";
import type { Reading, RefusedReading } from "./reading";
import { describeObjection, judge } from "./term-conditions";

const FULL_STOP = 0x2e;

/**
 * Finds every term of lexicons in a block: all readings at all starts, of which resolution keeps one a span. Conditions
 * (capitals, neighbours) are checked on matches only, and a refused reading leaves the shorter ones standing.
 */
export class LexiconMatcher {
  readonly #words = new WordList();

  constructor(readonly lexicons: readonly Lexicon[]) {}

  match(block: BlockText, refused?: RefusedReading[]): Reading[] {
    this.#words.read(block.text, block.masks);
    const readings: Reading[] = [];
    for (const lexicon of this.lexicons) this.#scan(lexicon, block, readings, refused);
    return readings;
  }

  #scan(lexicon: Lexicon, block: BlockText, readings: Reading[], refused?: RefusedReading[]): void {
    for (let first = 0; first < this.#words.count; first++) {
      const node = lexicon.firstNode(this.#wordAt(lexicon, block, first));
      if (node !== ROOT) this.#walk(lexicon, block, first, node, readings, refused);
    }
  }

  #walk(
    lexicon: Lexicon,
    block: BlockText,
    first: number,
    firstNode: number,
    readings: Reading[],
    refused?: RefusedReading[],
  ): void {
    const words = this.#words;
    let node = firstNode;
    let last = first;
    for (;;) {
      if (lexicon.acceptCount(node) > 0) this.#accept(lexicon, node, block, first, last, readings, refused);
      if (++last >= words.count) return;
      const word = this.#wordAt(lexicon, block, last);
      if (word === 0) return;
      node = lexicon.next(node, word, words.gaps[last]!);
      if (node === ROOT) return;
    }
  }

  #wordAt(lexicon: Lexicon, { text }: BlockText, index: number): number {
    const { starts, ends, hashes } = this.#words;
    return lexicon.wordAt(text, starts[index]!, ends[index]!, hashes[index]!);
  }

  /** Keeps the strongest term whose conditions hold for sure, and those before it that the document decides on. */
  #accept(
    lexicon: Lexicon,
    node: number,
    block: BlockText,
    first: number,
    last: number,
    readings: Reading[],
    refused?: RefusedReading[],
  ): void {
    for (let rank = 0; rank < lexicon.acceptCount(node); rank++) {
      const accept = lexicon.accept(node, rank);
      if (accept.term.retired) continue;
      const reading = this.#reading(block, first, last, accept);
      const { objection, standing } = judge(accept, block, reading);
      if (standing !== undefined) readings.push({ ...reading, standing });
      else if (objection === undefined) {
        readings.push(reading);
        if (refused === undefined) return;
      }
      if (objection !== undefined) refused?.push({ reading, reason: describeObjection(objection, accept) });
    }
  }

  #reading({ text }: BlockText, first: number, last: number, { term, endsInStop }: Accept): Reading {
    const end = this.#words.ends[last]!;
    const stop = endsInStop && text.charCodeAt(end) === FULL_STOP ? 1 : 0;
    return { start: this.#words.starts[first]!, end: end + stop, sense: term.sense };
  }
}
