import { commands, l10n, Selection, window, type TextDocument } from "vscode";
import { classifyMention, contains, type ReviewedMention, type Span } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { replacedBy } from "../../making-decisions";
import { resolveTarget } from "../../mention-target";
import { adjustedSpan, type Adjustment } from "../../presentation/adjusted-span";
import { reportingDecisionErrors } from "../../report-error";
import type { Services } from "../../services/services";

const ADJUSTMENTS: readonly (readonly [command: string, adjustment: Adjustment])[] = [
  [COMMANDS.extendMention, "extendEnd"],
  [COMMANDS.shrinkMention, "shrinkEnd"],
  [COMMANDS.extendMentionAtStart, "extendStart"],
  [COMMANDS.shrinkMentionAtStart, "shrinkStart"],
];

/** Moves an end of the mention under the cursor by a word. The longer or shorter mention is an accepted one. */
export function activateAdjustSpan(services: Services): Disposable {
  const store = new DisposableStore();
  for (const [command, adjustment] of ADJUSTMENTS) {
    const run = (argument: unknown) => adjust(services, argument, adjustment);
    store.add(
      commands.registerCommand(command, (argument: unknown) =>
        reportingDecisionErrors(services.log, () => run(argument)),
      ),
    );
  }
  return store;
}

async function adjust(services: Services, argument: unknown, adjustment: Adjustment): Promise<void> {
  const target = await resolveTarget(services.reviews, argument);
  if (target?.mention === undefined) {
    void window.showInformationMessage(l10n.t("Put the cursor on a marked mention first."));
    return;
  }
  const { document, mention } = target;
  if (mention.by === "inline") {
    void window.showInformationMessage(l10n.t("This mention is tagged in the text: move the brackets of its tag."));
    return;
  }
  const span = adjustedSpan(document.getText(), mention, adjustment);
  if (span === undefined) {
    window.setStatusBarMessage(l10n.t("There is no further word on this side."), 4000);
    return;
  }
  await moveTo(services, document, mention, span);
  keepCursorIn(document, span);
}

async function moveTo(
  { annotator, decisions }: Services,
  document: TextDocument,
  mention: ReviewedMention,
  span: Span,
): Promise<void> {
  const text = document.getText();
  const words = text.slice(span.start, span.end);
  const decision = classifyMention(text, { ...mention, ...span, text: words }, mention, annotator.stamp(document.uri));
  const change = { put: [decision], remove: replacedBy(decision, mention.decision) };
  await decisions.change(document, change, l10n.t("changed “{0}” to “{1}”", mention.text, words));
}

/** So that the next command finds the same mention. */
function keepCursorIn(document: TextDocument, span: Span): void {
  const editor = window.activeTextEditor;
  if (editor?.document !== document) return;
  const offset = document.offsetAt(editor.selection.active);
  if (editor.selection.isEmpty && contains(span, { start: offset, end: offset })) return;
  const start = document.positionAt(span.start);
  editor.selection = new Selection(start, start);
}
