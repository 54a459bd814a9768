import { commands, l10n, window } from "vscode";
import {
  acceptMention,
  addMention,
  classifyMention,
  rejectMention,
  type ClassId,
  type Decision,
  type DecisionScope,
  type Label,
  type ReviewedMention,
} from "../../core";
import { DisposableStore, type Disposable } from "../dispose";
import { COMMANDS } from "../ids";
import { rangeOf, resolveTarget, type Target } from "../mention-target";
import { reportDecisionError } from "../report-error";
import type { Services } from "../services/services";
import { rejectEverywhere } from "../services/workspace-pack";
import { pickClass } from "./class-picker";

/** A place where there is a mention to decide on. */
type MentionTarget = Target & { readonly mention: ReviewedMention };

/** Decisions on mentions: accept, classify, reject, take back. */
export function activateDecide(services: Services): Disposable {
  const store = new DisposableStore();
  const add = (command: string, run: (argument: unknown) => Promise<unknown>) =>
    store.add(commands.registerCommand(command, (argument: unknown) => reportingErrors(services, () => run(argument))));
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
  add(COMMANDS.undoDecision, async (argument) => undo(services, await resolveTarget(services.reviews, argument)));
  add(COMMANDS.undoLastDecision, () => undoLast(services));
  return store;
}

async function accept(services: Services, { document, mention }: MentionTarget): Promise<void> {
  const decision = acceptMention(document.getText(), mention, services.annotator.stamp(document.uri));
  await save(services, document, decision, mention.decision, l10n.t("accepted “{0}”", mention.text));
}

async function reject(services: Services, { document, mention }: MentionTarget, scope: DecisionScope): Promise<void> {
  const decision = rejectMention(document.getText(), mention, scope, services.annotator.stamp(document.uri));
  await save(services, document, decision, mention.decision, l10n.t("rejected “{0}”", mention.text));
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
  const classId = await pickClass(services.taxonomy, words, mention?.class);
  if (classId === undefined) return;
  if (document.version !== version) {
    void window.showInformationMessage(l10n.t("The text changed in the meantime. Nothing was decided."));
    return;
  }
  const text = document.getText();
  const stamp = services.annotator.stamp(document.uri);
  const decision =
    mention === undefined
      ? addMention(text, span, { class: classId }, stamp)
      : classifyMention(text, mention, labelFor(services, mention, classId), stamp);
  const label = l10n.t("classified “{0}” as {1}", words, services.taxonomy.classLabel(classId));
  await save(services, document, decision, mention?.decision, label);
}

/** The entity goes with the mention only into the class that the taxonomy gives that entity. */
function labelFor({ taxonomy }: Services, { entity }: ReviewedMention, classId: ClassId): Label {
  const known = entity === undefined ? undefined : taxonomy.entityOf(entity);
  return entity === undefined || known?.class !== classId ? { class: classId } : { class: classId, entity };
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

/** Saves a decision in place of the one that the same person made on the mention before. */
async function save(
  { decisions }: Services,
  document: Target["document"],
  decision: Decision,
  former: Decision | undefined,
  label: string,
): Promise<void> {
  const isReplaced =
    former !== undefined &&
    former.id !== decision.id &&
    former.author === decision.author &&
    former.curates === undefined &&
    former.scope === decision.scope;
  await decisions.change(document, { put: [decision], remove: isReplaced ? [former.id] : [] }, label);
}

function hasMention(target: Target): target is MentionTarget {
  return target.mention !== undefined;
}

function showNoMention(): void {
  void window.showInformationMessage(l10n.t("Put the cursor on a marked mention first."));
}

async function reportingErrors(services: Services, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    void reportDecisionError(error, services.log);
  }
}
