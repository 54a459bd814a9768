/** What a user does in the workbench, said once, over Playwright. The selectors of VS Code live here and nowhere else. */

/** In milliseconds; generous, for a loaded machine paints late. */
const PATIENCE = 30_000;

/** A window is at rest when it looked the same so many times, so many milliseconds apart. */
const STILL = 3;
const STILL_AFTER = 400;

/** Built-in themes, with the marks by which the window and the pages in it tell that they are in force. */
export const THEMES = {
  "Light Modern": { window: "vs", page: "vscode-light" },
  "Dark Modern": { window: "vs-dark", page: "vscode-dark" },
  "Dark High Contrast": { window: "hc-black", page: "vscode-high-contrast" },
  "Light High Contrast": { window: "hc-light", page: "vscode-high-contrast-light" },
};

const QUICK_INPUT = ".quick-input-widget";
const SIDE_BAR = ".part.sidebar";
const HOVER = ".monaco-editor .monaco-hover .hover-contents";
const QUICK_FIX = ".action-widget .monaco-list-row.action";

export class Workbench {
  /** @param {import("playwright-core").Page} page a window of VS Code */
  constructor(page) {
    this.page = page;
  }

  /** Opens a window on a folder and waits until its explorer shows the files. */
  static async openFolder(browser, url, viewport = { width: 1280, height: 800 }) {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    await page.locator(`.explorer-folders-view .monaco-list-row`).first().waitFor();
    return new Workbench(page);
  }

  async close() {
    await this.page.context().close();
  }

  /** Runs a command by its title, through the command palette. */
  async runCommand(title) {
    await this.#quickPick("F1", `>${title}`, title);
  }

  /** Opens a file of the workspace by its name and puts the focus into it. */
  async openFile(name) {
    await this.#quickPick("Control+P", name, name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator(".editor-instance .view-line").first().waitFor();
    await this.focusEditor();
  }

  /** Opens a file of the workspace without the mouse. */
  async openFileByKeys(name) {
    await this.page.keyboard.press("Control+P");
    await this.page.locator(`${QUICK_INPUT} input[type=text]`).fill(name);
    await this.page.locator(`${QUICK_INPUT} .monaco-list-row`).filter({ hasText: name }).first().waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.focusEditor();
  }

  /** Presses keys one after the other, each a name or a combination such as `Control+Alt+H`. */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Waits until an item of ours in the status bar says something. */
  async untilStatusSays(item, text) {
    await this.page.locator(`.statusbar-item[id$="${item}"]`, { hasText: text }).waitFor();
  }

  /** What an item of ours in the status bar says, with plain spaces. */
  async statusText(item) {
    const text = await this.page.locator(`.statusbar-item[id$="${item}"]`).innerText();
    return text.replaceAll("\u00a0", " ").trim();
  }

  async untilStatusHides(item) {
    await this.page.locator(`.statusbar-item[id$="${item}"]:visible`).waitFor({ state: "hidden" });
  }

  async focusEditor() {
    await this.page.keyboard.press("Control+1");
    await this.page.locator(".editor-instance .monaco-editor.focused").first().waitFor();
  }

  /** Goes to the start of a line, counted from one. */
  async goToLine(line) {
    await this.#quickPick("Control+G", `:${line}`, `line ${line}`);
  }

  /** Waits until the status bar says something on the cursor, such as `Ln 9, Col 22 (19 selected)`. */
  async untilCursor(pattern) {
    await this.page.locator("#status\\.editor\\.selection", { hasText: pattern }).waitFor();
  }

  /** How many pieces of decoration of extensions the editor paints in view. Waits for the first one. */
  async decorationCount() {
    const painted = this.page.locator('.editor-instance .cdr[class*="ced-"]');
    await painted.first().waitFor({ state: "attached" });
    return await painted.count();
  }

  /** Shows a container of the Activity Bar in the side bar. */
  async openViewContainer(title) {
    const label = this.page.locator(`.action-label[aria-label^="${title}"]`);
    const tab = this.page.locator(".activitybar .action-item").filter({ has: label });
    if ((await tab.getAttribute("aria-expanded")) !== "true") await tab.click();
    await this.page.locator(`${SIDE_BAR} .title-label`, { hasText: title }).waitFor();
  }

  /** Leaves one view of the container in the side bar open, so that it has all of the height. */
  async openOnlyView(title) {
    const headers = this.page.locator(`${SIDE_BAR} .pane-header`);
    for (const header of await headers.all()) {
      const isSought = (await header.locator(".title").innerText()).toLowerCase() === title.toLowerCase();
      const isOpen = (await header.getAttribute("aria-expanded")) === "true";
      // At its left end, for the buttons of the view may lie over the middle.
      if (isOpen !== isSought) await header.click({ position: { x: 8, y: 8 } });
    }
  }

  /** The rows of the tree in the side bar, as a screen reader says them. Waits for the first one. */
  async treeRows() {
    const rows = this.page.locator(`${SIDE_BAR} .monaco-list-row[role=treeitem]`);
    await rows.first().waitFor();
    return await rows.evaluateAll((elements) => elements.map((element) => element.getAttribute("aria-label") ?? ""));
  }

  /** Opens a closed row of the tree in the side bar. */
  async expandRow(label) {
    const row = this.page.locator(`${SIDE_BAR} .monaco-list-row[role=treeitem][aria-label^="${label}"]`).first();
    if ((await row.getAttribute("aria-expanded")) === "false") await row.locator(".monaco-tl-twistie").click();
  }

  /** The text of an empty view. */
  async welcomeText() {
    return await this.page.locator(`${SIDE_BAR} .welcome-view-content`).first().innerText();
  }

  /** Opens the menu of quick fixes at the cursor and returns its titles. */
  async openQuickFixes() {
    const first = this.page.locator(QUICK_FIX).first();
    // Asked before the editor has settled, it answers that there are none, and does not ask again by itself.
    for (let attempt = 0; attempt < 6 && !(await first.isVisible()); attempt++) {
      await this.page.keyboard.press("Control+.");
      await first.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    await first.waitFor();
    return await this.page.locator(QUICK_FIX).allInnerTexts();
  }

  async closeQuickFixes() {
    await this.page.keyboard.press("Escape");
    await this.page.locator(QUICK_FIX).first().waitFor({ state: "hidden" });
  }

  /** Chooses from the open menu of quick fixes the first title that starts so. */
  async chooseQuickFix(start) {
    await this.page.locator(QUICK_FIX).filter({ hasText: start }).first().click();
    await this.page.locator(QUICK_FIX).first().waitFor({ state: "hidden" });
  }

  /** Shows the hover at the cursor and returns its text. */
  async openHover() {
    await this.page.keyboard.press("Control+K");
    await this.page.keyboard.press("Control+I");
    const hover = this.page.locator(HOVER).first();
    await hover.waitFor();
    return await hover.innerText();
  }

  async closeHover() {
    await this.page.keyboard.press("Escape");
    await this.page.locator(HOVER).first().waitFor({ state: "hidden" });
  }

  /**
   * Switches to a theme and waits until the window and the page in it show it.
   *
   * @param {keyof typeof THEMES} name of a built-in theme
   */
  async chooseTheme(name) {
    const { window, page } = THEMES[name];
    const themes = this.page.locator(`${QUICK_INPUT} .monaco-list-row`);
    const builtIn = themes.filter({ hasText: /^(?:Dark|Light) Modern/ }).first();
    for (let attempt = 1; !(await builtIn.isVisible()); attempt++) {
      await this.#pick("F1", ">Preferences: Color Theme", "Preferences: Color Theme");
      // The list of themes takes the place of the list of commands, unless a window that is still settling takes the focus.
      await builtIn.waitFor({ timeout: 8000 }).catch((error) => {
        if (attempt === 4) throw error;
      });
    }
    await this.page.locator(`${QUICK_INPUT} input[type=text]`).fill(name);
    await themes.filter({ hasText: name }).first().click();
    await this.page.locator(QUICK_INPUT).waitFor({ state: "hidden" });
    await this.page.locator(`.monaco-workbench.${window}`).waitFor();
    if ((await this.page.locator("iframe.webview.ready:visible").count()) > 0)
      await this.panelPage().locator(`body[data-vscode-theme-kind="${page}"]`).waitFor();
  }

  /** The page of a panel in the editor area. */
  panelPage() {
    return this.page.frameLocator("iframe.webview.ready").last().frameLocator("iframe#active-frame");
  }

  /** Opens Insight on some documents (`file`, `open` or `workspace`) and returns its page once it shows plots. */
  async openInsight(scope) {
    await this.runCommand("HealthGeo: Open Insight");
    const page = this.panelPage();
    await page.locator("select").first().selectOption(scope);
    await page.locator(".figure .mark").first().waitFor();
    return page;
  }

  /** Opens the dependency map of some documents (`file`, `open` or `workspace`) and returns its page once it is drawn. */
  async openDependencyMap(scope) {
    await this.runCommand("HealthGeo: Open Dependency Map");
    const page = this.panelPage();
    await page.locator("select").first().selectOption(scope);
    await page.locator(".map .mark").first().waitFor();
    return page;
  }

  /** Writes a picture of the window as it is. */
  async takeScreenshot(path) {
    await this.page.screenshot({ path });
  }

  /**
   * Writes a picture of the window once nothing in it changes any more: nothing fades, loads or takes on a colour.
   *
   * @returns whether the window came to rest; otherwise the picture is of the last moment
   */
  async takeStillPicture(path) {
    const deadline = Date.now() + PATIENCE;
    let last = await this.page.screenshot();
    let alike = 0;
    while (alike < STILL && Date.now() < deadline) {
      await this.page.waitForTimeout(STILL_AFTER);
      const next = await this.page.screenshot({ path });
      alike = next.equals(last) ? alike + 1 : 0;
      last = next;
    }
    return alike === STILL;
  }

  async #quickPick(key, text, label) {
    await this.#pick(key, text, label);
    await this.page.locator(QUICK_INPUT).waitFor({ state: "hidden" });
  }

  /** Chooses from the list that a key opens. A window that is still settling may take the focus, which closes the list. */
  async #pick(key, text, label) {
    const input = this.page.locator(`${QUICK_INPUT} input[type=text]`);
    const row = this.page.locator(`${QUICK_INPUT} .monaco-list-row`).filter({ hasText: label }).first();
    for (let attempt = 1; ; attempt++) {
      await this.page.keyboard.press(key);
      try {
        await input.fill(text, { timeout: 5000 });
        await row.click({ timeout: 5000 });
        return;
      } catch (error) {
        if (attempt === 5) throw error;
        // A list that was filled too early, when commands were still missing, is only filled anew once it was closed.
        await this.page.keyboard.press("Escape");
      }
    }
  }
}
