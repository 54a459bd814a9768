import { commands, l10n, Uri, window, workspace, type QuickPickItem } from "vscode";
import { adjudicate, type Adjudication, type Difference } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import {
  differenceKey,
  isDifferenceReference,
  type DifferenceReference,
} from "../../presentation/difference-reference";
import { reportDecisionError } from "../../report-error";
import type { ComparedDocument } from "../../services/review/comparison-service";
import type { Services } from "../../services/services";
import { pickClass } from "../decisions/class-picker";
import { judgementLabel, quoted, sideLabel } from "./comparison-labels";

/** One way to settle a difference, as a menu offers it. */
export interface Settlement {
  readonly command: string;
  readonly title: string;
}

/** A difference on a document that is being compared. */
interface Case {
  readonly compared: ComparedDocument;
  readonly difference: Difference;
}

/** Which difference a command is meant for that was given none. */
export type DifferenceInQuestion = () => DifferenceReference | undefined;

/** Commands that settle a difference by a curated decision, signed by whoever settles it. */
export function registerAdjudication(services: Services, inQuestion: DifferenceInQuestion): Disposable {
  const store = new DisposableStore();
  const add = (command: string, run: (found: Case) => Promise<void>) =>
    store.add(
      commands.registerCommand(command, async (argument: unknown) => {
        const found = caseOf(services, isDifferenceReference(argument) ? argument : inQuestion());
        if (found === undefined) {
          void window.showInformationMessage(l10n.t("Select a difference in the Comparison view first."));
          return;
        }
        try {
          await run(found);
        } catch (error) {
          void reportDecisionError(error, services.log);
        }
      }),
    );
  add(COMMANDS.takeLeft, (found) => settle(services, found, "a"));
  add(COMMANDS.takeRight, (found) => settle(services, found, "b"));
  add(COMMANDS.takeNeither, (found) => settle(services, found, "neither"));
  add(COMMANDS.takeOtherClass, (found) => settleOtherwise(services, found));
  add(COMMANDS.adjudicate, (found) => choose(services, found));
  return store;
}

/** The ways to settle a difference; each title says what will hold. */
export function settlementsOf({ comparison, taxonomy }: Services, difference: Difference): Settlement[] {
  const { sides = "conflicts" } = comparison;
  const take = (side: "left" | "right") =>
    l10n.t("Take {0}: {1}", sideLabel(sides, side), judgementLabel(difference, side, taxonomy));
  const isOneSided = [difference.a, difference.b].some((each) => each?.status !== "accepted");
  return [
    { command: COMMANDS.takeLeft, title: take("left") },
    { command: COMMANDS.takeRight, title: take("right") },
    ...(isOneSided ? [] : [{ command: COMMANDS.takeNeither, title: l10n.t("Take neither: no mention") }]),
    { command: COMMANDS.takeOtherClass, title: l10n.t("Take another class…") },
  ];
}

function caseOf({ comparison }: Services, reference: DifferenceReference | undefined): Case | undefined {
  if (reference === undefined) return undefined;
  const compared = comparison.comparedAt(Uri.parse(reference.uri));
  const difference = compared?.differences.find((each) => differenceKey(each) === reference.key);
  return compared === undefined || difference === undefined ? undefined : { compared, difference };
}

/** Offers all ways to settle a difference, for the keyboard. */
async function choose(services: Services, { compared, difference }: Case): Promise<void> {
  const items = settlementsOf(services, difference).map(({ command, title }): QuickPickItem & { command: string } => ({
    label: title,
    command,
  }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Adjudicate {0}", quoted(textOf(difference))),
    placeHolder: await ledgerLabel(services, compared),
  });
  if (chosen === undefined) return;
  const reference: DifferenceReference = { uri: compared.uri.toString(), key: differenceKey(difference) };
  await commands.executeCommand(chosen.command, reference);
}

async function settleOtherwise(services: Services, found: Case): Promise<void> {
  const { a, b } = found.difference;
  const accepted = [a, b].find((each) => each?.status === "accepted");
  const classId = await pickClass(services, textOf(found.difference), accepted?.class);
  if (classId !== undefined) await settle(services, found, { class: classId });
}

async function settle(services: Services, { compared, difference }: Case, adjudication: Adjudication): Promise<void> {
  const { annotator, comparison, decisions } = services;
  const name = await annotator.nameOrAsk(compared.uri);
  if (name === undefined) {
    void window.showInformationMessage(l10n.t("Nothing was decided: a curated decision is signed with a name."));
    return;
  }
  const document = await workspace.openTextDocument(compared.uri);
  if (document.getText() !== compared.text) {
    void window.showInformationMessage(l10n.t("The text changed in the meantime. Nothing was decided."));
    return;
  }
  const change = adjudicate(compared.text, difference, adjudication, annotator.stamp(compared.uri));
  await decisions.change(document, change, l10n.t("adjudicated {0}", quoted(textOf(difference))));
  await comparison.renew(compared.uri);
  const message = l10n.t("Adjudicated {0} in {1}", quoted(textOf(difference)), decisions.labelOf(document));
  window.setStatusBarMessage(message, 4000);
}

async function ledgerLabel({ decisions }: Services, { uri }: ComparedDocument): Promise<string> {
  return l10n.t("Writes {0}", decisions.labelOf(await workspace.openTextDocument(uri)));
}

function textOf({ a, b }: Difference): string {
  return (a ?? b)!.text;
}
