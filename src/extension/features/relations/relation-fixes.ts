import {
  CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  l10n,
  languages,
  type CodeActionContext,
  type Range,
  type TextDocument,
} from "vscode";
import type { Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { referenceOf } from "../../presentation/relations/relation-reference";
import { PROSE_LANGUAGES } from "../../prose-document";
import type { Services } from "../../services/services";
import { reviewedLine } from "./relation-labels";
import { relationsAt } from "./relation-targets";

const { QuickFix } = CodeActionKind;

/** What can be said of the relations at the cursor; only when asked, for many a mention stands in some. */
export function activateRelationFixes(services: Services): Disposable {
  return languages.registerCodeActionsProvider(
    [...PROSE_LANGUAGES],
    { provideCodeActions: (document, range, context) => fixesFor(services, document, range, context) },
    { providedCodeActionKinds: [QuickFix] },
  );
}

function fixesFor(
  { relations, decisions }: Services,
  document: TextDocument,
  range: Range,
  { only, triggerKind }: CodeActionContext,
): CodeAction[] {
  if (triggerKind !== CodeActionTriggerKind.Invoke || only?.contains(QuickFix) === false) return [];
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const file = decisions.labelOf(document);
  return relationsAt(relations.of(document).relations, span).flatMap((relation) => {
    const line = reviewedLine(relation);
    const reference = referenceOf(document.uri.toString(), relation);
    const fix = (title: string, command: string) => {
      const action = new CodeAction(title, QuickFix);
      action.command = { title, command, arguments: [reference] };
      return action;
    };
    return [
      ...(relation.status === "suggested"
        ? [fix(l10n.t("Accept relation: {0} ({1})", line, file), COMMANDS.acceptRelation)]
        : []),
      fix(l10n.t("Reject relation: {0} ({1})", line, file), COMMANDS.rejectRelation),
    ];
  });
}
