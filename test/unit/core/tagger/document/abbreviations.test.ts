import assert from "node:assert/strict";
import fc from "fast-check";
import { sureSentenceEnd, sureSentenceStart } from "../../../../../src/core/text/sentences";
import { findAbbreviations, reachOfSentences } from "../../../../../src/core/tagger/document/abbreviations";

function pairs(text: string): string[] {
  return findAbbreviations(text).map(
    ({ short, long }) => `${text.slice(short.start, short.end)} = ${text.slice(long.start, long.end)}`,
  );
}

describe("findAbbreviations", () => {
  const found: readonly [text: string, pairs: readonly string[]][] = [
    ["the World Health Organization (WHO) said", ["WHO = World Health Organization"]],
    ["WHO (World Health Organization) said", ["WHO = World Health Organization"]],
    ["WHO (the World Health Organization) said", ["WHO = World Health Organization"]],
    [
      "the Human Genetic Resources Administration of China (HGRAC)",
      ["HGRAC = Human Genetic Resources Administration of China"],
    ],
    ["the Department of Health and Human Services (HHS)", ["HHS = Health and Human Services"]],
    ["public health and social measures (PHSMs)", ["PHSMs = public health and social measures"]],
    ["each electronic health record (EHRs)", ["EHRs = electronic health record"]],
    ["the European Health Data Space (“EHDS”)", ["EHDS = European Health Data Space"]],
    ["the European Health Data Space ('EHDS')", ["EHDS = European Health Data Space"]],
    ['the European Health Data Space (hereinafter the "EHDS")', ["EHDS = European Health Data Space"]],
    ["the “European Health Data Space” (EHDS)", ["EHDS = European Health Data Space"]],
    ["the European Health Data Space (EHDS, Regulation 2025/327)", ["EHDS = European Health Data Space"]],
    ["Health Data Hosting (Hébergement de données, HDH)", ["HDH = Health Data Hosting"]],
    ["messenger RNA (mRNA)", ["mRNA = messenger RNA"]],
    [
      "the Africa Centres for Disease Control and Prevention (Africa CDC)",
      ["Africa CDC = Africa Centres for Disease Control and Prevention"],
    ],
    ["Médecins Sans Frontières (MSF)", ["MSF = Médecins Sans Frontières"]],
    ["Hébergeurs de Données de Santé (HDS)", ["HDS = Hébergeurs de Données de Santé"]],
    ["United States (U.S.) firms", ["U.S. = United States"]],
    ["next-generation sequencing (NGS)", ["NGS = next-generation sequencing"]],
    ["the United Nations (UN) and the African Union (AU)", ["UN = United Nations", "AU = African Union"]],
    ["🧬 the United Nations\n (UN)", ["UN = United Nations"]],
    ["ran along with Popular Alternative (PA)", ["PA = Popular Alternative"]],
  ];
  for (const [text, expected] of found) {
    it(text, () => {
      assert.deepEqual(pairs(text), expected);
    });
  }

  describe("is not misled by", () => {
    const texts = [
      "it grew quickly (see Figure 2)",
      "all patients (and their data)",
      "the capital of the country (Nairobi)",
      "as reported earlier (Smith 2020)",
      "a rule (GDPR) applies",
      "the WHO (WHO) itself",
      "along with Popular Alternative (AP)",
      "the union of the states. Another Unit (US)",
      "World Health (Organization) (WHO",
      "World Health Organization ()",
      "(WHO)",
      "genomic \uFFFC sequencing (GS)",
    ];
    for (const text of texts) {
      it(text, () => {
        assert.deepEqual(pairs(text), []);
      });
    }
  });

  it("comes to an end on hostile brackets", () => {
    const texts = [
      "(".repeat(100_000),
      "A (".repeat(100_000),
      "(WHO) ".repeat(50_000),
      `${"W".repeat(1_000_000)} (WHO)`,
      `(${"W ".repeat(500_000)})`,
      "x ".repeat(200) + "(ABCDEFGHIJ) ".repeat(20_000),
      `${'"'.repeat(100_000)}(WHO)${" ".repeat(100_000)}`,
      `(${"or ".repeat(100_000)})`,
    ];
    for (const text of texts) assert.deepEqual(pairs(text), []);
  });

  it("gives spans inside the text that do not overlap, each short form's first letter beginning its long form's word", () => {
    const piece = fc.constantFrom(
      ...'() WHOwho"“”,;.-é🧬'.split(""),
      "World ",
      "health ",
      "Organization ",
      "(WHO) ",
      "WHO (",
      ") ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join("");
        for (const { short, long } of findAbbreviations(text)) {
          for (const { start, end } of [short, long]) {
            assert.ok(0 <= start && start < end && end <= text.length);
            assert.equal(text.slice(start, end).trim(), text.slice(start, end));
          }
          assert.ok(short.end <= long.start || long.end <= short.start);
          assert.ok(end(short) - short.start <= 10);
          assert.match(
            text.slice(long.start, long.end).toLowerCase(),
            new RegExp(`(^|[^\\p{L}])${text.charAt(short.start).toLowerCase()}`, "u"),
          );
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe("findAbbreviations in sentences that change", () => {
  const pieces = fc
    .array(
      fc.constantFrom(
        "World Health Organization ",
        "(WHO) ",
        "WHO (",
        "World (Health) Organization",
        "World Health Organizations (WHOs) ",
        "Old. ",
        ". ",
        "。",
        "WHO",
        "(",
        ")",
        "“",
        " ",
        "x ",
        "U.S. ",
        "S. ",
        "Oa".repeat(120),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join(""));

  it("finds all that hang on what changed", () => {
    fc.assert(
      fc.property(pieces, pieces, pieces, pieces, (before, old, now, behind) => {
        const [untouched, expected] = [now, old].map((changed) => {
          const prose = before + changed + behind;
          const start = sureSentenceStart(prose, before.length);
          const sentences = { start, end: sureSentenceEnd(prose, before.length + changed.length) };
          const hanging = findAbbreviations(prose, reachOfSentences(prose, sentences)).map((found) =>
            JSON.stringify(found),
          );
          return findAbbreviations(prose)
            .filter((found) => !hanging.includes(JSON.stringify(found)))
            .map(({ short, long, bracket }) => {
              assert.ok(long.end <= start || long.start >= sentences.end);
              const by = long.start < start ? 0 : -prose.length;
              return [short.start + by, short.end + by, long.start + by, long.end + by, bracket.start + by];
            });
        });
        assert.deepEqual(untouched, expected);
      }),
      { numRuns: 3000 },
    );
  });
});

function end(span: { readonly end: number }): number {
  return span.end;
}
