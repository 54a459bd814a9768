import assert from "node:assert/strict";
import fc from "fast-check";
import { corpusDocument } from "../../../../src/core/corpus/corpus-document";
import { DiscoveredNames, snippetOfNames } from "../../../../src/core/corpus/discovered-names";
import { parsePack } from "../../../../src/core/taxonomy/packs/pack-parser";
import { mergeSnippet } from "../../../../src/core/taxonomy/snippets/snippet-merge";
import { compileTaxonomy } from "../../../../src/core/taxonomy/taxonomy";
import { createTagger } from "../../../../src/core/tagger/tagger";

const CLASSES = ["agency", "association", "company", "group", "media", "party", "person", "research"];
const PACK = `id: p
title: P
version: 1.0.0
language: en
classes:
${CLASSES.map((name) => `  - { id: actor.${name}, label: ${name}, definition: What it is. }`).join("\n")}
  - { id: actor.state, label: State, definition: A state. }
entities:
  - { id: china, class: actor.state, label: China }
`;
const tagger = createTagger(compileTaxonomy([parsePack(PACK, "p.yaml").pack!]), { discovery: true });

function namesIn(...texts: string[]) {
  const names = new DiscoveredNames();
  texts.forEach((text, i) => {
    names.add(corpusDocument(`${i + 1}.md`, text, tagger.tag(text, { format: "markdown" }).mentions));
  });
  return names.list();
}

describe("names that were discovered in a corpus", () => {
  const first = "# Report\n\nChina met the Zomborra University (ZU) there. Then the ZU agreed.\n";
  const second = "The Zomborra\nUniversity paid. Nobody else did.\n\nKisumu University did not.\n";

  it("are counted over documents, with their short forms, the commonest class and sentences", () => {
    const [name, other, ...none] = namesIn(first, second);
    assert.deepEqual(none, []);
    assert.equal(other?.name, "Kisumu University");
    assert.deepEqual(name, {
      name: "Zomborra University",
      shortForms: ["ZU"],
      class: "actor.research",
      confidence: 0.55,
      count: 4,
      documents: 2,
      contexts: [
        { path: "1.md", line: 3, sentence: "China met the Zomborra University (ZU) there." },
        { path: "2.md", line: 1, sentence: "The Zomborra University paid." },
      ],
    });
  });

  it("show a part of a sentence that is long", () => {
    const text = `${"very ".repeat(60)}far from Zomborra University and ${"very ".repeat(60)}long.`;
    const sentence = namesIn(text)[0]!.contexts[0]!.sentence;
    assert.ok(sentence.length <= 165 && sentence.startsWith("…") && sentence.endsWith("…"), sentence);
    assert.ok(sentence.includes("Zomborra University"));
  });

  it("are none where a pack knows the names, and hang on no order of documents", () => {
    assert.deepEqual(namesIn("China met China."), []);
    fc.assert(
      fc.property(fc.shuffledSubarray([first, second, "Nobody.", "Kisumu University met the ZU.", second]), (texts) => {
        const essence = (list: ReturnType<typeof namesIn>) =>
          list.map(({ name, count, shortForms }) => [name, count, shortForms]);
        assert.deepEqual(essence(namesIn(...texts)), essence(namesIn(...[...texts].reverse())));
      }),
    );
  });

  it("become entities with ids of their own, whose pack finds them", () => {
    const snippet = snippetOfNames(namesIn(first, second), new Set(["zomborra-university"]));
    assert.deepEqual(
      snippet.entities.map(({ id, label }) => [id, label]),
      [
        ["zomborra-university-2", "Zomborra University"],
        ["kisumu-university", "Kisumu University"],
      ],
    );
    const merged = mergeSnippet(PACK, snippet, "p.yaml");
    assert.ok("source" in merged);
    const grown = createTagger(compileTaxonomy([parsePack(merged.source, "p.yaml").pack!]), { discovery: true });
    assert.deepEqual(
      grown.tag("The ZU met Kisumu University.").mentions.map(({ entity, by }) => [entity, by]),
      [
        ["zomborra-university-2", "lexicon"],
        ["kisumu-university", "lexicon"],
      ],
    );
  });
});
