/** The Concordance page as it ships, in a real browser: what it draws, what keys reach, and what assistive technology hears. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { HostMessage, PageLine, PageMessage } from "../../src/webview/concordance/messages";
import type { Notice } from "../../src/webview/shared/messages";
import { type Browser, buildPage, type BuiltPage, launch, PageHost } from "./support/page-host";
import { type Theme, THEMES } from "./support/themes";

const AXE = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");
const HOSTILE = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>`;

const LINES: readonly PageLine[] = [
  { document: "a.md", left: "Zambia and ", node: "Brazil", right: " sequence.", facet: "actor", status: "accepted" },
  {
    document: "a.md, p. 12",
    left: "Only ",
    node: "MinION",
    right: " does.",
    facet: "infrastructure",
    status: "suggested",
  },
  { document: "b.md", left: "Under ", node: "Nagoya", right: " it pays.", facet: "sovereignty", status: "candidate" },
  { document: "b.md", left: "Words ", node: "keeps", right: " are no mention." },
];
const LEFT_OUT: Notice = {
  text: "Files left out, because they are too large or cannot be read: 3.",
  actions: [{ action: "showLeftOutFiles", label: "Show Files" }],
};

describe("the Concordance page", function () {
  this.timeout(120_000);
  let browser: Browser;
  let built: BuiltPage<object>;
  let host: PageHost<HostMessage, PageMessage>;

  before(async () => {
    const page = buildPage("concordance", ["concordance-texts.ts", "concordanceTexts"], {});
    [browser, built] = await Promise.all([launch(), page]);
  });
  afterEach(async () => {
    assert.deepEqual(host.complaints, [], "the browser reported errors or refused what the policy forbids");
    await host.page.close();
  });
  after(async () => {
    await browser.close();
  });

  async function open(lines = LINES, { notices = [LEFT_OUT], ...rest }: Opened = {}): Promise<void> {
    host = await PageHost.open(browser, built, { width: 320, ...rest });
    await host.send({ kind: "lines", from: 0, lines });
    const [order, summary] = [lines.map((_, i) => i), `China · ${lines.length} lines in 2 documents`];
    await host.send({ kind: "order", order, selected: [], summary, notices, isOther: true });
  }

  const ask = <Result>(script: string) => host.page.evaluate<Result>(script);
  const press = (key: string) => host.page.keyboard.press(key);
  /** The row that a screen reader is on. */
  const heard = () =>
    ask<string>(`{
      const grid = document.activeElement;
      const row = document.getElementById(grid.getAttribute("aria-activedescendant"));
      [...row.children].map(({ textContent }) => textContent).join("|");
    }`);
  const selected = () => ask<number>(`document.querySelectorAll("[role=row][aria-selected=true]").length`);

  async function violations(): Promise<string[]> {
    const { violations: found, passes } = await ask<AxeResults>(
      `${AXE}; axe.run({ rules: { "target-size": { enabled: true } } })`,
    );
    assert.ok(passes.length > 10, "axe-core looked at the page");
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
    );
  }

  for (const theme of THEMES) {
    it(`has nothing that axe-core finds fault with, in the theme ${theme}`, async () => {
      await open(LINES, { theme });
      assert.deepEqual(await violations(), []);
      await ask(`document.querySelector("[role=grid]").focus()`);
      await press(" ");
      assert.equal(await selected(), 1);
      assert.deepEqual(await violations(), []);
      // Out of the focus the selection looks otherwise.
      await ask("document.activeElement.blur()");
      assert.deepEqual(await violations(), []);
    });
  }

  it("has nothing that axe-core finds fault with where there is room for documents, and before anybody chose", async () => {
    await open(LINES, { width: 1000 });
    assert.deepEqual(await violations(), []);
    await host.send({ kind: "welcome" });
    assert.deepEqual(await violations(), []);
    await press("Tab");
    await press("Enter");
    assert.deepEqual(host.sent.at(-1), { kind: "choose" });
  });

  it("reaches what was left out and the lines with the Tab key", async () => {
    await open();
    await press("Tab");
    assert.equal(await ask<string>("document.activeElement.textContent"), "Show Files");
    await press("Enter");
    assert.deepEqual(host.sent.at(-1), { kind: "act", action: "showLeftOutFiles" });
    await press("Tab");
    assert.equal(await ask<string>("document.activeElement.getAttribute('role')"), "grid");
    await host.send({ kind: "order", order: [0], selected: [], summary: "", notices: [], isOther: false });
    assert.equal(await ask<number>(`document.querySelectorAll(".notice").length`), 0);
  });

  it("says every line, goes from line to line with arrow keys, and opens it with Enter", async () => {
    await open();
    await ask(`document.querySelector("[role=grid]").focus()`);
    const said: string[] = [];
    for (const line of LINES.keys()) {
      said.push(await heard());
      await press("Enter");
      assert.deepEqual(host.sent.at(-1), { kind: "open", line, focus: true });
      await press("ArrowDown");
    }
    assert.deepEqual(said, [
      "Zambia and |Brazil| sequence.|a.md|accepted",
      "Only |MinION| does.|a.md, p. 12|suggested",
      "Under |Nagoya| it pays.|b.md|candidate",
      "Words |keeps| are no mention.|b.md|",
    ]);
    await press("Home");
    assert.equal(await heard(), said[0]);
    await press("End");
    assert.equal(await heard(), said[3]);
  });

  it("selects with Space, a range with Shift and all with Control and A, and nothing again with Escape", async () => {
    await open();
    await ask(`document.querySelector("[role=grid]").focus()`);
    for (const [key, lines] of [
      [" ", [0]],
      ["Shift+ArrowDown", [0, 1]],
      ["Control+a", [0, 1, 2, 3]],
      ["Escape", []],
    ] as const) {
      await press(key);
      assert.deepEqual(host.sent.at(-1), { kind: "select", lines });
      assert.equal(await selected(), lines.length);
    }
  });

  it("draws what is in sight of ten thousand lines, and comes to the last one by keys", async () => {
    const many = Array.from({ length: 10_000 }, (_, i) => ({ ...LINES[i % 4]!, left: `line ${i} ` }));
    await open(many);
    await ask(`document.querySelector("[role=grid]").focus()`);
    await press("End");
    await ask("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
    assert.match(await heard(), /^line 9999 /);
    assert.ok((await ask<number>(`document.querySelectorAll("[role=row]").length`)) < 100);
    const [row, grid] = await ask<[number, number]>(
      `[".cursor", "[role=grid]"].map((each) => document.querySelector(each).getBoundingClientRect().bottom)`,
    );
    assert.ok(row <= grid + 1, "the line is in sight");
  });

  it("shows what documents say as text", async () => {
    await open([{ document: HOSTILE, left: HOSTILE, node: HOSTILE, right: HOSTILE }]);
    assert.equal(await ask<string>("document.title"), "Concordance");
    assert.equal(await ask<number>(`document.querySelectorAll("main img, main script").length`), 0);
    assert.match(await ask<string>(`document.querySelector(".node").textContent`), /^<img/);
  });

  it("fits a narrow side bar", async () => {
    await open(LINES, { width: 200 });
    assert.ok(await ask<boolean>("document.documentElement.scrollWidth <= window.innerWidth"));
  });
});

interface Opened {
  readonly notices?: readonly Notice[];
  readonly theme?: Theme;
  readonly width?: number;
}
