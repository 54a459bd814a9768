import assert from "node:assert/strict";
import fc from "fast-check";
import { addMention, type DecisionStamp } from "../../../../src/core/annotations/decide";
import { decisionIdOf } from "../../../../src/core/annotations/ledger/decision-id";
import {
  applyEdits,
  invertEdits,
  type TaggableMention,
  tagMentions,
  untag,
} from "../../../../src/core/inline/convert-tags";
import { inlineTags } from "../../../../src/core/inline/inline-tags";
import type { TextFormat } from "../../../../src/core/text/format";

const STAMP: DecisionStamp = { author: "Ada", time: "2026-07-01T09:30:00Z", id: decisionIdOf };

/** Converts the first place of each of some words; the text after it, and the reasons of what was refused. */
function convert(text: string, format: TextFormat, ...words: string[]): { text: string; reasons: string[] } {
  const mentions = words.map((word) => mentionOf(text, word));
  const { edits, refused } = tagMentions(text, mentions, format);
  return { text: applyEdits(text, edits), reasons: refused.map(({ reason }) => reason) };
}

function mentionOf(text: string, words: string): TaggableMention {
  const start = text.indexOf(words);
  return { start, end: start + words.length, class: "infrastructure.data", entity: "uk-biobank" };
}

describe("tagMentions", () => {
  it("writes the notation of each format", () => {
    assert.equal(
      convert("The UK Biobank.", "markdown", "UK Biobank").text,
      'The [UK Biobank]{.infrastructure-data entity="uk-biobank"}.',
    );
    assert.equal(
      convert("The UK Biobank.", "latex", "UK Biobank").text,
      "The \\healthgeo[class=infrastructure.data,entity=uk-biobank]{UK Biobank}.",
    );
    assert.equal(
      convert("<p>The UK Biobank.</p>", "html", "UK Biobank").text,
      '<p>The <span class="healthgeo infrastructure-data" data-entity="uk-biobank">UK Biobank</span>.</p>',
    );
  });

  it("writes neighbours that touch", () => {
    const { text, reasons } = convert("AlphaBeta", "markdown", "Alpha", "Beta");
    assert.deepEqual(reasons, []);
    assert.deepEqual(
      inlineTags(text, "markdown").map(({ content }) => text.slice(content.start, content.end)),
      ["Alpha", "Beta"],
    );
  });

  const REFUSED: readonly (readonly [what: string, format: TextFormat, text: string, words: string[], RegExp])[] = [
    ["words that overlap others", "markdown", "a UK Biobank b", ["UK Biobank", "Biobank b"], /overlaps a mention/],
    ["words over two paragraphs", "markdown", "UK\n\nBiobank", ["UK\n\nBiobank"], /beyond a paragraph/],
    ["words in code", "markdown", "a `UK Biobank` b", ["UK Biobank"], /code or markup/],
    ["words with brackets", "markdown", "UK [sic] Biobank", ["UK [sic] Biobank"], /brackets/],
    ["half of an emphasis", "markdown", "**UK** Biobank", ["UK** Biobank"], /Emphasis/],
    ["cells of a table", "markdown", "| a | b |\n|---|---|\n| UK | Biobank |\n", ["UK | Biobank"], /cell/],
    ["the label of a link", "markdown", "[UK Biobank]\n\n[UK Biobank]: x", ["UK Biobank"], /label/],
    ["words behind a backslash", "markdown", "a \\UK", ["UK"], /Behind/],
    ["words that are tagged", "markdown", "[UK]{.actor-state}", ["UK"], /already/],
    ["words in a longer tag", "markdown", "[the UK]{.actor-state}", ["UK"], /overlaps a tag/],
    ["half a group", "latex", "\\emph{UK} Biobank", ["UK} Biobank"], /brace/],
    ["words with a comment", "latex", "UK % no\nBiobank", ["UK % no\nBiobank"], /comment/],
    ["half an element", "html", "<p><b>UK</b> Biobank</p>", ["UK</b> Biobank"], /element/],
    ["words over two paragraphs", "html", "<p>UK</p><p>Biobank</p>", ["UK</p><p>Biobank"], /beyond a paragraph/],
  ];
  for (const [what, format, text, words, reason] of REFUSED)
    it(`refuses ${what} in ${format} and says why`, () => {
      const { reasons } = convert(text, format, ...words);
      assert.equal(reasons.length, 1);
      assert.match(reasons[0]!, reason);
    });

  it("refuses an entity that a tag cannot hold", () => {
    const { refused } = tagMentions("UK", [{ start: 0, end: 2, class: "actor.state", entity: 'a"b' }], "markdown");
    assert.match(refused[0]!.reason, /cannot hold/);
  });
});

describe("untag", () => {
  it("keeps markup that says more than a tag", () => {
    const text = "[UK]{.actor-state .smallcaps} and [WHO]{.actor-agency}";
    const { edits, refused } = untag(inlineTags(text, "markdown"));
    assert.equal(applyEdits(text, edits), "[UK]{.actor-state .smallcaps} and WHO");
    assert.match(refused[0]!.reason, /smallcaps/);
  });

  it("refuses tags in one another", () => {
    const text = '<p><span class="healthgeo actor-state">the <span class="healthgeo actor-agency">UK</span></span></p>';
    const { edits, refused } = untag(inlineTags(text, "html"));
    assert.deepEqual(edits, []);
    assert.equal(refused.length, 2);
  });
});

const WORDS = ["UK Biobank", "WHO", "data", "Türkiye", "𝒳", "a"];
const MARKUP: Readonly<Record<TextFormat, readonly string[]>> = {
  plain: ["[", "]", "{.actor-state}"],
  markdown: [
    ...["**", "*", "_", "`", "```\n", "[", "]", "](x)", "{.actor-state}", "{", "}", "\\", "!", "# ", "- ", "> "],
    ...["| a | b |\n|---|---|\n", "|", "[a]{.actor-state}", "[^1]", "@key", "<b>", "</b>", "---\n", "^"],
  ],
  latex: ["{", "}", "\\emph{", "\\", "%", "$", "\\healthgeo[class=actor.state]{", "\\begin{verbatim}", "[", "]"],
  html: [
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    '<span class="healthgeo actor-state">',
    "<span>",
    "</span>",
    "<!--",
    "-->",
    "&amp;",
  ],
};
const formats = fc.constantFrom<TextFormat>("plain", "markdown", "latex", "html");

/** A text of a format with spans in it that people may have decided on. */
const documents = formats.chain((format) =>
  fc
    .array(fc.constantFrom(...WORDS, ...MARKUP[format], " ", " ", "\n", "\n\n", "\r\n", "."), { maxLength: 30 })
    .map((pieces) => pieces.join(""))
    .chain((text) =>
      fc.record({
        format: fc.constant(format),
        text: fc.constant(text),
        mentions: fc.array(mentionsIn(text), { maxLength: 5 }),
      }),
    ),
);

function mentionsIn(text: string): fc.Arbitrary<TaggableMention> {
  const places = WORDS.flatMap((word) =>
    [...text.matchAll(new RegExp(word, "g"))].map(({ index }) => ({ word, index })),
  );
  const spans = [
    fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
    ...(places.length === 0
      ? []
      : [fc.constantFrom(...places).map(({ word, index }) => ({ start: index, end: index + word.length }))]),
  ];
  const labels = fc.constantFrom(
    { class: "actor.state" },
    { class: "infrastructure.data", entity: "uk-biobank" },
    { class: "actor.civil-society", entity: "who" },
  );
  return fc.tuple(fc.oneof(...spans), labels).map(([span, label]) => ({ ...span, ...label }));
}

describe("to tags and back", () => {
  it("gives the same decisions and the same text, whatever the text is", () => {
    let converted = 0;
    fc.assert(
      fc.property(documents, ({ format, text, mentions }) => {
        const before = new Set(
          inlineTags(text, format)
            .map(({ start, end }) => `${start}:${end}`)
            .values(),
        );
        const there = tagMentions(text, mentions, format);
        assert.equal(there.converted.length + there.refused.length, mentions.length);
        const tagged = applyEdits(text, there.edits);
        assert.equal(applyEdits(tagged, invertEdits(text, there.edits)), text);
        const tags = inlineTags(tagged, format);
        assert.equal(tags.length, before.size + there.converted.length);
        if (before.size > 0) return;
        const back = untag(tags);
        assert.deepEqual(back.refused, []);
        assert.equal(applyEdits(tagged, back.edits), text);
        const decided = there.converted.map((mention) => addMention(text, mention, mention, STAMP));
        const again = back.converted.map((tag, i) => addMention(text, back.spans[i]!, tag, STAMP));
        assert.deepEqual(again, decided);
        converted += decided.length;
      }),
      { numRuns: 2000 },
    );
    assert.ok(converted > 500, `only ${converted} mentions were converted`);
  });
});
