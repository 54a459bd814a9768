import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import {
  extendTaxonomy,
  createTagger,
  createThemeClassifier,
  facetOf,
  FACETS,
  formatOfPath,
  loadBuiltInPacks,
  type Mention,
  type Pack,
  parsePack,
  runPackTests,
  type ThemesOf,
  themesOfText,
} from "../../../src/core";
import { parseLedger } from "../../../src/core/annotations/ledger/ledger";
import { LEDGER_FOLDER } from "../../../src/core/annotations/ledger/ledger-path";
import { review } from "../../../src/core/annotations/review";

const SAMPLES = "samples";
const TAXONOMY = ".healthgeo/taxonomy";

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(`${SAMPLES}/${folder}`, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

function read(path: string): string {
  return readFileSync(`${SAMPLES}/${path}`, "utf8");
}

const REPORTS = [...filesUnder("briefs", ".md"), ...filesUnder("reports", ".md"), ...filesUnder("drafts", ".txt")];

describe("sample workspace", () => {
  let ownPacks: Pack[];
  let tag: (path: string) => readonly Mention[];
  let themesOf: ThemesOf;
  let tagSentence: (text: string) => readonly Mention[];

  before(() => {
    const results = filesUnder(TAXONOMY, ".yaml").map((path) => parsePack(read(path), path));
    assert.deepEqual(
      results.flatMap(({ problems }) => problems),
      [],
    );
    ownPacks = results.flatMap(({ pack }) => pack ?? []);
    const taxonomy = extendTaxonomy(loadBuiltInPacks(), ownPacks);
    assert.deepEqual(taxonomy.problems, []);
    const tagger = createTagger(taxonomy);
    tag = (path) => tagger.tag(read(path), { format: formatOfPath(path) }).mentions;
    themesOf = themesOfText(tagger, createThemeClassifier(taxonomy));
    tagSentence = (text) => tagger.tag(text).mentions;
  });

  it("has at least four reports", () => {
    assert.ok(REPORTS.length >= 4);
  });

  for (const path of REPORTS) {
    it(`${path} speaks of all three facets`, () => {
      const facets = tag(path).map((mention) => facetOf(mention.class));
      for (const facet of FACETS) {
        const count = facets.filter((found) => found === facet).length;
        assert.ok(count >= 10, `${count} mentions of ${facet}`);
      }
    });
  }

  it("shows an inline tag", () => {
    assert.ok(REPORTS.some((path) => tag(path).some(({ by }) => by === "inline")));
  });

  it("has packs whose tests pass", () => {
    for (const pack of ownPacks) assert.deepEqual(runPackTests(pack, tagSentence, themesOf).failures, []);
  });

  for (const path of filesUnder(LEDGER_FOLDER, ".jsonl")) {
    it(`${path} is whole, and every decision has its place`, () => {
      const document = path.slice(LEDGER_FOLDER.length + 1, -".jsonl".length);
      const ledger = parseLedger(read(path), path);
      assert.deepEqual(ledger.problems, []);
      const { unplaced, mentions, rejected } = review(read(document), tag(document), ledger.decisions, ledger);
      assert.deepEqual(unplaced, []);
      assert.ok(mentions.some(({ status }) => status === "accepted"));
      assert.notEqual(rejected.length, 0);
    });
  }
});
