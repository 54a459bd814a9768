import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pdfFile } from "../support/pdf-file";
import { healthgeo, write } from "./annotations/support";

const PAGES = [[{ text: "China and Kenya share genomic data.", x: 60, y: 100 }]];

describe("healthgeo import", () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "healthgeo-import-"));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it("writes Markdown beside the original, and goes on where one cannot be read", async () => {
    const pdf = await write(folder, "Brief 1.pdf", pdfFile(PAGES));
    const broken = await write(folder, "broken.pdf", "no PDF");
    const html = await write(folder, "page.html", "<h1>Kenya</h1>");
    const { code, data, messages } = await healthgeo("import", broken, pdf, html);
    assert.deepEqual([code, data], [1, ""]);
    assert.match(await readFile(join(folder, "Brief 1.md"), "utf8"), /<!-- page 1 -->\n\nChina and Kenya/);
    assert.match(await readFile(join(folder, "page.md"), "utf8"), /# Kenya/);
    assert.ok(messages.includes(`Wrote ${join(folder, "Brief 1.md")} (1 page).`));
    assert.match(messages, /broken\.pdf: error: The file is no PDF/);
  });

  it("replaces nothing unless it is told to", async () => {
    const html = await write(folder, "page.html", "<h1>New</h1>");
    const target = await write(folder, "page.md", "Old\n");
    const refused = await healthgeo("import", html);
    assert.deepEqual([refused.code, await readFile(target, "utf8")], [1, "Old\n"]);
    assert.match(refused.messages, /page\.md: is there already; --force replaces it/);
    assert.equal((await healthgeo("import", html, "--force")).code, 0);
    assert.match(await readFile(target, "utf8"), /# New/);
  });

  it("writes into another folder where it is asked to", async () => {
    const html = await write(folder, "page.html", "<h1>Kenya</h1>");
    const { code } = await healthgeo("import", html, "--out-dir", join(folder, "texts"));
    assert.equal(code, 0);
    assert.match(await readFile(join(folder, "texts", "page.md"), "utf8"), /# Kenya/);
  });

  it("says what it cannot import", async () => {
    assert.match((await healthgeo("import", join(folder, "a.doc"))).messages, /only pdf, docx/);
    assert.match((await healthgeo("import", join(folder, "a.pdf"))).messages, /no such file/);
    assert.equal((await healthgeo("import")).code, 2);
    assert.match((await healthgeo("import", "--help")).data, /^Usage: healthgeo import/);
  });
});
