import { commands, l10n, window, type QuickPickItem } from "vscode";
import type { ConcordanceKey } from "../../../core";
import { DisposableStore } from "../../dispose";
import { COMMANDS } from "../../ids";
import { resolveTarget } from "../../mention-target";
import { subjectOfMention, type ConcordanceSubject } from "../../presentation/concordance/concordance-subject";
import type { EntityTreeNode } from "../../presentation/entities/entity-nodes";
import { groupLabel } from "../../presentation/entities/mention-groups";
import type { TaxonomyNode } from "../../presentation/taxonomy/taxonomy-tree";
import { reportingDecisionErrors } from "../../report-error";
import type { Services } from "../../services/services";
import { askForFilter } from "../entities/filter-prompt";
import { labelOf } from "../taxonomy/taxonomy-tree-items";
import { ConcordanceView } from "./concordance-view";
import { decideOnLines } from "./decide-lines";
import { exportLines } from "./export-lines";
import { pickSubject } from "./subject-picker";

/** The Concordance view and the commands that work on it. */
export function activateConcordance(services: Services): ConcordanceView {
  const store = new DisposableStore();
  const view = new ConcordanceView(services, store);
  const add = (command: string, run: (argument: unknown) => unknown) =>
    store.add(
      commands.registerCommand(command, (argument: unknown) =>
        reportingDecisionErrors(services.log, () => run(argument)),
      ),
    );
  const choose = async () => {
    const subject = await pickSubject(services);
    if (subject !== undefined) await view.show(subject);
  };
  add(COMMANDS.chooseConcordance, choose);
  add(COMMANDS.concordanceOfEntity, async (argument) => {
    const subject = await subjectOf(services, argument);
    if (subject === undefined) await choose();
    else await view.show(subject);
  });
  add(COMMANDS.sortConcordance, () => chooseSort(view));
  add(COMMANDS.filterConcordance, () => {
    askForFilter(view, {
      title: l10n.t("Filter Concordance"),
      placeholder: l10n.t("Part of a line or of a path"),
    });
  });
  add(COMMANDS.clearConcordanceFilter, () => {
    view.filter = "";
  });
  add(COMMANDS.acceptConcordanceLines, () => decideOnLines(services, view.selection, { kind: "accept" }));
  add(COMMANDS.rejectConcordanceLines, () =>
    decideOnLines(services, view.selection, { kind: "reject", scope: "mention" }),
  );
  add(COMMANDS.exportConcordance, () => exportLines(view.shown, view.subject?.label ?? "", services.history));
  return view;
}

/** What a row, a link or the mention under the cursor is about; undefined where that is nothing. */
async function subjectOf(services: Services, argument: unknown): Promise<ConcordanceSubject | undefined> {
  const node = argument as Partial<EntityTreeNode | TaxonomyNode> | null | undefined;
  switch (node?.kind) {
    case "facet": {
      const { facet } = node as Extract<EntityTreeNode, { kind: "facet" }>;
      return { kind: "class", class: facet, label: labelOfNode(argument) };
    }
    case "class": {
      const { class: classId } = node as Extract<EntityTreeNode, { kind: "class" }>;
      return { kind: "class", class: classId, label: labelOfNode(argument) };
    }
    case "group": {
      const { entity, label, class: classId, group } = node as Extract<EntityTreeNode, { kind: "group" }>;
      return entity === undefined
        ? { kind: "group", class: classId, key: group.key, label }
        : { kind: "entity", entity, label };
    }
    case "entity": {
      const { entity } = node as Extract<TaxonomyNode, { kind: "entity" }>;
      return { kind: "entity", entity: entity.id, label: entity.label };
    }
    case "term": {
      const { text } = node as Extract<TaxonomyNode, { kind: "term" }>;
      return { kind: "words", words: text, label: `“${text}”` };
    }
    case "candidates":
    case "document":
    case "band":
    case "moreEntities":
    case "genericTerms":
    case "mention":
    case "relation":
    case undefined:
      return subjectOfPlace(services, argument);
  }
}

function labelOfNode(node: unknown): string {
  const { label } = node as { readonly label?: unknown };
  return typeof label === "string" ? label : labelOf(node as TaxonomyNode);
}

/** The mention at a place or under the cursor; of words that are selected and no mention, the words. */
async function subjectOfPlace(services: Services, argument: unknown): Promise<ConcordanceSubject | undefined> {
  const target = await resolveTarget(services.reviews, argument);
  if (target === undefined) return undefined;
  const { document, span, mention = target.rejected } = target;
  if (mention !== undefined) {
    const { entity } = mention;
    const entityLabel = (id: string) => services.taxonomy.entityOf(id)?.label;
    const group = { mentions: [mention], ...(entity === undefined ? {} : { entity }) };
    return subjectOfMention(mention, groupLabel(group, { entityLabel }));
  }
  const words = document.getText().slice(span.start, span.end).replace(/\s+/g, " ").trim();
  return words === "" ? undefined : { kind: "words", words, label: `“${words}”` };
}

interface SortItem extends QuickPickItem {
  readonly keys: readonly ConcordanceKey[];
}

async function chooseSort(view: ConcordanceView): Promise<void> {
  const items: SortItem[] = [
    { label: l10n.t("Place in the documents"), keys: ["document", "position"] },
    { label: l10n.t("Words to the left"), detail: l10n.t("1st, 2nd, 3rd word"), keys: ["left1", "left2", "left3"] },
    { label: l10n.t("Words to the right"), detail: l10n.t("1st, 2nd, 3rd word"), keys: ["right1", "right2", "right3"] },
    { label: l10n.t("Mention, then words to the right"), keys: ["node", "right1", "right2"] },
    { label: l10n.t("Mention, then words to the left"), keys: ["node", "left1", "left2"] },
    { label: l10n.t("2nd word to the left"), keys: ["left2", "left1"] },
    { label: l10n.t("2nd word to the right"), keys: ["right2", "right1"] },
    { label: l10n.t("3rd word to the left"), keys: ["left3", "left2"] },
    { label: l10n.t("3rd word to the right"), keys: ["right3", "right2"] },
  ];
  const now = view.sort.join();
  const marked = items.map((item) =>
    item.keys.join() === now ? { ...item, description: l10n.t("as it is now") } : item,
  );
  const chosen = await window.showQuickPick(marked, { title: l10n.t("Sort Concordance") });
  if (chosen !== undefined) view.sort = chosen.keys;
}
