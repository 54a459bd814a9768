import { commands, l10n, window, type LogOutputChannel } from "vscode";
import type { Disposable } from "../../dispose";

/**
 * Takes what is typed besides the keys of a review, so that a slip of the finger changes no text; as far as no other extension
 * takes what is typed.
 */
export class TypingGuard implements Disposable {
  readonly #isNeeded: () => boolean;
  readonly #log: LogOutputChannel;
  #typing: Disposable | undefined;

  /** @param isNeeded whether keys decide where the focus is: it may be elsewhere before the editor has told so */
  constructor(isNeeded: () => boolean, log: LogOutputChannel) {
    this.#isNeeded = isNeeded;
    this.#log = log;
  }

  /** Begins or ends to take what is typed, as it is needed now. */
  update(): void {
    const take = this.#isNeeded();
    if (take === (this.#typing !== undefined)) return;
    this.dispose();
    if (!take) return;
    try {
      this.#typing = commands.registerCommand("type", async (typed: { text?: string }) => {
        if (!this.#isNeeded()) return commands.executeCommand("default:type", typed);
        window.setStatusBarMessage(l10n.t("In review, keys decide: press h for the list of keys, Esc to end."), 4000);
        return undefined;
      });
    } catch (error) {
      this.#log.info(`Another extension takes what is typed: ${String(error)}`);
    }
  }

  dispose(): void {
    this.#typing?.dispose();
    this.#typing = undefined;
  }
}
