import { commands, l10n, window, type TextDocument } from "vscode";
import {
  addMention,
  type ClassId,
  type DecisionScope,
  type Label,
  type ReviewedMention,
  type Span,
} from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { decideOn } from "../../making-decisions";
import { rangeOf, resolveTarget, type Target } from "../../mention-target";
import { searchEntities } from "../../presentation/entities/entity-search";
import { reportingDecisionErrors } from "../../report-error";
import type { Services } from "../../services/services";
import { rejectEverywhere } from "../../services/packs/workspace-pack";
import { pickClass } from "./class-picker";
import { pickEntity } from "../entities/entity-picker";

/** A place where there is a mention to decide on. */
type MentionTarget = Target & { readonly mention: ReviewedMention };

/** Decisions on mentions: accept, classify, reject, take back. */
export function activateDecide(services: Services): Disposable {
  const store = new DisposableStore();
  const add = (command: string, run: (argument: unknown) => Promise<unknown>) =>
    store.add(
      commands.registerCommand(command, (argument: unknown) =>
        reportingDecisionErrors(services.log, () => run(argument)),
      ),
    );
  const onMention = (command: string, run: (target: MentionTarget) => Promise<unknown>) =>
    add(command, async (argument) => {
      const target = await resolveTarget(services.reviews, argument);
      if (target === undefined || !hasMention(target)) showNoMention();
      else await run(target);
    });
  onMention(COMMANDS.acceptMention, (target) => accept(services, target));
  onMention(COMMANDS.rejectMention, (target) => reject(services, target, "mention"));
  onMention(COMMANDS.rejectInDocument, (target) => reject(services, target, "document"));
  onMention(COMMANDS.rejectInWorkspace, (target) => rejectEverywhere(services, target.document, target.mention.text));
  add(COMMANDS.classifyMention, async (argument) =>
    classify(services, await resolveTarget(services.reviews, argument)),
  );
  add(COMMANDS.linkEntity, async (argument) => link(services, await resolveTarget(services.reviews, argument)));
  add(COMMANDS.undoDecision, async (argument) => undo(services, await resolveTarget(services.reviews, argument)));
  add(COMMANDS.undoLastDecision, () => undoLast(services));
  return store;
}

async function accept(services: Services, { document, mention }: MentionTarget): Promise<void> {
  await decideOn(services, document, [mention], { kind: "accept" }, l10n.t("accepted “{0}”", mention.text));
}

async function reject(services: Services, { document, mention }: MentionTarget, scope: DecisionScope): Promise<void> {
  await decideOn(services, document, [mention], { kind: "reject", scope }, l10n.t("rejected “{0}”", mention.text));
}

/** Gives a mention, or the selected words, the class that the user picks. */
async function classify(services: Services, target: Target | undefined): Promise<void> {
  if (target === undefined) {
    void window.showInformationMessage(l10n.t("Put the cursor on a mention, or select the words to classify."));
    return;
  }
  const { document, span, mention } = target;
  const words = document.getText(rangeOf(document, span));
  if (words.trim() === "") return;
  const version = document.version;
  const classId = await pickClass(services, words, mention?.class);
  if (classId === undefined) return;
  const label = mention === undefined ? await labelByHand(services, words, classId) : { class: classId };
  if (label === undefined || hasChanged(document, version)) return;
  const done = l10n.t("classified “{0}” as {1}", words, services.taxonomy.classLabel(classId));
  if (mention === undefined) await markByHand(services, document, span, label, done);
  else await decideOn(services, document, [mention], { kind: "classify", class: classId }, done);
}

/** Asks for the entity too, where the taxonomy has one of the class whose name is like the words. */
async function labelByHand({ taxonomy }: Services, words: string, classId: ClassId): Promise<Label | undefined> {
  const entities = [...(taxonomy.current?.entities.values() ?? [])].filter((entity) => entity.class === classId);
  if (searchEntities(entities, words, 1).length === 0) return { class: classId };
  const picked = await pickEntity(taxonomy, { words, entities, none: true });
  if (picked === undefined) return undefined;
  return picked === "none" ? { class: classId } : { class: classId, entity: picked.id };
}

/** Links a mention, or the selected words, to the entity that the user picks; the entity brings its class along. */
async function link(services: Services, target: Target | undefined): Promise<void> {
  if (target === undefined) {
    void window.showInformationMessage(l10n.t("Put the cursor on a mention, or select the words to link."));
    return;
  }
  const { document, span, mention } = target;
  const words = document.getText(rangeOf(document, span));
  if (words.trim() === "") return;
  const version = document.version;
  const entities = [...(services.taxonomy.current?.entities.values() ?? [])];
  const picked = await pickEntity(services.taxonomy, {
    words,
    entities,
    none: mention !== undefined,
    ...(mention?.entity === undefined ? {} : { current: mention.entity }),
  });
  if (picked === undefined || hasChanged(document, version)) return;
  if (picked === "none") {
    const label = l10n.t("took the entity from “{0}”", words);
    await decideOn(services, document, [mention!], { kind: "label", label: { class: mention!.class } }, label);
    return;
  }
  const label = { class: picked.class, entity: picked.id };
  const done = l10n.t("linked “{0}” to {1}", words, picked.label);
  if (mention === undefined) await markByHand(services, document, span, label, done);
  else await decideOn(services, document, [mention], { kind: "label", label }, done);
}

async function markByHand(
  { annotator, classUse, decisions }: Services,
  document: TextDocument,
  span: Span,
  label: Label,
  done: string,
): Promise<void> {
  classUse.record(label.class);
  const decision = addMention(document.getText(), span, label, annotator.stamp(document.uri));
  await decisions.change(document, { put: [decision] }, done);
}

/** Whether a document was edited while the user chose; says that nothing was decided. */
function hasChanged(document: TextDocument, version: number): boolean {
  if (document.version === version) return false;
  void window.showInformationMessage(l10n.t("The text changed in the meantime. Nothing was decided."));
  return true;
}

async function undo(services: Services, target: Target | undefined): Promise<void> {
  const decided = target?.mention ?? target?.rejected;
  if (target === undefined || decided?.decision === undefined) {
    void window.showInformationMessage(l10n.t("Nobody decided on the text under the cursor."));
    return;
  }
  const label = l10n.t("took back the decision on “{0}”", decided.text);
  await services.decisions.change(target.document, { remove: [decided.decision.id] }, label);
}

async function undoLast({ history }: Services): Promise<void> {
  const step = await history.undoLast();
  const message = step === undefined ? l10n.t("There is no decision to undo.") : l10n.t("Undone: {0}", step.label);
  window.setStatusBarMessage(message, 4000);
}

function hasMention(target: Target): target is MentionTarget {
  return target.mention !== undefined;
}

function showNoMention(): void {
  void window.showInformationMessage(l10n.t("Put the cursor on a marked mention first."));
}
