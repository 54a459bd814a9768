import assert from "node:assert/strict";
import fc from "fast-check";
import { exportTaxonomy } from "../../../../../src/core/taxonomy/exchange";
import { ExchangeReport } from "../../../../../src/core/taxonomy/exchange/exchange-report";
import type { RdfGraph } from "../../../../../src/core/taxonomy/exchange/rdf";
import { checkSkosIntegrity } from "../../../../../src/core/taxonomy/exchange/skos-integrity";
import { readTurtle } from "../../../../../src/core/taxonomy/exchange/turtle-reader";
import { arbitraryPack, CLASSES, codesOf, imported, packOf, read } from "./support";

const PREFIXES =
  "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .\n" +
  "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n@prefix t: <https://example.org/tax/> .\n";
const FIRST_LINE = 5;

function graphOf(source: string): RdfGraph {
  const report = new ExchangeReport("in.ttl");
  const graph = readTurtle(source, { keeps: () => true, onForeign: () => undefined }, report);
  assert.ok(graph !== undefined, JSON.stringify(report.problems()));
  return graph;
}

const broken = (body: string) =>
  checkSkosIntegrity(graphOf(PREFIXES + body), "in.ttl").map(({ code, line }) => `${code} ${line ?? 0}`);

/** A thesaurus with the traps that real ones have: relations in one direction, languages, SKOS-XL, several parents. */
const TRAPS = `${PREFIXES}t:scheme a skos:ConceptScheme ; skos:prefLabel "Firms"@en ; skos:hasTopConcept t:company .
t:company a skos:Concept ; skos:prefLabel "Company"@en ; skos:narrower t:bgi, t:illumina .
t:bgi a skos:Concept ;
  skos:prefLabel "BGI Group"@en, "Groupe BGI"@fr ; skos:altLabel "BGI"@en, "Beijing Genomics Institute"@en-GB ;
  skos:hiddenLabel "Bejing Genomics"@en ; skos:notation "ACT-017" ;
  skos:definition "A genomics company."@en, "Une entreprise."@fr ;
  skos:exactMatch <http://www.wikidata.org/entity/Q4836169>, <https://example.org/kb/bgi> ; skos:related t:illumina .
t:illumina xl:prefLabel [ a xl:Label ; xl:literalForm "Illumina"@en ] .
t:bgi-research skos:broader t:bgi, t:illumina ; skos:prefLabel "BGI Research"@en .
t:old a skos:Concept ; skos:prefLabel "Old firm"@en ; owl:deprecated true ; skos:broader t:company .
t:muet a skos:Concept ; skos:prefLabel "Muette"@fr ; skos:broader t:company .
t:half a skos:Concept ; skos:altLabel "Half named"@en ; skos:broader t:company .
t:bracket a skos:Concept ; skos:prefLabel "Insulin [recombinant] a|b"@en ; skos:broader t:company .
t:clash a skos:Concept ; skos:prefLabel "BGI group"@en ; skos:broader t:company, t:nowhere .
t:group a skos:Collection ; skos:member t:bgi .
`;

describe("SKOS as a source of packs", () => {
  const result = read(TRAPS, "skos");
  const pack = imported(TRAPS, "skos");
  const entity = (id: string) => {
    const found = pack.entities.find((each) => each.id === id);
    assert.ok(found !== undefined, `${id} is not among ${pack.entities.map((each) => each.id).join(", ")}`);
    return found;
  };

  it("takes over labels of the language, definition, notation, matches and its own name", () => {
    const bgi = entity("bgi-group");
    assert.deepEqual(
      bgi.terms.map(({ text }) => text),
      ["BGI Group", "BGI", "Beijing Genomics Institute", "Bejing Genomics"],
    );
    assert.equal(bgi.definition, "A genomics company.");
    assert.deepEqual(bgi.links, {
      skos: "https://example.org/tax/bgi",
      notation: "ACT-017",
      wikidata: "Q4836169",
      "exact-match": "https://example.org/kb/bgi",
    });
  });

  it("takes the class from a top concept called like one, stated by narrower only", () => {
    assert.equal(entity("bgi-group").class, "actor.company");
    assert.equal(entity("bgi-research").class, "actor.company");
    assert.ok(!pack.entities.some(({ label }) => label === "Company"));
  });

  it("reads SKOS-XL labels, and relations as broader whichever way they are stated", () => {
    assert.equal(entity("illumina").label, "Illumina");
    assert.equal(entity("bgi-research").broader, "bgi-group");
  });

  it("says what it dropped or changed, and where", () => {
    const codes = codesOf(result).map((code) => code.replace("exchange.", ""));
    for (const expected of [
      "languages 7",
      "language-definitions 7",
      "hidden 7",
      "several-broader 13",
      "deprecated 14",
      "no-label 15",
      "other-preferred 16",
      "notation 17",
      "label-clash",
      "id-clash 18",
      "unknown-broader 18",
      "properties 19",
    ]) {
      assert.ok(codes.includes(expected), `${expected} is not among ${codes.join(", ")}`);
    }
  });

  it("writes brackets so that they cannot be taken for a family", () => {
    assert.equal(entity("insulin-recombinant-a-b").label, "Insulin (recombinant) a/b");
  });

  it("takes another language when asked", () => {
    const french = imported(TRAPS, "skos", { language: "fr", as: "terms" });
    assert.deepEqual(
      french.terms.map(({ term }) => term.text),
      ["Groupe BGI", "Muette"],
    );
  });

  it("asks for a class where none is known, with the line of the first concept", () => {
    const orphan = `${PREFIXES}t:a a skos:Concept ; skos:prefLabel "Alpha"@en .\n`;
    assert.deepEqual(codesOf(read(orphan, "skos")), ["exchange.no-class 5"]);
    assert.equal(imported(orphan, "skos", { class: "actor.state" }).entities[0]?.class, "actor.state");
    const below = `${orphan}t:b a skos:Concept ; skos:prefLabel "Beta"@en ; skos:broader t:a .\n`;
    const mapped = imported(below, "skos", { map: { alpha: "actor.research" } });
    assert.deepEqual(
      mapped.entities.map(({ id, class: classId }) => [id, classId]),
      [["beta", "actor.research"]],
    );
  });

  it("breaks circles of broader concepts, of any length", () => {
    const ring = Array.from(
      { length: 20_000 },
      (_, i) => `t:c${i} a skos:Concept ; skos:prefLabel "Concept ${i}"@en ; skos:broader t:c${(i + 1) % 20_000} .\n`,
    );
    const ringResult = read(PREFIXES + ring.join(""), "skos", { class: "actor.state" });
    assert.deepEqual(codesOf(ringResult), ["exchange.cycle"]);
    assert.equal(ringResult.source!.match(/broader:/g)!.length, 19_999);
  });

  it("writes back the concept under the name that its thesaurus gave it", () => {
    const { text } = exportTaxonomy([pack], "skos", CLASSES);
    const graph = graphOf(text);
    assert.equal(graph.text("https://example.org/tax/bgi", "http://www.w3.org/2004/02/skos/core#notation"), "ACT-017");
    assert.deepEqual(
      imported(text, "skos").entities.map(({ id, links }) => [id, links]),
      pack.entities.map(({ id, links }) => [id, links]),
    );
  });

  it("keeps changes that another tool made to labels of ours", () => {
    const own = packOf(
      "id: p\ntitle: P\nversion: 1.0.0\nlanguage: en\nentities:\n  - { id: a, class: actor.state, label: Alpha, terms: [{ text: AA, case: exact }] }\n",
    );
    const { text } = exportTaxonomy([own], "skos", CLASSES);
    const edited = text.replace('skos:altLabel "AA"@en', 'skos:altLabel "AA"@en, "New name"@en');
    assert.deepEqual(
      imported(edited, "skos").entities[0]!.terms.map(({ text: each, case: mode }) => [each, mode]),
      [
        ["Alpha", undefined],
        ["AA", "exact"],
        ["New name", undefined],
      ],
    );
  });

  it("names the line of a syntax error", () => {
    assert.deepEqual(codesOf(read(`${PREFIXES}t:a skos:prefLabel "x\n`, "skos")), ["exchange.turtle 5"]);
    assert.deepEqual(codesOf(read(`${PREFIXES}t:a u:b "x" .\n`, "skos")), ["exchange.turtle 5"]);
  });
});

describe("the integrity conditions of SKOS", () => {
  const cases: [condition: string, body: string][] = [
    ["S9", "t:a a skos:Concept, skos:ConceptScheme .\n"],
    ["S13", 't:a skos:prefLabel "x"@en ; skos:altLabel "x"@EN .\n'],
    ["S13", 't:a skos:altLabel "x" ; skos:hiddenLabel "x" .\n'],
    ["S14", 't:a skos:prefLabel "x"@en, "y"@en .\n'],
    ["S14", 't:a skos:prefLabel "x", "y" .\n'],
    ["S27", "t:a skos:related t:c .\nt:a skos:broader t:b . t:c skos:narrower t:b .\n"],
    ["S27", "t:a skos:related t:c .\nt:c skos:broadMatch t:a .\n"],
    ["S37", "t:a a skos:Collection, skos:Concept .\n"],
    ["S37", "t:a a skos:OrderedCollection, skos:ConceptScheme .\n"],
    ["S46", "t:a skos:exactMatch t:b ; skos:relatedMatch t:b .\n"],
    ["S46", "t:a skos:exactMatch t:b .\nt:b skos:broadMatch t:a .\n"],
    ["S48", 't:a a skos:Concept ; xl:literalForm "x" .\n'],
    ["S52", 't:a xl:literalForm "x", "y" .\n'],
  ];
  for (const [condition, body] of cases) {
    it(`${condition} is found broken by ${body.split("\n")[0]!}`, () => {
      assert.deepEqual(broken(body), [`skos.${condition} ${FIRST_LINE}`]);
    });
  }

  it("let pass what they allow", () => {
    const body =
      't:a a skos:Concept ; skos:prefLabel "x"@en, "x"@en-GB, "x" ; skos:altLabel "X"@en ; skos:broader t:b, t:c ;\n' +
      "  skos:related t:d ; skos:exactMatch t:e ; skos:closeMatch t:f . t:d skos:broader t:b .\n";
    assert.deepEqual(broken(body), []);
  });

  it("hold in whatever is exported", () => {
    fc.assert(
      fc.property(arbitraryPack, (pack) => {
        const graph = graphOf(exportTaxonomy([pack], "skos", CLASSES).text);
        assert.deepEqual(checkSkosIntegrity(graph, "out.ttl"), []);
      }),
      { numRuns: 40 },
    );
  });

  it("are reported by an import, which goes on", () => {
    const source = `${PREFIXES}t:a a skos:Concept ; skos:prefLabel "x"@en, "y"@en .\n`;
    const result = read(source, "skos", { class: "actor.state" });
    assert.deepEqual(codesOf(result), ["skos.S14 5"]);
    assert.equal(result.counts.entities, 1);
  });

  it("count what they do not list", () => {
    const many = Array.from({ length: 12 }, (_, i) => `t:a${i} a skos:Concept, skos:ConceptScheme .\n`).join("");
    const problems = checkSkosIntegrity(graphOf(PREFIXES + many), "in.ttl");
    assert.equal(problems.length, 6);
    assert.match(problems.at(-1)!.message, /7 more/);
  });
});
