import type { Accept, Lexicon } from "../taxonomy/lexicon";
import { ROOT } from "../taxonomy/lexicon-index";
import { Capitals } from "../taxonomy/word-forms";
import { WordList } from "../text/words";
import type { BlockText } from "./block-text";
import type { Reading, RefusedReading } from "./reading";

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

  /** Keeps the strongest term whose conditions hold; the terms come strongest first. */
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
      const objection = this.#objection(block, first, last, accept);
      if (objection === undefined) {
        readings.push(this.#reading(block, first, last, accept));
        if (refused === undefined) return;
      } else refused?.push({ reading: this.#reading(block, first, last, accept), reason: describe(objection, accept) });
    }
  }

  #reading({ text }: BlockText, first: number, last: number, { term, endsInStop }: Accept): Reading {
    const end = this.#words.ends[last]!;
    const stop = endsInStop && text.charCodeAt(end) === FULL_STOP ? 1 : 0;
    return { start: this.#words.starts[first]!, end: end + stop, sense: term.sense };
  }

  #objection(block: BlockText, first: number, last: number, accept: Accept): Objection | undefined {
    if (!this.#capitalsFit(block.text, first, last, accept)) return "capitals";
    const { near, notNear } = accept.term;
    if (near.length === 0 && notNear.length === 0) return undefined;
    const sentence = block.wordsOfSentenceAt(this.#words.starts[first]!);
    if (near.length > 0 && !sentence.hasOneOf(near)) return "near";
    return notNear.length > 0 && sentence.hasOneOf(notNear) ? "notNear" : undefined;
  }

  #capitalsFit(text: string, first: number, last: number, { capitals, exact, inflected }: Accept): boolean {
    if (capitals === undefined && exact === undefined) return true;
    const { starts, ends } = this.#words;
    for (let i = first; i <= last; i++) {
      const word = text.slice(starts[i], ends[i]);
      if (
        exact === undefined
          ? !hasCapitals(word, Number(capitals![i - first]), inflected && i === last)
          : word !== exact[i - first]
      )
        return false;
    }
    return true;
  }
}

type Objection = "capitals" | "near" | "notNear";

function hasCapitals(word: string, capitals: number, inflected: boolean): boolean {
  if (capitals === Capitals.free) return true;
  if (capitals === Capitals.initial) {
    const letter = /\p{L}/u.exec(word)?.[0] ?? "";
    return letter === letter.toUpperCase();
  }
  const stem = inflected ? word.replace(/e?s$/, "") : word;
  return stem === stem.toUpperCase();
}

function describe(objection: Objection, { term, exact }: Accept): string {
  switch (objection) {
    case "capitals":
      if (exact !== undefined) return `the term must be written exactly so: ${exact.join(" ")}`;
      return "the term's capitals are missing in the text";
    case "near":
      return `none of the words it needs stands in the sentence: ${term.near.map((phrase) => phrase.trim()).join(", ")}`;
    case "notNear":
      return `a word that rules it out stands in the sentence, one of: ${term.notNear.map((phrase) => phrase.trim()).join(", ")}`;
  }
}
