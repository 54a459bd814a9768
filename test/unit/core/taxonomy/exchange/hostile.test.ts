import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_IMPORT_LENGTH, TAXONOMY_FORMATS } from "../../../../../src/core/taxonomy/exchange";
import { parsePack } from "../../../../../src/core/taxonomy/packs/pack-parser";
import { CLASSES, codesOf, exportOf, read } from "./support";

const SKOS_IRI = "http://www.w3.org/2004/02/skos/core#";
const SKOS = `@prefix skos: <${SKOS_IRI}> .\n`;

describe("hostile input", () => {
  for (const format of TAXONOMY_FORMATS) {
    it(`is told by ${format}, never thrown, whatever is cut out of or put into a file`, () => {
      const whole = exportOf(format);
      const position = fc.nat(whole.length);
      fc.assert(
        fc.property(
          position,
          position,
          fc.oneof(fc.string(), fc.constantFrom("[", "<", '"', "{", "\0", "''")),
          (a, b, put) => {
            const [from, to] = [Math.min(a, b), Math.min(Math.max(a, b), Math.min(a, b) + 40)];
            const result = read(whole.slice(0, from) + put + whole.slice(to), format, { class: "actor.state" });
            if (result.source === undefined) assert.ok(result.problems.some(({ severity }) => severity === "error"));
            else assert.deepEqual(parsePack(result.source, "p").problems, []);
          },
        ),
        { numRuns: 300 },
      );
    });

    it(`of too many bytes is refused by ${format} before it is read`, () => {
      assert.deepEqual(codesOf(read(" ".repeat(MAX_IMPORT_LENGTH + 1), format)), ["exchange.too-large 1"]);
    });

    it(`in UTF-16 is refused by ${format}`, () => {
      assert.deepEqual(codesOf(read("\nl\0a\0b\0", format)), ["exchange.encoding 2"]);
    });
  }

  it("that nests brackets is refused by Turtle", () => {
    assert.deepEqual(codesOf(read(`${SKOS}<urn:a> skos:broader\n${"[ skos:broader ".repeat(200_000)}`, "skos")), [
      "exchange.too-deep 3",
    ]);
    assert.deepEqual(codesOf(read(`${SKOS}<urn:a> skos:broader\n${"( ".repeat(200_000)}`, "skos")), [
      "exchange.too-deep 3",
    ]);
  });

  it("that nests brackets is refused by JSON-LD, but not for brackets in texts", () => {
    assert.deepEqual(codesOf(read(`{\n"a": ${"[".repeat(1_000_000)}`, "skos-jsonld")), ["exchange.too-deep 2"]);
    const source = { "@context": { "@vocab": SKOS_IRI }, "@id": "urn:a", prefLabel: `a ${"[{".repeat(300)}` };
    assert.ok(read(JSON.stringify(source), "skos-jsonld", { class: "actor.state" }).counts.entities === 1);
  });

  it("that has more columns or concepts than any pack is refused", () => {
    assert.deepEqual(codesOf(read(`label${",x".repeat(300)}\n`, "csv")), ["exchange.table 1"]);
    const lines = Array.from({ length: 300_010 }, (_, i) => `{"label":"actor.state","pattern":"x${i}"}\n`);
    assert.deepEqual(codesOf(read(lines.join(""), "spacy")), ["exchange.too-large 1"]);
  });

  it("that floods with nameless concepts is read in bounded time, and each gets an id", () => {
    const source = SKOS + '[] a skos:Concept ; skos:prefLabel "x" .\n'.repeat(20_000);
    const { counts } = read(source, "skos", { class: "actor.state" });
    assert.equal(counts.entities, 20_000);
  });

  it("that names properties of objects changes no object", () => {
    const source = JSON.stringify({
      "@context": { "@vocab": "http://www.w3.org/2004/02/skos/core#" },
      "@id": "urn:a",
      prefLabel: "Alpha",
      notation: { "@value": "x", "@type": "urn:healthgeo:link#__proto__" },
    });
    read(source, "skos-jsonld", { class: "actor.state" });
    read("label,class,links\nAlpha,actor.state,__proto__:x | constructor:y\n", "csv");
    assert.equal(({} as Record<string, unknown>)["x"], undefined);
    assert.equal(Object.getPrototypeOf(CLASSES), Map.prototype);
  });

  it("whose related concepts stand in one long chain is checked in bounded time", () => {
    const chain = Array.from(
      { length: 4000 },
      (_, i) => `<urn:c${i}> skos:broader <urn:c${i + 1}> ; skos:related <urn:d${i}> .\n`,
    );
    const result = read(SKOS + chain.join(""), "skos", { class: "actor.state" });
    assert.ok(codesOf(result).includes("skos.S27"));
  });
});
