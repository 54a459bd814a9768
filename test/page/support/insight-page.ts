import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";
import { build } from "esbuild";
import type { InsightAssets } from "../../../src/extension/features/insight/insight-html";
import { insightHtml } from "../../../src/extension/features/insight/insight-html";
import { InsightFigures } from "../../../src/extension/presentation/insight/insight-figures";
import type { CorpusDocument, Labels } from "../../../src/core";
import {
  DEFAULT_OPTIONS,
  type HostMessage,
  type InsightOptions,
  type PageMessage,
  type Texts,
} from "../../../src/webview/insight/messages";
import { themeRule, type Theme } from "./themes";

const ROOT = join(__dirname, "..", "..", "..");
const ORIGIN = "https://page.test";

/** What we use of Playwright, which is no dependency but fetched with the browser. */
export interface BrowserPage {
  readonly keyboard: { press(key: string): Promise<void> };
  goto(url: string): Promise<unknown>;
  /** Runs a script in the page and waits for what it promises. */
  evaluate<Result>(script: string): Promise<Result>;
  route(
    url: string,
    answer: (route: {
      request(): { url(): string };
      fulfill(response: { body?: string; contentType?: string; status?: number }): Promise<void>;
    }) => Promise<void>,
  ): Promise<void>;
  exposeFunction(name: string, run: (argument: never) => void): Promise<void>;
  addInitScript(script: { content: string }): Promise<unknown>;
  on(event: "pageerror", listen: (error: Error) => void): void;
  on(event: "console", listen: (message: { type(): string; text(): string }) => void): void;
  screenshot(options: { path: string; fullPage: boolean }): Promise<unknown>;
  close(): Promise<void>;
}

export interface Browser {
  newPage(options: { viewport: { width: number; height: number } }): Promise<BrowserPage>;
  close(): Promise<void>;
}

export async function launch(): Promise<Browser> {
  const module = pathToFileURL(join(ROOT, "scripts", "hosts", "browser.mjs")).href;
  const { launchBrowser } = (await import(module)) as {
    launchBrowser: (log: (line: string) => void) => Promise<Browser>;
  };
  return launchBrowser(() => undefined);
}

/** The page as it ships, with its stylesheet and its words. */
export interface BuiltPage {
  readonly script: string;
  readonly style: string;
  readonly texts: Texts;
}

export async function buildPage(): Promise<BuiltPage> {
  const folder = join(ROOT, "src", "webview", "insight");
  const texts = join(ROOT, "src", "extension", "features", "insight", "insight-texts.ts");
  const [script, style, words] = await Promise.all([
    bundled({ entryPoints: [join(folder, "main.ts")], format: "iife", platform: "browser" }),
    bundled({ entryPoints: [join(folder, "insight.css")] }),
    bundled({ entryPoints: [texts], format: "cjs", alias: { vscode: join(__dirname, "vscode.ts") } }),
  ]);
  const module = { exports: {} as { insightTexts(): Texts } };
  const run = runInThisContext(`(module) => { ${words} }`) as (target: typeof module) => void;
  run(module);
  return { script, style, texts: module.exports.insightTexts() };
}

async function bundled(options: Parameters<typeof build>[0]): Promise<string> {
  const { outputFiles } = await build({ ...options, bundle: true, write: false, target: "es2022" });
  return outputFiles[0]!.text;
}

/** The page in a browser, with a stand-in for the editor on the other side. */
export class InsightPageHost {
  /** What the page sent, oldest first. */
  readonly sent: PageMessage[] = [];
  /** Errors and refused loads that the browser reported. */
  readonly complaints: string[] = [];

  private constructor(readonly page: BrowserPage) {}

  static async open(
    browser: Browser,
    { script, style, texts }: BuiltPage,
    {
      theme = "light",
      width = 1000,
      options = DEFAULT_OPTIONS,
    }: { theme?: Theme; width?: number; options?: InsightOptions } = {},
  ): Promise<InsightPageHost> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const host = new InsightPageHost(page);
    page.on("pageerror", (error) => host.complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") host.complaints.push(message.text());
    });
    await page.exposeFunction("receiveFromPage", (message: PageMessage) => host.sent.push(message));
    await page.addInitScript({ content: STAND_IN });
    const assets: InsightAssets = {
      script: `${ORIGIN}/insight.js`,
      style: `${ORIGIN}/insight.css`,
      source: ORIGIN,
      nonce: randomUUID(),
      language: "en",
    };
    await page.route(`${ORIGIN}/**`, async (route) => {
      const url = route.request().url();
      if (url.endsWith(".js")) await route.fulfill({ body: script, contentType: "text/javascript" });
      else if (url.endsWith(".css")) await route.fulfill({ body: themeRule(theme) + style, contentType: "text/css" });
      else if (url.endsWith(".ico")) await route.fulfill({ status: 204 });
      else await route.fulfill({ body: insightHtml(assets, texts, options), contentType: "text/html" });
    });
    await page.goto(`${ORIGIN}/`);
    return host;
  }

  /** Sends as the editor does, and waits until the page has drawn. */
  async send(message: HostMessage): Promise<void> {
    await this.page.evaluate(`new Promise((resolve) => {
      window.postMessage(${JSON.stringify(message)}, "*");
      setTimeout(() => requestAnimationFrame(resolve), 50);
    })`);
  }
}

/** Gives the page what VS Code gives to a web view. */
const STAND_IN = `
    window.acquireVsCodeApi = () => ({
      postMessage: (message) => window.receiveFromPage(message),
      getState: () => undefined,
      setState: () => undefined,
    });
  `;

/** What the extension sends of some documents. */
export async function insightMessage(
  documents: readonly CorpusDocument[],
  labels: Labels,
  options: InsightOptions,
): Promise<HostMessage> {
  const insight = await new InsightFigures(documents, labels).insight(options, () => Promise.resolve());
  return { kind: "insight", options, insight };
}
