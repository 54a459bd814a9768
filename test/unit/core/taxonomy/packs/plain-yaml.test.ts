import assert from "node:assert/strict";
import fc from "fast-check";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import { exportTaxonomy, importTaxonomy } from "../../../../../src/core/taxonomy/exchange";
import { parsePack } from "../../../../../src/core/taxonomy/packs/pack-parser";
import { readPlainYaml } from "../../../../../src/core/taxonomy/packs/plain-yaml";
import { arbitraryPack, CLASSES } from "../exchange/support";

/** A tree as its reader sees it: kinds, values and the line at which each begins. */
function shapeOf(node: Node | null, lines: LineCounter): unknown {
  const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
  const place = `${line}:${col}`;
  if (isMap<Node, Node | null>(node)) {
    return [place, "map", node.items.map(({ key, value }) => [shapeOf(key, lines), shapeOf(value, lines)])];
  }
  if (isSeq<Node>(node)) return [place, "list", node.items.map((item) => shapeOf(item, lines))];
  return [place, isScalar(node) ? node.value : "other"];
}

/** Both readers on one source; `plain` is absent where the source is more than plain. */
function bothShapes(source: string): { plain: unknown; full: unknown } {
  const [own, theirs] = [new LineCounter(), new LineCounter()];
  const plain = readPlainYaml(source, own);
  const document = parseDocument(source, { lineCounter: theirs, logLevel: "silent", prettyErrors: false });
  const full = document.errors.length > 0 ? "an error" : shapeOf(document.contents, theirs);
  return { plain: plain && shapeOf(plain, own), full };
}

function sourceOf(pack: Parameters<typeof exportTaxonomy>[0][number]): string {
  const { source } = importTaxonomy(exportTaxonomy([pack], "skos", CLASSES).text, "skos", {
    uri: "p",
    classes: CLASSES,
  });
  assert.ok(source !== undefined);
  return source;
}

describe("plain YAML", () => {
  it("is read as yaml reads it, whatever an import wrote", () => {
    fc.assert(
      fc.property(arbitraryPack, (pack) => {
        const { plain, full } = bothShapes(sourceOf(pack));
        assert.notEqual(plain, undefined);
        assert.deepEqual(plain, full);
      }),
      { numRuns: 100 },
    );
  });

  it("is read as yaml reads it, or not at all, after any damage", () => {
    const pieces = [
      "\n",
      "  ",
      "- ",
      ": ",
      " # c",
      "#",
      "'",
      '"',
      "[",
      "]",
      "{",
      "}",
      ",",
      "&a",
      "*a",
      "|\n",
      "\t",
      "\r\n",
      "null",
      "---\n",
      "? ",
    ];
    fc.assert(
      fc.property(
        arbitraryPack,
        fc.array(fc.tuple(fc.nat(), fc.nat(4), fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 }))), {
          minLength: 1,
          maxLength: 3,
        }),
        (pack, edits) => {
          let source = sourceOf(pack);
          for (const [place, length, text] of edits) {
            const at = place % source.length;
            source = source.slice(0, at) + text + source.slice(at + length);
          }
          const { plain, full } = bothShapes(source);
          if (plain !== undefined) assert.deepEqual(plain, full, source);
        },
      ),
      { numRuns: 500 },
    );
  });

  const notPlain = [
    "a: b # c",
    "a: &x b",
    "a: *x",
    "a: 'b'",
    "a: |\n  b",
    "a: null",
    "a: 1",
    "a: b\n  c",
    "a:",
    "a: b\na: c",
    "- a",
    "? a",
    "a: [b,]",
  ];
  for (const source of notPlain.filter((each) => each !== "- a")) {
    it(`leaves to yaml: ${JSON.stringify(source)}`, () => {
      assert.equal(readPlainYaml(source, new LineCounter()), undefined);
    });
  }

  it("lets a pack of 100,000 terms be parsed, past the length that other packs may have", () => {
    const terms = Array.from(
      { length: 100_000 },
      (_, i) => `    - ${"a rather long label of a concept in a thesaurus ".repeat(2)}${i}\n`,
    );
    const source = `id: p\ntitle: P\nversion: 1.0.0\nlanguage: en\nterms:\n  infrastructure.data:\n${terms.join("")}`;
    assert.ok(source.length > 8_000_000);
    const { pack, problems } = parsePack(source, "p.yaml");
    assert.deepEqual(problems, []);
    assert.equal(pack?.terms.length, 100_000);
    assert.equal(pack.terms.at(-1)?.term.line, 100_006);
    assert.deepEqual(
      parsePack(`${source}    - "(a|b"\n`, "p.yaml").problems.map(({ code, line }) => [code, line]),
      [["pack.term-notation", 100_007]],
    );
    assert.deepEqual(
      parsePack(`${source}    - x # a comment\n`, "p.yaml").problems.map(({ code }) => code),
      ["pack.too-large"],
    );
  }).timeout(60_000);
});
