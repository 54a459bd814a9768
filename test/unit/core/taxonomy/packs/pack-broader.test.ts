import assert from "node:assert/strict";
import fc from "fast-check";
import { parsePack, refusalOfBroader, setBroader } from "../../../../../src/core";

const HEAD = "id: lakes\ntitle: Great Lakes\nversion: 1.0.0\nlanguage: en\nentities:\n";
const entity = (id: string, broader?: string) =>
  `  - id: ${id} # ${id}\n    class: actor.research\n    label: ${id.toUpperCase()}\n${broader === undefined ? "" : `    broader: ${broader} # above\n`}`;

function changed(source: string, id: string, broader?: string): string {
  const result = setBroader(source, id, broader, "p.yaml");
  assert.ok("source" in result, JSON.stringify(result));
  return result.source;
}

describe("the broader entity of an entity", () => {
  const source = HEAD + entity("a") + entity("b", "a") + entity("c");

  it("is written, replaced and removed, and nothing else changes", () => {
    assert.equal(changed(source, "c", "a"), `${source}    broader: a\n`);
    assert.equal(changed(source, "b", "c"), source.replace("broader: a", "broader: c"));
    assert.equal(changed(source, "b"), HEAD + entity("a") + entity("b") + entity("c"));
    assert.equal(changed(source, "a"), source);
  });

  it("is written into an entity in brackets too", () => {
    const flow = `${HEAD}  - { id: a, class: actor.state, label: A }\n`;
    const withB = changed(flow, "a", "b");
    assert.equal(withB, `${HEAD}  - { id: a, class: actor.state, label: A, broader: b }\n`);
    assert.equal(changed(withB, "a"), flow);
  });

  it("comes back to what it was", () => {
    const ids = ["a", "b", "c", "d"];
    const pick = fc.constantFrom(...ids);
    fc.assert(
      fc.property(pick, fc.option(pick, { nil: undefined }), pick, (id, before, after) => {
        const start = HEAD + ids.map((each) => entity(each, each === id ? before : "z")).join("");
        const there = changed(start, id, after);
        const broaderOf = (text: string) =>
          parsePack(text, "p.yaml").pack!.entities.find((each) => each.id === id)?.broader;
        assert.equal(broaderOf(there), after);
        assert.equal(broaderOf(changed(there, id, before)), before);
      }),
    );
  });

  it("is refused for an entity that the pack does not define, and for a broken pack", () => {
    assert.ok("problems" in setBroader(source, "x", "a", "p.yaml"));
    assert.ok("problems" in setBroader("id: [", "a", "b", "p.yaml"));
  });

  it("may not be the entity itself, one below it, or one of another class", () => {
    const { entities } = parsePack(
      `${HEAD}${entity("a")}${entity("b", "a")}${entity("c", "b")}  - { id: s, class: actor.state, label: S }\n`,
      "p.yaml",
    ).pack!;
    const known = new Map(entities.map((each) => [each.id, each]));
    assert.equal(refusalOfBroader(known, "a", "a"), "itself");
    assert.equal(refusalOfBroader(known, "a", "c"), "cycle");
    assert.equal(refusalOfBroader(known, "a", "s"), "other-class");
    assert.equal(refusalOfBroader(known, "c", "a"), undefined);
  });
});
