import { commands, env, l10n, Uri, window, type QuickPickItem } from "vscode";
import type { ClassId } from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS, INTERNAL_COMMANDS, VIEWS } from "../../ids";
import { resolveTarget } from "../../mention-target";
import type { Verdict } from "../../making-decisions";
import type { EntityTreeNode, MoreEntitiesNode } from "../../presentation/entities/entity-nodes";
import type { PlacedMention } from "../../presentation/entities/filtered-index";
import { ENTITY_GROUPINGS, type EntityGrouping } from "../../presentation/entities/groupings";
import { contextLine } from "../../presentation/concordance/context-line";
import { reportingDecisionErrors } from "../../report-error";
import type { Services } from "../../services/services";
import { pickClass } from "../decisions/class-picker";
import { decideEverywhere, type DecidableRow } from "../decisions/decide-everywhere";
import { ENTITY_SCOPES, type EntitiesView, type EntityScope } from "./entities-view";
import { askForFilter } from "./filter-prompt";

/** How far around a mention a preview looks, in UTF-16 code units. */
const REACH = 200;

/** The commands of the Entities view: what it shows, and decisions on its rows. */
export function registerEntitiesCommands(view: EntitiesView, services: Services): Disposable {
  const store = new DisposableStore();
  const add = (command: string, run: (node: unknown, nodes: unknown) => unknown) =>
    store.add(
      commands.registerCommand(command, (node: unknown, nodes: unknown) =>
        reportingDecisionErrors(services.log, () => run(node, nodes)),
      ),
    );
  add(COMMANDS.filterEntities, () => {
    askForFilter(view);
  });
  add(COMMANDS.clearEntitiesFilter, () => {
    view.filter = "";
  });
  add(COMMANDS.showInEntities, async (argument) => {
    const mention = (await resolveTarget(services.reviews, argument))?.mention;
    if (mention === undefined) await commands.executeCommand(`${VIEWS.entities}.focus`);
    else await view.reveal(mention, true);
  });
  add(INTERNAL_COMMANDS.showMoreEntities, (node) => {
    view.showMore(node as MoreEntitiesNode);
  });
  add(COMMANDS.groupEntities, () => chooseGrouping(view));
  add(COMMANDS.chooseEntitiesScope, () => chooseScope(view, services));
  add(COMMANDS.copyEntityRows, (node, nodes) => copy(view, rowsMeant(view, node, nodes)));
  add(COMMANDS.acceptEntityRows, (node, nodes) =>
    decide(view, services, rowsMeant(view, node, nodes), { kind: "accept" }),
  );
  add(COMMANDS.rejectEntityRows, (node, nodes) =>
    decide(view, services, rowsMeant(view, node, nodes), { kind: "reject", scope: "mention" }),
  );
  add(COMMANDS.classifyEntityRows, (node, nodes) => classify(view, services, rowsMeant(view, node, nodes)));
  add(COMMANDS.hideEntityClasses, (node, nodes) => {
    view.hiddenClasses = new Set([...view.hiddenClasses, ...classesOf(rowsMeant(view, node, nodes))]);
  });
  add(COMMANDS.showHiddenClasses, () => {
    view.hiddenClasses = new Set();
  });
  return store;
}

/** The rows that a menu or a key is about: those selected where the one it was opened on is among them, else that one. */
function rowsMeant(view: EntitiesView, node: unknown, nodes: unknown): readonly EntityTreeNode[] {
  if (Array.isArray(nodes)) return nodes as EntityTreeNode[];
  return typeof node === "object" && node !== null && "kind" in node ? [node as EntityTreeNode] : view.selection;
}

async function chooseGrouping(view: EntitiesView): Promise<void> {
  const labels: Readonly<Record<EntityGrouping, string>> = {
    class: l10n.t("Class and entity"),
    entity: l10n.t("Entity"),
    document: l10n.t("Place in the documents"),
    confidence: l10n.t("Confidence, the least certain first"),
  };
  const chosen = await pickOne(ENTITY_GROUPINGS, labels, view.grouping, l10n.t("Group Entities By"));
  if (chosen !== undefined) view.grouping = chosen;
}

async function chooseScope(view: EntitiesView, { corpus }: Services): Promise<void> {
  const labels: Readonly<Record<EntityScope, string>> = {
    file: l10n.t("The active file"),
    open: l10n.t("All open files"),
    workspace: l10n.t("All files of the workspace"),
  };
  const chosen = await pickOne(ENTITY_SCOPES, labels, view.scope, l10n.t("Show the Entities Of"));
  if (chosen === undefined) return;
  view.scope = chosen;
  const { state } = corpus;
  if (chosen === "workspace" && (state.kind !== "idle" || !state.isScanned))
    await commands.executeCommand(COMMANDS.scanWorkspace);
}

async function pickOne<T extends string>(
  values: readonly T[],
  labels: Readonly<Record<T, string>>,
  current: T,
  title: string,
): Promise<T | undefined> {
  const items = values.map((value): QuickPickItem & { value: T } => ({
    label: labels[value],
    ...(value === current ? { description: l10n.t("as it is now") } : {}),
    value,
  }));
  return (await window.showQuickPick(items, { title }))?.value;
}

/** Copies names of rows with their counts, one a line; of mentions their words and place. */
async function copy(view: EntitiesView, nodes: readonly EntityTreeNode[]): Promise<void> {
  const lines = nodes.flatMap((node) => {
    if (node.kind === "relation" || node.kind === "moreEntities") return [];
    const { description } = view.getTreeItem(node);
    const [label, note] = node.kind === "mention" ? [node.text, description] : [node.label, node.count];
    return [`${label.replace(/\s+/g, " ")}\t${String(note)}`];
  });
  if (lines.length > 0) await env.clipboard.writeText(lines.join("\n"));
}

async function decide(
  view: EntitiesView,
  services: Services,
  nodes: readonly EntityTreeNode[],
  verdict: Extract<Verdict, { kind: "accept" | "reject" | "classify" }>,
): Promise<void> {
  const mentions = view
    .mentionsUnder(nodes)
    .filter(({ mention }) => verdict.kind !== "accept" || mention.status !== "accepted");
  if (mentions.length > 0) await decideEverywhere(services, mentions.map(rowOf), verdict);
  else window.setStatusBarMessage(l10n.t("Select a row of the Entities view with something to decide on first."), 4000);
}

async function classify(view: EntitiesView, services: Services, nodes: readonly EntityTreeNode[]): Promise<void> {
  const mentions = view.mentionsUnder(nodes);
  const [first] = mentions;
  if (first === undefined) return;
  const what = mentions.length === 1 ? first.mention.text : l10n.t("{0} mentions", mentions.length);
  const classId = await pickClass(services, what, first.mention.class);
  if (classId !== undefined) await decide(view, services, nodes, { kind: "classify", class: classId });
}

function rowOf({ document: { uri, path, text }, mention }: PlacedMention): DecidableRow {
  const from = Math.max(0, mention.start - REACH);
  const span = { start: mention.start - from, end: mention.end - from };
  return {
    uri: Uri.parse(uri),
    path,
    mention,
    context: contextLine(text.slice(from, mention.end + REACH), span).label,
  };
}

function classesOf(nodes: readonly EntityTreeNode[]): ClassId[] {
  return nodes.flatMap((node) => {
    if (node.kind === "class" || node.kind === "group") return [node.class];
    return node.kind === "mention" ? [node.mention.class] : [];
  });
}
