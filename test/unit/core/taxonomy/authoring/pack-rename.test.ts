import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdit, type Edit } from "../../../../../src/core/text/span";
import { type PackSymbol, placesOfSymbol } from "../../../../../src/core/taxonomy/authoring/pack-index";
import { renameSymbol } from "../../../../../src/core/taxonomy/authoring/pack-rename";
import { PackSource } from "../../../../../src/core/taxonomy/authoring/pack-source";

const HEAD = "id: p\ntitle: P\nversion: 1.0.0\nlanguage: en\n";
const PACK = `${HEAD}classes:
  - { id: actor.alliance, label: Alliance, definition: A league. }
entities:
  - id: kemri # kemri
    class: actor.alliance
    label: kemri
  - { id: lab, class: "actor.alliance", label: Lab, broader: 'kemri' }
terms:
  actor.alliance: [league]
tests:
  - text: kemri
    expect: [{ text: kemri, class: actor.alliance, entity: kemri }]
retire:
  - kemri
  - { class: actor.alliance, text: kemri }
`;
const LEDGER = `{"id":"1","class":"actor.alliance","entity":"kemri","quote":"\\"entity\\":\\"kemri\\"","comment":"entity"}
not a decision "entity":"kemri"
{"id":"2","class":"actor.state","suggested":"actor.alliance","quote":"kemri"}\r
`;

function renamed(symbol: PackSymbol, newId: string, isForeign: (symbol: PackSymbol) => boolean = () => false) {
  const result = renameSymbol({
    symbol,
    newId,
    packs: [new PackSource(PACK, "p.yaml")],
    ledgers: [{ uri: "l.jsonl", text: LEDGER }],
    isForeign,
  });
  if ("refusal" in result) return result.refusal;
  const edits = (uri: string) => result.files.find((file) => file.uri === uri)?.edits ?? [];
  return { pack: applied(PACK, edits("p.yaml")), ledger: applied(LEDGER, edits("l.jsonl")) };
}

function applied(text: string, edits: readonly Edit[]): string {
  return [...edits].sort((a, b) => b.start - a.start).reduce((before, edit) => applyEdit(before, edit), text);
}

describe("renaming in packs and ledgers", () => {
  it("renames an entity where it is defined and named, keeps quotes, and leaves the same words elsewhere", () => {
    const result = renamed({ kind: "entity", id: "kemri" }, "kmri");
    assert.ok(typeof result === "object");
    assert.equal(
      result.pack,
      PACK.replace("id: kemri #", "id: kmri #")
        .replace("'kemri'", "'kmri'")
        .replace("entity: kemri", "entity: kmri")
        .replace("  - kemri", "  - kmri"),
    );
    assert.equal(result.ledger, LEDGER.replace('"entity":"kemri","quote"', '"entity":"kmri","quote"'));
  });

  it("renames a class in entities, groups, tests and both fields of decisions", () => {
    const result = renamed({ kind: "class", id: "actor.alliance" }, "actor.league");
    assert.ok(typeof result === "object");
    assert.equal(result.pack, PACK.replaceAll("actor.alliance", "actor.league"));
    assert.equal(result.ledger, LEDGER.replaceAll("actor.alliance", "actor.league"));
  });

  it("refuses with a reason", () => {
    const kemri: PackSymbol = { kind: "entity", id: "kemri" };
    const refusals: [symbol: PackSymbol, newId: string, reason: RegExp, isForeign?: (symbol: PackSymbol) => boolean][] =
      [
        [kemri, "lab", /already/],
        [kemri, "K", /not an id/],
        [kemri, "who", /already/, ({ id }) => id === "who"],
        [kemri, "x", /outside this workspace/, () => true],
        [{ kind: "entity", id: "nobody" }, "x", /No pack of this workspace defines/],
        [{ kind: "class", id: "actor.alliance" }, "league", /not a class id/],
      ];
    for (const [symbol, newId, reason, isForeign] of refusals) {
      const refusal = renamed(symbol, newId, isForeign);
      assert.ok(typeof refusal === "string", newId);
      assert.match(refusal, reason);
    }
  });

  it("comes back to the same files when it is renamed back", () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/).filter((text) => !["kemri", "lab"].includes(text));
    fc.assert(
      fc.property(id, (newId) => {
        const there = renamed({ kind: "entity", id: "kemri" }, newId);
        assert.ok(typeof there === "object");
        const source = new PackSource(there.pack, "p.yaml");
        assert.equal(placesOfSymbol([source], { kind: "entity", id: newId }).length, 4);
        const back = renameSymbol({
          symbol: { kind: "entity", id: newId },
          newId: "kemri",
          packs: [source],
          ledgers: [{ uri: "l.jsonl", text: there.ledger }],
          isForeign: () => false,
        });
        assert.ok("files" in back);
        // An id that YAML would read as a number or a truth value comes in quotes of its own.
        const pack = applied(there.pack, back.files.find(({ uri }) => uri === "p.yaml")?.edits ?? []);
        assert.equal(pack.replace('id: "kemri"', "id: kemri").replace('entity: "kemri"', "entity: kemri"), PACK);
        assert.equal(applied(there.ledger, back.files.find(({ uri }) => uri === "l.jsonl")?.edits ?? []), LEDGER);
      }),
    );
  });
});
