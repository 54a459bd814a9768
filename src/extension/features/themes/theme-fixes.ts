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
import type { PassageReference } from "../../presentation/theme-text";
import { PROSE_LANGUAGES } from "../../prose-document";
import type { Services } from "../../services/services";

const { QuickFix } = CodeActionKind;

/** What can be said of the themes of the passage at the cursor; only when asked, for every paragraph is a passage. */
export function activateThemeFixes(services: Services): Disposable {
  return languages.registerCodeActionsProvider(
    [...PROSE_LANGUAGES],
    { provideCodeActions: (document, range, context) => fixesFor(services, document, range, context) },
    { providedCodeActionKinds: [QuickFix] },
  );
}

function fixesFor(
  { themes, decisions }: Services,
  document: TextDocument,
  range: Range,
  { only, triggerKind }: CodeActionContext,
): CodeAction[] {
  if (triggerKind !== CodeActionTriggerKind.Invoke || only?.contains(QuickFix) === false) return [];
  const offset = document.offsetAt(range.start);
  const [themed] = themes.passagesIn(document, { start: offset, end: offset });
  if (themed === undefined) return [];
  const file = decisions.labelOf(document);
  const reference: PassageReference = { uri: document.uri.toString(), offset };
  const fix = (title: string, command: string, argument: PassageReference) => {
    const action = new CodeAction(title, QuickFix);
    action.command = { title, command, arguments: [argument] };
    return action;
  };
  return [
    ...themed.themes
      .filter(({ status }) => status === "suggested")
      .map(({ theme }) =>
        fix(l10n.t("Classify passage as {0} ({1})", themes.labelOf(theme), file), COMMANDS.classifyPassage, {
          ...reference,
          theme,
        }),
      ),
    ...themed.themes.map(({ theme }) =>
      fix(l10n.t("Not this theme: {0} ({1})", themes.labelOf(theme), file), COMMANDS.rejectTheme, {
        ...reference,
        theme,
      }),
    ),
    fix(l10n.t("Classify passage as… ({0})", file), COMMANDS.classifyPassage, reference),
  ];
}
