import { GrowingEdgeTable } from "./edge-table";
import { spellingsOf } from "../forms/spelling";
import { Capitals, type Form } from "../forms/word-forms";

/** Demands, numbered from 0, in columns, for there are many and most ask nothing in particular. */
export interface Demands {
  /** Numbers of the terms, in the order in which the terms were added. */
  readonly terms: Int32Array;
  /** Sums of `DemandFlag`s. */
  readonly flags: Int32Array;
  /** Numbers of `capitalPatterns`. */
  readonly capitals: Int32Array;
  /** What each word must do about capitals, one digit of `Capitals` a word; the first is empty: words are free. */
  readonly capitalPatterns: readonly string[];
  /** The words letter by letter, by demand; absent where letters are free. */
  readonly exact: ReadonlyMap<number, readonly string[]>;
}

export const DemandFlag = {
  /** The last word is a plural that the term does not write. */
  inflected: 1,
  /** A full stop behind the last word belongs to the mention. */
  endsInStop: 2,
} as const;

const GAP_BITS = 2;

/** A word behind a gap, as one number. */
export function symbolOf(word: number, gap: number): number {
  return (word << GAP_BITS) | gap;
}

/** The word of a symbol. */
export function wordOf(symbol: number): number {
  return symbol >> GAP_BITS;
}

/** The `Gap` before the word of a symbol. */
export function gapOf(symbol: number): number {
  return symbol & ((1 << GAP_BITS) - 1);
}

/** The node at which every form begins. */
export const ROOT = 0;

/**
 * All forms of many terms as a trie over words, term by term as they come. Words, nodes and spellings are numbered from 1; node 0
 * is the root, and a node's number is higher than its parent's.
 */
export class TermTrie {
  readonly #wordOfSpelling = new Map<string, number>();
  #wordCount = 0;
  /** Of node i + 1: the node before it. */
  readonly parents: number[] = [];
  /** Of node i + 1: the word behind a gap that leads to it (`symbolOf`). */
  readonly symbols: number[] = [];
  readonly #children = new GrowingEdgeTable();
  readonly #terms: number[] = [];
  readonly #flags: number[] = [];
  readonly #capitals: number[] = [];
  readonly #patternNumbers = new Map<string, number>([["", 0]]);
  readonly #exact = new Map<number, readonly string[]>();
  readonly #ends: number[] = [];
  /** By node, the first demand of forms that end at it, plus 1. */
  readonly #firstDemands: number[] = [0];
  /** By node at which several demands are met, all but the first: few nodes are such. */
  readonly #furtherDemands = new Map<number, number[]>();
  #termCount = 0;

  /** Adds a term by its forms; terms are numbered from 0. */
  add(forms: readonly Form[]): void {
    const term = this.#termCount++;
    const known = forms.length > 1 ? new Map<string, number>() : undefined;
    for (const form of forms) {
      let node = ROOT;
      for (const { folded, gap } of form.words) node = this.#child(node, symbolOf(this.#word(folded), gap));
      this.#accept(node, this.#demand(term, form, known));
    }
  }

  get wordCount(): number {
    return this.#wordCount;
  }

  /** Every spelling of every word, folded, and the word of each. */
  get spellings(): ReadonlyMap<string, number> {
    return this.#wordOfSpelling;
  }

  /** The nodes at which forms end, in the order in which they became so. */
  get ends(): readonly number[] {
    return this.#ends;
  }

  /** The demands of forms that end at a node, in the order in which their terms were added. */
  demandsAt(node: number): readonly number[] {
    const first = this.#firstDemands[node]!;
    if (first === 0) return [];
    return [first - 1, ...(this.#furtherDemands.get(node) ?? [])];
  }

  /** The demand of the only form that ends at a node; negative if none does or several do. */
  onlyDemandAt(node: number): number {
    return this.#furtherDemands.has(node) ? -1 : this.#firstDemands[node]! - 1;
  }

  /** What the ends of forms ask of the text, copied into flat arrays. */
  readDemands(): Demands {
    return {
      terms: Int32Array.from(this.#terms),
      flags: Int32Array.from(this.#flags),
      capitals: Int32Array.from(this.#capitals),
      capitalPatterns: [...this.#patternNumbers.keys()],
      exact: this.#exact,
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
    const child = this.#children.findOrAdd(node, symbol, this.parents.length + 1);
    if (child > this.parents.length) {
      this.parents.push(node);
      this.symbols.push(symbol);
      this.#firstDemands.push(0);
    }
    return child;
  }

  #accept(node: number, demand: number): void {
    const first = this.#firstDemands[node]!;
    if (first === 0) {
      this.#firstDemands[node] = demand + 1;
      this.#ends.push(node);
    } else if (first !== demand + 1) this.#acceptFurther(node, demand);
  }

  #acceptFurther(node: number, demand: number): void {
    const further = this.#furtherDemands.get(node);
    if (further === undefined) this.#furtherDemands.set(node, [demand]);
    else if (!further.includes(demand)) further.push(demand);
  }

  /** @param known the demands of the term's other forms, by what they ask; absent where it has one form only */
  #demand(term: number, form: Form, known: Map<string, number> | undefined): number {
    const isFree = form.words.every((word) => word.capitals === Capitals.free);
    const pattern = isFree ? "" : form.words.map((word) => word.capitals).join("");
    const flags = (form.inflected ? DemandFlag.inflected : 0) + (form.endsInStop ? DemandFlag.endsInStop : 0);
    if (known === undefined) return this.#newDemand(term, flags, pattern, form);
    const key = `${pattern} ${flags} ${form.exact?.join(" ") ?? ""}`;
    let demand = known.get(key);
    if (demand === undefined) known.set(key, (demand = this.#newDemand(term, flags, pattern, form)));
    return demand;
  }

  #newDemand(term: number, flags: number, pattern: string, { exact }: Form): number {
    const demand = this.#terms.push(term) - 1;
    this.#flags.push(flags);
    this.#capitals.push(this.#patternNumber(pattern));
    if (exact !== undefined) this.#exact.set(demand, exact);
    return demand;
  }

  #patternNumber(pattern: string): number {
    let number = this.#patternNumbers.get(pattern);
    if (number === undefined) this.#patternNumbers.set(pattern, (number = this.#patternNumbers.size));
    return number;
  }
}
