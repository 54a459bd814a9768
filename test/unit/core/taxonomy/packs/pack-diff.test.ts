import assert from "node:assert/strict";
import fc from "fast-check";
import { diffPacks } from "../../../../../src/core/taxonomy/packs/pack-diff";
import { parsePack } from "../../../../../src/core/taxonomy/packs/pack-parser";
import type { Pack } from "../../../../../src/core/taxonomy/model";
import { arbitraryPack, packOf } from "../exchange/support";

const HEAD = "id: p\ntitle: P\nversion: 1.0.0\nlanguage: en\n";

const BEFORE = `${HEAD}classes:
  - { id: actor.alliance, label: Alliance, definition: A league. }
entities:
  - { id: bgi, class: actor.company, label: BGI Group, terms: [BGI, { text: Huada, near: [genome] }] }
  - { id: old, class: actor.state, label: Old Land }
  - { id: un, class: actor.alliance, label: United Nations, links: { wikidata: Q1065 } }
terms:
  infrastructure.data: [register, biobank]
ignore: [blood bank]
retire: [novogene]
`;

const AFTER = `# Written otherwise, in another order
${HEAD}extends: ./base.yaml
ignore: [data bank]
retire: [{ class: actor.state, text: an island }]
terms:
  infrastructure.exchange: [register]
  infrastructure.data: [biobank]
entities:
  - { id: un, class: actor.intergovernmental, label: United Nations, links: { wikidata: Q1065 }, terms: [UN] }
  - id: bgi
    class: actor.company
    label: BGI Group
    definition: A company.
    terms: [{ text: Huada, near: [gene] }, BGI]
classes:
  - { id: actor.alliance, label: Alliance, definition: A bloc. }
`;

const said = (before: Pack[], after: Pack[]) =>
  diffPacks(before, after).map(({ kind, what, name, part, from, to }) =>
    [kind, what, name, part, from, to].filter((word) => word !== undefined).join(" "),
  );

describe("the difference between packs", () => {
  it("is what was added, retired, moved and changed, by meaning", () => {
    assert.deepEqual(said([packOf(BEFORE)], [packOf(AFTER)]), [
      "changed class actor.alliance definition A league. A bloc.",
      "changed entity bgi definition A company.",
      "retired entity old",
      "moved entity un class actor.alliance actor.intergovernmental",
      "changed term Huada flags near: [genome] near: [gene]",
      "retired term Old Land",
      "added term UN",
      "moved term register infrastructure.data infrastructure.exchange",
      "retired ignored phrase blood bank",
      "added ignored phrase data bank",
      'added retirement "an island" of actor.state',
      "retired retirement novogene",
      "added base ./base.yaml",
    ]);
  });

  it("names the file and line of what there is now, else of what there was", () => {
    const places = diffPacks([packOf(BEFORE)], [packOf(AFTER)]).map(({ name, place }) => `${name} ${place}`);
    assert.ok(places.includes("un own.yaml:13"));
    assert.ok(places.includes("old own.yaml:9"));
  });

  it("is none between a pack and itself, written in another order or split into two", () => {
    fc.assert(
      fc.property(arbitraryPack, (pack) => {
        const turned = { ...pack, entities: [...pack.entities].reverse(), terms: [...pack.terms].reverse() };
        assert.deepEqual(said([pack], [turned]), []);
        const [first, second] = [
          { ...pack, entities: pack.entities.slice(0, 2), terms: [] },
          { ...pack, entities: pack.entities.slice(2), classes: [], ignore: [], retire: [] },
        ];
        assert.deepEqual(said([pack], [first, second]), []);
      }),
      { numRuns: 60 },
    );
  });

  it("turns round when the packs do", () => {
    const turned = { added: "retired", retired: "added", moved: "moved", changed: "changed" } as const;
    fc.assert(
      fc.property(arbitraryPack, arbitraryPack, (a, b) => {
        const there = diffPacks([a], [b]).map(({ kind, what }) => `${turned[kind]} ${what}`);
        const back = diffPacks([b], [a]).map(({ kind, what }) => `${kind} ${what}`);
        assert.deepEqual(there.sort(), back.sort());
      }),
      { numRuns: 60 },
    );
  });

  it("keeps apart terms of one text with different flags", () => {
    const terms = (list: string) => [parsePack(`${HEAD}terms:\n  actor.state: ${list}\n`, "p").pack!];
    const [two, one] = [
      terms("[{ text: May, near: [a] }, { text: May, near: [b] }]"),
      terms("[{ text: May, near: [b] }]"),
    ];
    assert.deepEqual(said(two, one), ["retired term May"]);
  });
});
