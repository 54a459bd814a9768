/** `npm run screenshots`: pictures of the running product for the README, in media/screenshots/. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { VSIX } from "../test/packed/vsix.mjs";
import { Workbench } from "../test/packed/workbench.mjs";
import { launchBrowser } from "./hosts/browser.mjs";
import { installExtension, startServerHost } from "./hosts/server-host.mjs";
import { ensureDependencies } from "./lib/npm.mjs";
import { ROOT, SAMPLES } from "./lib/paths.mjs";
import { runProcess } from "./lib/processes.mjs";

const PICTURES = join(ROOT, "media", "screenshots");
const REPORT = "genomic-sovereignty.md";

await ensureDependencies(console.log);
await mkdir(PICTURES, { recursive: true });
await packageExtension();
const folder = await mkdtemp(join(tmpdir(), "healthgeo-"));
try {
  await takeAll(folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function packageExtension() {
  const { code, output } = await runProcess(process.execPath, [join(ROOT, "scripts", "package.mjs")]);
  if (code !== 0) throw new Error(output);
}

async function takeAll(folder) {
  const data = join(folder, "server");
  const workspace = join(folder, "samples");
  await cp(SAMPLES, workspace, { recursive: true });
  await installExtension("newest", VSIX, { data, log: console.log });
  // The minimap says nothing in a picture and takes a tenth of its width.
  const settings = { "editor.minimap.enabled": false, "editor.cursorBlinking": "solid" };
  const server = await startServerHost("newest", { data, settings });
  const browser = await launchBrowser(console.log);
  try {
    await takeReport(browser, server.url(workspace));
    await takeEmptyView(browser, server.url(workspace));
    await takeOtherViews(browser, server.url(workspace));
    await takeInsight(browser, server.url(workspace));
    await takeThemesByDocument(browser, server.url(workspace));
    await takeDependencyMap(browser, server.url(workspace));
    await takePreview(browser, server.url(workspace));
    await takeComparison(browser, server.url(workspace));
    await takeLongReport(browser, server.url(workspace), workspace);
    await takeBrokenPack(browser, server.url(workspace), workspace);
  } finally {
    await browser.close();
    await server.stop();
  }
}

async function takeReport(browser, url) {
  const workbench = await Workbench.openFolder(browser, url, { width: 1280, height: 800 });
  await workbench.openFile(REPORT);
  await workbench.openViewContainer("HealthGeo");
  await workbench.openOnlyView("Entities");
  await workbench.decorationCount();
  await workbench.treeRows();
  await takeThemes(workbench, "entities");
  await takeReview(workbench);
  await workbench.runCommand("HealthGeo: Go to Next Mention");
  await workbench.runCommand("HealthGeo: Go to Next Mention");
  await workbench.focusEditor();
  await workbench.openHover();
  await take(workbench, "hover");
  await workbench.closeHover();
  await workbench.focusEditor();
  await workbench.openQuickFixes();
  await take(workbench, "quick-fixes");
  await workbench.closeQuickFixes();
  await workbench.page.setViewportSize({ width: 640, height: 800 });
  await take(workbench, "narrow");
  await workbench.close();
}

async function takeReview(workbench) {
  await workbench.openOnlyView("Review");
  await workbench.focusEditor();
  await workbench.press("Control+Alt+H", "Enter");
  await workbench.untilStatusSays("healthgeo.reviewed", "a accept");
  await workbench.press("a", "n", "n");
  await takeThemes(workbench, "review", () => workbench.focusEditor());
  await workbench.chooseTheme("Dark Modern");
  await workbench.focusEditor();
  await workbench.press("u", "Escape");
  await workbench.untilStatusHides("healthgeo.reviewed");
  await workbench.openOnlyView("Entities");
}

async function takeEmptyView(browser, url) {
  const workbench = await Workbench.openFolder(browser, url, { width: 1280, height: 800 });
  await workbench.openViewContainer("HealthGeo");
  await workbench.openOnlyView("Entities");
  await workbench.welcomeText();
  await take(workbench, "empty");
  await workbench.close();
}

/** Every other view of the side panel in light, dark and high contrast. */
async function takeOtherViews(browser, url) {
  const workbench = await Workbench.openFolder(browser, url, { width: 1280, height: 800 });
  await workbench.openFile(REPORT);
  await workbench.openViewContainer("HealthGeo");
  await workbench.openOnlyView("Entities");
  await workbench.treeRows();
  await workbench.focusEditor();
  for (let mention = 0; mention < 3; mention++) await workbench.runCommand("HealthGeo: Go to Next Mention");
  await workbench.openOnlyView("Concordance");
  await workbench.runCommand("HealthGeo: Concordance of Entity");
  await workbench.panelPage().locator("[role=row]").nth(1).waitFor();
  await takeThemes(workbench, "concordance");
  await workbench.openOnlyView("Taxonomy");
  await workbench.treeRows();
  await takeThemes(workbench, "taxonomy");
  await workbench.openOnlyView("Relations");
  await workbench.treeRows();
  await takeThemes(workbench, "relations");
  await workbench.close();
}

/** @param prepare what is done before each picture */
async function takeThemes(workbench, name, prepare = () => Promise.resolve()) {
  for (const [ending, theme] of [
    ["light", "Light Modern"],
    ["dark", "Dark Modern"],
    ["high-contrast", "Dark High Contrast"],
  ]) {
    await workbench.chooseTheme(theme);
    await prepare();
    await take(workbench, `${name}-${ending}`);
  }
  // The theme is a setting of the user, so the next window would have it too.
  await workbench.chooseTheme("Light Modern");
}

/** Themes of all documents side by side, and along one document. */
async function takeThemesByDocument(browser, url) {
  const workbench = await Workbench.openFolder(browser, url, { width: 1000, height: 800 });
  await workbench.press("Control+B");
  const page = await workbench.openInsight("workspace");
  const section = page.locator("section[aria-labelledby=themes-heading]");
  await section.locator(".mark").first().waitFor();
  const show = () => section.evaluate((element) => element.scrollIntoView());
  await takeThemes(workbench, "insight-themes", show);
  const paths = await section.locator("option").allInnerTexts();
  await section.locator("select").selectOption(paths.find((path) => path.endsWith(REPORT)));
  await section.locator("rect.mark").first().waitFor();
  await workbench.chooseTheme("Light Modern");
  await show();
  await take(workbench, "insight-themes-of-document");
  await workbench.close();
}

async function takeDependencyMap(browser, url) {
  const workbench = await Workbench.openFolder(browser, url, { width: 1100, height: 1000 });
  await workbench.press("Control+B");
  await workbench.openDependencyMap("workspace");
  await takeThemes(workbench, "dependency-map");
  await workbench.close();
}

async function takeInsight(browser, url) {
  const workbench = await Workbench.openFolder(browser, url, { width: 1000, height: 1000 });
  await workbench.chooseTheme("Light Modern");
  await workbench.press("Control+B");
  await workbench.runCommand("HealthGeo: Open Insight");
  await workbench.panelPage().locator(".notice:visible").waitFor();
  await take(workbench, "insight-empty");
  const page = await workbench.openInsight("workspace");
  await take(workbench, "insight-light");
  await page.locator("#cooccurrence-heading").scrollIntoViewIfNeeded();
  await page.getByLabel("Show as").selectOption("network");
  await page.locator("#cooccurrence-heading").evaluate((heading) => heading.scrollIntoView());
  await workbench.chooseTheme("Dark Modern");
  await take(workbench, "insight-dark");
  await page.getByLabel("Show as").selectOption("matrix");
  await page.locator("#cooccurrence-heading").evaluate((heading) => heading.scrollIntoView());
  await workbench.chooseTheme("Dark High Contrast");
  await take(workbench, "insight-high-contrast");
  await page.locator("#dispersion-heading").evaluate((heading) => heading.scrollIntoView());
  await workbench.chooseTheme("Light High Contrast");
  await take(workbench, "insight-high-contrast-light");
  await workbench.chooseTheme("Light Modern");
  await workbench.page.setViewportSize({ width: 480, height: 900 });
  await take(workbench, "insight-narrow");
  await workbench.close();
}

async function takePreview(browser, url) {
  const workbench = await Workbench.openFolder(browser, url, { width: 1280, height: 800 });
  await workbench.press("Control+B");
  await workbench.openFile(REPORT);
  await workbench.decorationCount();
  await workbench.runCommand("Markdown: Open Preview to the Side");
  await workbench.panelPage().locator(".healthgeo").first().waitFor();
  await take(workbench, "preview");
  await workbench.close();
}

/** Two people who read one report and do not quite agree. */
async function takeComparison(browser, url) {
  const workbench = await Workbench.openFolder(browser, url, { width: 1400, height: 800 });
  await workbench.openFile("mrna-hubs-africa.md");
  await workbench.openViewContainer("HealthGeo");
  await workbench.runCommand("HealthGeo: Compare Annotators");
  await workbench.page.locator(".diffOverview").first().waitFor();
  await workbench.openOnlyView("Comparison");
  await workbench.treeRows();
  await takeThemes(workbench, "comparison");
  await workbench.close();
}

/** A report of some hundred pages. */
async function takeLongReport(browser, url, workspace) {
  const report = await readFile(join(workspace, "briefs", REPORT), "utf8");
  await writeFile(join(workspace, "reports", "long.md"), `${report}\n`.repeat(60));
  const workbench = await Workbench.openFolder(browser, url, { width: 1280, height: 800 });
  await workbench.openFile("long.md");
  await workbench.openViewContainer("HealthGeo");
  await workbench.openOnlyView("Entities");
  await workbench.treeRows();
  await workbench.goToLine(2400);
  await workbench.decorationCount();
  await take(workbench, "long-report");
  await workbench.close();
}

async function takeBrokenPack(browser, url, workspace) {
  await writeFile(join(workspace, ".healthgeo", "taxonomy", "broken.yaml"), "id: broken\nentities: [{ id: No Id }]\n");
  const workbench = await Workbench.openFolder(browser, url, { width: 1000, height: 800 });
  await workbench.press("Control+B");
  await workbench.openFile(REPORT);
  const page = await workbench.openInsight("open");
  await page.locator(".notice:visible").waitFor();
  await take(workbench, "insight-broken-pack");
  await workbench.close();
}

async function take(workbench, name) {
  // Out of the way of anything that answers to the mouse.
  await workbench.page.mouse.move(0, 0);
  const isStill = await workbench.takeStillPicture(join(PICTURES, `${name}.png`));
  console.log(`media/screenshots/${name}.png${isStill ? "" : " (the window did not come to rest: look at it)"}`);
}
