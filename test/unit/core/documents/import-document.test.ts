import assert from "node:assert/strict";
import fc from "fast-check";
import { importDocument, type ImportFormat, importFormatOfPath, pageAt, type ReadOptions } from "../../../../src/core";
import { pdfFile } from "../../support/pdf-file";
import { docxFile, zipFile } from "../../support/zip-file";

const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text));

async function imported(bytes: Uint8Array, format: ImportFormat, options: Partial<ReadOptions> = {}) {
  return importDocument(bytes, format, `report.${format}`, { uri: `in/report.${format}`, ...options });
}

async function problemOf(bytes: Uint8Array, format: ImportFormat): Promise<string> {
  const { markdown, problems } = await imported(bytes, format);
  assert.equal(markdown, undefined);
  assert.equal(problems.length, 1);
  assert.equal(problems[0]!.uri, `in/report.${format}`);
  return problems[0]!.message;
}

const LINES = [
  "China and Kenya share genomic data with a",
  "biobank in Nairobi, under an agree-",
  "ment on data sovereignty.",
];

describe("importing a PDF", () => {
  const pages = [1, 2, 3].map((number) => [
    { text: `Health brief ${number}`, x: 60, y: 30, size: 8 },
    ...(number === 1 ? [{ text: "Who decides", x: 60, y: 80, size: 20 }] : []),
    ...LINES.map((text, index) => ({ text, x: 60, y: 120 + index * 12 })),
    { text: "DRAFT", x: 300, y: 400, size: 40, isUpright: false as const },
  ]);

  it("gives its text with headings and the page of every word", async () => {
    const { markdown = "", pages: count, problems } = await imported(pdfFile(pages), "pdf");
    assert.deepEqual(problems, []);
    assert.equal(count, 3);
    const paragraph =
      "China and Kenya share genomic data with a biobank in Nairobi, under an agreement on data sovereignty.";
    assert.equal(
      markdown,
      `---\nsource: "report.pdf"\npages: 3\n---\n\n<!-- page 1 -->\n\n# Who decides\n\n${paragraph}\n\n<!-- page 2 -->\n\n${paragraph}\n\n<!-- page 3 -->\n\n${paragraph}\n`,
    );
    assert.equal(pageAt(markdown, markdown.lastIndexOf("Nairobi")), 3);
  });

  it("leaves nothing of its library in the globals but its worker", async () => {
    const names = ["DOMMatrix", "ImageData", "Path2D"];
    const before = names.map((name) => name in globalThis);
    await imported(pdfFile(pages), "pdf");
    assert.deepEqual(
      names.map((name) => name in globalThis),
      before,
    );
  });

  it("tells how far it is and stops when it is told to", async () => {
    const seen: string[] = [];
    const onPage = (page: number, of: number) => void seen.push(`${page}/${of}`);
    await imported(pdfFile(pages), "pdf", { onPage });
    assert.deepEqual(seen, ["1/3", "2/3", "3/3"]);
    assert.deepEqual(await imported(pdfFile(pages), "pdf", { isCancelled: () => true }), { problems: [] });
  });

  it("names pages without text, and says what to do where there is none at all", async () => {
    const { markdown, problems } = await imported(pdfFile([pages[0]!, []]), "pdf");
    assert.match(markdown!, /<!-- page 2 -->\n$/);
    assert.match(problems[0]!.message, /^Page 2 holds? no text/);
    assert.match(await problemOf(pdfFile([[], []]), "pdf"), /text recognition \(OCR\)/);
  });

  it("says that a document is protected or damaged", async () => {
    assert.match(await problemOf(pdfFile(pages, { isEncrypted: true }), "pdf"), /password/);
    assert.match(await problemOf(bytesOf("no PDF"), "pdf"), /no PDF, or it is damaged/);
    assert.match(await problemOf(new Uint8Array(), "pdf"), /no PDF, or it is damaged/);
  });

  it("gives text or a problem, however the bytes are damaged", async () => {
    const whole = pdfFile(pages);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.length - 1), { maxLength: 8 }), fc.nat(255), async (places, byte) => {
        const damaged = whole.slice();
        for (const at of places) damaged[at] = byte;
        const { markdown, problems } = await imported(damaged, "pdf");
        assert.ok(markdown !== undefined || problems.length === 1);
      }),
      { numRuns: 40 },
    );
  });

  it("reads five hundred pages", async () => {
    const many = Array.from({ length: 500 }, (_, index) => [
      { text: "Running head", x: 60, y: 30 },
      ...LINES.map((text, line) => ({ text, x: 60, y: 120 + line * 12 })),
      { text: `Number ${index} stands here alone.`, x: 60, y: 300 },
    ]);
    const { markdown = "", problems } = await imported(pdfFile(many), "pdf");
    assert.deepEqual(problems, []);
    assert.equal(markdown.match(/<!-- page \d+ -->/g)?.length, 500);
    assert.doesNotMatch(markdown, /Running head/);
  });
});

describe("importing a document of Word", () => {
  const paragraph = (text: string, style = "") =>
    `<w:p>${style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;

  it("gives its headings, paragraphs and tables", async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell("State")}${cell("Law")}</w:tr><w:tr>${cell("Kenya")}${cell("DPA")}</w:tr></w:tbl>`;
    const { markdown, problems } = await imported(
      docxFile(`${paragraph("Who rules", "h")}${paragraph("China &lt;b&gt; Kenya")}${table}`),
      "docx",
    );
    assert.deepEqual(problems, []);
    assert.match(markdown!, /^---\nsource: "report.docx"\n---\n\n# Who rules\n\nChina \\<b> Kenya\n\n/);
    assert.match(markdown!, /\| Kenya +\| DPA +\|/);
  });

  it("says what is wrong with one that cannot be read", async () => {
    assert.match(await problemOf(bytesOf("no document"), "docx"), /no \.docx document/);
    assert.match(await problemOf(zipFile([{ name: "a.txt", content: "x" }]), "docx"), /no \.docx document/);
    assert.match(await problemOf(docxFile("<w:p><broken>"), "docx"), /no \.docx document/);
    assert.match(await problemOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0), "docx"), /password/);
  });

  it("refuses one that grows without end when it is unpacked, whatever it claims", async () => {
    const bomb = "<!--".padEnd(70_000_000, "0");
    assert.match(await problemOf(docxFile(bomb), "docx"), /200 MB/);
    const claims = [{ name: "media/a.bin", content: "", claimed: 300_000_000 }];
    assert.match(await problemOf(docxFile(paragraph("x"), claims), "docx"), /200 MB/);
  });
});

describe("importing a page of HTML", () => {
  it("gives its text without scripts, styles, comments and addresses that do something", async () => {
    const page = `<!doctype html><html><head><title>T</title><style>p{}</style></head><body><!-- page 9 -->
      <script>alert(1)</script><h1>Who <em>rules</em></h1><ul><li>one<li>two</ul>
      <p onclick="x()"><a href="javascript:alert(2)">bad</a> <a href="https://example.org/a">good</a> <a href="b.html">near</a>
      &lt;script&gt;alert(3)&lt;/script&gt;</p><iframe src="x"></iframe><img src="data:image/png;base64,AA" alt="chart"><table><tr><th>a<th>b<tr><td>1<td>2</table>`;
    const { markdown } = await imported(bytesOf(page), "html");
    assert.equal(
      markdown,
      '---\nsource: "report.html"\n---\n\n# Who *rules*\n\n- one\n- two\n\nbad [good](https://example.org/a) [near](b.html) \\<script>alert(3)\\</script>\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
    );
  });

  it("reads the encoding that a byte order mark tells", async () => {
    const littleEndian = Buffer.from("\ufeff<p>Santé</p>", "utf16le");
    for (const page of [littleEndian, Buffer.from(littleEndian).swap16()]) {
      const { markdown } = await importDocument(page, "html", "page.html", { uri: "page.html" });
      assert.match(markdown!, /\n\nSanté\n$/);
    }
  });

  it("reads the encoding that the page names", async () => {
    const page = Buffer.from('<meta charset="windows-1252"><p>Santé</p>', "latin1");
    assert.match((await imported(Uint8Array.from(page), "html")).markdown!, /Santé/);
    assert.match((await imported(bytesOf("<p>Santé</p>"), "html")).markdown!, /Santé/);
  });

  it("refuses pages that hold nothing or are nested without end", async () => {
    assert.match(await problemOf(bytesOf("<script>1</script>"), "html"), /holds no text/);
    assert.match(await problemOf(bytesOf("<div>".repeat(20_000) + "x"), "html"), /nested too deeply/);
  });
});

describe("the kind of a document", () => {
  it("is told by its name", () => {
    assert.deepEqual(["a.PDF", "b.docx", "c.htm", "d.doc", "e", "x.pdf/y"].map(importFormatOfPath), [
      "pdf",
      "docx",
      "html",
      undefined,
      undefined,
      undefined,
    ]);
  });
});
