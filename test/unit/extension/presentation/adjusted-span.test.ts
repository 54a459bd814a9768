import assert from "node:assert/strict";
import fc from "fast-check";
import { adjustedSpan, type Adjustment } from "../../../../src/extension/presentation/adjusted-span";

/** The text with the span in brackets after an adjustment of the span that is in brackets. */
function adjusted(marked: string, adjustment: Adjustment): string | undefined {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  const text = marked.replace(/[[\]]/g, "");
  const span = adjustedSpan(text, { start, end }, adjustment);
  return span && `${text.slice(0, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end)}`;
}

describe("a span adjusted by a word", () => {
  const cases: readonly (readonly [before: string, adjustment: Adjustment, after: string | undefined])[] = [
    ["the [WHO] asks", "extendEnd", "the [WHO asks]"],
    ["the [WHO], it asks", "extendEnd", "the [WHO, it] asks"],
    ["the [WHO]\nasks", "extendEnd", "the [WHO\nasks]"],
    ["the [WHO]\n\nasks", "extendEnd", undefined],
    ["the [WHO].", "extendEnd", undefined],
    ["[long]-term data", "extendEnd", "[long-term] data"],
    ["a [data] co-operation", "extendEnd", "a [data co-operation]"],
    ["the [WHO] asks", "extendStart", "[the WHO] asks"],
    ["Kenya’s [data]", "extendStart", "[Kenya’s data]"],
    ["end.\n\n[WHO]", "extendStart", undefined],
    ["[WHO]", "extendStart", undefined],
    ["a [raw genomic data] b", "shrinkEnd", "a [raw genomic] data b"],
    ["a [“raw” data] b", "shrinkEnd", "a [“raw]” data b"],
    ["a [data] b", "shrinkEnd", undefined],
    ["a [raw genomic data] b", "shrinkStart", "a raw [genomic data] b"],
    ["a [data] b", "shrinkStart", undefined],
  ];
  for (const [before, adjustment, after] of cases) {
    it(`${adjustment}: ${JSON.stringify(before)} becomes ${JSON.stringify(after ?? "nothing else")}`, () => {
      assert.equal(adjusted(before, adjustment), after);
    });
  }

  it("moves one end only, the way it says, and keeps at least a word", () => {
    const words = fc.array(fc.constantFrom("WHO", "co-op", " ", "\n", "\n\n", ", ", "é", "data’s", "😀", "("), {
      minLength: 1,
      maxLength: 30,
    });
    const place = words
      .map((all) => all.join(""))
      .chain((text) => fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat(text.length)));
    const adjustment = fc.constantFrom<Adjustment>("extendEnd", "shrinkEnd", "extendStart", "shrinkStart");
    fc.assert(
      fc.property(place, adjustment, ([text, a, b], how) => {
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        const after = adjustedSpan(text, span, how);
        if (after === undefined) return;
        assert.equal(how.endsWith("End") ? after.start : after.end, how.endsWith("End") ? span.start : span.end);
        const grows = after.end - after.start > span.end - span.start;
        assert.equal(grows, how.startsWith("extend"));
        assert.match(text.slice(after.start, after.end), /[\p{L}\p{N}]/u);
        assert.ok(after.start >= 0 && after.end <= text.length);
      }),
    );
  });
});
