import assert from "node:assert/strict";
import fc from "fast-check";
import jsonld from "jsonld";
import { exportTaxonomy } from "../../../../../src/core/taxonomy/exchange";
import { ExchangeReport } from "../../../../../src/core/taxonomy/exchange/exchange-report";
import { readJsonLd } from "../../../../../src/core/taxonomy/exchange/json-ld-reader";
import { readTurtle } from "../../../../../src/core/taxonomy/exchange/turtle-reader";
import type { GraphFilter, RdfGraph } from "../../../../../src/core/taxonomy/exchange/rdf";
import { arbitraryPack, CLASSES, codesOf, imported, read } from "./support";

const ALL: GraphFilter = { keeps: () => true, onForeign: () => undefined };

function graphOf(source: string, format: "turtle" | "json" = "json"): RdfGraph {
  const report = new ExchangeReport("in");
  const graph = format === "json" ? readJsonLd(source, ALL, report) : readTurtle(source, ALL, report);
  assert.ok(graph !== undefined, JSON.stringify(report.problems()));
  return graph;
}

/** The statements without what names blank nodes: lists become their items, other blank nodes a mark. */
function statementsOf(graph: RdfGraph): string[] {
  const lines: string[] = [];
  for (const subject of graph.subjects()) {
    for (const predicate of graph.predicates(subject)) {
      for (const value of graph.values(subject, predicate)) {
        const object =
          "iri" in value
            ? value.iri.startsWith("_:")
              ? "_:"
              : value.iri
            : `${value.text}@${(value.language ?? "").toLowerCase()}`;
        lines.push(`${subject.startsWith("_:") ? "_:" : subject} ${predicate} ${object}`);
      }
    }
  }
  return lines.sort();
}

/** What the reference implementation makes of a document, read by our Turtle reader. */
async function expected(document: object): Promise<string[]> {
  const quads = (await jsonld.toRDF(document, { format: "application/n-quads" })) as unknown as string;
  return statementsOf(graphOf(quads, "turtle"));
}

const SKOS = "http://www.w3.org/2004/02/skos/core#";

const DOCUMENTS: readonly [what: string, document: object][] = [
  [
    "language maps and typed references",
    {
      "@context": {
        skos: SKOS,
        prefLabel: { "@id": "skos:prefLabel", "@container": "@language" },
        altLabel: { "@id": "skos:altLabel", "@container": "@language" },
        broader: { "@id": "skos:broader", "@type": "@id" },
      },
      "@id": "https://example.org/tax/bgi",
      "@type": "skos:Concept",
      prefLabel: { en: "BGI Group", "@none": "BGI" },
      altLabel: { en: ["BGI", "Beijing Genomics Institute"] },
      broader: "https://example.org/tax/actor",
    },
  ],
  [
    "a vocabulary, a base, a language and aliases of keywords",
    {
      "@context": {
        "@vocab": SKOS,
        "@base": "https://example.org/tax/x",
        "@language": "fr",
        id: "@id",
        type: "@type",
        uri: "@id",
      },
      id: "bgi",
      type: ["Concept"],
      prefLabel: "Groupe",
      notation: { "@value": "7" },
      broader: { uri: "#actor" },
      definition: [{ "@value": "d", "@language": "en" }, null],
    },
  ],
  [
    "reverse properties, nested nodes, graphs and sets",
    {
      "@context": [
        { skos: SKOS, ex: "https://example.org/" },
        { narrowerOf: { "@reverse": "skos:narrower" }, members: { "@id": "skos:member", "@container": "@set" } },
      ],
      "@graph": [
        {
          "@id": "ex:a",
          narrowerOf: { "@id": "ex:b", "skos:prefLabel": "B" },
          "@reverse": { "skos:broader": [{ "@id": "ex:c" }] },
        },
        {
          "@id": "ex:g",
          members: [{ "@id": "ex:a" }],
          "skos:inScheme": { "@id": "ex:s", "@type": "skos:ConceptScheme" },
        },
        { "@id": "ex:l", "skos:memberList": { "@list": [{ "@id": "ex:a" }, "text", true, 3] } },
      ],
    },
  ],
  [
    "datatypes, numbers, terms without a meaning and contexts inside",
    {
      "@context": {
        skos: SKOS,
        xsd: "http://www.w3.org/2001/XMLSchema#",
        code: { "@id": "skos:notation", "@type": "xsd:token" },
        gone: null,
      },
      "@id": "https://example.org/n",
      code: ["A", "B"],
      gone: "x",
      "skos:editorialNote": [1, false],
      "skos:related": { "@context": { label: `${SKOS}prefLabel` }, "@id": "https://example.org/m", label: "M" },
    },
  ],
];

describe("JSON-LD", () => {
  for (const [what, document] of DOCUMENTS) {
    it(`means what the reference implementation says: ${what}`, async () => {
      assert.deepEqual(statementsOf(graphOf(JSON.stringify(document))), await expected(document));
    });
  }

  it("that we write means to the reference implementation what our Turtle means", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPack, async (pack) => {
        const document = JSON.parse(exportTaxonomy([pack], "skos-jsonld", CLASSES).text) as object;
        const turtle = graphOf(exportTaxonomy([pack], "skos", CLASSES).text, "turtle");
        assert.deepEqual(await expected(document), statementsOf(turtle));
      }),
      { numRuns: 25 },
    );
  });

  it("is imported like Turtle, with the line of each concept", () => {
    const source = `{ "@context": { "@vocab": "${SKOS}", "@language": "en" }, "@graph": [\n{ "@id": "urn:a", "prefLabel": "Alpha" },\n{ "@id": "urn:b", "prefLabel": "Beta" }] }`;
    assert.deepEqual(codesOf(read(source, "skos-jsonld")), ["exchange.no-class 2"]);
    assert.equal(imported(source, "skos-jsonld", { class: "actor.state" }).entities.length, 2);
  });

  const refused: [what: string, source: string][] = [
    ["a context that would have to be fetched", '{ "@context": "http://www.w3.org/ns/anno.jsonld" }'],
    ["an imported context", '{ "@context": { "@import": "https://example.org/c" } }'],
    ["a context inside a term", '{ "@context": { "a": { "@id": "urn:a", "@context": {} } } }'],
    [
      "nodes that nest too deep",
      `{ "@context": { "@vocab": "${SKOS}" }, ${'"broader": {'.repeat(200)}${"}".repeat(201)}`,
    ],
    ["what states nothing", "{}"],
    ["a text", '"x"'],
  ];
  for (const [what, source] of refused) {
    it(`refuses ${what}`, () => {
      assert.deepEqual(codesOf(read(source, "skos-jsonld")), ["exchange.json-ld 1"]);
    });
  }

  it("names the line of broken JSON", () => {
    assert.deepEqual(codesOf(read('{\n"a": 1,\n}', "skos-jsonld")), ["exchange.json 3"]);
  });
});
