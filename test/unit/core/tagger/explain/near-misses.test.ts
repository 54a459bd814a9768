import assert from "node:assert/strict";
import { loadDefaultTaxonomy } from "../../../../../src/core/taxonomy/built-in";
import { createTagger } from "../../../../../src/core/tagger/tagger";
import { taggerOf } from "../../../support/taxonomies";

const tagger = taggerOf(`entities:
  - { id: who, class: actor.intergovernmental, label: World Health Organization }
  - { id: moderna, class: actor.company, label: Moderna }
  - { id: amc, class: actor.agency, label: African Medicines Control Board }
terms:
  infrastructure.data: ["(genomic|health) data centre", biobank]
rules:
  - { id: ministry, class: actor.agency, match: "Ministry of #NameWord+", examples: { hit: [Ministry of Trade] } }
`);

/** The near misses of the words in double square brackets. */
function nearMisses(marked: string): string[] {
  const start = marked.indexOf("[[");
  const end = marked.indexOf("]]") - 2;
  const text = marked.replace("[[", "").replace("]]", "");
  return tagger.explain(text, { start, end }).nearMisses.map((miss) => {
    assert.equal(text.slice(miss.start, miss.end), miss.text);
    return `${miss.kind} ${miss.text} ${miss.evidence.uri ?? ""}:${miss.evidence.line ?? 0} ${miss.reason}`;
  });
}

describe("near misses", () => {
  it("name a longer term that begins and goes on otherwise", () => {
    assert.deepEqual(nearMisses("the [[World Health]] Report"), [
      'unfinished World Health test-0.yaml:6 the term "World Health Organization" begins here, but goes on with "Organization", not with "Report"',
    ]);
    assert.match(
      nearMisses("the [[genomic data]]")[0] ?? "",
      /"genomic data centre".* not with the end of the passage/,
    );
  });

  it("find a term that begins before the selection and reaches into it", () => {
    assert.match(nearMisses("the World [[Health]] Report")[0] ?? "", /^unfinished World Health /);
  });

  it("need two words of a term, or most of it", () => {
    assert.deepEqual(nearMisses("the [[African]] proposal"), []);
    assert.deepEqual(nearMisses("the [[World]] Report"), []);
  });

  it("do not take words for neighbours that punctuation parts", () => {
    assert.deepEqual(nearMisses("the [[World, Health]] Report"), []);
  });

  it("name a term one letter away, alone or inside a longer one", () => {
    assert.deepEqual(nearMisses("a dose of [[Moderma]]"), [
      'letter Moderma test-0.yaml:7 "Moderma" is one letter away from "moderna" in the term "Moderna"',
    ]);
    assert.match(nearMisses("World [[Helth]] Organization")[0] ?? "", /^letter World Helth Organization .*"health"/);
    assert.match(nearMisses("a [[bioabnk]]")[0] ?? "", /^letter bioabnk /);
  });

  it("leave words alone that the taxonomy knows, and short ones", () => {
    assert.deepEqual(nearMisses("the [[Moderna biobank]]"), []);
    assert.deepEqual(nearMisses("the [[dato]] set"), []);
  });

  it("name a rule that a word woke and that found nothing there", () => {
    assert.deepEqual(nearMisses("a [[Ministry]] of joy"), [
      'rule Ministry test-0.yaml:12 "Ministry" woke the rule, but the words around it do not fit: Ministry of #NameWord+',
    ]);
    assert.deepEqual(nearMisses("the [[Ministry]] of Trade"), []);
    assert.deepEqual(nearMisses("a Ministry of [[joy]]"), []);
  });

  it("are none without a selected word, and bounded for a long selection", () => {
    assert.deepEqual(nearMisses("the World [[ ]] Report"), []);
    assert.deepEqual(nearMisses(`[[${"World Health ".repeat(100)}]]`), []);
  });

  it("are few and quick with the built-in taxonomy", () => {
    const builtIn = createTagger(loadDefaultTaxonomy());
    const text = "National health data policy and vaccine supply chain reform.";
    builtIn.explain(text, { start: 0, end: 10 });
    const before = performance.now();
    const { nearMisses: found } = builtIn.explain(text, { start: 0, end: text.length });
    assert.ok(performance.now() - before < 3000);
    assert.ok(found.length > 0 && found.length <= 24);
  });
});
