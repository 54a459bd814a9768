import { env, Uri, type Webview } from "vscode";
import { pageHtml } from "./page-html";

/** A page of ours, as `dist/webview` has it. */
export interface WebPage {
  /** Of its script and its stylesheet. */
  readonly name: string;
  /** Its words, in the language of the editor. */
  readonly texts: { readonly title: string };
  /** What it shows at first. */
  readonly options?: object;
}

/** Loads a page into a web view, which may load nothing but its script and its stylesheet. */
export function loadPage(webview: Webview, extension: Uri, { name, texts, options = {} }: WebPage): void {
  const assets = Uri.joinPath(extension, "dist", "webview");
  const address = (file: string) => webview.asWebviewUri(Uri.joinPath(assets, file)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [assets] };
  webview.html = pageHtml(
    {
      script: address(`${name}.js`),
      style: address(`${name}.css`),
      source: webview.cspSource,
      nonce: crypto.randomUUID(),
      language: env.language,
    },
    texts,
    options,
  );
}
