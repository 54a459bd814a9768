import assert from "node:assert/strict";
import { inlineTags } from "../../../../src/core/inline/inline-tags";
import type { TextFormat } from "../../../../src/core/text/format";
import { taggerOf } from "../../support/taxonomies";

/** Each tag as "words|class|entity|others". */
function read(text: string, format: TextFormat): string[] {
  return inlineTags(text, format).map(({ content, class: classId, entity = "", others }) =>
    [text.slice(content.start, content.end), classId, entity, others.join(" ")].join("|"),
  );
}

const TAGS: readonly (readonly [what: string, format: TextFormat, text: string, expected: readonly string[]])[] = [
  ["a class", "markdown", "The [data]{.infrastructure-data} here", ["data|infrastructure.data||"]],
  ["a class and an entity", "markdown", '[WHO]{.actor-state entity="who"}', ["WHO|actor.state|who|"]],
  ["attributes in any order", "markdown", "[WHO]{entity='who' .actor-state}", ["WHO|actor.state|who|"]],
  ["other attributes", "markdown", "[WHO]{.actor-state #a .b lang=de}", ["WHO|actor.state||b #a lang=de"]],
  ["a link in a tag", "markdown", "[[WHO](x) now]{.actor-state}", ["[WHO](x) now|actor.state||"]],
  ["a tag in a link", "markdown", "[see [WHO]{.actor-state}](x)", ["WHO|actor.state||"]],
  ["no escaped bracket", "markdown", "\\[WHO]{.actor-state}", []],
  ["no code", "markdown", "`[WHO]{.actor-state}`", []],
  ["no span of another purpose", "markdown", "[WHO]{.smallcaps}", []],
  ["a macro", "latex", "The \\healthgeo[class=actor.state]{WHO} says", ["WHO|actor.state||"]],
  ["a macro with an entity", "latex", "\\healthgeo[class=actor.state, entity=who]{WHO}", ["WHO|actor.state|who|"]],
  ["braces in a macro", "latex", "\\healthgeo[class=actor.state]{the \\emph{WHO}}", ["the \\emph{WHO}|actor.state||"]],
  ["no definition", "latex", "\\providecommand{\\healthgeo}[2][]{#2}", []],
  ["no comment", "latex", "x % \\healthgeo[class=actor.state]{WHO}", []],
  ["no verbatim text", "latex", "\\begin{verbatim}\n\\healthgeo[class=actor.state]{WHO}\n\\end{verbatim}", []],
  ["a span", "html", '<p><span class="healthgeo actor-state">WHO</span></p>', ["WHO|actor.state||"]],
  [
    "a span with an entity",
    "html",
    "<p><span data-entity='who' class='healthgeo actor-state'>the <b>WHO</b></span></p>",
    ["the <b>WHO</b>|actor.state|who|"],
  ],
  ["no span of somebody else", "html", '<p><span class="actor-state">WHO</span></p>', []],
  [
    "a span around another",
    "html",
    '<p><span class="healthgeo actor-state" lang="fr">l’<span>OMS</span></span></p>',
    ['l’<span>OMS</span>|actor.state||lang="fr"'],
  ],
  ["no comment", "html", '<p><!-- <span class="healthgeo actor-state">WHO</span> --></p>', []],
];

describe("inlineTags", () => {
  for (const [what, format, text, expected] of TAGS)
    it(`reads ${what} in ${format}`, () => {
      assert.deepEqual(read(text, format), expected);
    });
});

describe("the tagger", () => {
  const tagger = taggerOf('entities:\n  - { id: who, label: WHO, class: actor.intergovernmental, terms: ["WHO"] }\n');

  const MENTIONS: readonly (readonly [TextFormat, string])[] = [
    ["markdown", 'Says [the WHO]{.actor-state entity="other"}.'],
    ["latex", "Says \\healthgeo[class=actor.state,entity=other]{the WHO}."],
    ["html", '<p>Says <span class="healthgeo actor-state" data-entity="other">the WHO</span>.</p>'],
  ];
  for (const [format, text] of MENTIONS)
    it(`believes an author's tag in ${format} before any term`, () => {
      const { mentions } = tagger.tag(text, { format });
      assert.deepEqual(
        mentions.map((mention) => [mention.text, mention.class, mention.entity, mention.by]),
        [["the WHO", "actor.state", "other", "inline"]],
      );
    });

  it("takes a tag of another format for none", () => {
    const { mentions } = tagger.tag(MENTIONS[2]![1], { format: "latex" });
    assert.deepEqual(
      mentions.map(({ by }) => by),
      ["lexicon"],
    );
  });
});
