import assert from "node:assert/strict";
import { quoteOf, review, type Decision } from "../../../src/core";
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
});
