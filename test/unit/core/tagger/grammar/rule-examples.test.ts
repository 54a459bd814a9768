import assert from "node:assert/strict";
import { checkRuleExamples } from "../../../../../src/core/tagger/grammar/rule-examples";
import type { GrammarRule } from "../../../../../src/core/taxonomy/model";

function rule(match: string, hits: readonly string[], misses: readonly string[] = []): GrammarRule {
  return { id: "agency", class: "actor.agency", match, hits, misses, line: 12 };
}

function messages(...rules: GrammarRule[]): string[] {
  return checkRuleExamples(rules, "packs/a.yaml").map(({ code, message }) => `${code}: ${message}`);
}

describe("checkRuleExamples", () => {
  it("is content with rules whose examples hold", () => {
    assert.deepEqual(messages(rule("#NameWord+ Agency", ["Drug Agency", "Drug Agency"], ["an agency"])), []);
  });

  it("wants the whole hit to be the mention, or the part in square brackets", () => {
    assert.deepEqual(messages(rule("#NameWord+ Agency", ["the [Drug Agency]'s budget"])), []);
    assert.deepEqual(messages(rule("#NameWord+ Agency", ["the Drug Agency"])), [
      'rule.hit: Rule "agency": it finds "Drug Agency" in its hit example "the Drug Agency" instead of "the Drug Agency"; correct the rule or the example.',
    ]);
    assert.deepEqual(messages(rule("#NameWord+ Agency", ["drug office"])), [
      'rule.hit: Rule "agency": it finds nothing in its hit example "drug office" instead of "drug office"; correct the rule or the example.',
    ]);
  });

  it("wants nothing to be found in a miss", () => {
    assert.deepEqual(messages(rule("#NameWord+ Agency", ["Drug Agency"], ["a Travel Agency"])), [
      'rule.miss: Rule "agency": it finds "Travel Agency" in its miss example "a Travel Agency"; narrow the rule or remove the example.',
    ]);
  });

  it("names the file and the line of the rule", () => {
    const [problem] = checkRuleExamples([rule("(agency", ["x"])], "packs/a.yaml");
    assert.deepEqual(
      { severity: problem?.severity, code: problem?.code, uri: problem?.uri, line: problem?.line },
      { severity: "error", code: "rule.syntax", uri: "packs/a.yaml", line: 12 },
    );
  });

  it("reports a tag that compromise does not have, which would match nothing without a word", () => {
    assert.deepEqual(messages(rule("#Location county government", [])), [
      'rule.unknown-tag: Rule "agency": #Location is not a tag of compromise, so the rule can match nothing; see its list of tags for the right name.',
    ]);
    assert.deepEqual(messages(rule("#Place county government", ["Kisumu county government"])), []);
  });
});
