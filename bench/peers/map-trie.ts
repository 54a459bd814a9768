/** A node of a trie over characters, as FlashText (arXiv:1711.00046) keeps it: a map a node. */
interface MapNode {
  readonly children: Map<string, MapNode>;
  /** The term that ends here. */
  term?: number;
}

/** Puts terms into a trie of Maps, in lower case; its size is what an index in flat arrays is compared with. */
export function buildMapTrie(terms: readonly string[]): MapNode {
  const root: MapNode = { children: new Map() };
  terms.forEach((term, number) => {
    let node = root;
    for (const character of term.toLowerCase()) {
      let child = node.children.get(character);
      if (child === undefined) node.children.set(character, (child = { children: new Map() }));
      node = child;
    }
    node.term = number;
  });
  return root;
}
