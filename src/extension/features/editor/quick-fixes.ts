import {
  CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  l10n,
  languages,
  WorkspaceEdit,
  type CodeActionContext,
  type Range,
  type Selection,
  type TextDocument,
} from "vscode";
import { inlineTags, tagMentions, type Edit, type ReviewedMention, type Span } from "../../../core";
import type { Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { rangeOf, referenceTo, targetsIn, trimmed, type Target } from "../../mention-target";
import { isCandidate } from "../../presentation/marks/mark-styles";
import { formatOfDocument, PROSE_LANGUAGES } from "../../prose-document";
import { workspacePackLabel } from "../../services/packs/workspace-pack";
import type { Services } from "../../services/services";
import { commandFix } from "../command-fixes";

const { QuickFix, RefactorRewrite } = CodeActionKind;
const LONGEST_QUOTE = 40;

/** What can be decided about the mention under the cursor; each title says which file it writes. */
export function activateQuickFixes(services: Services): Disposable {
  return languages.registerCodeActionsProvider(
    [...PROSE_LANGUAGES],
    { provideCodeActions: (document, range, context) => actionsFor(services, document, range, context) },
    { providedCodeActionKinds: [QuickFix, RefactorRewrite] },
  );
}

function actionsFor(
  services: Services,
  document: TextDocument,
  range: Range | Selection,
  { only, triggerKind }: CodeActionContext,
): CodeAction[] {
  const wants = (kind: CodeActionKind) => only === undefined || only.contains(kind);
  if (!wants(QuickFix) && !wants(RefactorRewrite)) return [];
  const review = services.reviews.reviewOf(document);
  if (review.kind !== "reviewed") return [];
  const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const [target] = targetsIn(document, review, span);
  const selection = trimmed(document, span);
  const actions: CodeAction[] = [];
  if (target !== undefined) actions.push(...actionsOn(services, target));
  // A selection is no request by itself: offer to mark it when asked.
  if (triggerKind === CodeActionTriggerKind.Invoke && isUnmarked(selection, target)) {
    actions.push(markAction(services, document, selection));
    actions.push(addAction(document, selection, document.getText(rangeOf(document, selection))));
  }
  return actions.filter(({ kind }) => kind !== undefined && wants(kind));
}

function actionsOn(services: Services, target: Target): CodeAction[] {
  const { mention, rejected } = target;
  if (mention !== undefined) return mentionActions(services, target, mention);
  return rejected === undefined ? [] : [undoAction(services, target, rejected)];
}

function mentionActions(services: Services, target: Target, mention: ReviewedMention): CodeAction[] {
  const untag = untagAction(target, mention);
  if (untag !== undefined)
    return [untag, ...(mention.decision === undefined ? [] : [undoAction(services, target, mention)])];
  const { document } = target;
  const ledger = services.decisions.labelOf(document);
  const pack = workspacePackLabel(document);
  const quote = quoted(mention.text);
  const act = (title: string, command: string, file = ledger) => commandAction(withFile(title, file), command, target);
  const tag = tagAction(target, mention);
  return [
    mention.decision === undefined ? acceptAction(services, target, mention) : undoAction(services, target, mention),
    act(l10n.t("Classify {0} as…", quote), COMMANDS.classifyMention),
    act(l10n.t("Reject {0} here", quote), COMMANDS.rejectMention),
    act(l10n.t("Reject {0} in this document", quote), COMMANDS.rejectInDocument),
    act(rejectEverywhereTitle(mention), COMMANDS.rejectInWorkspace, pack),
    ...(isCandidate(mention) ? [addAction(document, target.span, mention.text)] : []),
    ...(tag === undefined ? [] : [tag]),
  ];
}

/** What the words become, and in which pack, is asked; nothing is written before a preview. */
function addAction(document: TextDocument, span: Span, words: string): CodeAction {
  const title = l10n.t("Add {0} to a taxonomy pack as…", quoted(words));
  return commandAction(title, COMMANDS.addToPack, { document, span });
}

/** What the taxonomy does not know is no name; what it knows is refused. */
function rejectEverywhereTitle(mention: ReviewedMention): string {
  const quote = quoted(mention.text);
  return isCandidate(mention)
    ? l10n.t("Ignore {0} everywhere in the workspace: not a name", quote)
    : l10n.t("Reject {0} everywhere in the workspace", quote);
}

function acceptAction({ decisions, taxonomy }: Services, target: Target, mention: ReviewedMention): CodeAction {
  const title = l10n.t("Accept {0} as {1}", quoted(mention.text), taxonomy.classLabel(mention.class));
  const action = commandAction(withFile(title, decisions.labelOf(target.document)), COMMANDS.acceptMention, target);
  action.isPreferred = true;
  return action;
}

function undoAction({ decisions }: Services, target: Target, mention: ReviewedMention): CodeAction {
  const title = l10n.t("Undo decision on {0}", quoted(mention.text));
  return commandAction(withFile(title, decisions.labelOf(target.document)), COMMANDS.undoDecision, target);
}

function markAction({ decisions }: Services, document: TextDocument, span: Span): CodeAction {
  const title = l10n.t("Classify {0} as…", quoted(document.getText(rangeOf(document, span))));
  return commandAction(withFile(title, decisions.labelOf(document)), COMMANDS.classifyMention, { document, span });
}

function commandAction(title: string, command: string, { document, span }: Target): CodeAction {
  return commandFix({ title, command, arguments: [referenceTo(document, span)] });
}

/** Writes the mention as an inline tag into the text, where its markup has such tags. */
function tagAction({ document }: Target, mention: ReviewedMention): CodeAction | undefined {
  const format = formatOfDocument(document);
  if (format === undefined || format === "plain") return undefined;
  const { edits } = tagMentions(document.getText(), [mention], format);
  if (edits.length === 0) return undefined;
  return editAction(l10n.t("Tag {0} in the text (this file)", quoted(mention.text)), document, edits);
}

/** Takes the author's tag around a mention out of the text again. */
function untagAction({ document, span }: Target, { by, text }: ReviewedMention): CodeAction | undefined {
  const format = by === "inline" ? formatOfDocument(document) : undefined;
  if (format === undefined) return undefined;
  const tags = inlineTags(document.getText(), format);
  const tag = tags.find(({ content }) => content.start === span.start && content.end === span.end);
  if (tag === undefined) return undefined;
  const edits = [
    { start: tag.start, end: span.start, text: "" },
    { start: span.end, end: tag.end, text: "" },
  ];
  return editAction(l10n.t("Remove the tag around {0} (this file)", quoted(text)), document, edits);
}

function editAction(title: string, document: TextDocument, edits: readonly Edit[]): CodeAction {
  const action = new CodeAction(title, RefactorRewrite);
  action.edit = new WorkspaceEdit();
  for (const edit of edits) action.edit.replace(document.uri, rangeOf(document, edit), edit.text);
  return action;
}

/** Whether there are words selected that are not exactly one mention. */
function isUnmarked({ start, end }: Span, target: Target | undefined): boolean {
  return start < end && (target?.span.start !== start || target.span.end !== end);
}

function withFile(title: string, file: string): string {
  return `${title} (${file})`;
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return `“${line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE - 1)}…`}”`;
}
