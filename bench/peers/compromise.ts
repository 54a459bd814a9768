import full from "compromise";
import one from "compromise/one";
import { splitParagraphs } from "../corpus/prose";
import type { PeerMatcher } from "./peer";

/** Where compromise found something, in UTF-16 code units. */
interface Located {
  readonly offset: { readonly start: number; readonly length: number };
}

/** compromise's own gazetteer, a trie over words; paragraph by paragraph, for it is quadratic in the matches of one text. */
export class CompromiseLookup implements PeerMatcher {
  readonly name = "compromise lookup";
  readonly #trie: object;

  constructor(terms: readonly string[]) {
    this.#trie = one.buildTrie(terms.map((term) => term.toLowerCase()));
  }

  /** Finds only, which is what is timed: offsets cost compromise more than finding. */
  find(paragraphs: readonly string[]): number {
    return paragraphs.reduce((matches, paragraph) => matches + one(paragraph).lookup(this.#trie).length, 0);
  }

  match(text: string): Int32Array {
    const spans: number[] = [];
    let at = 0;
    for (const paragraph of splitParagraphs(text)) {
      at = text.indexOf(paragraph, at);
      const found = one(paragraph).lookup(this.#trie).json({ offset: true }) as Located[];
      for (const { offset } of found) {
        spans.push(...wordsAt(text, at + offset.start, at + offset.start + offset.length));
      }
      at += paragraph.length;
    }
    return Int32Array.from(spans);
  }
}

/** compromise counts the punctuation around a match as part of it. */
function wordsAt(text: string, start: number, end: number): [start: number, end: number] {
  const found = text.slice(start, end);
  const before = /^[^\p{L}\p{N}]*/u.exec(found)![0].length;
  const behind = /[^\p{L}\p{N}]*$/u.exec(found)![0].length;
  return [start + before, end - behind];
}

/** Everything compromise does with a text: sentences, words, parts of speech, chunks. Returns the number of sentences. */
export function tagWithCompromise(text: string): number {
  return full(text).length;
}

/** Grammar rules one by one, as a program writes them that uses compromise. */
export class CompromiseRules {
  readonly #compiled;

  constructor(expressions: readonly string[]) {
    this.#compiled = expressions.map((expression) => full.parseMatch(expression));
  }

  /** Tags a text as one document, which is faster than sentence by sentence. */
  read(text: string) {
    return full(text);
  }

  /** The number of matches in a document that `read` has tagged. */
  match(document: ReturnType<CompromiseRules["read"]>): number {
    return this.#compiled.reduce((matches, rule) => matches + document.match(rule).length, 0);
  }
}
