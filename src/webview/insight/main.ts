import { readOptions, SHAPES, type HostMessage, type PageMessage, type Texts } from "./messages";
import { InsightPage, type Kept } from "./page";

/** What VS Code gives to the scripts of a web view. */
declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: Kept): void;
};

const vscode = acquireVsCodeApi();
const root = document.body.querySelector("main")!;
const texts = JSON.parse(document.body.dataset["texts"]!) as Texts;
const kept = keptState(vscode.getState());
const page = new InsightPage(root, texts, kept, {
  post: (message) => {
    vscode.postMessage(message);
  },
  keep: (state) => {
    vscode.setState(state);
  },
});
window.addEventListener("message", ({ data }: MessageEvent<HostMessage>) => {
  page.receive(data);
});
vscode.postMessage({ kind: "show", options: kept.options });

/** What the page kept, or what the extension proposes for a page that is new. */
function keptState(state: unknown): Kept {
  const { options, shape } = (state ?? {}) as { readonly options?: unknown; readonly shape?: unknown };
  const proposed = JSON.parse(document.body.dataset["options"]!) as unknown;
  return {
    options: readOptions(options ?? proposed),
    shape: SHAPES.find((each) => each === shape) ?? "matrix",
  };
}
