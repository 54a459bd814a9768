/** The Insight page as it ships, in a real browser: what it draws, what keys reach, and what assistive technology hears. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import {
  DEFAULT_OPTIONS,
  type HostMessage,
  type InsightOptions,
  type PageMessage,
} from "../../src/webview/insight/messages";
import { documentOf, type Names } from "../unit/support/corpus-documents";
import { insightMessage } from "./support/insight-page";
import { type Browser, buildPage, type BuiltPage, launch, PageHost } from "./support/page-host";
import { type Theme, THEMES } from "./support/themes";

const AXE = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");

const NAMES: Names = {
  China: ["actor.state", "china"],
  Kenya: ["actor.state", "kenya"],
  Moderna: ["actor.company", "moderna"],
  MinION: ["infrastructure.sequencing", "minion"],
  Genbank: ["infrastructure.data", "genbank"],
  Nagoya: ["sovereignty.law", "nagoya-protocol"],
};
const LABELS = { entities: new Map(), classes: new Map() };
const TOPICS = ["Data advantage", "Foreign dependency"];
const DOCUMENTS = [
  documentOf(
    "2024-01.md",
    "China met Kenya. Kenya asked Moderna for a MinION.\n\nNagoya binds Kenya and China.",
    NAMES,
  ),
  documentOf("2024-03.md", "Genbank knows Nagoya. Moderna left China. China has Genbank.", NAMES),
];

describe("the Insight page", function () {
  this.timeout(120_000);
  let browser: Browser;
  let built: BuiltPage<InsightOptions>;
  let host: PageHost<HostMessage, PageMessage>;

  before(async () => {
    [browser, built] = await Promise.all([
      launch(),
      buildPage("insight", ["insight-texts.ts", "insightTexts"], DEFAULT_OPTIONS),
    ]);
  });
  afterEach(async () => {
    assert.deepEqual(host.complaints, [], "the browser reported errors or refused what the policy forbids");
    await host.page.close();
  });
  after(async () => {
    await browser.close();
  });

  async function open(
    { options = DEFAULT_OPTIONS, ...rest }: { options?: InsightOptions; theme?: Theme; width?: number } = {},
    documents = DOCUMENTS,
  ): Promise<void> {
    host = await PageHost.open(browser, built, { options, ...rest });
    await host.send(await insightMessage(documents, LABELS, options, TOPICS));
  }

  const ask = <Result>(script: string) => host.page.evaluate<Result>(script);
  const textOf = (selector: string) => ask<string>(`document.querySelector(${JSON.stringify(selector)}).textContent`);
  const choose = (label: string, value: string, within = "body") =>
    ask(`{
      const select = [...document.querySelectorAll("${within} label")].find((each) => each.textContent.startsWith("${label}")).control;
      select.value = "${value}";
      select.dispatchEvent(new Event("change"));
    }`);

  async function violations(): Promise<string[]> {
    const { violations: found, passes } = await ask<AxeResults>(
      `${AXE}; axe.run({ rules: { "target-size": { enabled: true } } })`,
    );
    assert.ok(passes.length > 15, "axe-core looked at the page");
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
    );
  }

  it("asks for the figures it was opened with", async () => {
    await open({ options: { ...DEFAULT_OPTIONS, scope: "workspace" } });
    assert.deepEqual(host.sent[0], { kind: "show", options: { ...DEFAULT_OPTIONS, scope: "workspace" } });
  });

  for (const theme of THEMES) {
    it(`has nothing that axe-core finds fault with, in the theme ${theme}`, async () => {
      await open({ theme });
      await ask(`document.querySelectorAll("[aria-expanded=false]").forEach((button) => button.click())`);
      assert.deepEqual(await violations(), []);
      await choose("Show as", "network");
      assert.deepEqual(await violations(), []);
    });
  }

  it("has nothing that axe-core finds fault with when it is empty, or something is wrong", async () => {
    await open({ width: 340 });
    const notice = { text: "Nothing is here.", actions: [{ action: "openSample", label: "Open" }] } as const;
    const insight = await insightMessage(DOCUMENTS, LABELS, DEFAULT_OPTIONS);
    for (const message of [
      { kind: "empty", options: DEFAULT_OPTIONS, notices: [notice, notice] },
      { ...insight, notices: [notice] },
    ] as HostMessage[]) {
      await host.send(message);
      assert.deepEqual(await violations(), []);
    }
    await ask(`document.querySelector(".notice button").click()`);
    assert.deepEqual(host.sent.at(-1), { kind: "act", action: "openSample" });
  });

  it("reaches every control with the Tab key, and every plot with one stop", async () => {
    await open();
    const controls = `[...document.querySelectorAll("select, button:not(:disabled), .mark[tabindex='0']")]`;
    const count = await ask<number>(`document.activeElement.blur(), ${controls}.length`);
    const stops: number[] = [];
    for (let i = 0; i < count; i++) {
      await host.page.keyboard.press("Tab");
      stops.push(await ask<number>(`${controls}.indexOf(document.activeElement)`));
    }
    assert.deepEqual(stops, [...stops.keys()]);
    assert.equal(await ask<number>(`document.querySelectorAll(".figure .mark[tabindex='0']").length`), 5);
  });

  it("goes from mark to mark with arrow keys, and to the passages with Enter, for every mark of every plot", async () => {
    await open();
    for (const section of ["frequency", "cooccurrence", "dispersion", "timeline", "themes"]) {
      const marks = `section[aria-labelledby=${section}-heading] .figure .mark`;
      const count = await ask<number>(
        `document.querySelector("${marks}[tabindex='0']").focus(), document.querySelectorAll("${marks}").length`,
      );
      const heard = new Set<string>();
      const sent = host.sent.length;
      for (let i = 0; i < count; i++) {
        heard.add(await ask<string>("document.activeElement.getAttribute('aria-label')"));
        await host.page.keyboard.press("Enter");
        await host.page.keyboard.press("ArrowRight");
      }
      assert.ok(count > 0, section);
      assert.equal(heard.size, count, section);
      assert.equal(host.sent.length - sent, count, section);
    }
  });

  it("leads from a click on a mark, and from a row of its table, to the same passages", async () => {
    await open();
    await ask(`document.querySelector("section .mark").dispatchEvent(new MouseEvent("click", { bubbles: true }))`);
    await ask(`document.querySelector("section .tool").click(), document.querySelector("tbody button").click()`);
    const passages = { kind: "passages", query: { title: "China", key: "china" } };
    assert.deepEqual(host.sent.slice(-2), [passages, passages]);
  });

  it("shows the themes of all documents, and of one from its beginning to its end, with the same passages behind them", async () => {
    await open();
    const [first] = DOCUMENTS;
    const section = "section[aria-labelledby=themes-heading]";
    assert.equal(
      await ask<string>(`document.querySelector("${section} .mark").getAttribute("aria-label")`),
      "Data advantage in 2024-01.md: passages 2, 100 % of those with a theme",
    );
    await ask(
      `document.querySelector("${section} .tool").click(), document.querySelector("${section} tbody button").click()`,
    );
    const ofDocument = { title: "Data advantage · 2024-01.md", theme: "Data advantage", path: "2024-01.md" };
    assert.deepEqual(host.sent.at(-1), { kind: "passages", query: ofDocument });
    await choose("Document", "2024-01.md", section);
    const options: InsightOptions = { ...DEFAULT_OPTIONS, themed: "2024-01.md" };
    assert.deepEqual(host.sent.at(-1), { kind: "show", options });
    await host.send(await insightMessage(DOCUMENTS, LABELS, options, TOPICS));
    assert.equal(await ask<number>(`document.querySelectorAll("${section} .mark").length`), 4);
    assert.deepEqual(await violations(), []);
    await ask(
      `document.querySelectorAll("${section} .mark")[1].dispatchEvent(new MouseEvent("click", { bubbles: true }))`,
    );
    const { start, end } = first!.passages[1]!;
    const place = { title: "Data advantage", theme: "Data advantage", path: "2024-01.md", start, end };
    assert.deepEqual(host.sent.at(-1), { kind: "passages", query: place });
  });

  it("asks for other figures when a choice changes, and shows them without losing the focus", async () => {
    await open();
    await choose("Together in one", "sentence");
    const chosen: InsightOptions = { ...DEFAULT_OPTIONS, window: "sentence" };
    assert.deepEqual(host.sent.at(-1), { kind: "show", options: chosen });
    await ask(`document.querySelector(".figure .mark").focus()`);
    await host.send(await insightMessage(DOCUMENTS, LABELS, chosen, TOPICS));
    assert.ok(await ask<boolean>(`document.activeElement.matches(".figure .mark")`));
  });

  it("saves a plot as an SVG image that stands alone, as a PNG image, and its data as a table", async () => {
    await open({ theme: "dark" });
    await ask(`document.querySelectorAll("section .tool").forEach((tool, i) => i > 0 && i < 4 && tool.click())`);
    await ask("new Promise((resolve) => setTimeout(resolve, 1500))");
    const [svg, png, table] = ["saveSvg", "savePng", "saveTable"].map((kind) =>
      host.sent.find((each) => each.kind === kind),
    );
    assert.ok(svg?.kind === "saveSvg" && png?.kind === "savePng" && table?.kind === "saveTable");
    assert.match(svg.source, /^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    assert.doesNotMatch(svg.source, /var\(--|class=|tabindex=|href=/);
    assert.match(svg.source, /rgb\(79, 163, 247\)/);
    assert.deepEqual(Object.values(png.bytes).slice(1, 4), [...Buffer.from("PNG")]);
    assert.deepEqual(table.table.rows[0], ["China", "Actors", 4, 2]);
  });

  it("shows what documents and packs say as text", async () => {
    const hostile = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>`;
    const labels = { entities: new Map([["china", { label: hostile } as never]]), classes: new Map() };
    host = await PageHost.open(browser, built);
    await host.send(await insightMessage(DOCUMENTS, labels, DEFAULT_OPTIONS));
    assert.equal(await ask<string>("document.title"), "Insight");
    assert.equal(await ask<number>(`document.querySelectorAll("main img, main script").length`), 0);
    assert.ok(
      await ask<boolean>(
        `[...document.querySelectorAll(".figure .mark")].some((mark) => mark.getAttribute("aria-label").includes("<img"))`,
      ),
    );
  });

  it("fits a narrow panel, and scrolls inside a plot that does not", async () => {
    await open({ width: 320 });
    assert.ok(await ask<boolean>("document.documentElement.scrollWidth <= window.innerWidth"));
  });

  it("draws the figures of more than ten thousand mentions, and says how long it took", async () => {
    const sentence = "China met Kenya. Moderna sold a MinION. Genbank knows Nagoya. ";
    const large = Array.from({ length: 40 }, (_, i) =>
      documentOf(`${2000 + (i % 20)}-0${1 + (i % 9)}-${i}.md`, `${sentence.repeat(6)}\n\n`.repeat(8), NAMES),
    );
    assert.ok(large.reduce((sum, { mentions }) => sum + mentions.length, 0) > 10_000);
    const options = { ...DEFAULT_OPTIONS, limit: 80 };
    const message = await insightMessage(large, LABELS, options);
    host = await PageHost.open(browser, built, { options });
    const took = await ask<number>(`new Promise((resolve) => {
      const start = performance.now();
      window.postMessage(${JSON.stringify(message)}, "*");
      setTimeout(() => requestAnimationFrame(() => resolve(performance.now() - start)), 0);
    })`);
    assert.equal(await textOf(".status"), "Documents: 40 · Mentions: 11,520 · Entities and terms: 6");
    console.log(`      drawn in ${Math.round(took)} ms`);
  });
});
