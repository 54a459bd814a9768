import assert from "node:assert/strict";
import fc from "fast-check";
import { ROOT, TrieNodes } from "../../../../../src/core/taxonomy/lexicon/trie-nodes";

describe("the nodes of a trie", () => {
  it("are one for each path, numbered as they come, and know what leads to them", () => {
    const path = fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(path, { maxLength: 3000, size: "max" }), (paths) => {
        const nodes = new TrieNodes();
        const expected = new Map<string, number>([["", ROOT]]);
        for (const symbols of paths) {
          let node = ROOT;
          symbols.forEach((symbol, i) => {
            const child = nodes.findOrAdd(node, symbol);
            const key = symbols.slice(0, i + 1).join();
            if (!expected.has(key)) expected.set(key, expected.size);
            assert.equal(child, expected.get(key));
            assert.deepEqual([nodes.parentOf(child), nodes.symbolOf(child)], [node, symbol]);
            node = child;
          });
        }
        assert.equal(nodes.count, expected.size - 1);
      }),
      { numRuns: 30 },
    );
  });

  it("hang from the root over any symbol", () => {
    const nodes = new TrieNodes();
    assert.deepEqual([nodes.findOrAdd(ROOT, 100_000), nodes.findOrAdd(ROOT, 8)], [1, 2]);
    assert.deepEqual([nodes.findOrAdd(ROOT, 8), nodes.findOrAdd(ROOT, 100_000)], [2, 1]);
  });
});
