import assert from "node:assert/strict";
import { exportTaxonomy } from "../../../../../src/core/taxonomy/exchange";
import { guidOf, normalGuid } from "../../../../../src/core/taxonomy/exchange/guid";
import { CLASSES, codesOf, imported, packOf, read } from "./support";

const HEAD = '<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0">\n<Codes>\n';
const TAIL = "</Codes>\n</CodeBook>\n";
const GUID = "7b0a6a0e-3d55-5a7e-9c55-0f4a1f2b7c10";

const PACK = packOf(`id: p
title: P
version: 1.0.0
language: en
entities:
  - { id: bgi, class: actor.company, label: "B & <G>I", terms: ["a; b", 'c\\d'] }
terms:
  actor.company: [vendor]
`);

describe("REFI-QDA codebooks", () => {
  it("have a GUID for each key, the same in every export", () => {
    // RFC 9562 leaves the version and the variant at fixed places.
    assert.match(guidOf("entity:bgi"), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(guidOf("entity:bgi"), guidOf("entity:bgi"));
    assert.notEqual(guidOf("entity:bgi"), guidOf("entity:bgj"));
    assert.equal(normalGuid(`{${GUID.toUpperCase()}}`), GUID);
    assert.equal(normalGuid("7b0a"), undefined);
  });

  it("are written in the shape of the schema: folders, codes, descriptions, then sets", () => {
    const { text, problems } = exportTaxonomy([PACK], "qdc", CLASSES);
    assert.deepEqual(problems, []);
    assert.match(
      text,
      /^<\?xml version="1.0" encoding="utf-8"\?>\n<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="HealthGeo">/,
    );
    assert.match(text, /name="Actors" isCodable="false" color="#[0-9A-F]{6}">\n.*name="Company" isCodable="true"/);
    assert.match(text, /name="B &amp; &lt;G&gt;I" isCodable="true">\n *<Description>Synonyms: a\\; b; c\\\\d&#10;/);
    assert.match(text, new RegExp(`<MemberCode guid="${guidOf("entity:bgi")}"/>`));
    assert.ok(text.indexOf("</Codes>") < text.indexOf("<Sets>"));
  });

  it("of other tools become packs: folders give the class, nesting the broader concept, GUIDs stay", () => {
    const source = `${HEAD}<Code guid="0e9d8c7b-6a5f-5e4d-8c3b-2a1f0e9d8c7b" name="Company" isCodable="false" color="#f00">
<Code guid="{${GUID.toUpperCase()}}" name="BGI" isCodable="true"><Description>Genomics company.
Synonyms: Beijing Genomics Institute; BGI Group</Description>
<Code guid="1d2c7f64-9f0b-5f0e-8a39-5a7b6c1d2e3f" name="BGI Research" isCodable="true"/></Code>
</Code>${TAIL}`;
    const [bgi, research] = imported(source, "qdc").entities;
    assert.deepEqual(
      [bgi!.id, bgi!.class, bgi!.definition, bgi!.terms.map(({ text }) => text), bgi!.links],
      ["bgi", "actor.company", "Genomics company.", ["BGI", "Beijing Genomics Institute", "BGI Group"], { guid: GUID }],
    );
    assert.equal(research!.broader, "bgi");
    const { text } = exportTaxonomy([imported(source, "qdc")], "qdc", CLASSES);
    assert.ok(text.includes(`<Code guid="${GUID}" name="BGI"`));
  });

  it("of ATLAS.ti have the folders in the names", () => {
    const source = `${HEAD}<Code guid="${GUID}" name="Company::Biotech::BGI" isCodable="true"/>${TAIL}`;
    const [bgi] = imported(source, "qdc").entities;
    assert.deepEqual([bgi!.label, bgi!.class], ["BGI", "actor.company"]);
  });

  it("report a line of ours that somebody damaged", () => {
    const source = `${HEAD}<Code guid="${GUID}" name="BGI" isCodable="true"><Description>HealthGeo: {"id":</Description></Code>${TAIL}`;
    assert.deepEqual(codesOf(read(source, "qdc", { class: "actor.company" })), ["exchange.qdc-note 4"]);
  });

  it("need a code, so packs without one are not written", () => {
    const empty = packOf("id: e\ntitle: E\nversion: 1.0.0\nlanguage: en\nignore: [x]\n");
    assert.deepEqual(codesOf(exportTaxonomy([empty], "qdc", CLASSES)), ["exchange.empty"]);
  });

  const refused: [what: string, source: string, code: string][] = [
    ["document types", `<!DOCTYPE x [<!ENTITY a "aa">]>\n${HEAD}${TAIL}`, "exchange.xml-doctype 1"],
    [
      "external entities",
      `<?xml version="1.0"?>\n<!DOCTYPE x SYSTEM "file:///etc/passwd">\n<x/>`,
      "exchange.xml-doctype 2",
    ],
    ["elements without an end", `${HEAD}<Code guid="${GUID}" name="x">\n</Codes></CodeBook>`, "exchange.xml 5"],
    ["deep nesting", HEAD + "<Code>\n".repeat(100_000), "exchange.too-deep 102"],
    ["a project in place of a codebook", '<Project xmlns="urn:QDA-XML:project:1.0"/>', "exchange.qdc 1"],
    ["an empty file", "", "exchange.xml 1"],
  ];
  for (const [what, source, code] of refused) {
    it(`refuse ${what}`, () => {
      assert.deepEqual(codesOf(read(source, "qdc")), [code]);
    });
  }
});
