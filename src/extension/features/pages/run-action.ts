import { commands } from "vscode";
import type { Action } from "../../../webview/shared/messages";
import { COMMANDS } from "../../ids";

/** An action that changes which documents a page is about. */
export type ScopeAction = "showOpenFiles" | "showWorkspace";

export function isScopeAction(action: Action): action is ScopeAction {
  return action === "showOpenFiles" || action === "showWorkspace";
}

/** Does what a notice of a page offers. */
export async function runAction(action: Exclude<Action, ScopeAction>): Promise<void> {
  await commands.executeCommand(COMMAND_OF[action]);
}

const COMMAND_OF: Readonly<Record<Exclude<Action, ScopeAction>, string>> = {
  openSample: COMMANDS.openSampleReport,
  showProblems: "workbench.actions.view.problems",
  showLeftOutFiles: COMMANDS.showUnreadFiles,
  scanWorkspace: COMMANDS.scanWorkspace,
};
