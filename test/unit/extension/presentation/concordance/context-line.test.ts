import assert from "node:assert/strict";
import fc from "fast-check";
import { contextLine } from "../../../../../src/extension/presentation/concordance/context-line";

describe("contextLine", () => {
  const contextOf = (line: string, mention: string) => {
    const start = line.indexOf(mention);
    return contextLine(line, { start, end: start + mention.length });
  };

  it("keeps a short line whole", () => {
    const { label, highlight } = contextOf("The WHO calls for benefit sharing.", "WHO");
    assert.equal(label, "The WHO calls for benefit sharing.");
    assert.equal(label.slice(...highlight), "WHO");
  });

  it("cuts a long line at word borders and says so", () => {
    const line = `${"before ".repeat(20)}China${" after".repeat(40)}`;
    const { label, highlight } = contextOf(line, "China");
    assert.match(label, /^…before China( after)+…$/);
    assert.equal(label.slice(...highlight), "China");
  });

  it("shows tabs, indentation and runs of spaces as single spaces", () => {
    assert.equal(contextOf("  -\tthe   UK\tBiobank", "UK\tBiobank").label, "- the UK Biobank");
  });

  it("always highlights the mention", () => {
    fc.assert(
      fc.property(fc.string(), fc.stringMatching(/^\w{1,20}$/), fc.string(), (before, mention, after) => {
        const span = { start: before.length, end: before.length + mention.length };
        const { label, highlight } = contextLine(before + mention + after, span);
        assert.equal(label.slice(...highlight), mention);
      }),
    );
  });
});
