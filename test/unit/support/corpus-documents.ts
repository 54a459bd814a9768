import fc from "fast-check";
import { corpusDocument, type CorpusDocument } from "../../../src/core/corpus/corpus-document";
import type { Mention } from "../../../src/core/tagger/mention";

/** A word that counts as a mention wherever it stands: its class, and its entity if it names one. */
export type Names = Readonly<Record<string, readonly [classId: string, entity?: string]>>;

/** Few words, so that generated texts repeat them. */
export const NAMES: Names = {
  China: ["actor.state", "china"],
  Kenya: ["actor.state", "kenya"],
  biobank: ["infrastructure.data"],
  Biobank: ["infrastructure.data"],
  consent: ["sovereignty.control"],
};

/** A document in which every word that `names` knows is a mention. */
export function documentOf(path: string, text: string, names: Names = NAMES): CorpusDocument {
  return corpusDocument(path, text, mentionsIn(text, names));
}

function mentionsIn(text: string, names: Names): Mention[] {
  return [...text.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) => {
    const known = Object.hasOwn(names, word) ? names[word] : undefined;
    if (known === undefined) return [];
    const [classId, entity] = known;
    const mention: Mention = {
      start: index,
      end: index + word.length,
      text: word,
      class: classId,
      ...(entity === undefined ? {} : { entity }),
      by: "lexicon",
      confidence: 1,
      evidence: { pattern: word, pack: "test", uri: "test.yaml", line: 1 },
    };
    return [mention];
  });
}

const text = fc
  .array(fc.constantFrom(...Object.keys(NAMES), "and", "the", ". ", "\n\n", "# ", "- ", "`", "\n"), { maxLength: 30 })
  .map((words) => words.join(" "));

const fileName = fc.constantFrom("note", "2024-03-05", "2023-11-brief", "brief_2024_01", "x/2025-02-30");

/** Corpora of a few short documents, with and without dates. */
export const corpora = fc
  .array(fc.record({ name: fileName, text }), { maxLength: 5 })
  .map((documents) => documents.map(({ name, text }, index) => documentOf(`${index}/${name}.md`, text)));
