import type { HostMessage, PageMessage, Texts } from "./messages";
import { ConcordancePage } from "./page";

/** What VS Code gives to the scripts of a web view. */
declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

const vscode = acquireVsCodeApi();
const texts = JSON.parse(document.body.dataset["texts"]!) as Texts;
const page = new ConcordancePage(document.body.querySelector("main")!, texts, (message) => {
  vscode.postMessage(message);
});
window.addEventListener("message", ({ data }: MessageEvent<HostMessage>) => {
  page.receive(data);
});
vscode.postMessage({ kind: "ready" });
