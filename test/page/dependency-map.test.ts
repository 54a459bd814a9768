/** The Dependency Map page as it ships, in a real browser: what it draws, what keys reach, and what assistive technology hears. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { dependencyMap, extractRelations, type MapEdge, readPassages, RELATION_TYPES } from "../../src/core";
import { pageMap } from "../../src/extension/presentation/dependency-map/page-map";
import {
  DEFAULT_OPTIONS,
  type HostMessage,
  type MapOptions,
  type PageMap,
  type PageMessage,
} from "../../src/webview/dependency-map/messages";
import { readMarked } from "../unit/core/classify/relations/relation-case";
import { type Browser, buildPage, type BuiltPage, launch, PageHost } from "./support/page-host";
import { type Theme, THEMES } from "./support/themes";

const AXE = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");
const HOSTILE = `<img src=x onerror="document.title='run'"><script>document.title='run'</script>`;

function mapOf(...sentences: string[]): PageMap {
  const documents = sentences.map((marked, i) => {
    const { text, mentions } = readMarked(marked);
    const passages = readPassages(text, "plain");
    return { path: `${i}.md`, text, passages, relations: extractRelations({ text, passages, mentions }) };
  });
  const map = dependencyMap(documents, () => undefined);
  return pageMap(map, { documents: documents.length, withoutMention: 0 });
}

const MAP = mapOf(
  "{India|state} supplies {vaccines|product}. {Kenya|state} may rely on {India|state}.",
  "{India|state} supplied {vaccines|product}.\n\n{India|state} does not compete with {China|state}.",
  "{China|state} owns the {registry|data}.",
);

/** Long names, each related to the next and to others far away. */
function crowdedMap(): PageMap {
  const nodes = Array.from({ length: 36 }, (_, i) => {
    return {
      id: `n${i}`,
      label: `Institute of Measures ${i}`,
      class: "actor.research",
      degree: i,
    };
  });
  const edges = nodes.flatMap((source, i) =>
    [1, 5, 12, 17].map((step): MapEdge => {
      const [target, type] = [nodes[(i + step) % nodes.length]!, RELATION_TYPES[step % RELATION_TYPES.length]!];
      const id = `${source.id} ${type} ${target.id}`;
      return { id, type, source: source.id, target: target.id, support: 1, modalities: { asserted: 1 }, places: [] };
    }),
  );
  return pageMap({ nodes, edges }, { documents: 1, withoutMention: 0 });
}

const CROWD = crowdedMap();
const HIDDEN = CROWD.nodes.flatMap(({ labelPlace }, i) => (labelPlace.isShown ? [] : [i]));

/** Labels in sight that overlap another one, or something else that is drawn, as the browser draws them. */
const overlapsWith = (shapes: string) => `(() => {
  const boxOf = (shape) => shape.getBBox();
  const overlap = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  const labels = [...document.querySelectorAll(".map .label:not(.hidden)")];
  const others = [...document.querySelectorAll("${shapes}")].map(boxOf);
  return labels.filter((label, i) => [...labels.slice(0, i).map(boxOf), ...others].some((other) => overlap(boxOf(label), other)))
    .map((label) => label.textContent);
})()`;
const LABELS_IN_SIGHT = `[...document.querySelectorAll(".map .label")].flatMap((label, i) =>
  getComputedStyle(label).visibility === "visible" ? [i] : [])`;

describe("the Dependency Map page", function () {
  this.timeout(120_000);
  let browser: Browser;
  let built: BuiltPage<MapOptions>;
  let host: PageHost<HostMessage, PageMessage>;

  before(async () => {
    const page = buildPage("dependency-map", ["map-texts.ts", "mapTexts"], DEFAULT_OPTIONS);
    [browser, built] = await Promise.all([launch(), page]);
  });
  afterEach(async () => {
    assert.deepEqual(host.complaints, [], "the browser reported errors or refused what the policy forbids");
    await host.page.close();
  });
  after(async () => {
    await browser.close();
  });

  async function open({ map = MAP, ...rest }: { map?: PageMap; theme?: Theme; width?: number } = {}): Promise<void> {
    host = await PageHost.open(browser, built, rest);
    await host.send({ kind: "map", options: DEFAULT_OPTIONS, map, notices: [] });
  }

  const ask = <Result>(script: string) => host.page.evaluate<Result>(script);
  const showTable = () => ask(`document.querySelector("[aria-expanded=false]").click()`);

  async function violations(): Promise<string[]> {
    const { violations: found, passes } = await ask<AxeResults>(
      `${AXE}; axe.run({ rules: { "target-size": { enabled: true } } })`,
    );
    assert.ok(passes.length > 15, "axe-core looked at the page");
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ""}`),
    );
  }

  it("shows all of a map that is somewhat wider than the panel, and scrolls where it would be too small to read", async () => {
    const overflow = `(() => { const { scrollWidth, clientWidth } = document.querySelector(".figure"); return scrollWidth - clientWidth; })()`;
    await open({ map: { ...MAP, width: 1000, height: 600 }, width: 900 });
    assert.equal(await ask(overflow), 0);
    await host.page.close();
    await open({ map: { ...MAP, width: 3000, height: 600 }, width: 900 });
    assert.ok((await ask<number>(overflow)) > 1000);
  });

  for (const theme of THEMES) {
    it(`has nothing that axe-core finds fault with, in the theme ${theme}`, async () => {
      await open({ theme });
      await showTable();
      assert.deepEqual(await violations(), []);
    });
  }

  it("says what to do when it is empty, with nothing that axe-core finds fault with", async () => {
    host = await PageHost.open(browser, built, { width: 340 });
    const notice = { text: "No relation is found.", actions: [{ action: "openSample", label: "Open" }] } as const;
    await host.send({ kind: "empty", options: DEFAULT_OPTIONS, notices: [notice] });
    assert.deepEqual(await violations(), []);
    await ask(`document.querySelector(".notice button").click()`);
    assert.deepEqual(host.sent.at(-1), { kind: "act", action: "openSample" });
  });

  it("leads by keys from every edge, and from every row of its table, to the same sentences", async () => {
    await open();
    await ask(`document.querySelector(".mark[tabindex='0']").focus()`);
    const heard = new Set<string>();
    for (const edge of MAP.edges) {
      const name = await ask<string>("document.activeElement.getAttribute('aria-label')");
      assert.ok(name.startsWith(edge.source), name);
      heard.add(name);
      await host.page.keyboard.press("Enter");
      await host.page.keyboard.press("ArrowRight");
    }
    assert.equal(heard.size, 4);
    assert.ok(heard.has("India supplies vaccines (asserted, 2×)"), [...heard].join("\n"));
    await showTable();
    await ask(`document.querySelectorAll("tbody button").forEach((button) => button.click())`);
    const asked = host.sent.flatMap((message) => (message.kind === "open" ? [message.edge] : []));
    const ids = MAP.edges.map(({ id }) => id);
    assert.deepEqual(asked, [...ids, ...ids]);
  });

  it("leads from a click beside a thin line to its sentences", async () => {
    await open();
    await ask(`document.querySelector(".reach").dispatchEvent(new MouseEvent("click", { bubbles: true }))`);
    assert.deepEqual(host.sent.at(-1), { kind: "open", edge: MAP.edges[0]!.id });
  });

  it("asks for other edges by type and support, and for files", async () => {
    await open();
    await ask(`document.querySelector("input[value=supplies]").click()`);
    const hiddenTypes = ["supplies"];
    assert.deepEqual(host.sent.at(-1), { kind: "show", options: { ...DEFAULT_OPTIONS, hiddenTypes } });
    await ask(`{
      const select = document.querySelectorAll("select")[1];
      select.value = "3";
      select.dispatchEvent(new Event("change"));
    }`);
    assert.deepEqual(host.sent.at(-1), { kind: "show", options: { ...DEFAULT_OPTIONS, hiddenTypes, minSupport: 3 } });
    await ask(`document.querySelectorAll(".tools .tool").forEach((tool, i) => i > 0 && tool.click())`);
    const files = ["svg", "graphml", "json"].map((file) => ({ kind: "save", file }));
    assert.deepEqual(host.sent.slice(-3), files);
  });

  it("draws denied edges dashed, possible ones dotted, and lines of types in different colours", async () => {
    await open();
    const styles = await ask<string[][]>(`[...document.querySelectorAll(".map .edge.mark .line")].map((line) => {
      const { strokeDasharray, stroke } = getComputedStyle(line);
      return [strokeDasharray, stroke];
    })`);
    assert.deepEqual(styles.map(([dashes]) => dashes).sort(), ["1px, 5px", "8px, 5px", "none", "none"]);
    assert.equal(new Set(styles.map(([, stroke]) => stroke)).size, 4);
  });

  it("shows as many labels as fit without overlaps, says how many do not, and has nothing that axe-core finds fault with", async () => {
    await open({ map: CROWD });
    assert.ok(HIDDEN.length > 0 && HIDDEN.length < CROWD.nodes.length / 2, String(HIDDEN.length));
    assert.deepEqual(await ask(overlapsWith(".map .node")), []);
    const shown = CROWD.nodes.flatMap(({ labelPlace }, i) => (labelPlace.isShown ? [i] : []));
    assert.deepEqual(await ask(LABELS_IN_SIGHT), shown);
    const notes = await ask<string>(`document.querySelector(".notes").textContent`);
    assert.match(notes, new RegExp(`^Names without room in the map: ${HIDDEN.length}\\.`));
    assert.deepEqual(await violations(), []);
    await host.page.close();
    await open();
    assert.equal(await ask(`document.querySelector(".notes").textContent`), "");
  });

  it("shows the label of a node under the pointer, and those of the ends of the edge in focus, over no other", async () => {
    await open({ map: CROWD });
    const before = await ask<number[]>(LABELS_IN_SIGHT);
    for (const node of HIDDEN.slice(0, 3)) {
      const { x, y } = await ask<{ x: number; y: number }>(`(() => {
        const shape = document.querySelector("[data-node='${node}'] .node");
        shape.scrollIntoView({ block: "center" });
        const { x, y, width, height } = shape.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      })()`);
      await host.page.mouse.move(x, y);
      assert.ok((await ask<number[]>(LABELS_IN_SIGHT)).includes(node));
      assert.deepEqual(await ask(overlapsWith("none")), []);
    }
    await host.page.mouse.move(1, 1);
    assert.deepEqual(await ask(LABELS_IN_SIGHT), before);
    await ask(`document.querySelector(".mark[tabindex='0']").focus()`);
    for (const { line } of CROWD.edges.slice(0, 40)) {
      const labels = await ask<number[]>(LABELS_IN_SIGHT);
      for (const end of line!.ends) assert.ok(labels.includes(end));
      assert.deepEqual(await ask(overlapsWith("none")), []);
      await host.page.keyboard.press("ArrowRight");
    }
    await ask("document.activeElement.blur()");
    assert.deepEqual(await ask(LABELS_IN_SIGHT), before);
  });

  it("shows what documents say as text", async () => {
    await open({ map: mapOf(`{${HOSTILE}|company} owns the {registry|data}.`) });
    await showTable();
    assert.equal(await ask<string>("document.title"), "Dependency Map");
    assert.equal(await ask<number>(`document.querySelectorAll("main img, main script").length`), 0);
    assert.match(await ask<string>(`document.querySelector("tbody button").textContent`), /^<img/);
    assert.match(await ask<string>(`document.querySelector(".map .mark").getAttribute("aria-label")`), /^<img/);
  });

  it("says that the choices leave nothing, and fits a narrow panel", async () => {
    await open({ map: { ...MAP, nodes: [], edges: [], edgesInAll: 0, nodesInAll: 0 }, width: 320 });
    assert.match(await ask<string>(`document.querySelector(".figure").textContent`), /^Nothing to show/);
    await host.send({ kind: "map", options: DEFAULT_OPTIONS, map: MAP, notices: [] });
    assert.ok(await ask<boolean>("document.documentElement.scrollWidth <= window.innerWidth"));
  });
});
