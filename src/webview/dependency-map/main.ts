import { type HostMessage, type MapOptions, type PageMessage, readOptions, type Texts } from "./messages";
import { DependencyMapPage } from "./page";

/** What VS Code gives to the scripts of a web view. */
declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(options: MapOptions): void;
};

const vscode = acquireVsCodeApi();
const texts = JSON.parse(document.body.dataset["texts"]!) as Texts;
const options = readOptions(vscode.getState() ?? JSON.parse(document.body.dataset["options"]!));
const page = new DependencyMapPage(document.body.querySelector("main")!, texts, options, {
  post: (message) => {
    vscode.postMessage(message);
  },
  keep: (kept) => {
    vscode.setState(kept);
  },
});
window.addEventListener("message", ({ data }: MessageEvent<HostMessage>) => {
  page.receive(data);
});
vscode.postMessage({ kind: "show", options });
