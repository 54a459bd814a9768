import { spellingsOf } from "./spelling";
import { Capitals, type Form } from "./word-forms";

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
  /** What the ends of forms ask of the text; one for all forms of a term that ask the same. */
  readonly demands: Demands;
  /** Nodes at which a form ends, rising; a node is listed once for each demand that is met there. */
  readonly acceptNodes: readonly number[];
  /** The demand of each of `acceptNodes`, in the order in which the terms were added. */
  readonly acceptDemands: readonly number[];
}

/** Demands, numbered from 0, in columns, for there are many and most ask nothing in particular. */
export interface Demands {
  /** Numbers of the terms, in the order in which the terms were added. */
  readonly terms: readonly number[];
  /** Sums of `DemandFlag`s. */
  readonly flags: readonly number[];
  /** What each word must do about capitals, one digit of `Capitals` a word, by demand; absent where words are free. */
  readonly capitals: Readonly<Record<number, string>>;
  /** The words letter by letter, by demand; absent where letters are free. */
  readonly exact: Readonly<Record<number, readonly string[]>>;
}

export const DemandFlag = {
  /** The last word is a plural that the term does not write. */
  inflected: 1,
  /** A full stop behind the last word belongs to the mention. */
  endsInStop: 2,
} as const;

export const ROOT = 0;
const GAP_BITS = 2;

/** A word behind a gap, as one number. */
export function symbolOf(word: number, gap: number): number {
  return (word << GAP_BITS) | gap;
}

/** The word of a symbol. */
export function wordOf(symbol: number): number {
  return symbol >> GAP_BITS;
}

/** Collects terms, numbered as they come, into an index. */
export class LexiconIndexBuilder {
  readonly #wordOfSpelling = new Map<string, number>();
  #wordCount = 0;
  readonly #parents: number[] = [];
  readonly #symbols: number[] = [];
  /** By node, the nodes behind it by symbol; most nodes have one or none. */
  readonly #children: (Map<number, number> | undefined)[] = [new Map()];
  readonly #terms: number[] = [];
  readonly #flags: number[] = [];
  readonly #capitals: Record<number, string> = {};
  readonly #exact: Record<number, readonly string[]> = {};
  readonly #accepts: (readonly [node: number, demand: number])[] = [];
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
    const accepts = this.#accepts.sort(([a], [b]) => a - b);
    return {
      spellings: [...this.#wordOfSpelling.keys()],
      words: [...this.#wordOfSpelling.values()],
      parents: this.#parents,
      symbols: this.#symbols,
      demands: { terms: this.#terms, flags: this.#flags, capitals: this.#capitals, exact: this.#exact },
      acceptNodes: accepts.map(([node]) => node),
      acceptDemands: accepts.map(([, demand]) => demand),
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
    const capitals = form.words.map((word) => word.capitals).join("");
    const isFree = form.words.every((word) => word.capitals === Capitals.free);
    const flags = (form.inflected ? DemandFlag.inflected : 0) + (form.endsInStop ? DemandFlag.endsInStop : 0);
    const key = `${isFree ? "" : capitals} ${flags} ${form.exact?.join(" ") ?? ""}`;
    let demand = known.get(key);
    if (demand === undefined) {
      demand = this.#terms.push(term) - 1;
      this.#flags.push(flags);
      if (!isFree) this.#capitals[demand] = capitals;
      if (form.exact !== undefined) this.#exact[demand] = form.exact;
      known.set(key, demand);
    }
    return demand;
  }
}
