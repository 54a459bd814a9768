import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdit } from "../../../../src/core/text/span";
import { TEXT_FORMATS, type TextFormat } from "../../../../src/core/text/format";
import { createTagger, type Tagger } from "../../../../src/core/tagger/tagger";
import { editOf, markupText, randomMoves } from "../../support/arbitrary-text";
import { taggerOf } from "../../support/taxonomies";

const TERMS = `
entities:
  - { id: who, class: actor.intergovernmental, label: World Health Organization, terms: [WHO] }
  - { id: china, class: actor.state, label: China, terms: [Chinese] }
  - { id: united-states, class: actor.state, label: United States, terms: [US, U.S.] }
  - { id: turkiye, class: actor.state, label: Republic of Türkiye, terms: [{ text: Turkey, notBefore: [vulture] }] }
  - { id: ivory-coast, class: actor.state, label: Côte d'Ivoire }
  - { id: moh-kenya, class: actor.agency, label: Ministry of Health of Kenya }
  - { id: kenya, class: actor.state, label: Kenya }
  - { id: uk-biobank, class: infrastructure.data, label: UK Biobank }
  - { id: georgia, class: actor.state, label: Georgia, terms: [{ text: Georgia, notNear: [Atlanta, University of] }] }
  - { id: apple, class: actor.company, label: Apple Inc., terms: [{ text: Apple, near: [company, iPhone] }] }
  - { id: hgrac, class: actor.agency, label: Human Genetic Resources Administration of China }
terms:
  actor.agency: [ministry of health, regulatory authority]
  actor.company: [cloud provider]
  infrastructure.data: [genomic data, dataset, "[electronic] health record", biobank]
  infrastructure.compute: [GPU, data centre]
  infrastructure.ai: [AI model, { text: SEEK, case: exact }]
  sovereignty.control: [data sovereignty]
  sovereignty.governance: [organisation standard]
ignore: [blood biobank, georgia peach]
rules:
  - { id: ministry, class: actor.agency, match: "Ministry of @isTitleCase", examples: { hit: [Ministry of Trade] } }
`;

const tagger = taggerOf(TERMS);

function found(text: string, format: TextFormat = "plain", using: Tagger = tagger): string[] {
  const { mentions } = using.tag(text, { format });
  for (const { start, end, text: quote } of mentions) assert.equal(text.slice(start, end), quote);
  return mentions.map((mention) => `${mention.text}=${mention.entity ?? mention.class}`);
}

describe("tagging", () => {
  const cases: [name: string, text: string, expected: string[]][] = [
    [
      "marks names and generic terms",
      "China guards genomic data.",
      ["China=china", "genomic data=infrastructure.data"],
    ],
    ["lets the longer reading win", "the Ministry of Health of Kenya", ["Ministry of Health of Kenya=moh-kenya"]],
    ["leaves determiner and possessive out", "the WHO's biobanks", ["WHO=who", "biobanks=infrastructure.data"]],
    ["needs the capitals of a name", "china plates and the who", []],
    ["takes capitals for capitals", "WORLD HEALTH ORGANIZATION", ["WORLD HEALTH ORGANIZATION=who"]],
    [
      "reads British and American spelling alike",
      "World Health Organisation, organization standards",
      ["World Health Organisation=who", "organization standards=sovereignty.governance"],
    ],
    ["reads dotted acronyms", "the W.H.O. said", ["W.H.O.=who"]],
    ["keeps the full stop of a dotted name", "in the U.S. and US", ["U.S.=united-states", "US=united-states"]],
    ["reads the plural of generic terms only", "GPUs, ministries of health, Chinas", ["GPUs=infrastructure.compute"]],
    [
      "inflects the head of a term",
      "regulatory authorities and electronic health records",
      ["regulatory authorities=actor.agency", "electronic health records=infrastructure.data"],
    ],
    [
      "reads open, hyphenated and closed compounds",
      "data sets, data-sets, datacenters",
      ["data sets=infrastructure.data", "data-sets=infrastructure.data", "datacenters=infrastructure.compute"],
    ],
    ["ignores diacritics and the kind of apostrophe", "Cote d’Ivoire", ["Cote d’Ivoire=ivory-coast"]],
    ["holds an acronym inside a generic term to its capitals", "AI models, ai models", ["AI models=infrastructure.ai"]],
    ["takes an exact term only letter by letter", "SEEK, Seek", ["SEEK=infrastructure.ai"]],
    ["does not reach over punctuation", "genomic. data, cloud, provider", []],
    [
      "reaches over one line break, not over two",
      "genomic\ndata genomic\n\ndata",
      ["genomic\ndata=infrastructure.data"],
    ],
    [
      "refuses a term beside a word that rules it out",
      "Georgia voted. The University of Georgia taught.",
      ["Georgia=georgia"],
    ],
    ["needs the words a term asks for", "Apple pie. The company Apple grew.", ["Apple=apple"]],
    [
      "gives ignored phrases to nobody, nor what is inside",
      "a blood biobank and a biobank",
      ["biobank=infrastructure.data"],
    ],
    ["keeps to whole words", "biobanking WHOM", []],
    ["marks what a rule finds", "the Ministry of Trade", ["Ministry of Trade=actor.agency"]],
    ["joins a word torn by zero-width characters", "bio\u200bbank", ["bio\u200bbank=infrastructure.data"]],
    ["reads decomposed accents", "Co\u0302te d'Ivoire", ["Co\u0302te d'Ivoire=ivory-coast"]],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => {
      assert.deepEqual(found(text), expected);
    });
  }

  it("binds a short form to its long form in the whole document", () => {
    const text = "HGRAC rules.\n\nThe Human Genetic Resources Administration of China (HGRAC) decides.";
    assert.deepEqual(found(text), [
      "HGRAC=hgrac",
      "Human Genetic Resources Administration of China=hgrac",
      "HGRAC=hgrac",
    ]);
    const [first] = tagger.tag(text).mentions;
    assert.equal(first?.by, "abbreviation");
    assert.equal(first.evidence.pattern, "Human Genetic Resources Administration of China (HGRAC)");
  });

  it("believes an author's inline tag before any term", () => {
    const text = "A [big Chinese biobank]{.actor-company entity=x} and `[y]{.actor-state}` and [z]{.actor-nonsense}.";
    assert.deepEqual(found(text, "markdown"), ["big Chinese biobank=x"]);
  });

  it("skips front matter, code, addresses and link targets in Markdown", () => {
    const text = "---\ntitle: China\n---\n`China` [China](https://x.org/China) <b title='China'>WHO</b>\n\n    China\n";
    assert.deepEqual(found(text, "markdown"), ["China=china", "WHO=who"]);
  });

  it("lets a later layer retire and replace", () => {
    const later = taggerOf(TERMS, "ignore: [WHO]\nentities:\n  - { id: china, class: actor.company, label: China }\n");
    assert.deepEqual(found("WHO and China and Chinese", "plain", later), ["China=china"]);
    assert.equal(later.tag("China").mentions[0]?.class, "actor.company");
  });

  it("survives hostile text with offsets that slice right", () => {
    const hostile = [
      "x".repeat(200_000),
      "(".repeat(20_000),
      "WHO ".repeat(20_000),
      "genomic ".repeat(20_000),
      "\ud800 China \udc00 中文China中文 \u202eChina\u202c",
      "China\rChina\r\rgenomic\r\rdata",
      "[".repeat(20_000),
      "<".repeat(20_000),
      "\\[".repeat(20_000),
      "`".repeat(20_001),
    ];
    for (const format of TEXT_FORMATS) for (const text of hostile) found(text, format);
  });
});

describe("an open document", () => {
  const proposing = createTagger(tagger.taxonomy, { discovery: true });
  for (const [format, using, what] of TEXT_FORMATS.flatMap((name) => [
    [name, tagger, "mentions"] as const,
    [name, proposing, "candidates"] as const,
  ])) {
    it(`always has the ${what} of its current text (${format})`, () => {
      fc.assert(
        fc.property(markupText, randomMoves, fc.nat(3), (begin, moves, every) => {
          const session = using.open(begin, { format });
          let text = begin;
          moves.forEach((move, i) => {
            const edit = editOf(move, text);
            text = applyEdit(text, edit);
            session.edit(edit);
            if (i % (every + 1) === 0) assert.deepEqual(session.mentions(), using.tag(text, { format }).mentions);
          });
          assert.equal(session.text, text);
          const part = { start: Math.floor(text.length / 3), end: Math.floor(text.length / 2) };
          const touching = using
            .tag(text, { format })
            .mentions.filter(({ start, end }) => start <= part.end && part.start <= end);
          assert.deepEqual(session.mentionsIn(part), touching);
          const whole = using.tag(text, { format });
          assert.deepEqual(session.mentions(), whole.mentions);
          assert.deepEqual(session.problems, whole.problems);
        }),
        { numRuns: 800 },
      );
    });
  }
});

describe("a comment for HealthGeo in a document", () => {
  const say = (text: string, format: TextFormat = "markdown") => found(text, format);
  const problemsOf = (text: string, format: TextFormat = "markdown") =>
    tagger
      .tag(text, { format, uri: "report.md" })
      .problems.map(({ uri, line, column, code }) => ({ uri, line, column, code }));

  it("ignores phrases and adds terms, in the whole document", () => {
    assert.deepEqual(say("China and WHO.\n\n<!-- healthgeo: ignore: [China] -->"), ["WHO=who"]);
    const both = "<!-- healthgeo:\nignore: [China]\nterms:\n  actor.company: [Novogene]\n-->\n\nNovogene in China.";
    assert.deepEqual(say(both), ["Novogene=actor.company"]);
    assert.deepEqual(say(both, "html"), ["Novogene=actor.company"]);
  });

  it("is a line in LaTeX", () => {
    const text =
      "% healthgeo: { ignore: [China], terms: { actor.company: [Novogene] } }\nNovogene in China, 5\\% healthgeo:";
    assert.deepEqual(say(text, "latex"), ["Novogene=actor.company"]);
  });

  it("holds for its document alone, and not in plain text", () => {
    say("<!-- healthgeo: ignore: [China] --> China");
    assert.deepEqual(say("China"), ["China=china"]);
    assert.deepEqual(say("<!-- healthgeo: ignore: [China] --> China", "plain"), ["China=china", "China=china"]);
  });

  it("says nothing where code only shows it", () => {
    const comment = "<!-- healthgeo: ignore: [China] -->";
    assert.deepEqual(say(`\`\`\`html\n${comment}\n\`\`\`\n\nChina \`${comment}\``), ["China=china"]);
    assert.deepEqual(say(`<pre>${comment}</pre><script>${comment}</script><p>China`, "html"), ["China=china"]);
    assert.deepEqual(say("\\begin{verbatim}\n% healthgeo: ignore: [China]\n\\end{verbatim}\n\nChina", "latex"), [
      "China=china",
    ]);
  });

  it("wins over every pack, and says so", () => {
    const text = "<!-- healthgeo: terms: { actor.company: [{ text: WHO, case: exact }] } -->\n\nThe WHO.";
    assert.deepEqual(say(text), ["WHO=actor.company"]);
    const at = text.lastIndexOf("WHO");
    const { readings } = tagger.explain(text, { start: at, end: at + 3 }, { format: "markdown" });
    assert.deepEqual(
      readings.map(({ layer, outcome, reason }) => [layer, outcome, reason]),
      [
        ["document", "chosen", "the term matches, and no longer reading covers it"],
        ["workspace", "rejected", '"WHO" of the document layer wins over the workspace layer at the same place'],
      ],
    );
  });

  const PARTS = [
    "China and the WHO. ",
    "Novogene, US. ",
    "\n\n",
    "\n",
    "<!-- healthgeo: ignore: [WHO] -->",
    "<!-- healthgeo: ignore: [China] -->",
    "<!-- healthgeo:\nterms: { actor.company: [Novogene] }\n-->",
    "% healthgeo: { terms: { actor.company: [Novogene] } }\n",
    "% healthgeo: ignore: [US]\n",
    "<!--",
    "-->",
    "healthgeo:",
    "```\n",
    "`",
    "---\n",
    "> ",
    "- ",
    "    ",
    "<div>\n",
    "\\begin{verbatim}",
    "\\end{verbatim}",
    "\\",
    "<pre>",
    "x",
  ];
  const parts = fc.array(fc.constantFrom(...PARTS), { maxLength: 12 });
  const edits = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(30),
      insert: parts.map((all) => all.slice(0, 2).join("")),
    }),
    { minLength: 1, maxLength: 8 },
  );
  for (const [format, using, what] of TEXT_FORMATS.flatMap((name) => [
    [name, tagger, "mentions"] as const,
    [name, createTagger(tagger.taxonomy, { discovery: true }), "candidates"] as const,
  ])) {
    it(`that is typed, moved, broken or taken away leaves the ${what} that a fresh look finds (${format})`, () => {
      fc.assert(
        fc.property(parts, edits, fc.nat(2), (begin, moves, every) => {
          const session = using.open(begin.join(""), { format, uri: "report.md" });
          moves.forEach((move, i) => {
            session.edit(editOf(move, session.text));
            if (i % (every + 1) !== 0 && i < moves.length - 1) return;
            const whole = using.tag(session.text, { format, uri: "report.md" });
            assert.deepEqual(session.mentions(), whole.mentions);
            assert.deepEqual(session.problems, whole.problems);
          });
        }),
        { numRuns: 300 },
      );
    });
  }

  it("that is wrong is told of at its place, and the others stand", () => {
    const text =
      "# A\n\nSee <!-- healthgeo: ignored: [China] -->\n\n<!-- healthgeo: ignore: [WHO] -->\n\nChina and WHO.";
    assert.deepEqual(say(text), ["China=china"]);
    assert.deepEqual(problemsOf(text), [{ uri: "report.md", line: 3, column: 21, code: "pack.unknown-key" }]);
    assert.deepEqual(problemsOf("A\n\n<!-- healthgeo:\nterms:\n  actor.nonsense: [x] -->"), [
      { uri: "report.md", line: 5, column: undefined, code: "taxonomy.unknown-class" },
    ]);
    assert.deepEqual(problemsOf("x\n% healthgeo: ignore: [a", "latex")[0], {
      uri: "report.md",
      line: 2,
      column: 24,
      code: "pack.yaml",
    });
  });

  it("may not be a pack in disguise", () => {
    const long = `<!-- healthgeo: ignore: [${"x, ".repeat(4000)}] -->`;
    assert.deepEqual(
      problemsOf(long).map(({ code }) => code),
      ["comment.too-long"],
    );
  });

  it("keeps hostile text cheap", () => {
    for (const format of TEXT_FORMATS) {
      for (const piece of [
        "<!-- healthgeo:",
        "% healthgeo:",
        "% healthgeo: [\n",
        "<!-- healthgeo: a: [ -->",
        "<!--   ",
      ]) {
        found(piece.repeat(3000), format);
      }
    }
  });
});

describe("a document that is opened step by step", () => {
  const text = Array.from({ length: 50 }, (_, i) => `Passage ${i} names the WHO and Kenya.`).join("\n\n");

  it("has the mentions of what is in sight first", () => {
    const session = tagger.open(text);
    const inSight = { start: 900, end: 1000 };
    let steps = 0;
    assert.equal(
      session.advance(() => ++steps > 4, inSight),
      false,
    );
    const all = tagger.tag(text).mentions;
    assert.deepEqual(
      session.mentionsSoFar(inSight),
      all.filter(({ start, end }) => start <= inSight.end && inSight.start <= end),
    );
    assert.deepEqual(session.mentionsSoFar({ start: 0, end: 40 }), []);
  });

  it("ends with the mentions of the whole text, whatever is edited between the steps", () => {
    fc.assert(
      fc.property(markupText, randomMoves, fc.integer({ min: 1, max: 5 }), (begin, moves, stride) => {
        const session = tagger.open(`${begin}\n\n${text}`);
        for (const move of moves) {
          session.edit(editOf(move, session.text));
          let steps = 0;
          session.advance(() => ++steps > stride);
        }
        while (!session.advance(() => false));
        assert.deepEqual(session.mentions(), tagger.tag(session.text).mentions);
      }),
      { numRuns: 60 },
    );
  });
});

describe("explaining", () => {
  function reasons(text: string): string[] {
    const { readings } = tagger.explain(text, { start: 0, end: text.length });
    return readings.map(({ text: quote, outcome, reason }) => `${quote}: ${outcome}: ${reason}`);
  }

  it("names the longer reading that won", () => {
    assert.deepEqual(reasons("Ministry of Health of Kenya"), [
      "Ministry of Health of Kenya: chosen: the term matches, and no longer reading covers it",
      'Ministry of Health: rejected: the longer reading "Ministry of Health of Kenya" covers it',
      'Ministry of Health: rejected: the longer reading "Ministry of Health of Kenya" covers it',
      'Kenya: rejected: the longer reading "Ministry of Health of Kenya" covers it',
    ]);
  });

  it("names the condition that refused a term", () => {
    assert.deepEqual(reasons("china"), ["china: rejected: the term's capitals are missing in the text"]);
    assert.match(reasons("Apple pie")[0] ?? "", /none of the words it needs stands in the sentence: company, iphone/);
  });

  it("gives pack, file and line of every reading", () => {
    const { readings } = tagger.explain("the WHO", { start: 5, end: 5 });
    assert.deepEqual(readings[0]?.evidence, {
      pattern: "WHO",
      pack: "test-0",
      version: "1.0.0",
      uri: "test-0.yaml",
      line: 7,
    });
  });
});
