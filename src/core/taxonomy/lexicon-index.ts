import { Gap } from "../text/words";
import { spellingsOf } from "./spelling";
import { Capitals, type Form } from "./word-forms";

/** What the end of a form asks of the text; one for all forms of a term that ask the same. */
export interface Demand {
  /** Number of the term, in the order the terms were added. */
  readonly term: number;
  /** What each word must do about capitals; absent where none must do anything. */
  readonly capitals?: readonly Capitals[];
  readonly inflected: boolean;
  readonly endsInStop: boolean;
  /** The words letter by letter; absent where letters are free. */
  readonly exact?: readonly string[];
}

/**
 * A trie over words as plain data: what is costly to find out about terms (their expansions, variants and shared paths), so
 * that it can be found out once, when the product is built. Word and node numbers start at 1; node 0 is the root.
 */
export interface LexiconIndex {
  /** Every spelling of every word. */
  readonly spellings: readonly string[];
  /** The word number of each spelling. */
  readonly words: readonly number[];
  /** Of node i + 1: the node before it. */
  readonly parents: readonly number[];
  /** Of node i + 1: the symbol that leads to it. */
  readonly symbols: readonly number[];
  readonly demands: readonly Demand[];
  /** Pairs of a node and the number of a demand that is met there. */
  readonly accepts: readonly (readonly [node: number, demand: number])[];
}

export const ROOT = 0;
const GAP_BITS = 2;

/** A word behind a gap, as one number. */
export function symbolOf(word: number, gap: number): number {
  return (word << GAP_BITS) | gap;
}

/** The word of a symbol that leads away from the root. */
export function firstWordOf(symbol: number): number {
  return (symbol - Gap.soft) >> GAP_BITS;
}

/** Collects terms, numbered as they come, into an index. */
export class LexiconIndexBuilder {
  readonly #wordOfSpelling = new Map<string, number>();
  #wordCount = 0;
  readonly #parents: number[] = [];
  readonly #symbols: number[] = [];
  /** By node, the nodes behind it by symbol; most nodes have one or none. */
  readonly #children: (Map<number, number> | undefined)[] = [new Map()];
  readonly #demands: Demand[] = [];
  readonly #accepts: [number, number][] = [];
  #termCount = 0;

  add(forms: readonly Form[]): void {
    const term = this.#termCount++;
    const known = new Map<string, number>();
    const met = new Set<string>();
    for (const form of forms) {
      let node = ROOT;
      for (const { folded, gap } of form.words) node = this.#child(node, symbolOf(this.#word(folded), gap));
      const demand = this.#demand(term, form, known);
      const key = `${node} ${demand}`;
      if (!met.has(key)) this.#accepts.push([node, demand]);
      met.add(key);
    }
  }

  build(): LexiconIndex {
    return {
      spellings: [...this.#wordOfSpelling.keys()],
      words: [...this.#wordOfSpelling.values()],
      parents: this.#parents,
      symbols: this.#symbols,
      demands: this.#demands,
      accepts: this.#accepts,
    };
  }

  #word(folded: string): number {
    const known = this.#wordOfSpelling.get(folded);
    if (known !== undefined) return known;
    const word = ++this.#wordCount;
    for (const spelling of spellingsOf(folded)) this.#wordOfSpelling.set(spelling, word);
    return word;
  }

  #child(node: number, symbol: number): number {
    const children = (this.#children[node] ??= new Map<number, number>());
    let child = children.get(symbol);
    if (child === undefined) {
      child = this.#parents.push(node);
      this.#symbols.push(symbol);
      children.set(symbol, child);
    }
    return child;
  }

  #demand(term: number, form: Form, known: Map<string, number>): number {
    const { inflected, endsInStop, exact } = form;
    const capitals = form.words.map((word) => word.capitals);
    const isFree = capitals.every((demand) => demand === Capitals.free);
    const key = `${isFree ? "" : capitals.join("")} ${String(inflected)} ${String(endsInStop)} ${exact?.join(" ") ?? ""}`;
    let demand = known.get(key);
    if (demand === undefined) {
      const letters = { ...(isFree ? {} : { capitals }), ...(exact === undefined ? {} : { exact }) };
      demand = this.#demands.push({ term, inflected, endsInStop, ...letters }) - 1;
      known.set(key, demand);
    }
    return demand;
  }
}
