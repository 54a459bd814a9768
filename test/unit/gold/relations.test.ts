import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  extractRelations,
  isClassId,
  RELATION_MODALITIES,
  RELATION_TYPES,
  type RelatableMention,
  type RelationComparison,
  scoreRelations,
} from "../../../src/core";

type Triple = RelationComparison["gold"][number];

interface GoldLine {
  readonly id: string;
  readonly relations: readonly (Omit<Triple, "modality"> & Partial<Triple>)[];
}

type GoldPassage = GoldLine & { readonly text: string; readonly mentions: readonly RelatableMention[] };

function readLines<T>(path: string): T[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

const passages = readLines<GoldPassage>("test/gold/passages.jsonl");
const dev = readLines<GoldLine & { text?: string }>("test/gold/dev-relations.jsonl");
const sentences = readLines<GoldPassage & { half: "tuning" | "blind" }>("test/gold/relation-sentences.jsonl");
type Floor = Readonly<Record<"precision" | "recall", number>>;
const floors = JSON.parse(readFileSync("test/gold/floors.json", "utf8")) as {
  relations: Floor;
  relationSentences: Readonly<Record<"tuning" | "blind", Floor>>;
};

function scoresOf(texts: readonly GoldPassage[]): Floor {
  return scoreRelations(
    texts.map(({ text, mentions, relations }) => ({
      gold: relations.map((relation) => ({ modality: "asserted", ...relation })),
      predicted: extractRelations({ text, mentions }).map(({ type, modality, source, target }) => ({
        type,
        modality,
        source: source.mention,
        target: target.mention,
      })),
    })),
  ).triples;
}

describe("the gold relations", () => {
  it("join mentions of their passage", () => {
    for (const { id, mentions, relations } of [...passages, ...sentences]) {
      const places = new Set(mentions.map(({ start, end }) => `${start}-${end}`));
      for (const { start, end } of relations.flatMap(({ source, target }) => [source, target])) {
        assert.ok(places.has(`${start}-${end}`), `${id}: ${start}-${end}`);
      }
    }
  });

  it("use types and modalities of the scheme only, and every type", () => {
    const all = [...passages, ...sentences, ...dev].flatMap(({ relations }) => relations);
    assert.deepEqual([...new Set(all.map(({ type }) => type))].sort(), [...RELATION_TYPES].sort());
    for (const { modality } of all) {
      assert.ok(modality === undefined || RELATION_MODALITIES.some((known) => known === modality), modality);
    }
  });

  it("never come from a law, a claim or another concept", () => {
    for (const { id, mentions, relations } of [...passages, ...sentences]) {
      for (const { source } of relations) {
        const { class: classId } = mentions.find(({ start }) => start === source.start)!;
        assert.ok(isClassId(classId) && !classId.startsWith("sovereignty."), `${id}: ${classId}`);
      }
    }
  });

  it("of the development passages come without their texts", () => {
    assert.equal(dev.length, 24);
    for (const line of dev) assert.deepEqual(Object.keys(line), ["id", "relations"]);
  });

  it("of sentences have ids of their own, and the offsets of their texts", () => {
    assert.equal(new Set(sentences.map(({ id }) => id)).size, sentences.length);
    for (const { id, text, mentions } of sentences) {
      for (const mention of mentions) assert.equal(text.slice(mention.start, mention.end), mention.text, id);
    }
  });

  describe("found between the gold mentions", () => {
    const halves = (["tuning", "blind"] as const).map((half) => {
      const texts = sentences.filter((sentence) => sentence.half === half);
      return [`${half} sentences`, texts, floors.relationSentences[half]] as const;
    });
    for (const [name, texts, floor] of [["passages", passages, floors.relations] as const, ...halves]) {
      const found = scoresOf(texts);
      for (const measure of ["precision", "recall"] as const) {
        it(`of ${name} reach the floor of ${measure}`, () => {
          assert.ok(found[measure] >= floor[measure], `${found[measure].toFixed(3)} is below ${floor[measure]}`);
        });
      }
    }
  });
});
