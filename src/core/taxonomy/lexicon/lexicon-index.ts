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
  const demands = trie.readDemands();
  const accepts = new AcceptLists(demands.terms.length);
  const listOf = (node: number) => {
    const only = trie.onlyDemandAt(node);
    return only < 0 ? accepts.listOf(trie.demandsAt(node)) : accepts.listOfOne(only);
  };
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
    demands,
  };
}

/** The children of each node in the order of their symbols. */
function childrenByParent({ parents, symbols }: TermTrie): Buckets {
  const children = new Buckets(parents);
  for (let node = ROOT; node <= parents.length; node++) {
    const siblings = children.of(node);
    if (siblings.length > 1) siblings.sort((a, b) => symbols[a - 1]! - symbols[b - 1]!);
  }
  return children;
}

/** The numbers from 1 on, grouped by a key of theirs. */
class Buckets {
  readonly #starts: Int32Array;
  readonly #members: Int32Array;

  /** @param keys of member i + 1 at i, each at most the number of members */
  constructor(keys: readonly number[]) {
    const count = keys.length;
    this.#starts = new Int32Array(count + 2);
    for (let i = 0; i < count; i++) this.#starts[keys[i]! + 1]!++;
    for (let key = 0; key <= count; key++) this.#starts[key + 1]! += this.#starts[key]!;
    const next = this.#starts.slice();
    this.#members = new Int32Array(count);
    for (let i = 0; i < count; i++) this.#members[next[keys[i]!]!++] = i + 1;
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
  /** By demand, the list of it alone, as most lists are; 0 where there is none yet. */
  readonly #single: Int32Array;

  /** @param demands how many there are */
  constructor(demands: number) {
    this.#single = new Int32Array(demands);
  }

  listOfOne(demand: number): number {
    if (this.#single[demand] === 0) this.#single[demand] = this.#lists.push((demand << 1) | 1) - 1;
    return this.#single[demand]!;
  }

  listOf(demands: readonly number[]): number {
    if (demands.length === 0) return 0;
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
