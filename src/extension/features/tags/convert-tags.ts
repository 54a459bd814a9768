import { commands, l10n, window, workspace, WorkspaceEdit, type QuickPickItem, type TextDocument } from "vscode";
import {
  acceptMention,
  applyEdits,
  inlineTags,
  invertEdits,
  OccurrenceIndex,
  tagMentions,
  untag,
  type Decision,
  type Edit,
  type InlineTag,
  type Review,
  type ReviewedMention,
  type Span,
  type TextFormat,
} from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { replacedBy } from "../../making-decisions";
import { rangeOf } from "../../mention-target";
import { formatOfDocument } from "../../prose-document";
import { reportingDecisionErrors } from "../../report-error";
import type { Services } from "../../services/services";
import { previewMentions } from "../decisions/bulk-preview";

/** A report whose markup has tags, as it is now. */
interface TaggableReport {
  readonly document: TextDocument;
  readonly format: TextFormat;
  readonly text: string;
  readonly review: Review;
}

/** A mention or tag that is left as it is, and why. */
interface LeftOut {
  readonly words: string;
  /** One-based, in the text before anything changed. */
  readonly line: number;
  readonly reason: string;
}

/** Writes what was decided on into the text as tags, and makes decisions of the tags in it. */
export function activateConvertTags(services: Services): Disposable {
  const store = new DisposableStore();
  const add = (command: string, convert: (services: Services, report: TaggableReport) => Promise<void>) =>
    store.add(
      commands.registerCommand(command, () =>
        reportingDecisionErrors(services.log, async () => {
          const report = reportOf(services);
          if (report !== undefined) await convert(services, report);
        }),
      ),
    );
  add(COMMANDS.convertDecisionsToTags, decisionsToTags);
  add(COMMANDS.convertTagsToDecisions, tagsToDecisions);
  return store;
}

/** The report in question; says what is missing where there is none. */
function reportOf({ activeDocument, reviews }: Services): TaggableReport | undefined {
  const { document } = activeDocument;
  const format = document === undefined ? undefined : formatOfDocument(document);
  if (document === undefined || format === undefined || format === "plain") {
    void window.showInformationMessage(
      l10n.t("Open a Markdown, LaTeX or HTML report first: only their markup has tags."),
    );
    return undefined;
  }
  const review = reviews.reviewOf(document);
  if (review.kind === "reviewed") return { document, format, text: document.getText(), review };
  void window.showInformationMessage(l10n.t("The report is still being read. Try again in a moment."));
  return undefined;
}

/** The ledger keeps its lines: who decided, when and on what grounds has no place in a tag. */
async function decisionsToTags(services: Services, { document, format, text, review }: TaggableReport): Promise<void> {
  const tagged = new Set(inlineTags(text, format).map(({ content }) => spanKey(content)));
  const decided = review.mentions.filter((mention) => mention.status === "accepted" && !tagged.has(spanKey(mention)));
  const { converted, refused } = tagMentions(text, decided, format);
  const leftOut = refused.map(({ item, reason }) => leftOutOf(document, item, reason));
  if (converted.length === 0) {
    sayNothingToDo(l10n.t("There is no accepted mention to tag in this report."), leftOut);
    return;
  }
  const file = workspace.asRelativePath(document.uri);
  const title = l10n.t("Tag {0} accepted mentions in the text ({1})", converted.length, file);
  const chosen = await previewMentions(services, document, converted, title);
  if (chosen === undefined) return;
  const { edits } = tagMentions(text, chosen, format);
  await changeText(document, edits);
  const label = l10n.t("tagged {0} mentions in the text", chosen.length);
  services.history.push({ label, undo: () => takeBack(document, text, edits) });
  sayDone(label, leftOut);
}

async function tagsToDecisions(services: Services, { document, format, text, review }: TaggableReport): Promise<void> {
  const tags = inlineTags(text, format);
  const known = tags.filter((tag) => services.taxonomy.current?.classes.has(tag.class) === true);
  const { converted, refused } = untag(known);
  const leftOut = [
    ...refused.map(({ item, reason }) => leftOutOf(document, item.content, reason)),
    ...tags
      .filter((tag) => !known.includes(tag))
      .map(({ content, class: id }) => leftOutOf(document, content, l10n.t("The taxonomy has no class “{0}”.", id))),
  ];
  const tagOf = new Map(converted.map((tag) => [mentionOfTag(text, tag, review), tag]));
  if (tagOf.size === 0) {
    sayNothingToDo(l10n.t("There is no tag to convert in this report."), leftOut);
    return;
  }
  const files = `${workspace.asRelativePath(document.uri)}, ${services.decisions.labelOf(document)}`;
  const title = l10n.t("Make decisions of {0} tags and take the tags out of the text ({1})", tagOf.size, files);
  const chosen = await previewMentions(services, document, [...tagOf.keys()], title);
  if (chosen === undefined) return;
  const chosenTags = chosen.map((mention) => tagOf.get(mention)!).sort((a, b) => a.start - b.start);
  await untagAndDecide(services, document, text, chosenTags, review);
  sayDone(l10n.t("made decisions of {0} tags", chosenTags.length), leftOut);
}

/**
 * The text first, then the ledger; where the ledger cannot be written, the text is put back.
 *
 * @throws NoLedgerError where the document has no place for decisions, Error where its ledger cannot be read or written
 */
async function untagAndDecide(
  { annotator, decisions, history }: Services,
  document: TextDocument,
  text: string,
  tags: readonly InlineTag[],
  review: Review,
): Promise<void> {
  const { edits, spans } = untag(tags);
  const untagged = applyEdits(text, edits);
  const mentions = tags.map((tag) => mentionOfTag(text, tag, review));
  const index = new OccurrenceIndex(
    untagged,
    mentions.map((mention) => mention.text),
  );
  const signed = annotator.stamp(document.uri);
  const put: Decision[] = [];
  const remove: string[] = [];
  for (const [i, mention] of mentions.entries()) {
    if (isDecided(mention)) continue;
    const decision = acceptMention(index, { ...mention, ...spans[i]! }, signed);
    put.push(decision);
    remove.push(...replacedBy(decision, mention.decision));
  }
  await changeText(document, edits);
  const undo = () => takeBack(document, text, edits);
  const label = l10n.t("made decisions of {0} tags", tags.length);
  if (put.length === 0) history.push({ label, undo });
  else {
    try {
      await decisions.change(document, { put, remove }, label, undo);
    } catch (error) {
      await undo();
      throw error;
    }
  }
}

/** Whether somebody decided already what the tag says. */
function isDecided({ decision, class: classId, entity }: ReviewedMention): boolean {
  if (decision?.status !== "accepted" || decision.scope !== "mention") return false;
  return decision.class === classId && decision.entity === entity;
}

/** What a tag says, with the decision on the same words. */
function mentionOfTag(
  text: string,
  { start, end, content, class: classId, entity }: InlineTag,
  review: Review,
): ReviewedMention {
  const decided = [...review.mentions, ...review.rejected].find((mention) => spanKey(mention) === spanKey(content));
  const decision = decided?.decision;
  return {
    ...content,
    text: text.slice(content.start, content.end),
    class: classId,
    ...(entity === undefined ? {} : { entity }),
    by: "inline",
    confidence: 1,
    evidence: { pattern: text.slice(start, end) },
    status: decision?.status ?? "suggested",
    ...(decision === undefined ? {} : { decision }),
  };
}

/** @throws Error where the editor refuses, as for a file that is read-only */
async function changeText(document: TextDocument, edits: readonly Edit[]): Promise<void> {
  const change = new WorkspaceEdit();
  for (const edit of edits) change.replace(document.uri, rangeOf(document, edit), edit.text);
  if (!(await workspace.applyEdit(change)))
    throw new Error(l10n.t("{0} cannot be changed. Is it read-only?", workspace.asRelativePath(document.uri)));
}

/** Takes a change of the text back, if it still stands as it was made; Undo in the editor may have come before. */
async function takeBack({ uri }: TextDocument, before: string, edits: readonly Edit[]): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const text = document.getText();
  if (text === before) return;
  if (text === applyEdits(before, edits)) await changeText(document, invertEdits(before, edits));
  else
    void window.showWarningMessage(
      l10n.t("{0} was edited since, so its text stays as it is.", workspace.asRelativePath(uri)),
    );
}

function sayNothingToDo(message: string, leftOut: readonly LeftOut[]): void {
  if (leftOut.length === 0) void window.showInformationMessage(message);
  else void offerReasons(message, leftOut);
}

function sayDone(label: string, leftOut: readonly LeftOut[]): void {
  window.setStatusBarMessage(l10n.t("Done: {0}. “Undo Last Decision” takes it back in one step.", label), 6000);
  if (leftOut.length > 0) void offerReasons(l10n.t("{0} were left as they are.", leftOut.length), leftOut);
}

/** Lists what was left out and why. */
async function offerReasons(message: string, leftOut: readonly LeftOut[]): Promise<void> {
  const show = l10n.t("Show Why");
  if ((await window.showInformationMessage(message, show)) !== show) return;
  const items = leftOut.map(({ words, line, reason }): QuickPickItem => ({
    label: words.replace(/\s+/g, " "),
    description: l10n.t("line {0}", line),
    detail: reason,
  }));
  await window.showQuickPick(items, { title: message, matchOnDetail: true });
}

function leftOutOf(document: TextDocument, span: Span, reason: string): LeftOut {
  const { start } = rangeOf(document, span);
  return { words: document.getText(rangeOf(document, span)), line: start.line + 1, reason };
}

function spanKey({ start, end }: Span): string {
  return `${start}:${end}`;
}
