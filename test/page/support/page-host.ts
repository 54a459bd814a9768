import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runInThisContext } from "node:vm";
import { build } from "esbuild";
import { type PageAssets, pageHtml } from "../../../src/extension/features/pages/page-html";
import { themeRule, type Theme } from "./themes";

const ROOT = join(__dirname, "..", "..", "..");
const ORIGIN = "https://page.test";

/** What we use of Playwright, which is no dependency but fetched with the browser. */
export interface BrowserPage {
  readonly keyboard: { press(key: string): Promise<void> };
  readonly mouse: { move(x: number, y: number): Promise<void> };
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

/** A page as it ships, with its stylesheet and its words, and what it shows at first. */
export interface BuiltPage<Options> {
  readonly script: string;
  readonly style: string;
  readonly texts: { readonly title: string };
  readonly options: Options;
}

/**
 * Builds a page.
 *
 * @param name its folder among the pages and among the features, and its stylesheet
 * @param words the module with its words, and the function there that gives them
 */
export async function buildPage<Options extends object>(
  name: string,
  [words, give]: readonly [module: string, give: string],
  options: Options,
): Promise<BuiltPage<Options>> {
  const folder = join(ROOT, "src", "webview", name);
  const module = join(ROOT, "src", "extension", "features", name, words);
  const [script, style, source] = await Promise.all([
    bundled({ entryPoints: [join(folder, "main.ts")], format: "iife", platform: "browser" }),
    bundled({ entryPoints: [join(folder, `${name}.css`)] }),
    bundled({ entryPoints: [module], format: "cjs", alias: { vscode: join(__dirname, "vscode.ts") } }),
  ]);
  const target = { exports: {} as Readonly<Record<string, () => { readonly title: string }>> };
  const run = runInThisContext(`(module) => { ${source} }`) as (target: { exports: object }) => void;
  run(target);
  return { script, style, texts: target.exports[give]!(), options };
}

async function bundled(options: Parameters<typeof build>[0]): Promise<string> {
  const { outputFiles } = await build({ ...options, bundle: true, write: false, target: "es2022" });
  return outputFiles[0]!.text;
}

/** A page in a browser, with a stand-in for the editor on the other side. */
export class PageHost<HostMessage, PageMessage> {
  /** What the page sent, oldest first. */
  readonly sent: PageMessage[] = [];
  /** Errors and refused loads that the browser reported. */
  readonly complaints: string[] = [];

  private constructor(readonly page: BrowserPage) {}

  static async open<HostMessage, PageMessage, Options extends object>(
    browser: Browser,
    { script, style, texts, options: proposed }: BuiltPage<Options>,
    { theme = "light", width = 1000, options = proposed }: { theme?: Theme; width?: number; options?: Options } = {},
  ): Promise<PageHost<HostMessage, PageMessage>> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const host = new PageHost<HostMessage, PageMessage>(page);
    page.on("pageerror", (error) => host.complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") host.complaints.push(message.text());
    });
    await page.exposeFunction("receiveFromPage", (message: PageMessage) => host.sent.push(message));
    await page.addInitScript({ content: STAND_IN });
    const assets: PageAssets = {
      script: `${ORIGIN}/page.js`,
      style: `${ORIGIN}/page.css`,
      source: ORIGIN,
      nonce: randomUUID(),
      language: "en",
    };
    await page.route(`${ORIGIN}/**`, async (route) => {
      const url = route.request().url();
      if (url.endsWith(".js")) await route.fulfill({ body: script, contentType: "text/javascript" });
      else if (url.endsWith(".css")) await route.fulfill({ body: themeRule(theme) + style, contentType: "text/css" });
      else if (url.endsWith(".ico")) await route.fulfill({ status: 204 });
      else await route.fulfill({ body: pageHtml(assets, texts, options), contentType: "text/html" });
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
