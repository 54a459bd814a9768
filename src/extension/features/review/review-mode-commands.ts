import { commands, l10n, window } from "vscode";
import type { ClassId } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import type { Verdict } from "../../making-decisions";
import { nextSpan, previousSpan } from "../../presentation/mention-lookup";
import type { Services } from "../../services/services";
import { pickClass } from "../decisions/class-picker";
import { keyLines } from "./review-keys";
import type { Decided, ReviewMode } from "./review-mode";

/** The commands behind the keys of a review. */
export function registerReviewModeCommands(mode: ReviewMode, services: Services): Disposable {
  const store = new DisposableStore();
  const add = (command: string, run: (argument: unknown) => unknown) =>
    store.add(commands.registerCommand(command, run));
  const decide = (verdict: Verdict, labelOf: (words: string) => string) => () =>
    mode.decide(({ text }) => Promise.resolve({ verdict, label: labelOf(text) }));
  add(COMMANDS.startReview, () => mode.start());
  add(COMMANDS.endReview, () => {
    mode.end();
  });
  add(COMMANDS.reviewNext, () => mode.go(nextSpan));
  add(COMMANDS.reviewPrevious, () => mode.go(previousSpan));
  add(
    COMMANDS.reviewAccept,
    decide({ kind: "accept" }, (words) => l10n.t("accepted “{0}”", words)),
  );
  add(
    COMMANDS.reviewReject,
    decide({ kind: "reject", scope: "mention" }, (words) => l10n.t("rejected “{0}”", words)),
  );
  add(
    COMMANDS.reviewRejectInDocument,
    decide({ kind: "reject", scope: "document" }, (words) => l10n.t("rejected “{0}”", words)),
  );
  add(COMMANDS.reviewClassifyByNumber, (digit) =>
    mode.decide(({ text }) => Promise.resolve(classified(services, text, mode.keys[Number(digit) - 1]))),
  );
  add(COMMANDS.reviewClassify, () =>
    mode.decide(async ({ text, class: classId }) =>
      classified(services, text, await pickClass(services, text, classId)),
    ),
  );
  add(COMMANDS.reviewLinkEntity, () => mode.run(COMMANDS.linkEntity));
  add(COMMANDS.reviewUndo, () => mode.undo());
  add(COMMANDS.reviewShowKeys, () => showKeys(mode, services));
  return store;
}

function classified({ taxonomy }: Services, words: string, classId: ClassId | undefined): Decided | undefined {
  if (classId === undefined) return undefined;
  const label = l10n.t("classified “{0}” as {1}", words, taxonomy.classLabel(classId));
  return { verdict: { kind: "classify", class: classId }, label };
}

/** The keys as a list that can be read and searched, by a screen reader too. */
async function showKeys(mode: ReviewMode, { taxonomy }: Services): Promise<void> {
  const labels = mode.keys.map((id) => taxonomy.classLabel(id));
  const items = keyLines(labels).map(([label, description]) => ({ label, description }));
  await window.showQuickPick(items, { title: l10n.t("Keys of the review"), matchOnDescription: true });
}
