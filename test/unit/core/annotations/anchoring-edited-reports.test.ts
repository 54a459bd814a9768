import assert from "node:assert/strict";
import { anchorAll } from "../../../../src/core/annotations/anchoring/anchoring";
import { OccurrenceIndex } from "../../../../src/core/annotations/anchoring/occurrences";
import { quoteOf } from "../../../../src/core/annotations/anchoring/quote";
import type { Span } from "../../../../src/core/text/span";

/** A piece of a paragraph: a mention, with a number that stays with it through edits, or words around mentions. */
interface Piece {
  readonly text: string;
  readonly mention?: number;
}
type Paragraph = readonly Piece[];
type Random = (below: number) => number;

const ACTORS = ["WHO", "the Ministry of Health", "BGI Group", "Africa CDC", "European Commission", "NIH"];
const ASSETS = ["genomic data", "biobank", "sequencing capacity", "vaccine stockpile", "cloud", "patient registry"];
const CLAIMS = [
  "data sovereignty",
  "export controls",
  "benefit sharing",
  "dependency",
  "consent",
  "technology transfer",
];
const TIMES = [
  "In March",
  "Two years later",
  "According to the audit",
  "Under the new law",
  "After long talks",
  "By contrast",
];
const VERBS = ["asked for", "lost control of", "published a plan for", "invested in", "would not explain", "praised"];
const ENDS = [
  "in seven districts",
  "despite the costs",
  "for the next decade",
  "with little debate",
  "as reporters found",
  "at last",
];
const SYLLABLES = ["ka", "mo", "ri", "tu", "sen", "la", "wi", "do", "ber", "ni", "ga", "ho"];
const FILLERS = ["quietly", "the said", "many observers", "however", "in part"];

/** The same numbers for the same seed on every machine. */
function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A report of formulaic sentences, in which every name stands dozens of times. */
function reportOf(random: Random, paragraphs: number): Paragraph[] {
  let mentions = 0;
  const any = (words: readonly string[]): string => words[random(words.length)]!;
  const named = (words: readonly string[]): Piece => ({ text: any(words), mention: mentions++ });
  const place = (): string =>
    `${any(SYLLABLES)}${any(SYLLABLES)}${any(SYLLABLES)}`.replace(/^./, (first) => first.toUpperCase());
  const sentence = (): Piece[] => [
    { text: `${any(TIMES)} in ${place()}, ` },
    named(ACTORS),
    { text: ` ${any(VERBS)} the ` },
    named(ASSETS),
    { text: ` of ${20 + random(60)} clinics near ${place()} and spoke of ` },
    named(CLAIMS),
    { text: ` ${any(ENDS)}. ` },
  ];
  return Array.from({ length: paragraphs }, () => Array.from({ length: 2 + random(3) }, sentence).flat());
}

function join(paragraphs: readonly Paragraph[]): { text: string; spans: Map<number, Span> } {
  const spans = new Map<number, Span>();
  let text = "";
  for (const paragraph of paragraphs) {
    for (const piece of paragraph) {
      if (piece.mention !== undefined)
        spans.set(piece.mention, { start: text.length, end: text.length + piece.text.length });
      text += piece.text;
    }
    text = `${text.trimEnd()}\n\n`;
  }
  return { text, spans };
}

/** Replaces, drops or adds about one word in fifty, mentions excepted. */
function reworded(paragraph: Paragraph, random: Random): Paragraph {
  const reword = (word: string): string => {
    if (word === "" || random(50) > 0) return word;
    return ["", FILLERS[random(FILLERS.length)]!, `${word} ${FILLERS[random(FILLERS.length)]!}`][random(3)]!;
  };
  return paragraph.map((piece) =>
    piece.mention === undefined ? { text: piece.text.split(" ").map(reword).join(" ") } : piece,
  );
}

function moved(paragraphs: readonly Paragraph[], random: Random): Paragraph[] {
  const rest = [...paragraphs];
  for (const paragraph of rest.splice(random(rest.length), 3)) rest.splice(random(rest.length + 1), 0, paragraph);
  return rest;
}

const EDITS: readonly (readonly [
  what: string,
  edit: (report: Paragraph[], random: Random) => Paragraph[],
  leastFound: number,
])[] = [
  ["nothing", (report) => report, 1],
  [
    "new paragraphs in between",
    (report) =>
      report.flatMap((paragraph, at) => (at % 4 === 0 ? [[{ text: "A new one on WHO." }], paragraph] : [paragraph])),
    0.98,
  ],
  ["paragraphs moved", moved, 0.99],
  ["paragraphs deleted", (report, random) => report.filter(() => random(4) > 0), 0.98],
  ["words changed all over", (report, random) => report.map((paragraph) => reworded(paragraph, random)), 0.9],
  [
    "all of it",
    (report, random) =>
      moved(report, random)
        .filter(() => random(5) > 0)
        .map((paragraph) => (random(3) > 0 ? paragraph : reworded(paragraph, random))),
    0.95,
  ],
];

describe("anchoring in edited reports", () => {
  for (const [what, edit, leastFound] of EDITS) {
    it(`places no decision wrongly and at least ${leastFound * 100} % of what survives: ${what}`, () => {
      let [surviving, found] = [0, 0];
      for (let seed = 1; seed <= 5; seed++) {
        const random = randomOf(seed);
        const report = reportOf(random, 60);
        const before = join(report);
        const index = new OccurrenceIndex(before.text);
        const quotes = [...before.spans.values()].map((span) => quoteOf(index, span));
        const after = join(edit(report, random));
        for (const [mention, anchoring] of anchorAll(after.text, quotes).entries()) {
          const span = after.spans.get(mention);
          if (span !== undefined) surviving++;
          if (!("placed" in anchoring)) continue;
          assert.deepEqual(anchoring.placed, span, JSON.stringify(quotes[mention]));
          found++;
        }
      }
      assert.ok(found >= surviving * leastFound, `${found} of ${surviving}`);
    });
  }
});
