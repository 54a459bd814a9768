import assert from "node:assert/strict";
import { memoMarkdown } from "../../../../src/extension/presentation/memo-text";

describe("the body of a memo", () => {
  it("loads no picture", () => {
    const shown = memoMarkdown("See ![map](https://example.org/a.png) and ![][ref].");
    assert.doesNotMatch(shown, /!\[/);
    assert.match(shown, /\[map\]\(https:\/\/example\.org\/a\.png\)/);
  });

  it("keeps all other Markdown", () => {
    const body = "**Bold!** [link](https://example.org) `code`";
    assert.equal(memoMarkdown(body), body);
  });
});
