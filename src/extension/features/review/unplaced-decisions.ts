import { commands, l10n, Selection, Uri, window, workspace, type QuickPickItem, type TextDocument } from "vscode";
import type { Span, UnplacedDecision } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { rangeOf, trimmed } from "../../mention-target";
import { contextLine } from "../../presentation/concordance/context-line";
import { reportDecisionError } from "../../report-error";
import type { Services } from "../../services/services";

/** Names a decision for the arguments of commands. */
export interface DecisionReference {
  /** The address of the document that it is on. */
  readonly uri: string;
  readonly id: string;
}

interface Item<Value> extends QuickPickItem {
  readonly value: Value;
}

/** Decisions whose place in the text was not found: a person finds it again, or discards them. */
export function activateUnplacedDecisions(services: Services): Disposable {
  const store = new DisposableStore();
  const add = (command: string, run: (document: TextDocument, unplaced: UnplacedDecision) => Promise<void>) =>
    store.add(
      commands.registerCommand(command, async (argument: unknown) => {
        try {
          const document = await documentOf(services, argument);
          const chosen = document && (await unplacedIn(services, document, argument));
          if (chosen !== undefined) await run(document!, chosen);
        } catch (error) {
          void reportDecisionError(error, services.log);
        }
      }),
    );
  add(COMMANDS.findDecisionAgain, (document, { decision }) => findAgain(services, document, decision));
  add(COMMANDS.discardDecision, (document, { decision }) => services.decisions.discard(document, decision));
  return store;
}

/** Lets the user choose the place, and shows each place while one moves through the list. */
async function findAgain(
  { decisions }: Services,
  document: TextDocument,
  decision: UnplacedDecision["decision"],
): Promise<void> {
  const editor = await window.showTextDocument(document);
  const before = editor.selection;
  const selected = spanOf(document, before);
  const found = decisions.findAgain(document, decision);
  const items = [
    ...found.map((span) => placeItem(document, span)),
    ...(selected.start < selected.end
      ? [{ ...placeItem(document, selected), description: l10n.t("the selected words") }]
      : []),
  ];
  if (items.length === 0) {
    void window.showInformationMessage(
      l10n.t("Nothing in the text resembles “{0}”. Select the words that it is about and try again.", decision.quote),
    );
    return;
  }
  const version = document.version;
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Where “{0}” is now ({1})", decision.quote, decisions.labelOf(document)),
    onDidSelectItem: (item) => {
      const range = rangeOf(document, (item as Item<Span>).value);
      editor.selection = new Selection(range.start, range.end);
      editor.revealRange(range);
    },
  });
  if (chosen === undefined) {
    editor.selection = before;
    return;
  }
  if (document.version !== version) {
    void window.showInformationMessage(l10n.t("The text changed in the meantime. Nothing was decided."));
    return;
  }
  await decisions.placeAt(document, decision, rangeOf(document, chosen.value));
}

async function documentOf({ activeDocument }: Services, argument: unknown): Promise<TextDocument | undefined> {
  return isReference(argument) ? workspace.openTextDocument(Uri.parse(argument.uri)) : activeDocument.document;
}

/** The decision that a command was given, else the only one, else the one that the user picks. */
async function unplacedIn(
  { reviews, decisions }: Services,
  document: TextDocument,
  argument: unknown,
): Promise<UnplacedDecision | undefined> {
  const review = reviews.reviewOf(document);
  const unplaced = review.kind === "reviewed" ? review.unplaced : [];
  if (isReference(argument)) return unplaced.find(({ decision }) => decision.id === argument.id);
  if (unplaced.length === 0) {
    void window.showInformationMessage(l10n.t("Every decision on this document has its place in the text."));
    return undefined;
  }
  const items = unplaced.map((each) => ({ label: each.decision.quote, detail: each.reason, value: each }));
  const title = l10n.t("Decisions that need review ({0})", decisions.labelOf(document));
  return (await window.showQuickPick(items, { title, matchOnDetail: true }))?.value;
}

function placeItem(document: TextDocument, span: Span): Item<Span> {
  const { start, end } = rangeOf(document, span);
  const line = document.lineAt(start.line).text;
  const { label } = contextLine(line, {
    start: start.character,
    end: end.line === start.line ? end.character : line.length,
  });
  return { label, detail: l10n.t("Line {0}", start.line + 1), value: span };
}

function spanOf(document: TextDocument, selection: Selection): Span {
  return trimmed(document, { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) });
}

function isReference(argument: unknown): argument is DecisionReference {
  if (typeof argument !== "object" || argument === null) return false;
  const { uri, id } = argument as Partial<Record<keyof DecisionReference, unknown>>;
  return typeof uri === "string" && typeof id === "string";
}
