import { commands } from "vscode";
import { CONTEXT_KEYS } from "../../ids";

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
  /** The parts of a step that is being made. */
  #gathered: UndoStep[] | undefined;

  push(step: UndoStep): void {
    if (this.#gathered !== undefined) {
      this.#gathered.push(step);
      return;
    }
    this.#steps.push(step);
    if (this.#steps.length > MAX_STEPS) this.#steps.shift();
    this.#publish();
  }

  /** Makes one step of all that `run` does, also of the part that it did where it fails. */
  async asOne(label: string, run: () => Promise<void>): Promise<void> {
    const parts: UndoStep[] = (this.#gathered = []);
    try {
      await run();
    } finally {
      this.#gathered = undefined;
      if (parts.length > 0) this.push(stepOf(label, parts));
    }
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

/** A step that takes back its parts, the last one first; where one fails, those before it stay for another try. */
function stepOf(label: string, parts: UndoStep[]): UndoStep {
  return {
    label,
    undo: async () => {
      for (let part = parts.at(-1); part !== undefined; part = parts.at(-1)) {
        await part.undo();
        parts.pop();
      }
    },
  };
}
