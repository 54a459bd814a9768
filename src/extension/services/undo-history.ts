import { commands } from "vscode";
import { CONTEXT_KEYS } from "../ids";

/** A decision that can be taken back. */
export interface UndoStep {
  /** What was decided, for the message that tells what was undone. */
  readonly label: string;
  undo(): Promise<void>;
}

const MAX_STEPS = 100;

/** The decisions of this session, newest last. */
export class UndoHistory {
  readonly #steps: UndoStep[] = [];

  push(step: UndoStep): void {
    this.#steps.push(step);
    if (this.#steps.length > MAX_STEPS) this.#steps.shift();
    this.#publish();
  }

  /** Takes back the newest decision and returns it; undefined where there is none. A step that fails stays. */
  async undoLast(): Promise<UndoStep | undefined> {
    const step = this.#steps.at(-1);
    if (step === undefined) return undefined;
    await step.undo();
    const index = this.#steps.lastIndexOf(step);
    if (index >= 0) this.#steps.splice(index, 1);
    this.#publish();
    return step;
  }

  #publish(): void {
    void commands.executeCommand("setContext", CONTEXT_KEYS.canUndoDecision, this.#steps.length > 0);
  }
}
