import { commands, l10n, window, type TextDocument } from "vscode";
import { decideRelations, type RelationVerdict, type ReviewedRelation } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { reportingDecisionErrors } from "../../report-error";
import type { Services } from "../../services/services";
import { tickAll } from "../decisions/bulk-preview";
import { relationStatus, relationTypeLabel, reviewedLine } from "./relation-labels";
import { relationTargets, type SelectedRows } from "./relation-targets";
import { pickType } from "./relations";

/** Makes the verdict on relations; undefined where the user goes back. */
type VerdictMaker = (relations: readonly ReviewedRelation[]) => Promise<RelationVerdict | undefined>;

/** Decides on relations, found or decided before: they hold, they do not, or the text says something else of the two. */
export function registerRelationDecisions(services: Services, selected: SelectedRows): Disposable {
  const store = new DisposableStore();
  const add = (command: string, make: VerdictMaker) =>
    store.add(
      commands.registerCommand(command, (argument: unknown, rows: unknown) =>
        reportingDecisionErrors(services.log, async () => {
          const targets = await relationTargets(services, selected, argument, rows);
          if (targets === undefined) return;
          const { document, relations, isGroup } = targets;
          await decide(services, document, relations, make, isGroup);
        }),
      ),
    );
  add(COMMANDS.acceptRelation, () => Promise.resolve({ kind: "accept" }));
  add(COMMANDS.rejectRelation, () => Promise.resolve({ kind: "reject" }));
  add(COMMANDS.acceptRelationAs, pickVerdict);
  return store;
}

async function pickVerdict(relations: readonly ReviewedRelation[]): Promise<RelationVerdict | undefined> {
  const [first] = relations;
  const title =
    relations.length === 1 ? l10n.t("What the text says of the two") : l10n.t("{0} relations", relations.length);
  const type = await pickType(title, relations.length === 1 ? first!.type : undefined);
  return type === undefined ? undefined : { kind: "retype", type };
}

/** Asks what is to be said of relations, shows them where they may be out of sight, and writes it. */
async function decide(
  services: Services,
  document: TextDocument,
  relations: readonly ReviewedRelation[],
  make: VerdictMaker,
  isPreviewed: boolean,
): Promise<void> {
  const { version } = document;
  const verdict = await make(relations);
  if (verdict === undefined) return;
  const chosen = isPreviewed
    ? await tickAll(
        itemsOf(document, relations),
        previewTitle(verdict, relations.length, services.decisions.labelOf(document)),
      )
    : relations;
  if (chosen === undefined) return;
  if (document.version !== version) {
    void window.showInformationMessage(l10n.t("The text changed in the meantime. Nothing was decided."));
    return;
  }
  await decideOnRelations(services, document, chosen, verdict);
}

/**
 * Writes a verdict on any number of relations in one step, which one step of undo takes back; returns whether there was anything
 * to write.
 *
 * @param relations as they are in the document now
 * @throws NoLedgerError where the document has no place for decisions, Error where its ledger cannot be read or written
 */
export async function decideOnRelations(
  { annotator, decisions }: Services,
  document: TextDocument,
  relations: readonly ReviewedRelation[],
  verdict: RelationVerdict,
): Promise<boolean> {
  const change = decideRelations(document.getText(), relations, verdict, annotator.stamp(document.uri));
  if (change.putRecords.length + change.remove.length === 0) {
    window.setStatusBarMessage(l10n.t("This is decided so already."), 4000);
    return false;
  }
  const done = doneLabel(verdict, relations);
  await decisions.change(document, change, done);
  const file = decisions.labelOf(document);
  window.setStatusBarMessage(l10n.t("Done: {0} ({1}). “Undo Last Decision” takes it back.", done, file), 6000);
  return true;
}

function itemsOf(document: TextDocument, relations: readonly ReviewedRelation[]) {
  return relations.map((relation) => {
    const line = document.positionAt(relation.source.start).line + 1;
    return {
      label: reviewedLine(relation),
      description: `${relationStatus(relation)} · ${l10n.t("line {0}", line)}`,
      subject: relation,
    };
  });
}

function previewTitle(verdict: RelationVerdict, count: number, file: string): string {
  switch (verdict.kind) {
    case "accept":
      return l10n.t("Accept {0} relations ({1})", count, file);
    case "reject":
      return l10n.t("Reject {0} relations ({1})", count, file);
    case "retype":
      return l10n.t("Change {0} relations to “{1}” ({2})", count, relationTypeLabel(verdict.type), file);
  }
}

function doneLabel(verdict: RelationVerdict, relations: readonly ReviewedRelation[]): string {
  const [only] = relations.length === 1 ? relations : [];
  switch (verdict.kind) {
    case "accept":
      return only === undefined
        ? l10n.t("accepted {0} relations", relations.length)
        : l10n.t("accepted the relation {0}", reviewedLine(only));
    case "reject":
      return only === undefined
        ? l10n.t("rejected {0} relations", relations.length)
        : l10n.t("rejected the relation {0}", reviewedLine(only));
    case "retype": {
      const type = relationTypeLabel(verdict.type);
      return only === undefined
        ? l10n.t("changed {0} relations to “{1}”", relations.length, type)
        : l10n.t("changed a relation to “{0}”", type);
    }
  }
}
