import assert from "node:assert/strict";
import fc from "fast-check";
import { forceLayout } from "../../../../src/webview/insight/force-layout";
import { degreesOf, networkOf } from "../../../../src/webview/insight/network";
import { item, sections, symmetric } from "./section";

describe("the network of co-occurrence", () => {
  it("links items that attract each other, the strongest first, and leaves the others out", () => {
    const { nodes, links } = networkOf(
      symmetric(
        ["a", "b", "c", "d"],
        [
          [0, 1, 2],
          [0, 2, -3],
          [1, 2, 4],
        ],
      ),
    );
    assert.deepEqual(
      nodes.map(({ key }) => key),
      ["a", "b", "c"],
    );
    assert.deepEqual(
      links.map(({ source, target, strength }) => [source, target, strength]),
      [
        [1, 2, 1],
        [0, 1, 0.5],
      ],
    );
  });

  it("has nodes of their own for classes", () => {
    const [entity, classItem] = [item("china"), item("actor.state")];
    const pairs = [{ row: 0, column: 0, count: 1, value: 1 }];
    const network = networkOf({ rows: [entity], columns: [classItem], pairs, isSymmetric: false, more: 0 });
    assert.deepEqual(network.nodes, [entity, classItem]);
    assert.deepEqual(degreesOf(network), [1, 1]);
  });

  it("says how many links it leaves out, and leaves no node without one", () => {
    fc.assert(
      fc.property(sections, (section) => {
        const network = networkOf(section);
        assert.equal(network.links.length + network.leftOut, section.pairs.filter(({ value }) => value > 0).length);
        assert.ok(degreesOf(network).every((degree) => degree > 0));
        for (const { strength } of network.links) assert.ok(strength > 0 && strength <= 1);
      }),
    );
  });
});

describe("the layout of a network", () => {
  const links = [
    { source: 0, target: 1, strength: 1 },
    { source: 2, target: 3, strength: 1 },
    { source: 1, target: 2, strength: 0.1 },
  ];
  const distance = (points: readonly { x: number; y: number }[], a: number, b: number) =>
    Math.hypot(points[a]!.x - points[b]!.x, points[a]!.y - points[b]!.y);

  it("is the same for the same links", () => {
    assert.deepEqual(forceLayout(4, links), forceLayout(4, links));
  });

  it("puts what is strongly linked nearer than what is not", () => {
    const points = forceLayout(4, links);
    assert.ok(distance(points, 0, 1) < distance(points, 0, 3));
  });

  it("stays within its bounds, for one node too", () => {
    for (const points of [forceLayout(4, links), forceLayout(1, []), forceLayout(30, [])])
      for (const { x, y } of points) assert.ok(x >= 0 && x <= 1 && y >= 0 && y <= 1);
    assert.deepEqual(forceLayout(0, []), []);
  });
});
