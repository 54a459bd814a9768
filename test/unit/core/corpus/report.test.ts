import assert from "node:assert/strict";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import {
  compileTaxonomy,
  corpusReport,
  corpusReportInSteps,
  countEntities,
  loadDefaultTaxonomy,
  reportAsHtml,
  reportAsMarkdown,
  type CorpusDocument,
  type ReportOptions,
} from "../../../../src/core";
import { documentOf } from "../../support/corpus-documents";
import { packOf } from "../../support/taxonomies";
import { elementsNamed, markdownTree, textOf, type TreeNode, visit } from "../../support/trees";

const OPTIONS: ReportOptions = {
  title: "Briefs",
  taxonomy: loadDefaultTaxonomy(),
  version: "1.2.3",
  withDecisions: true,
  withDiscovery: true,
};

const DOCUMENTS = [
  documentOf("2024-02-pact.md", "# The pact\n\nChina asks a biobank in Kenya for consent before any sample leaves.\n"),
  documentOf("2023-11.md", "China met Kenya. China met Kenya again. Nobody else came. Nothing else."),
  documentOf("undated.md", "A biobank."),
];

const htmlOf = (documents: readonly CorpusDocument[], options: Partial<ReportOptions> = {}) =>
  unified()
    .use(rehypeParse)
    .parse(reportAsHtml(corpusReport(documents, { ...OPTIONS, ...options }))) as TreeNode;

const markdownOf = (documents: readonly CorpusDocument[], options: Partial<ReportOptions> = {}) =>
  markdownTree(reportAsMarkdown(corpusReport(documents, { ...OPTIONS, ...options })));

/** The cells of each row of the table with a caption. */
function rowsOf(page: TreeNode, caption: string): string[][] {
  const table = elementsNamed(page, "table").find((each) => textOf(elementsNamed(each, "caption")[0]!) === caption)!;
  return elementsNamed(elementsNamed(table, "tbody")[0]!, "tr").map((row) =>
    [...visit(row)].filter(({ tagName }) => tagName === "td" || tagName === "th").map(textOf),
  );
}

describe("a report of a corpus", () => {
  it("says what is in it, with the figures of the counts", () => {
    const page = htmlOf(DOCUMENTS);
    assert.deepEqual(
      rowsOf(page, "Facets").map(([facet, mentions, , share]) => [facet, mentions, share]),
      [
        ["Actors", "6", "66.7 %"],
        ["Infrastructure", "2", "22.2 %"],
        ["Sovereignty concepts", "1", "11.1 %"],
      ],
    );
    assert.deepEqual(rowsOf(page, "Actors by mentions"), [
      ["China", "State", "named", "3", "", "2"],
      ["Kenya", "State", "named", "3", "", "2"],
    ]);
    assert.match(textOf(page), /3 documents of 28 words with 9 mentions of 4 different entities and terms\. 2024-02/);
  });

  it("shows the network, its figures and the key passages", () => {
    const page = htmlOf(DOCUMENTS);
    assert.deepEqual(rowsOf(page, "Pairs in the network")[0]!.slice(0, 3), ["China", "Kenya", "3"]);
    const svg = elementsNamed(page, "svg").find(({ properties }) => properties?.["role"] === "img")!;
    assert.deepEqual(elementsNamed(svg, "text").map(textOf).sort(), ["China", "Kenya"]);
    const [quote] = elementsNamed(page, "blockquote");
    assert.deepEqual(elementsNamed(quote!, "mark").map(textOf), ["China", "biobank", "Kenya", "consent"]);
    assert.deepEqual(
      rowsOf(page, "Mentions over time").map(([period, documents]) => [period, documents]),
      [
        ["2023-11", "1"],
        ["2023-12", "0"],
        ["2024-01", "0"],
        ["2024-02", "1"],
      ],
    );
  });

  it("says how it was made: packs, decisions, files left out, what is not dated", () => {
    const leftOut = [{ path: "scan.md", reason: "It is not UTF-8 text." }];
    const page = htmlOf(DOCUMENTS, { leftOut, withDecisions: false });
    assert.deepEqual(rowsOf(page, "Files left out"), [["scan.md", "It is not UTF-8 text."]]);
    assert.ok(rowsOf(page, "Taxonomy packs").length > 3);
    assert.match(textOf(page), /HealthGeo 1\.2\.3/);
    assert.match(textOf(page), /1 document has no date/);
    assert.match(textOf(page), /decisions were left out/);
  });

  it("bears the date of the newest document, or the one it is given, and is the same every time", () => {
    assert.equal(corpusReport(DOCUMENTS, OPTIONS).date, "2024-02");
    assert.equal(corpusReport(DOCUMENTS, { ...OPTIONS, date: "2030-01-01" }).date, "2030-01-01");
    assert.equal(corpusReport([DOCUMENTS[2]!], OPTIONS).date, undefined);
    assert.equal(reportAsHtml(corpusReport(DOCUMENTS, OPTIONS)), reportAsHtml(corpusReport(DOCUMENTS, OPTIONS)));
  });

  it("is the same in steps, several for each document and none of them for all", () => {
    const many = Array.from({ length: 30 }, (_, i) => documentOf(`2024-01-${i + 1}.md`, DOCUMENTS[1]!.text));
    const steps = corpusReportInSteps(many, OPTIONS);
    for (let count = 0; ; count++) {
      const { done, value } = steps.next();
      if (done !== true) continue;
      assert.deepEqual(value, corpusReport(many, OPTIONS));
      assert.ok(count > 5 * many.length, String(count));
      return;
    }
  });

  it("asks for nothing outside itself and forbids it", () => {
    const page = htmlOf(DOCUMENTS);
    const names = new Set([...visit(page)].map(({ tagName }) => tagName));
    for (const name of ["script", "link", "img", "iframe", "object", "base", "form"])
      assert.equal(names.has(name), false);
    const addresses = [...visit(page)].flatMap(({ properties }) => [properties?.["href"], properties?.["src"]]);
    for (const address of addresses) assert.ok(address === undefined || (address as string).startsWith("#"));
    assert.doesNotMatch(reportAsHtml(corpusReport(DOCUMENTS, OPTIONS)), /url\(|@import/);
    const policy = elementsNamed(page, "meta").find(({ properties }) => properties?.["httpEquiv"] !== undefined)!;
    assert.match(String(policy.properties!["content"]), /^default-src 'none';/);
  });

  it("can be read with a screen reader: language, headings, captions, scopes, a legend", () => {
    const page = htmlOf(DOCUMENTS);
    assert.equal(elementsNamed(page, "html")[0]!.properties!["lang"], "en");
    for (const table of elementsNamed(page, "table")) assert.equal(elementsNamed(table, "caption").length, 1);
    for (const head of elementsNamed(page, "th")) assert.ok(["col", "row"].includes(String(head.properties!["scope"])));
    const legend = elementsNamed(page, "ul").find(({ properties }) => properties?.["ariaLabel"] === "Legend")!;
    assert.equal(elementsNamed(legend, "mark").length, 3);
    const ids = [...visit(page)].flatMap(({ properties }) => properties?.["id"] ?? []);
    assert.equal(new Set(ids).size, ids.length);
    for (const { properties } of elementsNamed(page, "a"))
      assert.ok(ids.includes(String(properties!["href"]).slice(1)));
  });

  it("can be made of nothing", () => {
    for (const documents of [[], [documentOf("a.md", "")]]) {
      assert.match(textOf(htmlOf(documents)), /0 mentions/);
      assert.match(textOf(markdownOf(documents)), /0 mentions/);
    }
  });

  it("tells themes and relations where documents have them", () => {
    const relation = { type: "asks", source: "china", target: "kenya", start: 0, end: 5 };
    const denied = { ...relation, modality: "negated" } as const;
    const theme = { id: "data", label: "Data flows" };
    const document = { ...DOCUMENTS[0]!, themes: [theme, theme], relations: [relation, denied, relation] };
    const page = htmlOf([document, DOCUMENTS[1]!]);
    assert.deepEqual(rowsOf(page, "Themes by documents"), [["Data flows", "1", ""]]);
    assert.deepEqual(rowsOf(page, "Relations by passages"), [
      ["China", "asks", "Kenya", "2"],
      ["China", "asks (negated)", "Kenya", "1"],
    ]);
    const text = textOf(markdownOf([document]));
    assert.match(text, /Data flows/);
    assert.doesNotMatch(textOf(htmlOf(DOCUMENTS)), /Themes|Relations/);
    const without = [{ ...DOCUMENTS[0]!, relations: [] }];
    for (const written of [htmlOf(without), markdownOf(without)]) assert.doesNotMatch(textOf(written), /Relations/);
  });
});

describe("a report of hostile names and texts", () => {
  const SCRIPT = `</style></title><script>alert("1")</script><img src=x onerror='y'>`;
  const names = {
    China: ["actor.state", `x"><script>`],
    biobank: ["infrastructure.data"],
    Kenya: ["actor.state"],
  } as const;
  const text = `---\ntitle: ${SCRIPT}\n---\n\nChina said \\<script>alert(2)\\</script> of *a biobank* in Kenya | [x](javascript:y) and so on ${SCRIPT}\n`;
  const label = `L <script>alert(3)</script>`;
  const taxonomy = compileTaxonomy([
    packOf(`entities: [{ id: evil, class: actor.state, label: ${JSON.stringify(label)}, terms: [] }]\n`),
  ]);
  const entities = new Map([[`x"><script>`, { ...taxonomy.entities.get("evil")!, label }]]);
  const said = {
    themes: [{ id: "data", label: `T ${label}` }],
    relations: [{ type: "asks", source: "china|x", target: `x"><script>`, start: 0, end: 5 }],
  };
  const documents = [
    { ...documentOf(`a/${SCRIPT}.md`, text, names), ...said },
    documentOf("b.md", "China met Kenya. China met Kenya.", names),
  ];
  const options = { title: SCRIPT, taxonomy: { ...taxonomy, entities }, leftOut: [{ path: SCRIPT, reason: SCRIPT }] };

  it("shows them as text in HTML", () => {
    const page = htmlOf(documents, options);
    const elements = new Set([...visit(page)].map(({ tagName }) => tagName));
    assert.equal(elements.has("script"), false);
    assert.equal(elements.has("img"), false);
    const shown = textOf(page);
    assert.ok(shown.includes(SCRIPT));
    assert.ok(shown.includes(label));
    assert.deepEqual(rowsOf(page, "Themes by documents"), [[`T ${label}`, "1", ""]]);
    assert.deepEqual(rowsOf(page, "Relations by passages"), [["china|x", "asks", label, "1"]]);
    assert.equal(textOf(elementsNamed(page, "title")[0]!), SCRIPT);
    assert.deepEqual(rowsOf(page, "Files left out"), [[SCRIPT, SCRIPT]]);
    for (const { properties = {} } of visit(page)) {
      for (const name of Object.keys(properties)) assert.doesNotMatch(name, /^on/i);
    }
  });

  it("shows them as text in Markdown", () => {
    const page = markdownOf(documents, options);
    const types = new Set([...visit(page)].map(({ type }) => type));
    for (const type of ["HTMLBlock", "HTMLTag", "Image", "Link", "InlineCode"])
      assert.equal(types.has(type), false, type);
    const shown = textOf(page);
    assert.ok(shown.includes(SCRIPT));
    assert.ok(shown.includes(label));
    assert.ok(shown.includes(`T ${label}`));
  });
});

describe("a report as Markdown", () => {
  it("has the same rows as the counts", () => {
    const page = markdownOf(DOCUMENTS);
    const rows = [...visit(page)]
      .filter(({ type }) => type === "TableRow")
      .map((row) => (row.children ?? []).filter(({ type }) => type === "TableCell").map(textOf));
    for (const { label, mentions, documents } of countEntities(DOCUMENTS, OPTIONS.taxonomy)) {
      const row = rows.find(([first, , kind]) => first === label && (kind === "named" || kind === "generic term"))!;
      assert.deepEqual([row[3], row[5]], [String(mentions), String(documents)]);
    }
  });

  it("quotes passages with their mentions marked", () => {
    const [quote] = [...visit(markdownOf(DOCUMENTS))].filter(({ type }) => type === "Blockquote");
    const marked = [...visit(quote!)].filter(({ type }) => type === "StrongEmphasis" || type === "Emphasis");
    assert.deepEqual(
      marked.map((mark) => [mark.type, textOf(mark)]),
      [
        ["StrongEmphasis", "China"],
        ["Emphasis", "biobank"],
        ["StrongEmphasis", "Kenya"],
        ["Emphasis", "consent"],
        ["StrongEmphasis", "consent"],
      ],
    );
  });
});
