import assert from "node:assert/strict";
import fc from "fast-check";
import { type LabelledNode, overlap, placeLabels } from "../../../../src/core/classify/label-layout";

const PICTURE = { width: 800, height: 500, radius: 7 };

const labelledNodes = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    text: fc.string({ minLength: 1, maxLength: 28 }),
    weight: fc.integer({ min: 1, max: 5 }),
    x: fc.integer({ min: 110, max: 690 }),
    y: fc.integer({ min: 55, max: 445 }),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
);

const node = (id: string, x: number, y: number, weight = 1): LabelledNode => ({ id, text: `Node ${id}`, weight, x, y });
const nodeBox = ({ x, y }: LabelledNode) => ({ left: x - 7, top: y - 7, right: x + 7, bottom: y + 7 });

describe("the labels of a picture of nodes", () => {
  it("overlap no other and no node where they are shown, in any picture", () => {
    fc.assert(
      fc.property(labelledNodes, (nodes) => {
        const shown = placeLabels(nodes, PICTURE).filter(({ isShown }) => isShown);
        for (const [i, { box }] of shown.entries()) {
          for (const other of shown.slice(i + 1)) assert.ok(!overlap(box, other.box));
          for (const other of nodes) assert.ok(!overlap(box, nodeBox(other)));
        }
      }),
    );
  });

  it("are inside the picture, shown or hidden, and beside their nodes", () => {
    fc.assert(
      fc.property(labelledNodes, (nodes) => {
        for (const [i, { box }] of placeLabels(nodes, PICTURE).entries()) {
          assert.ok(box.left >= 0 && box.top >= 0 && box.right <= PICTURE.width && box.bottom <= PICTURE.height);
          const { left, top, right, bottom } = nodeBox(nodes[i]!);
          assert.ok(overlap(box, { left: left - 4, top: top - 4, right: right + 4, bottom: bottom + 4 }));
        }
      }),
    );
  });

  it("do not hang on the order of the nodes", () => {
    const shuffled = labelledNodes.chain((nodes) =>
      fc.tuple(fc.constant(nodes), fc.shuffledSubarray(nodes, { minLength: nodes.length })),
    );
    fc.assert(
      fc.property(shuffled, ([nodes, others]) => {
        const places = new Map(placeLabels(nodes, PICTURE).map((place, i) => [nodes[i]!.id, place]));
        for (const [i, place] of placeLabels(others, PICTURE).entries())
          assert.deepEqual(place, places.get(others[i]!.id));
      }),
    );
  });

  it("are hidden only where a node or a label of no less weight stands at each place around", () => {
    fc.assert(
      fc.property(labelledNodes, (nodes) => {
        const places = placeLabels(nodes, PICTURE);
        for (const [i, { isShown }] of places.entries()) {
          if (isShown) continue;
          const weightier = nodes.filter(
            ({ weight }, j) => j !== i && weight >= nodes[i]!.weight && places[j]!.isShown,
          );
          // Without the weightier labels only nodes are in the way.
          const bare = nodes.map((each) =>
            each === nodes[i] || weightier.includes(each) ? each : { ...each, text: "" },
          );
          assert.equal(placeLabels(bare, PICTURE)[i]!.isShown, false);
        }
      }),
    );
  });

  it("stand below their nodes where there is room, and else above or beside them", () => {
    const [alone] = placeLabels([node("a", 400, 200)], PICTURE);
    assert.deepEqual([alone!.x, alone!.anchor, alone!.y > 207], [400, "middle", true]);
    const [above, below] = placeLabels([node("a", 400, 200), node("b", 400, 218)], PICTURE);
    assert.ok(above!.isShown && below!.isShown && above!.y < 193 && below!.y > 225);
    const stack = placeLabels(
      [200, 218, 236].map((y, i) => node(`${i}`, 400, y)),
      PICTURE,
    );
    assert.ok(stack.every(({ isShown }) => isShown) && stack[1]!.anchor === "start");
  });

  it("give way to those of more weight", () => {
    const crowd = Array.from({ length: 40 }, (_, i) =>
      node(`${i}`, 400 + (i % 8) * 20, 200 + Math.floor(i / 8) * 20, i),
    );
    const shown = placeLabels(crowd, PICTURE).map(({ isShown }) => isShown);
    assert.ok(shown.filter(Boolean).length < 40);
    assert.ok(shown.at(-1));
  });
});
