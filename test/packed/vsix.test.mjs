import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { describe, it } from "mocha";
import { VSIX, readZip } from "./vsix.mjs";

/** Every file that people install. A new one is added here on purpose, or it does not ship. */
const SHIPPED = [
  "[Content_Types].xml",
  "extension.vsixmanifest",
  "extension/LICENSE.txt",
  "extension/changelog.md",
  "extension/dist/compromise-one.js",
  "extension/dist/compromise-two.js",
  "extension/dist/document-readers.js",
  "extension/dist/engine.js",
  "extension/dist/extension.js",
  "extension/dist/fast-xml-parser.js",
  "extension/dist/mammoth.js",
  "extension/dist/markdown.js",
  "extension/dist/n3-parser.js",
  "extension/dist/packs.js",
  "extension/dist/panels.js",
  "extension/dist/papaparse.js",
  "extension/dist/pdf.js",
  "extension/dist/relations.js",
  "extension/dist/reports.js",
  "extension/dist/taxonomy-formats.js",
  "extension/dist/taxonomy.bin",
  "extension/dist/views.js",
  "extension/dist/webview/concordance.css",
  "extension/dist/webview/concordance.js",
  "extension/dist/webview/dependency-map.css",
  "extension/dist/webview/dependency-map.js",
  "extension/dist/webview/insight.css",
  "extension/dist/webview/insight.js",
  "extension/l10n/bundle.l10n.json",
  "extension/media/healthgeo.svg",
  "extension/media/icon.png",
  "extension/media/inline-tags.css",
  "extension/media/theme-dark.svg",
  "extension/media/theme-light.svg",
  "extension/media/walkthrough/decide.svg",
  "extension/media/walkthrough/entities-panel.svg",
  "extension/media/walkthrough/hover-why.svg",
  "extension/media/walkthrough/open-report.svg",
  "extension/media/walkthrough/sample-report.md",
  "extension/media/walkthrough/share-taxonomy.svg",
  "extension/package.json",
  "extension/package.nls.json",
  "extension/readme.md",
  "extension/schemas/ledger.schema.json",
  "extension/schemas/pack.schema.json",
  "extension/snippets/healthgeo.code-snippets",
  "extension/snippets/taxonomy.code-snippets",
  "extension/syntaxes/inline-tags.tmLanguage.json",
];

const MEGABYTE = 1024 * 1024;

describe("the package", () => {
  const files = readZip(VSIX);
  const text = (path) => files.get(path)().toString("utf8");

  it("holds exactly the files that are meant to ship", () => {
    assert.deepEqual([...files.keys()].sort(), SHIPPED);
  });

  it("is smaller than two and a half megabytes, of which PDF files need one half", () => {
    assert.ok(statSync(VSIX).size < 2.5 * MEGABYTE);
  });

  it("has less than 300 KB of code to load before the first document is read", () => {
    assert.ok(text("extension/dist/extension.js").length < 300 * 1024);
  });

  it("holds every file that its manifest names", () => {
    const named = [
      ...text("extension/package.json").matchAll(/"\.?\/?((?:dist|media|schemas|snippets|syntaxes)\/[^"]+)"/g),
    ];
    // The command line and the library are for Node projects, not for the editor.
    const expected = named.map(([, path]) => path).filter((path) => !/^dist\/(?:cli|core)\./.test(path));
    for (const path of expected) assert.ok(files.has(`extension/${path}`), path);
  });

  it("asks for nothing but the editor's API and files beside it, so that web hosts can run it", () => {
    for (const path of [...files.keys()].filter((file) => /^extension\/dist\/[^/]+\.js$/.test(file))) {
      const required = [...text(path).matchAll(/\brequire\("([\w@./-]+)"\)/g)].map(([, module]) => module);
      const missing = required.filter(
        (module) => module !== "vscode" && !files.has(`extension/dist/${module.slice(2)}`),
      );
      assert.deepEqual(missing, [], path);
    }
  });

  it("keeps source maps and sources out", () => {
    for (const path of files.keys()) assert.doesNotMatch(path, /\.(?:map|ts)$/);
    assert.doesNotMatch(text("extension/dist/extension.js"), /sourceMappingURL/);
  });
});
