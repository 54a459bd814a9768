import assert from "node:assert/strict";
import { createTagger } from "../../../../../src/core/tagger/tagger";
import { applyEdit } from "../../../../../src/core/text/span";
import { taxonomyOf } from "../../../support/taxonomies";

const taxonomy = taxonomyOf(`
entities:
  - { id: who, class: actor.intergovernmental, label: World Health Organization, terms: [WHO] }
  - { id: japan, class: actor.state, label: Japan }
  - { id: ellen-osei, class: actor.person, label: Ellen Osei }
terms:
  actor.person: [data envoy]
`);
const tagger = createTagger(taxonomy, { discovery: true });

function found(text: string): string[] {
  return tagger.tag(text).mentions.map((mention) => `${mention.text}=${mention.entity ?? mention.class}`);
}

describe("the names of a document", () => {
  it("link a short form to the name that the document defines it for, before and behind, in the plural too", () => {
    const text = "LCA rules.\n\nThe Lagos Cancer Alliance (LCA) met. Two LCAs did.";
    const id = "document:lagos-cancer-alliance";
    assert.deepEqual(found(text), [`LCA=${id}`, `Lagos Cancer Alliance=${id}`, `LCA=${id}`, `LCAs=${id}`]);
    const { mentions } = tagger.tag(text);
    assert.ok(mentions.every(({ by, class: classId }) => by === "discovery" && classId === "actor.civil-society"));
    assert.equal(mentions[0]?.evidence.pattern, "defined in “Lagos Cancer Alliance (LCA)”");
  });

  it("link the same long form wherever it stands", () => {
    const [first] = tagger.tag("Lagos Cancer Alliance, then.\n\nThe Lagos Cancer Alliance (LCA) met.").mentions;
    assert.equal(first?.text, "Lagos Cancer Alliance");
  });

  it("give the short form to the body, not to the country in its name", () => {
    assert.deepEqual(found("Led by the Cancer League of Japan (CLJ). Then CLJ left."), [
      "Cancer League=document:cancer-league-of-japan",
      "Japan=japan",
      "CLJ=document:cancer-league-of-japan",
      "CLJ=document:cancer-league-of-japan",
    ]);
  });

  it("leave a short form to the taxonomy where that knows it", () => {
    assert.deepEqual(found("The Women Helping Oslo Club (WHO) met. WHO left."), [
      "Women Helping Oslo Club=document:women-helping-oslo-club",
      "WHO=who",
      "WHO=who",
    ]);
  });

  it("define nothing for what is no name", () => {
    assert.deepEqual(found("A Zomborra Chain Reaction (ZCR) began. ZCR it was, and reverse zone copying (RZC)."), []);
  });

  it("let a surname stand for the person named in full elsewhere", () => {
    assert.deepEqual(found("Achebe came.\n\nIt was Ngozi Achebe."), [
      "Achebe=actor.person",
      "Ngozi Achebe=actor.person",
    ]);
    assert.deepEqual(found("Osei came.\n\nIt was Ellen Osei."), ["Osei=ellen-osei", "Ellen Osei=ellen-osei"]);
  });

  it("take no surname from a generic term", () => {
    assert.deepEqual(found("Envoy came.\n\nThe data envoy."), ["data envoy=actor.person"]);
  });

  it("believe capitals that recur, but not those that stand once", () => {
    assert.deepEqual(found("It was UZQ.\n\nIt was UZQ again."), ["UZQ=actor.civil-society", "UZQ=actor.civil-society"]);
    assert.deepEqual(found("It was UZQ."), []);
  });

  it("leave code alone", () => {
    const { mentions } = tagger.tag("The Lagos Cancer Alliance (LCA) met. `LCA`", { format: "markdown" });
    assert.equal(mentions.length, 2);
  });

  it("come and go with an edit elsewhere", () => {
    let text = "Achebe came. LCA rules.\n\nIt was Ngozi Achebe of the Lagos Cancer Alliance (LCA).";
    const session = tagger.open(text);
    for (const word of ["Ngozi ", "Cancer ", " (LCA)"]) {
      session.mentions();
      const start = text.indexOf(word);
      const edit = { start, end: start + word.length, text: "" };
      text = applyEdit(text, edit);
      session.edit(edit);
      assert.deepEqual(session.mentions(), tagger.tag(text).mentions);
    }
  });
});
