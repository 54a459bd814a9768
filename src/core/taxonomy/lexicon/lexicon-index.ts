import { IntList } from "./int-list";
import { type Edges, NodeInterner } from "./node-interner";
import { type Demands, symbolOf, type TermTrie, wordOf } from "./term-trie";
import { ROOT, type TrieNodes } from "./trie-nodes";

/**
 * A graph over words as plain data: what is costly to find out about terms (their expansions, variants and shared paths), so
 * that it can be found out once, when the product is built, and stored (`lexicon-codec.ts`). Words and nodes
 * are numbered from 1; 0 is none. Paths that go on alike share their nodes. An _accept_ says what ends at a place: 0 nothing, `~demand`
 * one form, as at most places, and a positive number several, whose demands begin there in `acceptLists`.
 */
export interface LexiconIndex extends Edges {
  /** Every spelling of every word, folded. */
  readonly spellings: readonly string[];
  /** The hash of each spelling (`hashFolded`). */
  readonly hashes: Int32Array;
  /** The word of each spelling. */
  readonly words: Int32Array;
  /** By word: the node behind it at the start of a form. */
  readonly rootNodes: Int32Array;
  /** By word: the accept of forms that are this one word. */
  readonly rootAccepts: Int32Array;
  /** Lists of demands, in the order in which their terms were added; each `demand << 1`, plus 1 for the last of its list. */
  readonly acceptLists: Int32Array;
  /** What the ends of forms ask of the text; one for all forms of a term that ask the same. */
  readonly demands: Demands;
}

/** The smallest graph with the paths and accepts of a trie. */
export function minimize(trie: TermTrie): LexiconIndex {
  const { nodes, spellings, wordCount } = trie;
  const demands = trie.readDemands();
  const accepts = new Accepts(trie);
  const { starts, children } = childrenByParent(nodes, wordCount);
  const interner = new NodeInterner(nodes.count);
  const numbers = new Int32Array(nodes.count + 1);
  // From the last node to the first, every child has its number before its parent needs it.
  for (let node = nodes.count; node > ROOT; node--) {
    const end = starts[node + 1]!;
    for (let i = starts[node]!; i < end; i++) {
      const child = children[i]!;
      interner.addEdge(nodes.symbolOf(child), numbers[child]!, accepts.at(child));
    }
    numbers[node] = interner.intern();
  }
  const rootNodes = new Int32Array(wordCount + 1);
  const rootAccepts = new Int32Array(wordCount + 1);
  for (const child of children.subarray(starts[ROOT], starts[ROOT + 1])) {
    const word = wordOf(nodes.symbolOf(child));
    rootNodes[word] = numbers[child]!;
    rootAccepts[word] = accepts.at(child);
  }
  return {
    spellings: spellings.texts,
    hashes: spellings.hashes.view(),
    words: spellings.words.view(),
    rootNodes,
    rootAccepts,
    ...interner.edges(),
    acceptLists: accepts.lists,
    demands,
  };
}

/** The children of each node in the order of their symbols; those of node n stand in `[starts[n], starts[n + 1])`. */
function childrenByParent(nodes: TrieNodes, wordCount: number): { starts: Int32Array; children: Int32Array } {
  const { count } = nodes;
  // Counting sort twice: by symbol, then by parent, which keeps the order of symbols.
  const symbolStarts = new Int32Array(symbolOf(wordCount + 1, 0) + 1);
  const starts = new Int32Array(count + 2);
  for (let node = 1; node <= count; node++) {
    symbolStarts[nodes.symbolOf(node) + 1]!++;
    starts[nodes.parentOf(node) + 1]!++;
  }
  sumUp(symbolStarts);
  sumUp(starts);
  const bySymbol = new Int32Array(count);
  for (let node = 1; node <= count; node++) bySymbol[symbolStarts[nodes.symbolOf(node)]!++] = node;
  const next = starts.slice();
  const children = new Int32Array(count);
  for (let i = 0; i < count; i++) children[next[nodes.parentOf(bySymbol[i]!)]!++] = bySymbol[i]!;
  return { starts, children };
}

function sumUp(counts: Int32Array): void {
  for (let i = 1; i < counts.length; i++) counts[i]! += counts[i - 1]!;
}

/** The accepts of a trie's nodes, each list stored once. */
class Accepts {
  /** Place 0 is no list. */
  readonly #lists = new IntList();
  readonly #known = new Map<string, number>();

  constructor(readonly trie: TermTrie) {
    this.#lists.push(0);
  }

  at(node: number): number {
    const only = this.trie.onlyDemandAt(node);
    return only < 0 ? this.#listOf(this.trie.demandsAt(node)) : ~only;
  }

  get lists(): Int32Array {
    return this.#lists.view();
  }

  #listOf(demands: readonly number[]): number {
    if (demands.length === 0) return 0;
    const key = demands.join();
    let place = this.#known.get(key);
    if (place === undefined) this.#known.set(key, (place = this.#add(demands)));
    return place;
  }

  #add(demands: readonly number[]): number {
    const place = this.#lists.length;
    demands.forEach((demand, i) => {
      this.#lists.push((demand << 1) | Number(i === demands.length - 1));
    });
    return place;
  }
}
