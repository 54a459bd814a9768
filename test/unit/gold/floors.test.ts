import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import {
  createTagger,
  createThemeClassifier,
  type LabelledSpan,
  loadDefaultTaxonomy,
  overlaps,
  readPassages,
  score,
  type Scores,
  scoreThemes,
  type ThemeSpan,
} from "../../../src/core";

const FOLDER = "test/gold";

interface GoldMention extends LabelledSpan {
  readonly text: string;
  readonly entity?: string;
}

interface GoldPassage {
  readonly id: string;
  readonly kind: "domain" | "hard-negative";
  readonly text: string;
  readonly mentions: readonly GoldMention[];
  readonly themes: readonly ThemeSpan[];
}

type Floors = Readonly<Record<"exactClass" | "overlapClass" | "overlapFacet" | "themesMicro", number>>;

const passages = readFileSync(`${FOLDER}/passages.jsonl`, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as GoldPassage);
const floors = JSON.parse(readFileSync(`${FOLDER}/floors.json`, "utf8")) as Floors;

describe("the gold passages", () => {
  const taxonomy = loadDefaultTaxonomy();

  it("have ids of their own", () => {
    assert.equal(new Set(passages.map(({ id }) => id)).size, passages.length);
  });

  it("give each mention the offsets of its text", () => {
    for (const { id, text, mentions } of passages) {
      for (const mention of mentions) assert.equal(text.slice(mention.start, mention.end), mention.text, id);
    }
  });

  it("hold mentions in order that do not overlap", () => {
    for (const { id, mentions } of passages) {
      mentions.slice(1).forEach((mention, i) => {
        const previous = mentions[i];
        assert.ok(
          previous !== undefined && previous.start < mention.start && !overlaps(previous, mention),
          `${id}: "${mention.text}"`,
        );
      });
    }
  });

  it("use classes of the scheme only, and every one of them", () => {
    const used = new Set(passages.flatMap(({ mentions }) => mentions.map((mention) => mention.class)));
    assert.deepEqual([...used].sort(), [...taxonomy.classes.keys()].sort());
  });

  it("give one entity one class", () => {
    const classOf = new Map<string, string>();
    for (const { entity, class: classId } of passages.flatMap(({ mentions }) => mentions)) {
      if (entity === undefined) continue;
      assert.match(entity, /^[a-z0-9]+(-[a-z0-9]+)*$/);
      assert.equal(classOf.get(entity) ?? classId, classId, entity);
      classOf.set(entity, classId);
    }
  });

  it("give themes of the scheme to passages that the text has", () => {
    for (const { id, text, themes } of passages) {
      const spans = readPassages(text, "plain");
      assert.equal(new Set(themes.map(({ theme, start }) => `${theme} ${start}`)).size, themes.length, id);
      for (const { theme, start, end } of themes) {
        assert.ok(taxonomy.themes.has(theme), `${id}: ${theme}`);
        assert.ok(
          spans.some((span) => span.start === start && span.end === end),
          `${id}: ${start}-${end}`,
        );
      }
    }
  });

  it("have every theme of the scheme, and none in look-alikes", () => {
    const used = new Set(passages.flatMap(({ themes }) => themes.map(({ theme }) => theme)));
    assert.deepEqual([...used].sort(), [...taxonomy.themes.keys()]);
    assert.ok(passages.every(({ kind, themes }) => kind === "domain" || themes.length === 0));
  });

  describe("tagged with the built-in taxonomy", () => {
    let scores: Scores;

    before(() => {
      const tagger = createTagger(taxonomy);
      scores = score(passages.map(({ text, mentions }) => ({ gold: mentions, predicted: tagger.tag(text).mentions })));
    });

    for (const measure of ["exactClass", "overlapClass", "overlapFacet"] as const) {
      it(`reach the floor of ${measure}`, () => {
        const { f1 } = scores[measure];
        assert.ok(f1 >= floors[measure], `F1 ${f1.toFixed(3)} is below ${floors[measure]}`);
      });
    }

    it("reach the floor of themes", () => {
      const [tagger, classifier] = [createTagger(taxonomy), createThemeClassifier(taxonomy)];
      const comparisons = passages.map(({ text, themes }) => ({
        gold: themes,
        predicted: classifier.classify(readPassages(text, "plain"), tagger.tag(text).mentions),
      }));
      const { f1 } = scoreThemes(comparisons).micro;
      assert.ok(f1 >= floors.themesMicro, `micro F1 ${f1.toFixed(3)} is below ${floors.themesMicro}`);
    });
  });
});
