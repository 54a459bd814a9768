import { CodeAction, CodeActionKind, CodeActionTriggerKind, languages, type TextDocument } from "vscode";
import type { Span } from "../../core";
import type { Disposable } from "../dispose";
import { PROSE_LANGUAGES } from "../prose-document";

const { QuickFix } = CodeActionKind;

/** A quick fix that runs a command. */
export interface CommandFix {
  readonly title: string;
  readonly command: string;
  readonly arguments: readonly unknown[];
}

export function commandFix({ title, command, arguments: values }: CommandFix): CodeAction {
  const action = new CodeAction(title, QuickFix);
  action.command = { title, command, arguments: [...values] };
  return action;
}

/**
 * Offers quick fixes in prose when somebody asks for them, not wherever the cursor comes along: for what stands nearly everywhere.
 *
 * @param fixesIn those for a span of a document
 */
export function offerWhenAsked(fixesIn: (document: TextDocument, span: Span) => readonly CommandFix[]): Disposable {
  return languages.registerCodeActionsProvider(
    [...PROSE_LANGUAGES],
    {
      provideCodeActions: (document, range, { only, triggerKind }) => {
        if (triggerKind !== CodeActionTriggerKind.Invoke || only?.contains(QuickFix) === false) return [];
        const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        return fixesIn(document, span).map(commandFix);
      },
    },
    { providedCodeActionKinds: [QuickFix] },
  );
}
