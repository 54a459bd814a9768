import assert from "node:assert/strict";
import fc from "fast-check";
import { overlap, placeLabels } from "../../../../src/core/classify/label-layout";
import { labelsFor } from "../../../../src/webview/dependency-map/labels";
import type { PageLabelPlace } from "../../../../src/webview/dependency-map/messages";

const PICTURE = { width: 500, height: 300, radius: 7 };

/** Labels as the core places them in a crowd, and some nodes that somebody looks at. */
const crowds = fc
  .uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      text: fc.string({ minLength: 1, maxLength: 24 }),
      weight: fc.integer({ min: 1, max: 5 }),
      x: fc.integer({ min: 110, max: 390 }),
      y: fc.integer({ min: 55, max: 245 }),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 50 },
  )
  .map((nodes) => placeLabels(nodes, PICTURE))
  .chain((places) =>
    fc.tuple(fc.constant(places), fc.uniqueArray(fc.integer({ min: 0, max: places.length - 1 }), { maxLength: 4 })),
  );

const shownOf = (labels: ReturnType<typeof labelsFor>) => labels.filter((label) => label !== undefined);

describe("the labels while somebody looks at nodes", () => {
  it("are those of the picture while nobody does", () => {
    fc.assert(
      fc.property(crowds, ([places]) => {
        assert.deepEqual(
          shownOf(labelsFor(places, [])),
          places.filter(({ isShown }) => isShown),
        );
      }),
    );
  });

  it("are there for each node looked at, and no two overlap", () => {
    fc.assert(
      fc.property(crowds, ([places, looked]) => {
        const labels = labelsFor(places, looked);
        for (const index of looked) assert.notEqual(labels[index], undefined);
        for (const [i, { box }] of shownOf(labels).entries())
          for (const other of shownOf(labels).slice(i + 1)) assert.ok(!overlap(box, other.box));
      }),
    );
  });

  it("stay where they are, unless somebody looks at both of two that overlap", () => {
    fc.assert(
      fc.property(crowds, ([places, looked]) => {
        for (const [i, label] of labelsFor(places, looked).entries())
          if (label !== undefined && (places[i]!.isShown || looked.length === 1)) assert.deepEqual(label, places[i]);
      }),
    );
  });

  it("do not hang on the order in which nodes are looked at", () => {
    fc.assert(
      fc.property(crowds, ([places, looked]) => {
        assert.deepEqual(labelsFor(places, [...looked].reverse()), labelsFor(places, looked));
      }),
    );
  });

  it("make room for the one that is asked for", () => {
    const at = (left: number, isShown: boolean): PageLabelPlace => {
      const box = { left, top: 0, right: left + 50, bottom: 15 };
      return { x: left, y: 12, anchor: "start", box, isShown };
    };
    const places = [at(0, true), at(30, false), at(100, true)];
    assert.deepEqual(labelsFor(places, [1]), [undefined, places[1], places[2]]);
  });
});
