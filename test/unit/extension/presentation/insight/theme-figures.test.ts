import assert from "node:assert/strict";
import fc from "fast-check";
import {
  corpusReport,
  createTagger,
  createThemeClassifier,
  documentProfile,
  loadDefaultTaxonomy,
  reviewThemes,
  type CorpusDocument,
  type ReviewedTheme,
} from "../../../../../src/core";
import { corpusDocument } from "../../../../../src/core/corpus/corpus-document";
import { themePassagesOf } from "../../../../../src/extension/presentation/insight/insight-passages";
import { themesSection, type DocumentThemes } from "../../../../../src/extension/presentation/insight/theme-figures";
import { documentOf } from "../../../support/corpus-documents";

const labelOf = (theme: string) => theme.toUpperCase();
const ALL = { limit: 80 };

/** A document of paragraphs, each given by its themes. */
function themed(path: string, paragraphs: readonly (readonly string[])[]): DocumentThemes {
  const text = paragraphs.map((_, i) => `Paragraph ${i} says something.`).join("\n\n");
  const document: CorpusDocument = documentOf(path, text);
  const themes = paragraphs.flatMap((ids, i) => {
    const { start, end } = document.passages[i]!;
    return [...new Set(ids)].sort().map((theme): ReviewedTheme => {
      return {
        theme,
        start,
        end,
        score: 0.9,
        evidence: [{ start, end: start + 9, by: "phrase" }],
        status: "suggested",
      };
    });
  });
  return { document, themes };
}

const paragraphs = fc.array(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 }), {
  minLength: 1,
  maxLength: 12,
});
const corpora = fc
  .array(paragraphs, { minLength: 1, maxLength: 5 })
  .map((all) => all.map((each, i) => themed(`${i}.md`, each)));

describe("the themes of Insight", () => {
  const documents = [themed("a.md", [["x", "y"], [], ["x"]]), themed("b.md", [["x"]]), themed("c.md", [[]])];

  it("are counted by document and passage, those of most documents first", () => {
    const section = themesSection(documents, ALL, labelOf)!;
    assert.deepEqual(section.themes, [
      { theme: "x", label: "X", documents: 2, passages: 3 },
      { theme: "y", label: "Y", documents: 1, passages: 1 },
    ]);
    assert.deepEqual(section.documents, [
      { path: "a.md", passages: 2 },
      { path: "b.md", passages: 1 },
    ]);
    assert.deepEqual(section.cells, [
      { theme: 0, document: 0, passages: 2, share: 1 },
      { theme: 1, document: 0, passages: 1, share: 0.5 },
      { theme: 0, document: 1, passages: 1, share: 1 },
    ]);
    assert.deepEqual([section.choices, section.more, section.places], [["a.md", "b.md"], 0, undefined]);
  });

  it("of one document are shown along it, whether it is asked for or the only one", () => {
    const asked = themesSection(documents, { ...ALL, themed: "a.md" }, labelOf)!;
    const { length } = documents[0]!.document.text;
    const [first, , third] = documents[0]!.document.passages;
    assert.deepEqual(asked.places, [
      { theme: 0, start: 0, end: first!.end, from: 0, to: first!.end / length, passages: 1 },
      { theme: 0, start: third!.start, end: length, from: third!.start / length, to: 1, passages: 1 },
      { theme: 1, start: 0, end: first!.end, from: 0, to: first!.end / length, passages: 1 },
    ]);
    assert.deepEqual(asked.themes[0], { theme: "x", label: "X", documents: 1, passages: 2 });
    const sole = themesSection(documents.slice(0, 1), ALL, labelOf)!;
    assert.deepEqual([sole.places, sole.choices], [asked.places, []]);
  });

  it("leave out the documents with fewest beyond the limit, and count them all the same", () => {
    const { documents: shown, more, themes } = themesSection(documents, { limit: 1 }, labelOf)!;
    assert.deepEqual([shown.map(({ path }) => path), more, themes[0]!.documents], [["a.md"], 1, 2]);
  });

  it("are absent where no passage has any, and for a document that is no longer there those of all", () => {
    assert.equal(themesSection(documents.slice(2), ALL, labelOf), undefined);
    assert.equal(themesSection(documents, { ...ALL, themed: "gone.md" }, labelOf)!.places, undefined);
  });

  it("are those of the passages that the marks lead to", () => {
    fc.assert(
      fc.property(corpora, fc.integer({ min: 0, max: 4 }), (corpus, asked) => {
        const found = (query: object) => themePassagesOf(corpus, { title: "", ...query }).length;
        const {
          themes,
          documents: shown,
          cells,
          places,
        } = themesSection(corpus, { ...ALL, themed: `${asked}.md` }, labelOf) ?? {
          themes: [],
          documents: [],
          cells: [],
          places: [],
        };
        for (const { theme, document, passages } of cells)
          assert.equal(found({ theme: themes[theme]!.theme, path: shown[document]!.path }), passages);
        for (const { theme, start, end, passages } of places ?? [])
          assert.equal(found({ theme: themes[theme]!.theme, path: shown[0]!.path, start, end }), passages);
        if (places === undefined) for (const { theme, passages } of themes) assert.equal(found({ theme }), passages);
      }),
    );
  });

  it("are those of a report, with the same decisions", () => {
    const taxonomy = loadDefaultTaxonomy();
    const [tagger, classifier] = [createTagger(taxonomy), createThemeClassifier(taxonomy)];
    const texts = [
      "Kenya still relies on vaccines from India.\n\nKenya will establish local vaccine manufacturing to supply the region.",
      "Our hospitals depend on foreign cloud providers for every patient record.",
    ];
    const read = texts.map((text, i): DocumentThemes => {
      const document = corpusDocument(`${i}.md`, text, tagger.tag(text).mentions);
      const assigned = classifier.classify(document.passages, document.mentions);
      const theme = "mechanism.foreign-dependency";
      assert.ok(assigned.some((each) => each.theme === theme));
      const decision = { kind: "theme", id: "1", theme, status: "rejected", time: "2026-01-01" } as never;
      const span = document.passages[0]!;
      return { document, themes: reviewThemes(document.passages, assigned, i === 0 ? [{ decision, span }] : []) };
    });
    const label = (id: string) => taxonomy.themes.get(id)!.theme.label;
    const section = themesSection(read, ALL, label)!;
    const report = corpusReport(
      read.map(({ document, themes }) => ({
        ...document,
        themes: documentProfile(themes).map(({ theme }) => ({ id: theme, label: label(theme) })),
      })),
      { title: "", taxonomy, version: "", withDecisions: true, withDiscovery: true },
    );
    const sorted = (counts: readonly { label: string; documents: number }[]) =>
      counts.map(({ label: name, documents: count }) => `${name} ${count}`).sort();
    const dependency = section.themes.find(({ theme }) => theme === "mechanism.foreign-dependency");
    assert.deepEqual([dependency?.documents, dependency?.passages], [1, 1], "the rejected one does not count");
    assert.deepEqual(sorted(section.themes), sorted(report.themes ?? []));
  });

  it("lead to passages with the words that they rest on", () => {
    const [found] = themePassagesOf(documents, { title: "", theme: "y" });
    assert.deepEqual(
      [found?.path, found?.start, found?.note, found?.about],
      ["a.md", 0, "Paragraph", { start: 0, end: 9, by: "phrase" }],
    );
  });
});
