import assert from "node:assert/strict";
import fc from "fast-check";
import { applyEdit, quoteOf, review, type Decision, type Edit, type Span } from "../../../src/core";
import { TrackedPlaces } from "../../../src/extension/tracked-places";

describe("TrackedPlaces", () => {
  const TEXT = "In 2020 the ministry asked China for its genomic data, and was refused.";

  function decisionOn(text: string, quote: string): Decision {
    const start = text.indexOf(quote);
    return {
      id: quote,
      status: "accepted",
      scope: "mention",
      class: "actor.state",
      time: "2026-01-01T00:00:00Z",
      ...quoteOf(text, { start, end: start + quote.length }),
    };
  }

  /** Follows decisions from one text through an edit to the next, as an open document does. */
  function follow(
    places: TrackedPlaces,
    text: string,
    decisions: readonly Decision[],
    old: string,
    replacement: string,
  ): string {
    const start = text.indexOf(old);
    places.edit([{ start, end: start + old.length, text: replacement }]);
    const edited = text.slice(0, start) + replacement + text.slice(start + old.length);
    const current = places.current(decisions);
    const requoted = places.requote(edited, current, review(edited, [], current));
    places.update(decisions, review(edited, [], requoted ? places.current(decisions) : current));
    return edited;
  }

  function opened(decisions: readonly Decision[]): TrackedPlaces {
    const places = new TrackedPlaces();
    places.update(decisions, review(TEXT, [], decisions));
    return places;
  }

  /** Rewrites all words around the decision on China, one side after the other. */
  function rewriteAround(places: TrackedPlaces, decisions: readonly Decision[]): string {
    const text = follow(places, TEXT, decisions, "In 2020 the ministry asked ", "Asked by Nairobi, ");
    return follow(places, text, decisions, " for its genomic data, and was refused", " said no");
  }

  it("keeps a decision whose whole surroundings are rewritten, and requotes it", () => {
    const decisions = [decisionOn(TEXT, "China")];
    const places = opened(decisions);
    const text = rewriteAround(places, decisions);
    assert.equal(places.unsaved[0]?.prefix, "Asked by Nairobi, ");
    assert.equal(review(text, [], places.current(decisions)).mentions[0]?.start, text.indexOf("China"));
  });

  it("leaves the ledger's line as it is when the edit is elsewhere", () => {
    const decisions = [decisionOn(TEXT, "China")];
    const places = opened(decisions);
    follow(places, TEXT, decisions, "refused.", "refused. Two years later another ministry asked again.");
    assert.deepEqual(places.unsaved, []);
  });

  it("forgets a decision whose own words are edited", () => {
    const decisions = [decisionOn(TEXT, "China")];
    const places = opened(decisions);
    follow(places, TEXT, decisions, "China", "Chile");
    assert.deepEqual(places.unsaved, []);
  });

  it("goes by the ledger again when somebody decides anew, or the new form is saved", () => {
    const decisions = [decisionOn(TEXT, "China")];
    const places = opened(decisions);
    const text = rewriteAround(places, decisions);
    const saved = places.unsaved;
    assert.equal(saved.length, 1);
    assert.equal(places.current(saved)[0], saved[0]);
    assert.deepEqual(places.unsaved, []);
    assert.equal(review(text, [], saved).unplaced.length, 0);
  });

  it("goes back to the ledger when the text is again what it was", () => {
    const decisions = [decisionOn(TEXT, "China")];
    const places = opened(decisions);
    const rewritten = rewriteAround(places, decisions);
    follow(places, rewritten, decisions, rewritten, TEXT);
    assert.deepEqual(places.unsaved, []);
    assert.equal(review(TEXT, [], places.current(decisions)).unplaced.length, 0);
  });

  it("leaves a place when somebody gave the decision another one", () => {
    const decisions = [decisionOn(TEXT, "China")];
    const places = opened(decisions);
    const elsewhere = [{ ...decisionOn("They asked Chile.", "Chile"), id: "China" }];
    const current = places.current(elsewhere);
    assert.equal(places.requote(TEXT, current, review(TEXT, [], current)), false);
    assert.equal(review(TEXT, [], places.current(elsewhere)).unplaced.length, 1);
  });

  it("keeps a decision whose words were wrapped before it was opened", () => {
    const decisions = [decisionOn(TEXT, "genomic data")];
    const places = new TrackedPlaces();
    const wrapped = TEXT.replace("genomic data", "genomic\ndata");
    places.update(decisions, review(wrapped, [], decisions));
    let text = follow(places, wrapped, decisions, "In 2020 the ministry asked China for its ", "Give us your ");
    text = follow(places, text, decisions, ", and was refused", "!");
    assert.deepEqual(
      places.unsaved.map(({ quote, prefix }) => [quote, prefix]),
      [["genomic\ndata", "Give us your "]],
    );
    assert.equal(review(text, [], places.current(decisions)).mentions[0]?.start, "Give us your ".length);
  });

  it("knows the place of every decision whose own words nobody touched, whatever is edited and however often", () => {
    const words = fc.constantFrom("China ", "data ", "the ministry ", "x", "\n\n", ". ", "");
    const edits = fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.array(words, { maxLength: 6 })), { maxLength: 12 });
    fc.assert(
      fc.property(fc.constantFrom("China", "genomic data", "ministry"), edits, (quote, steps) => {
        const decisions = [decisionOn(TEXT, quote)];
        const places = opened(decisions);
        let text = TEXT;
        let truth: Span = { start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length };
        for (const [at, length, inserted] of steps) {
          const start = at % (text.length + 1);
          const edit = { start, end: Math.min(text.length, start + length), text: inserted.join("") };
          places.edit([edit]);
          text = applyEdit(text, edit);
          const moved = placeAfter(truth, edit);
          const current = places.current(decisions);
          const first = review(text, [], current);
          const again = places.requote(text, current, first) ? review(text, [], places.current(decisions)) : first;
          places.update(decisions, again);
          if (moved === undefined) return;
          truth = moved;
          assert.deepEqual([again.mentions[0]?.start, again.mentions[0]?.end], [truth.start, truth.end]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** Where words stand after an edit; undefined where it touches them. */
function placeAfter({ start, end }: Span, edit: Edit): Span | undefined {
  if (edit.start >= end) return { start, end };
  const by = edit.text.length - (edit.end - edit.start);
  return edit.end <= start ? { start: start + by, end: end + by } : undefined;
}
