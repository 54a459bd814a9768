import assert from "node:assert/strict";
import fc from "fast-check";
import { extractRelations, readPassages, type RelatableMention, RelationIndex } from "../../../../../src/core";
import * as cases from "./cases";
import { readMarked } from "./relation-case";

const PARAGRAPHS = Object.values(cases).flatMap((table) => table.map(([text]) => readMarked(text)));

/** Paragraphs as one document. */
function join(numbers: readonly number[]): { text: string; mentions: RelatableMention[] } {
  let text = "";
  const mentions: RelatableMention[] = [];
  for (const number of numbers) {
    const paragraph = PARAGRAPHS[number]!;
    const at = text.length;
    mentions.push(
      ...paragraph.mentions.map((mention) => ({ ...mention, start: mention.start + at, end: mention.end + at })),
    );
    text += `${paragraph.text}\n\n`;
  }
  return { text, mentions };
}

describe("RelationIndex", () => {
  it("equals the extraction of the whole text after any change of its paragraphs", () => {
    const document = fc.array(fc.nat(PARAGRAPHS.length - 1), { maxLength: 6 });
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 4 }), (versions) => {
        const index = new RelationIndex();
        for (const version of versions) {
          const { text, mentions } = join(version);
          const passages = readPassages(text, "plain");
          assert.deepEqual(index.relations(passages, mentions), extractRelations({ text, passages, mentions }));
        }
      }),
      { numRuns: 50 },
    );
  });

  it("reads in steps what it reads at once", () => {
    const { text, mentions } = join([0, 1, 2, 3, 4]);
    const passages = readPassages(text, "plain");
    const index = new RelationIndex();
    let steps = 1;
    while (!index.read(passages, mentions, () => true)) steps++;
    assert.ok(steps >= passages.length, String(steps));
    assert.deepEqual(index.relations(passages, mentions), extractRelations({ text, passages, mentions }));
  });

  it("gives the mentions that it was asked about, not older ones of the same place", () => {
    const { text, mentions } = readMarked("{BGI|company} operates {sequencing centres|sequencing}.");
    const index = new RelationIndex();
    index.relations(readPassages(text, "plain"), mentions);
    const again = mentions.map((mention) => ({ ...mention }));
    assert.equal(index.relations(readPassages(text, "plain"), again)[0]?.source.mention, again[0]);
  });
});
