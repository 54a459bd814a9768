import assert from "node:assert/strict";
import { XMLParser } from "fast-xml-parser";
import {
  dependencyMap,
  dependencyMapGraphml,
  dependencyMapSvg,
  extractRelations,
  type MapDocument,
  type MapEdge,
  pageAnchor,
  readPassages,
  relationAtPlace,
} from "../../../../src/core";
import { readMarked } from "./relations/relation-case";

function document(path: string, marked: string): MapDocument {
  const { text, mentions } = readMarked(marked);
  const passages = readPassages(text, "plain");
  return { path, text, passages, relations: extractRelations({ text, passages, mentions }) };
}

const HOSTILE = `Evil "<script>&\u0001 Corp`;

const DOCUMENTS = [
  document("a.md", "{India|state} supplies {vaccines|product}. {Kenya|state} may rely on {India|state}."),
  document("b.md", "{India|state} supplied {vaccines|product}.\n\n{India|state} does not compete with {China|state}."),
  document("c.md", `{China|state} competes with {India|state}. {${HOSTILE}|company} owns the {registry|data}.`),
];

const map = dependencyMap(DOCUMENTS, (entity) => (entity === "kenya" ? "Republic of Kenya" : undefined));

function assertWellFormed(xml: string): void {
  // The package that is to replace it would be one more dependency, for this line.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  assert.doesNotThrow(() => new XMLParser().parse(xml, true) as unknown);
}

interface Graphml {
  graphml: {
    graph: {
      node: { "@id": string; data: { "@key": string; "#text": string }[] }[];
      edge: { "@source": string; "@target": string; data: { "@key": string; "#text": string }[] }[];
    };
  };
}

describe("dependencyMap", () => {
  it("joins equal relations of all documents, with their places", () => {
    const [first] = map.edges;
    assert.deepEqual(
      [first?.type, first?.source, first?.support, first?.modalities],
      ["competes-with", "china", 2, { negated: 1, asserted: 1 }],
    );
    const supplies = map.edges.find(({ type }) => type === "supplies");
    assert.deepEqual(
      supplies?.places.map(({ path, sentence }) => [path, sentence]),
      [
        ["a.md", "India supplies vaccines."],
        ["b.md", "India supplied vaccines."],
      ],
    );
  });

  it("knows the relation behind each place, also where it holds both ways", () => {
    for (const edge of map.edges) {
      for (const place of edge.places) {
        const of = DOCUMENTS.find(({ path }) => path === place.path)!;
        const relation = relationAtPlace(of, edge, place);
        assert.deepEqual([relation?.type, relation?.evidence.start], [edge.type, place.start]);
        assert.equal(of.text.slice(place.source.start, place.source.end), relation?.source.mention.text);
      }
    }
    const [{ places }] = map.edges as [(typeof map.edges)[0]];
    assert.equal(relationAtPlace(DOCUMENTS[0]!, map.edges[0]!, places[0]!), undefined);
  });

  it("cites the pages of a document that was imported with them", () => {
    const text = `${pageAnchor(3)} {India|state} supplies {vaccines|product}.`;
    const imported = dependencyMap([document("a.md", text)], () => undefined);
    assert.equal(imported.edges[0]?.places[0]?.page, 3);
    assert.match(dependencyMapGraphml(imported), /a\.md, p\. 3: /);
    assert.ok(map.edges.every(({ places }) => places.every(({ page }) => page === undefined)));
  });

  it("keeps no direction where a relation has none", () => {
    assert.equal(map.edges.filter(({ type }) => type === "competes-with").length, 1);
  });

  it("names entities as the taxonomy does and generic things as the text does", () => {
    const labels = new Map(map.nodes.map(({ id, label }) => [id, label]));
    assert.equal(labels.get("kenya"), "Republic of Kenya");
    assert.equal(labels.get("infrastructure.production|vaccine"), "vaccines");
  });
});

describe("dependencyMapGraphml", () => {
  const xml = dependencyMapGraphml(map);
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "@", parseTagValue: false });
  const { graph } = (parser.parse(xml) as Graphml).graphml;

  it("is well-formed whatever names hold", () => {
    assertWellFormed(xml);
    const labels = graph.node.map(({ data }) => data.find((value) => value["@key"] === "label")?.["#text"]);
    assert.ok(labels.includes(`Evil "<script>& Corp`), labels.join("; "));
  });

  it("has edges between its nodes, with type, weight and sentences", () => {
    const ids = new Set(graph.node.map((node) => node["@id"]));
    assert.equal(graph.edge.length, map.edges.length);
    for (const edge of graph.edge) assert.ok(ids.has(edge["@source"]) && ids.has(edge["@target"]));
    const values = Object.fromEntries(graph.edge[0]!.data.map((value) => [value["@key"], value["#text"]]));
    assert.deepEqual([values["relation"], values["weight"], values["negated"]], ["competes-with", "2", "1"]);
    assert.match(values["sentences"] ?? "", /c\.md: China competes with India\./u);
  });
});

describe("dependencyMapSvg", () => {
  const svg = dependencyMapSvg(map);

  it("is well-formed whatever names hold", () => {
    assertWellFormed(svg);
    assert.doesNotMatch(svg, /<script/u);
  });

  it("is the same for the same map", () => {
    assert.equal(dependencyMapSvg(map), svg);
  });

  it("draws what is only possible dotted and what is asserted anywhere whole", () => {
    const edges = [...svg.matchAll(/<g class="edge (\w+)" data-edge="\d+"><title>([^<]*)/gu)].map((match) => [
      match[2],
      match[1],
    ]);
    assert.deepEqual(Object.fromEntries(edges), {
      "China competes-with India (asserted, 2)": "asserted",
      "India supplies vaccines (asserted, 2)": "asserted",
      "Republic of Kenya depends-on India (possible, 1)": "possible",
      "Evil &quot;&lt;script&gt;&amp; Corp controls registry (asserted, 1)": "asserted",
    });
  });

  it("points arrows at targets, and none where a relation holds both ways", () => {
    assert.match(svg, /India supplies vaccines[^]*?marker-end="url\(#arrow-supplies\)"/u);
    assert.doesNotMatch(svg, /marker-end="url\(#arrow-competes-with\)"/u);
  });

  it("holds every name, and shows at the pointer those that have no room", () => {
    const nodes = Array.from({ length: 40 }, (_, i) => {
      return { id: `n${i}`, label: `Institute of Measures ${i}`, class: "actor.research", degree: i };
    });
    const edges = nodes.flatMap(({ id: source }, i) =>
      [1, 5, 12].map((step): MapEdge => {
        const { id: target } = nodes[(i + step) % nodes.length]!;
        const modalities = { asserted: 1 };
        return { id: `${source} ${target}`, type: "funds", source, target, support: 1, modalities, places: [] };
      }),
    );
    const crowd = dependencyMapSvg({ nodes, edges });
    const spare = crowd.match(/<text class="label spare"/gu)?.length ?? 0;
    assert.ok(spare > 0);
    assert.equal(spare + (crowd.match(/<text class="label"/gu)?.length ?? 0), nodes.length);
    assert.match(crowd, /\.spare \{ visibility: hidden; \}\ng:hover > \.spare \{ visibility: visible; \}/u);
  });

  it("of nothing is a picture with its legend", () => {
    const empty = dependencyMapSvg({ nodes: [], edges: [] });
    assertWellFormed(empty);
    assert.match(empty, /depends-on/u);
  });
});
