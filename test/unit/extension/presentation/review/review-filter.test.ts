import assert from "node:assert/strict";
import fc from "fast-check";
import {
  completeReviewFilter,
  parseReviewFilter,
  type FilterSubject,
} from "../../../../../src/extension/presentation/review/review-filter";

const CHINA: FilterSubject = {
  text: "Beijing",
  entity: "China",
  class: "actor.state",
  classLabel: "State",
  by: "lexicon",
  pack: "states",
  confidence: 0.95,
};
const RULED: FilterSubject = {
  text: "Ministry of\nHealth",
  class: "actor.agency",
  classLabel: "Agency",
  by: "rule",
  pack: "names-by-rule",
  confidence: 0.75,
};
const BY_HAND: FilterSubject = { text: "São Tomé", class: "actor.state", classLabel: "State" };

describe("the filter of the review", () => {
  const cases: readonly (readonly [filter: string, passing: readonly FilterSubject[]])[] = [
    ["", [CHINA, RULED, BY_HAND]],
    ["   ", [CHINA, RULED, BY_HAND]],
    ["china", [CHINA]],
    ["BEIJING", [CHINA]],
    ["sao tome", [BY_HAND]],
    ['"ministry of health"', [RULED]],
    ['"of ministry"', []],
    ["of ministry", [RULED]],
    ['"ministry of', [RULED]],
    ["state", [CHINA, BY_HAND]],
    ["class:state", [CHINA, BY_HAND]],
    ["class:actor", [CHINA, RULED, BY_HAND]],
    ["CLASS:Agency", [RULED]],
    ["-class:agency", [CHINA, BY_HAND]],
    ["pack:states", [CHINA]],
    ["-pack:states", [RULED, BY_HAND]],
    ["by:term", [CHINA]],
    ["by:lexicon", [CHINA]],
    ["by:rule", [RULED]],
    ["confidence:<80", [RULED]],
    ["confidence:<0.8", [RULED]],
    ["confidence:>=95%", [CHINA]],
    ["confidence:75", [CHINA, RULED]],
    ["confidence:=75", [RULED]],
    ["confidence:>75", [CHINA]],
    ["confidence:<=1", [CHINA, RULED]],
    ["class:actor confidence:>90 -kenya", [CHINA]],
    ["https://beijing", []],
    ["china class:", [CHINA]],
    ["-", [CHINA, RULED, BY_HAND]],
  ];
  for (const [filter, passing] of cases) {
    it(`lets "${filter}" pass ${passing.map(({ text }) => text.replace("\n", " ")).join(", ") || "nothing"}`, () => {
      const parsed = parseReviewFilter(filter);
      assert.deepEqual(
        [CHINA, RULED, BY_HAND].filter((subject) => parsed.matches(subject)),
        passing,
      );
    });
  }

  it("leaves out a part that means nothing, and names it", () => {
    const filter = parseReviewFilter("china confidence:high");
    assert.equal(filter.fault, "confidence:high");
    assert.ok(filter.matches(CHINA));
    assert.equal(filter.matches(RULED), false);
  });

  it("is empty where nothing is asked", () => {
    assert.ok(parseReviewFilter(" ").isEmpty);
    assert.ok(parseReviewFilter("confidence:high").isEmpty);
    assert.equal(parseReviewFilter("a").isEmpty, false);
  });

  it("passes with a minus exactly what does not pass without", () => {
    const part = fc.constantFrom("china", "class:state", "pack:states", "by:rule", "confidence:<80", '"of Health"');
    const subject = fc.constantFrom(CHINA, RULED, BY_HAND);
    fc.assert(
      fc.property(part, subject, (filter, each) => {
        assert.notEqual(parseReviewFilter(filter).matches(each), parseReviewFilter(`-${filter}`).matches(each));
      }),
    );
  });

  it("takes any text without complaint", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (filter) => {
        parseReviewFilter(filter).matches(CHINA);
        completeReviewFilter(filter, [CHINA]);
      }),
    );
  });
});

describe("completing the filter of the review", () => {
  const filters = (source: string) =>
    completeReviewFilter(source, [CHINA, RULED, CHINA]).map(({ filter, count }) => [filter, count]);

  it("offers the values of a key that the suggestions have, the most frequent first", () => {
    assert.deepEqual(filters("class:"), [
      ["class:actor.state ", 2],
      ["class:actor.agency ", 1],
    ]);
    assert.deepEqual(filters("by:"), [
      ["by:term ", 2],
      ["by:rule ", 1],
    ]);
  });

  it("completes the last part and keeps the others and the minus", () => {
    assert.deepEqual(filters("china -pack:na"), [["china -pack:names-by-rule ", 1]]);
  });

  it("offers every key where nothing is begun", () => {
    const keys = completeReviewFilter("china ", [CHINA]).map(({ key }) => key);
    assert.deepEqual([...new Set(keys)], ["class", "confidence", "pack", "by"]);
  });

  it("makes filters that let pass what they count", () => {
    const subjects = [CHINA, RULED, BY_HAND];
    for (const { filter, count } of completeReviewFilter("", subjects)) {
      const parsed = parseReviewFilter(filter);
      if (count !== undefined)
        assert.equal(subjects.filter((subject) => parsed.matches(subject)).length, count, filter);
    }
  });
});
