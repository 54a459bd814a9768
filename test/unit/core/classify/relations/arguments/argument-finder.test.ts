import assert from "node:assert/strict";
import { type NounPhrase, readChunks } from "../../../../../../src/core/classify/relations/chunks";
import { ArgumentFinder } from "../../../../../../src/core/classify/relations/arguments/argument-finder";
import { readTokens } from "../../../../../../src/core/classify/relations/sentence-tokens";
import { readTerms } from "../../../../../../src/core/tagger/grammar/sentence-terms";
import { WordList } from "../../../../../../src/core/text/words";
import { readMarked } from "../relation-case";

/** A sentence's finder, and the number of the verb or noun in it that a word heads. */
function read(marked: string, word: string, coordinates = true): { finder: ArgumentFinder; at: number } {
  const { text, mentions } = readMarked(marked);
  const words = new WordList();
  words.read(text);
  const chunks = readChunks(readTokens(readTerms(text, words, false), text, mentions, 0));
  const at = chunks.findIndex((chunk) => (chunk.kind === "verb" || chunk.kind === "noun") && chunk.head.word === word);
  assert.ok(at >= 0, `no "${word}" in: ${text}`);
  return { finder: new ArgumentFinder(chunks, coordinates), at };
}

function heads(phrases: readonly NounPhrase[] | undefined): string {
  return (phrases ?? []).map(({ head }) => head.word).join(" ");
}

/** Sentence, verb, and the heads of its subject in lower case; empty where it is not certain. */
const SUBJECTS: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  "before the verb": [
    ["{China|state} restricts exports.", "restricts", "china"],
    ["{China|state}, {India|state} and {Kenya|state} restrict exports.", "restrict", "china india kenya"],
    ["Experts from {China|state} and {Kenya|state} restrict exports.", "restrict", "experts"],
  ],
  "of relative clauses": [
    ["{BGI|company}, which holds data, grew.", "holds", "bgi"],
    ["{firms|company} in {Kenya|state} that hold data grew.", "hold", "firms"],
    ["Data collected in {Kenya|state} help {Roche|company}.", "help", "data"],
  ],
  "before appositions": [
    ["{BGI|company}, a supplier of machines, holds data.", "holds", "bgi"],
    ["India's regulator, the {CDSCO|agency}, restricts exports.", "restricts", "cdsco"],
  ],
  "of second verbs": [
    ["{China|state} collects samples and shares data.", "shares", "china"],
    ["{China|state} holds data, supplying {Roche|company}.", "supplying", "china"],
  ],
  "of infinitives and gerunds": [
    ["{Kenya|state} urges {China|state} to share data.", "share", "china"],
    ["China's refusal to share data hurts.", "share", "china"],
    ["{Roche|company} signed a deal to supply {Kenya|state}.", "supply", "roche"],
    ["{Kenya|state} accused {Roche|company} of sharing data.", "sharing", "roche"],
    ["{Kenya|state} grew by sharing data.", "sharing", "kenya"],
  ],
};

/** Sentence, verb or noun, and what stands behind it: "object | preposition: heads". */
const COMPLEMENTS: readonly (readonly [string, string, string])[] = [
  ["{Roche|company} supplies vaccines and drugs to {Kenya|state}.", "supplies", "vaccines drugs | to: kenya"],
  [
    "{Kenya|state} depends on {China|state}, on {India|state} and on {Roche|company}.",
    "depends",
    " | on: china india roche",
  ],
  ["{Kenya|state} shares most of the data with {Roche|company}.", "shares", "data | with: roche"],
  ["{Kenya|state} made a deal between {China|state} and {India|state}.", "deal", " | between: china india"],
];

describe("ArgumentFinder", () => {
  for (const [where, table] of Object.entries(SUBJECTS)) {
    describe(`finds subjects ${where}`, () => {
      for (const [text, verb, expected] of table) {
        it(`${text} (${verb})`, () => {
          const { finder, at } = read(text, verb);
          assert.equal(heads(finder.subjectOf(at)?.phrases), expected);
        });
      }
    });
  }

  describe("finds complements", () => {
    for (const [text, word, expected] of COMPLEMENTS) {
      it(`${text} (${word})`, () => {
        const { finder, at } = read(text, word);
        const { object, prepositions } = finder.complementsFrom(at + 1);
        const behind = [...prepositions].map(([preposition, phrases]) => `${preposition}: ${heads(phrases)}`);
        assert.equal([heads(object), ...behind].join(" | "), expected);
      });
    }
  });

  it("takes a list for its nearest item where coordination is not looked at", () => {
    const { finder, at } = read("{China|state} and {India|state} restrict vaccines and drugs.", "restrict", false);
    assert.equal(heads(finder.subjectOf(at)?.phrases), "india");
    assert.equal(heads(finder.complementsFrom(at + 1).object), "vaccines");
  });
});
