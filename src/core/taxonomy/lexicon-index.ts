import { type Edges, NodeInterner } from "./node-interner";
import { type Demands, ROOT, type TermTrie, wordOf } from "./term-trie";

/**
 * A graph over words as plain data: what is costly to find out about terms (their expansions, variants and shared paths), so
 * that it can be found out once, when the product is built, and stored (`lexicon-codec.ts`). Words, nodes and places in
 * `accepts` are numbered from 1; 0 is none. Paths that go on alike share their nodes.
 */
export interface LexiconIndex extends Edges {
  /** Every spelling of every word, folded. */
  readonly spellings: readonly string[];
  /** The word of each spelling. */
  readonly words: Int32Array;
  /** By word: the node behind it at the start of a form. */
  readonly rootNodes: Int32Array;
  /** By word: where the accepts of forms that are this one word begin in `accepts`. */
  readonly rootAccepts: Int32Array;
  /** Lists of demands, in the order in which their terms were added; each `demand << 1`, plus 1 for the last of its list. */
  readonly accepts: Int32Array;
  /** What the ends of forms ask of the text; one for all forms of a term that ask the same. */
  readonly demands: Demands;
}

/** The smallest graph with the paths and accepts of a trie. */
export function minimize(trie: TermTrie): LexiconIndex {
  const { parents, symbols, wordCount } = trie;
  const accepts = new AcceptLists();
  const listOf = (node: number) => accepts.listOf(trie.accepts.get(node));
  const children = childrenByParent(trie);
  const interner = new NodeInterner();
  const numbers = new Int32Array(parents.length + 1);
  // From the last node to the first, every child has its number before its parent needs it.
  for (let node = parents.length; node > ROOT; node--) {
    numbers[node] = interner.intern(children.of(node), symbols, numbers, listOf);
  }
  const rootNodes = new Int32Array(wordCount + 1);
  const rootAccepts = new Int32Array(wordCount + 1);
  for (const child of children.of(ROOT)) {
    const word = wordOf(symbols[child - 1]!);
    rootNodes[word] = numbers[child]!;
    rootAccepts[word] = listOf(child);
  }
  return {
    spellings: [...trie.spellings.keys()],
    words: Int32Array.from(trie.spellings.values()),
    rootNodes,
    rootAccepts,
    ...interner.edges(),
    accepts: accepts.lists(),
    demands: trie.demands,
  };
}

/** The children of each node in the order of their symbols. */
function childrenByParent({ parents, symbols }: TermTrie): Buckets {
  const children = Array.from(parents, (_, i) => i + 1).sort((a, b) => symbols[a - 1]! - symbols[b - 1]!);
  return new Buckets(children, parents);
}

/** Numbers grouped by a key of theirs, each group in the order given. */
class Buckets {
  readonly #starts: Int32Array;
  readonly #members: Int32Array;

  /** @param keys of member i + 1 at i, each at most the number of members */
  constructor(members: readonly number[], keys: readonly number[]) {
    this.#starts = new Int32Array(members.length + 2);
    for (const key of keys) this.#starts[key + 1]!++;
    for (let key = 0; key <= members.length; key++) this.#starts[key + 1]! += this.#starts[key]!;
    const next = this.#starts.slice();
    this.#members = new Int32Array(members.length);
    for (const member of members) this.#members[next[keys[member - 1]!]!++] = member;
  }

  of(key: number): Int32Array {
    return this.#members.subarray(this.#starts[key], this.#starts[key + 1]);
  }
}

/** Lists of demands, each stored once. */
class AcceptLists {
  /** Place 0 is no list. */
  readonly #lists: number[] = [0];
  readonly #known = new Map<string, number>();
  /** By demand, the list of it alone, as most lists are. */
  readonly #single: number[] = [];

  listOf(demands: readonly number[] | undefined): number {
    if (demands === undefined) return 0;
    if (demands.length === 1) return (this.#single[demands[0]!] ??= this.#add(demands));
    const key = demands.join();
    let place = this.#known.get(key);
    if (place === undefined) this.#known.set(key, (place = this.#add(demands)));
    return place;
  }

  #add(demands: readonly number[]): number {
    const place = this.#lists.length;
    demands.forEach((demand, i) => this.#lists.push((demand << 1) | Number(i === demands.length - 1)));
    return place;
  }

  lists(): Int32Array {
    return Int32Array.from(this.#lists);
  }
}
