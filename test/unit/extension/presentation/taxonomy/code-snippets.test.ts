import assert from "node:assert/strict";
import fc from "fast-check";
import {
  changesOf,
  codeSnippets,
  codeSnippetsFile,
  escapeSnippet,
  parseCodeSnippets,
} from "../../../../../src/extension/presentation/taxonomy/code-snippets";

const entity = (id: string, label: string) => ({ id, class: "actor.state", label, terms: [], line: 1 });
const CLASS = { id: "actor.state", label: "State", definition: "A country.", line: 1 };

describe("the snippets of VS Code for a taxonomy", () => {
  it("tag classes and entities, and name entities where a tag would be printed", () => {
    const snippets = codeSnippets([CLASS], [entity("kenya", "Kenya")]);
    assert.deepEqual(Object.keys(snippets), ["class actor.state", "entity kenya", "entity kenya (name)"]);
    assert.equal(snippets["class actor.state"]?.body, "[${1:${TM_SELECTED_TEXT:State}}]{.actor-state\\}$0");
    assert.equal(snippets["entity kenya"]?.body, '[Kenya]{.actor-state entity="kenya"\\}$0');
    assert.equal(snippets["entity kenya (name)"]?.body, "Kenya$0");
  });

  it("make the same file whatever the order of the taxonomy, and read back from it", () => {
    const list = [entity("b", "B"), entity("a", "A")];
    const file = codeSnippetsFile(codeSnippets([CLASS], list), "Ours.");
    assert.equal(codeSnippetsFile(codeSnippets([CLASS], [...list].reverse()), "Ours."), file);
    assert.deepEqual(parseCodeSnippets(file), codeSnippets([CLASS], list));
    assert.equal(parseCodeSnippets("not json"), undefined);
  });

  it("say what changes in a file", () => {
    const before = { ...codeSnippets([], [entity("a", "A")]), other: {} };
    assert.deepEqual(changesOf(before, codeSnippets([], [entity("a", "AA")])), [
      { name: "entity a", kind: "changed" },
      { name: "entity a (name)", kind: "changed" },
      { name: "other", kind: "removed" },
    ]);
  });

  it("insert any text as it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = escapeSnippet(text);
        assert.equal(escaped.replace(/\\([\\$}])/g, "$1"), text);
        assert.ok(!/(?<!\\)(?:\\\\)*[$}]/.test(escaped));
      }),
    );
  });
});
