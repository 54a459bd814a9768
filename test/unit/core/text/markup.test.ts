import assert from "node:assert/strict";
import fc from "fast-check";
import { escapeMarkup, Markup, markup } from "../../../../src/core/text/markup";

describe("markup", () => {
  it("escapes what is inserted, but for markup", () => {
    const name = `<b title='x'>"&`;
    assert.equal(
      markup`<p title="${name}">${[markup`<i>${name}</i>`, undefined]}${1}</p>`.source,
      `<p title="&lt;b title=&#39;x&#39;&gt;&quot;&amp;"><i>&lt;b title=&#39;x&#39;&gt;&quot;&amp;</i>1</p>`,
    );
    assert.equal(markup`${new Markup("<hr>")}`.source, "<hr>");
  });

  it("leaves nothing that begins a tag, ends an attribute or is not allowed in XML", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        // eslint-disable-next-line no-control-regex
        assert.doesNotMatch(escapeMarkup(text), /[<>"'\0-\x08]|&(?!amp;|lt;|gt;|quot;|#39;)/);
      }),
    );
  });
});
