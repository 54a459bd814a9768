import assert from "node:assert/strict";
import fc from "fast-check";
import { taggedText } from "../../../../../src/extension/presentation/marks/tagged-text";

describe("taggedText", () => {
  it("shows spans as inline tags, and rejected ones as such", () => {
    const { text } = taggedText("the WHO in China", [
      { start: 4, end: 7, class: "actor.intergovernmental", entity: "who" },
      { start: 11, end: 16 },
    ]);
    assert.equal(text, 'the [WHO]{.actor-intergovernmental entity="who"} in [China]{.rejected}');
  });

  it("nests a span that lies in another, and keeps neighbours apart", () => {
    const tags = [
      { start: 2, end: 4, class: "actor.state" },
      { start: 0, end: 2 },
      { start: 2, end: 3 },
    ];
    assert.equal(taggedText("abcd", tags).text, "[ab]{.rejected}[[c]{.rejected}d]{.actor-state}");
  });

  const words = fc.string({ unit: fc.constantFrom("a", "[", "]", "{", "\n", "😀"), minLength: 1, maxLength: 40 });
  const setting = words.chain((source) =>
    fc.record({
      source: fc.constant(source),
      tags: fc.array(
        fc.tuple(fc.nat(source.length), fc.nat(source.length)).map(([a, b]) => ({
          start: Math.min(a, b),
          end: Math.max(a, b) + 1,
          class: "actor.state",
        })),
        { maxLength: 6 },
      ),
      at: fc.nat(source.length),
    }),
  );

  it("keeps the lines of the text and leads from it to its tagged form and back", () => {
    fc.assert(
      fc.property(setting, ({ source, tags, at }) => {
        const inside = tags
          .map((tag) => ({ ...tag, end: Math.min(source.length, tag.end) }))
          .filter((t) => t.start < t.end);
        const tagged = taggedText(source, inside);
        assert.equal(tagged.text.split("\n").length, source.split("\n").length);
        assert.equal(tagged.sourceOffset(tagged.taggedOffset(at)), at);
        assert.ok(at === source.length || tagged.text.slice(tagged.taggedOffset(at)).includes(source.charAt(at)));
      }),
    );
  });

  it("leads from every place of the tagged form to one in order", () => {
    fc.assert(
      fc.property(setting, ({ source, tags }) => {
        const inside = tags.filter(({ end }) => end <= source.length);
        const tagged = taggedText(source, inside);
        const offsets = Array.from({ length: tagged.text.length + 1 }, (_, offset) => tagged.sourceOffset(offset));
        assert.deepEqual(
          offsets,
          offsets.toSorted((a, b) => a - b),
        );
        assert.deepEqual([offsets[0], offsets.at(-1)], [0, source.length]);
      }),
    );
  });
});
