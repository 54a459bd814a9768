import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdit, quoteOf, type Edit } from "../../../src/core";
import { TrackedQuotes, type QuotedPlace } from "../../../src/extension/tracked-quotes";
import { editOf, repetitiveText, spanOf } from "../core/annotations/arbitraries";

const TEXT = "First, China holds the data. Later, China sells the data.";

function quoted(text: string, words: string, isElastic: boolean): QuotedPlace {
  const start = text.lastIndexOf(words);
  return { key: words, quote: quoteOf(text, { start, end: start + words.length }), isElastic };
}

/** The place of a quote after edits, and what of the ledger has to be renewed. */
function afterEdits(quote: QuotedPlace, ...edits: readonly Edit[]) {
  const tracked = new TrackedQuotes();
  tracked.place(TEXT, [quote]);
  tracked.edit(edits);
  const text = edits.reduce((each, edit) => applyEdit(each, edit), TEXT);
  const place = tracked.place(text, [quote]).get(quote.key)!;
  const words = "placed" in place ? text.slice(place.placed.start, place.placed.end) : undefined;
  return { words, renewed: tracked.renewed(text, [quote]).get(quote.key)?.quote };
}

describe("quotes tracked through edits", () => {
  const at = TEXT.lastIndexOf("sells");

  it("keep a passage that is edited inside, and have its new words when it is saved", () => {
    const passage = quoted(TEXT, "China sells the data", true);
    const edit = { start: at, end: at + "sells".length, text: "gives away" };
    assert.deepEqual(afterEdits(passage, edit), {
      words: "China gives away the data",
      renewed: "China gives away the data",
    });
  });

  it("lose a mention that is edited inside", () => {
    const mention = quoted(TEXT, "sells", false);
    assert.deepEqual(afterEdits(mention, { start: at + 1, end: at + 3, text: "old " }), {
      words: undefined,
      renewed: undefined,
    });
  });

  it("lose a passage of which nothing is left", () => {
    const passage = quoted(TEXT, "sells", true);
    assert.equal(afterEdits(passage, { start: at - 3, end: at + 9, text: "" }).words, undefined);
  });

  it("follow the ledger where that says another place", () => {
    const tracked = new TrackedQuotes();
    tracked.place(TEXT, [{ ...quoted(TEXT, "China", true), key: "m" }]);
    const first = { key: "m", quote: quoteOf(TEXT, { start: 7, end: 12 }), isElastic: true };
    assert.deepEqual(tracked.place(TEXT, [first]).get("m"), { placed: { start: 7, end: 12 } });
  });

  it("are found again by what was renewed, after any edits", () => {
    const anyCase = repetitiveText.chain((text) =>
      fc.tuple(fc.constant(text), spanOf(text), editOf(text), fc.boolean()),
    );
    fc.assert(
      fc.property(anyCase, ([text, span, edit, isElastic]) => {
        const quote = { key: "q", quote: quoteOf(text, span), isElastic };
        const tracked = new TrackedQuotes();
        tracked.place(text, [quote]);
        tracked.edit([edit]);
        const edited = applyEdit(text, edit);
        const place = tracked.place(edited, [quote]).get("q")!;
        if ("reason" in place) return;
        const renewed = tracked.renewed(edited, [quote]).get("q");
        const again = new TrackedQuotes().place(edited, [{ ...quote, quote: renewed ?? quote.quote }]).get("q");
        assert.deepEqual(again, place);
      }),
    );
  });
});
