import { commands, l10n, Selection, window, type TextDocument } from "vscode";
import {
  anchor,
  decisionIdOf,
  placeMemo,
  quoteOf,
  type Decision,
  type LedgerRecord,
  type Quote,
  type ReviewedMention,
} from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS, INTERNAL_COMMANDS, VIEWS } from "../../ids";
import { decideOn, type Verdict } from "../../making-decisions";
import { resolveTarget, trimmed } from "../../mention-target";
import type {
  Grouping,
  LostRecordNode,
  MoreNode,
  ReviewNode,
  UnplacedNode,
} from "../../presentation/review/review-tree";
import { reportingDecisionErrors } from "../../report-error";
import type { Services } from "../../services/services";
import { previewMentions } from "../decisions/bulk-preview";
import { pickClass } from "../decisions/class-picker";
import { classOf, verdictLabel } from "../decisions/verdict-labels";
import { relationLine } from "../relations/relation-labels";
import { askForReviewFilter } from "./review-filter-prompt";
import type { ReviewView } from "./review-view";

const GROUPING_COMMANDS: readonly (readonly [command: string, grouping: Grouping])[] = [
  [COMMANDS.groupReviewByClass, "class"],
  [COMMANDS.groupReviewByEntity, "entity"],
  [COMMANDS.groupReviewByConfidence, "confidence"],
  [COMMANDS.groupReviewByPlace, "document"],
];

/** Makes the verdict of a bulk decision; undefined where the user goes back. */
type VerdictMaker = (mentions: readonly ReviewedMention[]) => Promise<Verdict | undefined>;

/** The commands of the Review view: its filter and grouping, decisions on rows, on groups and on all that the filter leaves. */
export function registerReviewCommands(view: ReviewView, services: Services): Disposable {
  const store = new DisposableStore();
  const { log, queues, reviews } = services;
  const add = (command: string, run: (node: unknown, nodes: unknown) => unknown) =>
    store.add(
      commands.registerCommand(command, (node: unknown, nodes: unknown) =>
        reportingDecisionErrors(log, () => run(node, nodes)),
      ),
    );
  add(COMMANDS.filterReview, () => {
    if (view.document !== undefined) askForReviewFilter(queues, view.document);
  });
  add(COMMANDS.clearReviewFilter, () => {
    queues.filter = "";
  });
  for (const [command, grouping] of GROUPING_COMMANDS) add(command, () => (queues.grouping = grouping));
  add(COMMANDS.showInReview, async (argument) => {
    const mention = (await resolveTarget(reviews, argument))?.mention;
    const isRevealed = mention !== undefined && (await view.reveal(mention, true));
    if (!isRevealed) await commands.executeCommand(`${VIEWS.review}.focus`);
  });
  add(INTERNAL_COMMANDS.showMoreInReview, (node) => {
    view.showMore(node as MoreNode);
  });

  const verdicts: readonly (readonly [rows: string, all: string, make: VerdictMaker])[] = [
    [COMMANDS.acceptReviewRows, COMMANDS.acceptAllInReview, () => Promise.resolve({ kind: "accept" })],
    [
      COMMANDS.rejectReviewRows,
      COMMANDS.rejectAllInReview,
      () => Promise.resolve({ kind: "reject", scope: "mention" }),
    ],
    [COMMANDS.classifyReviewRows, COMMANDS.classifyAllInReview, (mentions) => pickVerdict(services, mentions)],
  ];
  for (const [rows, all, make] of verdicts) {
    add(rows, (node, nodes) => decideOnRows(view, services, rowsMeant(view, node, nodes), make));
    add(all, () => decideOnAll(view, services, make));
  }
  add(COMMANDS.openDecision, (node) => openDecision(view, services, node));
  add(COMMANDS.placeDecision, (node) => placeDecision(view, services, node));
  add(COMMANDS.discardDecisions, (node, nodes) => discard(view, services, rowsMeant(view, node, nodes)));
  return store;
}

/** The rows that a menu or a key is about: those selected where the one it was opened on is among them, else that one. */
function rowsMeant(view: ReviewView, node: unknown, nodes: unknown): readonly ReviewNode[] {
  if (Array.isArray(nodes)) return nodes as ReviewNode[];
  return isNode(node) ? [node] : view.selection;
}

function isNode(node: unknown): node is ReviewNode {
  return typeof node === "object" && node !== null && "kind" in node;
}

/** Rows are their own preview; a group may hold more than is in sight, so it is shown first. */
async function decideOnRows(
  view: ReviewView,
  services: Services,
  nodes: readonly ReviewNode[],
  make: VerdictMaker,
): Promise<void> {
  const { document } = view;
  const mentions = mentionsOf(nodes);
  if (document === undefined || mentions.length === 0) {
    window.setStatusBarMessage(l10n.t("Select a suggestion in the Review view first."), 4000);
    return;
  }
  const follower = followerOf(services, document, mentions);
  const isPreviewed = nodes.every(({ kind }) => kind !== "group");
  const isDone = await decideInBulk(services, document, mentions, make, !isPreviewed);
  if (isDone && isPreviewed && follower !== undefined) await view.reveal(follower, true);
}

async function decideOnAll(view: ReviewView, services: Services, make: VerdictMaker): Promise<void> {
  const { document } = view;
  const queue = document === undefined ? undefined : services.queues.of(document);
  if (document === undefined || queue === undefined || queue.shown.length === 0) {
    window.setStatusBarMessage(l10n.t("There is nothing to decide on in the Review view."), 4000);
    return;
  }
  await decideInBulk(services, document, queue.shown, make, true);
}

/** Returns whether something was decided. */
async function decideInBulk(
  services: Services,
  document: TextDocument,
  mentions: readonly ReviewedMention[],
  make: VerdictMaker,
  preview: boolean,
): Promise<boolean> {
  const version = document.version;
  const verdict = await make(mentions);
  if (verdict === undefined || document.version !== version) return false;
  const title = previewTitle(services, document, verdict, mentions.length);
  const chosen = preview ? await previewMentions(services, document, mentions, title) : mentions;
  if (chosen === undefined) return false;
  const label = verdictLabel(services.taxonomy, verdict, chosen);
  await decideOn(services, document, chosen, verdict, label);
  window.setStatusBarMessage(l10n.t("Done: {0}. “Undo Last Decision” takes it back in one step.", label), 6000);
  return true;
}

async function pickVerdict(services: Services, mentions: readonly ReviewedMention[]): Promise<Verdict | undefined> {
  const [first] = mentions;
  const what = mentions.length === 1 ? first!.text : l10n.t("{0} mentions", mentions.length);
  const classId = await pickClass(services, what, mentions.length === 1 ? first!.class : undefined);
  return classId === undefined ? undefined : { kind: "classify", class: classId };
}

function previewTitle(services: Services, document: TextDocument, verdict: Verdict, count: number): string {
  const file = services.decisions.labelOf(document);
  switch (verdict.kind) {
    case "accept":
      return l10n.t("Accept {0} suggestions ({1})", count, file);
    case "reject":
      return l10n.t("Reject {0} suggestions here ({1})", count, file);
    case "classify":
    case "label": {
      const label = services.taxonomy.classLabel(classOf(verdict));
      return l10n.t("Classify {0} suggestions as {1} ({2})", count, label, file);
    }
  }
}

function mentionsOf(nodes: readonly ReviewNode[]): ReviewedMention[] {
  const mentions = nodes.flatMap((node) => {
    if (node.kind === "group") return node.mentions;
    return node.kind === "suggestion" ? [node.mention] : [];
  });
  // A row may be selected together with its group.
  return [...new Set(mentions)].sort((a, b) => a.start - b.start);
}

/** The suggestion that the keyboard goes on with. */
function followerOf(
  { queues }: Services,
  document: TextDocument,
  decided: readonly ReviewedMention[],
): ReviewedMention | undefined {
  const rest = queues.of(document)?.shown.filter((mention) => !decided.includes(mention)) ?? [];
  const last = decided.at(-1)!;
  const alike = rest.filter((mention) => mention.class === last.class);
  return alike.find(({ start }) => start > last.start) ?? alike.at(-1) ?? rest[0];
}

async function openDecision(view: ReviewView, { decisions }: Services, node: unknown): Promise<void> {
  const rows = rowsMeant(view, node, undefined);
  const unplaced = unplacedOf(rows)[0] ?? lostIn(rows)[0];
  const ledger = view.document === undefined ? undefined : decisions.ledgerOf(view.document);
  if (unplaced === undefined || ledger === undefined) return;
  const place = decisions.fileOf(view.document!);
  if (place === undefined) return;
  const line = (ledger.lineOf.get(unplaced.id) ?? 1) - 1;
  await window.showTextDocument(place, { selection: new Selection(line, 0, line, 0), preview: true });
}

/** Gives a decision, a memo or the lost end of a relation the selected words as its place. */
async function placeDecision(view: ReviewView, { decisions }: Services, node: unknown): Promise<void> {
  const { document } = view;
  const rows = rowsMeant(view, node, undefined);
  const unplaced = unplacedOf(rows)[0] ?? lostIn(rows)[0];
  const editor = window.visibleTextEditors.find((each) => each.document === document);
  if (document === undefined || unplaced === undefined || editor === undefined) return;
  const { selection } = editor;
  const span = trimmed(document, { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) });
  if (span.start >= span.end) {
    void window.showInformationMessage(
      l10n.t("Select the words in the document that “{0}” is about first.", nameOf(unplaced)),
    );
    return;
  }
  const text = document.getText();
  if ("kind" in unplaced) {
    const record = placedRecord(unplaced, text, quoteOf(text, span));
    await decisions.change(document, { putRecords: [record] }, l10n.t("placed “{0}”", nameOf(unplaced)));
    return;
  }
  const placed = requoted(unplaced, quoteOf(text, span));
  const change = { put: [placed], remove: [unplaced.id] };
  await decisions.change(document, change, l10n.t("placed the decision on “{0}”", unplaced.quote));
}

/** A decision with another place, and so with another id. */
function requoted(decision: Decision, quote: Quote): Decision {
  const moved: { -readonly [Key in keyof Decision]: Decision[Key] } = { ...decision };
  delete moved.occurrence;
  delete moved.rival;
  Object.assign(moved, quote);
  return { ...moved, id: decisionIdOf(moved) };
}

async function discard(view: ReviewView, { decisions }: Services, nodes: readonly ReviewNode[]): Promise<void> {
  const unplaced = [...unplacedOf(nodes), ...lostIn(nodes)];
  if (view.document === undefined || unplaced.length === 0) return;
  const what = unplaced.length === 1 ? `“${nameOf(unplaced[0]!)}”` : l10n.t("{0} mentions", unplaced.length);
  const change = { remove: unplaced.map(({ id }) => id) };
  await decisions.change(view.document, change, l10n.t("discarded {0}", what));
}

function lostIn(nodes: readonly ReviewNode[]): LedgerRecord[] {
  return nodes.filter((node): node is LostRecordNode => node.kind === "lostRecord").map(({ record }) => record);
}

/** What a row without a place is called in messages. */
function nameOf(unplaced: Decision | LedgerRecord): string {
  if (!("kind" in unplaced)) return unplaced.quote;
  switch (unplaced.kind) {
    case "memo":
      return unplaced.body;
    case "relation":
      return relationLine(unplaced);
    case "theme":
      return unplaced.theme;
  }
}

/** A memo at a new place, or a relation whose lost end is there: the source where both are lost. */
function placedRecord(record: LedgerRecord, text: string, place: Quote): LedgerRecord {
  if (record.kind === "memo") return placeMemo(record, place);
  if (record.kind === "theme") return { ...record, place };
  return "reason" in anchor(text, record.source) ? { ...record, source: place } : { ...record, target: place };
}

function unplacedOf(nodes: readonly ReviewNode[]): Decision[] {
  return nodes.filter((node): node is UnplacedNode => node.kind === "unplaced").map(({ decision }) => decision);
}
