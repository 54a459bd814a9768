import { Capitals, type FormWord } from "../forms/form-word";
import { spellingsOf } from "../forms/spelling";
import type { Form } from "../forms/word-forms";
import { IntList } from "./int-list";
import { SpellingTable } from "./spelling-table";
import { ROOT, TrieNodes } from "./trie-nodes";

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

/** All forms of many terms as a trie over words, term by term as they come. Words and nodes are numbered from 1. */
export class TermTrie {
  readonly nodes = new TrieNodes();
  readonly spellings = new SpellingTable();
  #wordCount = 0;
  readonly #terms = new IntList();
  readonly #flags = new IntList();
  readonly #capitals = new IntList();
  readonly #patternNumbers = new Map<string, number>([["", 0]]);
  readonly #exact = new Map<number, readonly string[]>();
  readonly #ends = new IntList();
  /** By node: the demand of the forms that end at it, plus 1; 0 where none does; where they differ, `~place` in `#demandLists`. */
  readonly #demandAt = new IntList();
  readonly #demandLists: number[][] = [];
  #termCount = 0;

  constructor() {
    this.#demandAt.push(0);
  }

  /** Adds a term by its forms; terms are numbered from 0. */
  add(forms: readonly Form[]): void {
    const term = this.#termCount++;
    const known = forms.length > 1 ? new Map<string, number>() : undefined;
    for (const form of forms) {
      let node = ROOT;
      for (const word of form.words) node = this.#child(node, symbolOf(this.#word(word), word.gap));
      this.#accept(node, this.#demand(term, form, known));
    }
  }

  get wordCount(): number {
    return this.#wordCount;
  }

  /** The nodes at which forms end, in the order in which they became so. */
  get ends(): Int32Array {
    return this.#ends.view();
  }

  /** The demands of forms that end at a node, in the order in which their terms were added. */
  demandsAt(node: number): readonly number[] {
    const demand = this.#demandAt.at(node);
    if (demand < 0) return this.#demandLists[~demand]!;
    return demand === 0 ? [] : [demand - 1];
  }

  /** The demand of the only form that ends at a node; negative if none does or several do. */
  onlyDemandAt(node: number): number {
    return Math.max(0, this.#demandAt.at(node)) - 1;
  }

  /** What the ends of forms ask of the text. */
  readDemands(): Demands {
    return {
      terms: this.#terms.view(),
      flags: this.#flags.view(),
      capitals: this.#capitals.view(),
      capitalPatterns: [...this.#patternNumbers.keys()],
      exact: this.#exact,
    };
  }

  #word(word: FormWord): number {
    const known = this.spellings.wordOf(word);
    if (known !== 0) return known;
    const number = ++this.#wordCount;
    for (const spelling of spellingsOf(word.folded)) this.spellings.add(spelling, number);
    return number;
  }

  #child(node: number, symbol: number): number {
    const child = this.nodes.findOrAdd(node, symbol);
    if (child === this.#demandAt.length) this.#demandAt.push(0);
    return child;
  }

  #accept(node: number, demand: number): void {
    const first = this.#demandAt.at(node);
    if (first === 0) {
      this.#demandAt.set(node, demand + 1);
      this.#ends.push(node);
    } else if (first !== demand + 1) this.#acceptFurther(node, first, demand);
  }

  #acceptFurther(node: number, first: number, demand: number): void {
    if (first > 0) this.#demandAt.set(node, ~(this.#demandLists.push([first - 1, demand]) - 1));
    else if (!this.#demandLists[~first]!.includes(demand)) this.#demandLists[~first]!.push(demand);
  }

  /** @param known the demands of the term's other forms, by what they ask; absent where it has one form only */
  #demand(term: number, form: Form, known: Map<string, number> | undefined): number {
    const pattern = capitalPattern(form.words);
    const flags = (form.inflected ? DemandFlag.inflected : 0) + (form.endsInStop ? DemandFlag.endsInStop : 0);
    if (known === undefined) return this.#newDemand(term, flags, pattern, form);
    const key = `${pattern} ${flags} ${form.exact?.join(" ") ?? ""}`;
    let demand = known.get(key);
    if (demand === undefined) known.set(key, (demand = this.#newDemand(term, flags, pattern, form)));
    return demand;
  }

  #newDemand(term: number, flags: number, pattern: string, { exact }: Form): number {
    const demand = this.#terms.length;
    this.#terms.push(term);
    this.#flags.push(flags);
    this.#capitals.push(pattern === "" ? 0 : this.#patternNumber(pattern));
    if (exact !== undefined) this.#exact.set(demand, exact);
    return demand;
  }

  #patternNumber(pattern: string): number {
    let number = this.#patternNumbers.get(pattern);
    if (number === undefined) this.#patternNumbers.set(pattern, (number = this.#patternNumbers.size));
    return number;
  }
}

/** What each word must do about capitals, as `Demands` has it. */
function capitalPattern(words: readonly FormWord[]): string {
  const isFree = words.every(({ capitals }) => capitals === Capitals.free);
  return isFree ? "" : words.map(({ capitals }) => capitals).join("");
}
