import assert from "node:assert/strict";
import { pageHtml } from "../../../../../src/extension/features/pages/page-html";
import { DEFAULT_OPTIONS, type Texts } from "../../../../../src/webview/insight/messages";

describe("the page of a web view", () => {
  const assets = { script: "s.js", style: "s.css", source: "https://page.test", nonce: "N", language: "en" };
  const hostile = { title: `"><script>alert(1)</script>` } as Texts;
  const html = pageHtml(assets, hostile, DEFAULT_OPTIONS);

  it("allows our script and our stylesheet, images of its own plots, and nothing else", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    assert.equal(policy, "default-src 'none'; script-src 'nonce-N'; style-src https://page.test; img-src data:");
  });

  it("keeps its words out of its markup", () => {
    assert.doesNotMatch(html, /<script>/);
    assert.equal([...html.matchAll(/<script /g)].length, 1);
  });
});
