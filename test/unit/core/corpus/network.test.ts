import assert from "node:assert/strict";
import fc from "fast-check";
import { cooccurrence, layoutNetwork } from "../../../../src/core";
import { corpora, documentOf } from "../../support/corpus-documents";

const SIZE = { width: 960, height: 640, links: 80 };

const networkOf = (text: string, links = 80) => {
  const documents = [documentOf("a.md", text)];
  return layoutNetwork(cooccurrence(documents, { window: "sentence", by: "entity" }), { ...SIZE, links });
};

describe("a network", () => {
  const text =
    "China met Kenya. China met Kenya. China asks for consent. A biobank. A biobank. A biobank. China rests. Kenya rests.";

  it("joins what is together more often than chance would have it, and leaves out the rest", () => {
    const { nodes, links } = networkOf(text);
    assert.deepEqual(
      links.map(({ a, b, together }) => [a, b, together]),
      [["china", "kenya", 2]],
    );
    assert.deepEqual(
      nodes.map(({ key, windows }) => [key, windows]),
      [
        ["china", 4],
        ["kenya", 3],
      ],
    );
  });

  it("takes pairs counted once where there are no others, and the surest where there are too many", () => {
    const once = "China met Kenya. A biobank needs consent and consent. Nothing. Nothing. China.";
    assert.equal(networkOf(once).links.length, 2);
    const { nodes, links } = networkOf(once, 1);
    assert.deepEqual([nodes.length, links.length], [2, 1]);
    assert.equal(links[0]!.a, "infrastructure.data|biobank");
  });

  it("is drawn the same every time, inside the drawing, in any corpus", () => {
    fc.assert(
      fc.property(corpora, (corpus) => {
        const counts = cooccurrence(corpus, { window: "paragraph", by: "entity" });
        const network = layoutNetwork(counts, SIZE);
        assert.deepEqual(layoutNetwork(counts, SIZE), network);
        const keys = new Set(network.nodes.map(({ key }) => key));
        for (const { a, b } of network.links) assert.ok(keys.has(a) && keys.has(b));
        for (const { x, y } of network.nodes) assert.ok(x >= 0 && x <= SIZE.width && y >= 0 && y <= SIZE.height);
        assert.equal(new Set(network.nodes.map(({ x, y }) => `${x} ${y}`)).size, network.nodes.length);
      }),
    );
  });
});
