import { commands, env, l10n, Uri, window, workspace, type QuickPickItem } from "vscode";
import {
  conflictsOf,
  mergeSnippet,
  newWorkspacePack,
  PackSource,
  parsePack,
  formatProblem,
  readSnippet,
  selectedSnippet,
  writeSnippet,
  type Pack,
  type Snippet,
  type SnippetConflict,
  type Taxonomy,
} from "../../core";
import { DisposableStore, type Disposable } from "../dispose";
import { COMMANDS } from "../ids";
import { mentionAtCursor } from "../mention-target";
import { reportTaxonomyError } from "../report-taxonomy-error";
import { filesIn } from "../services/files";
import { brokenPack, currentText, showChange, writeAsEdit } from "../services/pack-writer";
import type { Services } from "../services/services";
import { folderForPack, workspacePackIn } from "../services/workspace-pack";
import { isPackFile, PACK_FOLDER } from "../services/workspace-packs";
import { definitionOf, entityDefinition, genericDefinition, joinedSnippet } from "../taxonomy-definition";
import { previewChanges, type PreviewedChange } from "./change-preview";
import { exportCodeSnippets } from "./code-snippets-export";
import { isTaxonomyNode } from "./taxonomy-commands";
import type { TaxonomyView } from "./taxonomy-view";

/** A part of a snippet that can be left out. */
type Part = keyof Snippet;

interface PackItem extends QuickPickItem {
  readonly uri: Uri;
}

/** Sends parts of a taxonomy through the clipboard, and writes snippets of VS Code from it. */
export function activateSnippets(view: TaxonomyView, services: Services): Disposable {
  const store = new DisposableStore();
  const add = (command: string, run: (...args: readonly unknown[]) => Promise<void>) =>
    store.add(
      commands.registerCommand(command, async (...args: readonly unknown[]) => {
        await run(...args).catch((error: unknown) => reportTaxonomyError(error, services.log));
      }),
    );
  add(COMMANDS.copyTaxonomySnippet, (node, all) => copy(services, view, node, all));
  add(COMMANDS.pasteTaxonomySnippet, () => paste(services));
  add(COMMANDS.exportCodeSnippets, () => exportCodeSnippets(services));
  return store;
}

async function copy(services: Services, view: TaxonomyView, node: unknown, all: unknown): Promise<void> {
  const taxonomy = await services.taxonomy.ready();
  const copied = isTaxonomyNode(node)
    ? snippetOfRows(taxonomy, Array.isArray(all) && all.length > 0 ? all : [node])
    : (snippetInEditor(services, taxonomy) ?? snippetOfRows(taxonomy, view.selection));
  if (copied === undefined) {
    void window.showInformationMessage(
      l10n.t("Choose a row of the Taxonomy view, put the cursor on a mention, or select entities in a pack."),
    );
    return;
  }
  const { classes, entities, terms } = copied.snippet;
  await env.clipboard.writeText(writeSnippet(copied.snippet, copied.origin));
  const count = classes.length + entities.length + terms.length;
  window.setStatusBarMessage(
    l10n.t("Copied as a taxonomy snippet: {0} entries. Paste it into a mail or a chat.", count),
    4000,
  );
}

interface Copied {
  readonly snippet: Snippet;
  readonly origin: string;
}

function snippetOfRows(taxonomy: Taxonomy, rows: readonly unknown[]): Copied | undefined {
  const definitions = rows.filter(isTaxonomyNode).flatMap((row) => definitionOf(taxonomy, row) ?? []);
  if (definitions.length === 0) return undefined;
  const origins = [...new Set(definitions.map(({ pack }) => `${pack.id} ${pack.version}`))];
  return {
    snippet: joinedSnippet(
      taxonomy,
      definitions.map(({ snippet }) => snippet),
    ),
    origin: origins.join(", "),
  };
}

/** What the cursor or the selection of the active editor stands for, in a pack or in a report. */
function snippetInEditor(services: Services, taxonomy: Taxonomy): Copied | undefined {
  const editor = window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  if (document.languageId === "yaml" || isPackFile(document.uri)) {
    const source = new PackSource(document.getText(), document.uri.toString());
    const { pack } = parsePack(source.text, source.uri);
    if (pack === undefined) return undefined;
    const span = { start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) };
    const snippet = selectedSnippet(source, pack, span);
    const isEmpty = snippet.classes.length + snippet.entities.length + snippet.terms.length === 0;
    return isEmpty ? undefined : { snippet: joinedSnippet(taxonomy, [snippet]), origin: `${pack.id} ${pack.version}` };
  }
  const mention = mentionAtCursor(services.reviews);
  if (mention === undefined) return undefined;
  const { packs } = taxonomy;
  const definition =
    mention.entity === undefined
      ? genericDefinition(packs, mention.class, mention.evidence.pattern)
      : entityDefinition(packs, mention.entity);
  if (definition === undefined) return undefined;
  const { pack, snippet } = definition;
  return { snippet: joinedSnippet(taxonomy, [snippet]), origin: `${pack.id} ${pack.version}` };
}

async function paste(services: Services): Promise<void> {
  const { snippet, problems } = readSnippet(await env.clipboard.readText(), l10n.t("clipboard"));
  if (snippet === undefined) {
    const [problem] = problems;
    void window.showErrorMessage(
      problem === undefined ? "" : problem.line === undefined ? problem.message : formatProblem(problem),
    );
    return;
  }
  for (const { message } of problems) void window.showWarningMessage(message);
  const target = await pickPack(services);
  if (target === undefined) return;
  const before = await currentText(target.uri);
  const source = before ?? newWorkspacePack(target.title);
  const chosen = await preview(services, snippet, source, target.uri);
  if (chosen === undefined) return;
  const merged = mergeSnippet(source, chosen, target.uri.toString());
  if ("problems" in merged) throw brokenPack(target.uri, merged.problems);
  if (merged.source === before) return;
  await showChange(await writeAsEdit(target.uri, before, merged.source), before ?? "");
  await services.taxonomy.reload();
  const name = workspace.asRelativePath(target.uri);
  window.setStatusBarMessage(l10n.t("Pasted into {0}. Undo in its editor takes it back.", name), 6000);
}

/** Lets the user choose a pack of the workspace; the only one there is, or is to be, needs no choice. */
async function pickPack({ activeDocument }: Services): Promise<{ uri: Uri; title: string } | undefined> {
  const folder = await folderForPack(activeDocument.document);
  if (folder === undefined) {
    void window.showInformationMessage(l10n.t("Open a folder first: a taxonomy pack is a file in it."));
    return undefined;
  }
  const place = Uri.joinPath(folder.uri, ...PACK_FOLDER.split("/"));
  const existing = (await filesIn(place)).map((name) => Uri.joinPath(place, name)).filter(isPackFile);
  const own = workspacePackIn(folder);
  const isThere = existing.some((uri) => uri.toString() === own.toString());
  const active = window.activeTextEditor?.document.uri.toString();
  const items = [...existing, ...(isThere ? [] : [own])]
    .sort((a, b) => Number(b.toString() === active) - Number(a.toString() === active))
    .map((uri): PackItem => {
      const description = existing.includes(uri) ? {} : { description: l10n.t("a new pack") };
      return { label: workspace.asRelativePath(uri), uri, ...description };
    });
  const title = l10n.t("Paste the snippet into which pack?");
  const picked = await window.showQuickPick(items, { title, ignoreFocusOut: true });
  return picked && { uri: picked.uri, title: folder.name };
}

/** Shows what becomes of each part, with its conflicts. Returns what the user keeps; undefined where they go back. */
async function preview(
  { taxonomy }: Services,
  snippet: Snippet,
  source: string,
  uri: Uri,
): Promise<Snippet | undefined> {
  const merged = mergeSnippet(source, snippet, uri.toString());
  if ("problems" in merged) throw brokenPack(uri, merged.problems);
  const name = workspace.asRelativePath(uri);
  if (merged.parts.every(({ outcome }) => outcome === "kept")) {
    void window.showInformationMessage(l10n.t("{0} has all of this snippet already. Nothing was changed.", name));
    return undefined;
  }
  const { packs } = await taxonomy.ready();
  const target = parsePack(source, uri.toString()).pack;
  const all = [...packs.filter((pack) => pack.uri !== uri.toString()), ...(target === undefined ? [] : [target])];
  const conflicts = conflictsOf(snippet, all, uri.toString());
  const outcomes = new Map(merged.parts.map(({ kind, subject, outcome }) => [`${kind} ${subject}`, outcome]));
  const outcomeOf = (key: string) => outcomeText(outcomes.get(key) ?? "kept");
  const changes: PreviewedChange<readonly [Part, number]>[] = [
    ...snippet.entities.map((entity, i) => ({
      label: entity.label,
      description: `${entity.id} · ${taxonomy.classLabel(entity.class)} · ${outcomeOf(`entity ${entity.id}`)}`,
      ...detailOf(
        conflicts.filter((conflict) => conflict.entity === entity.id),
        all,
      ),
      icon: "tag",
      value: ["entities", i] as const,
    })),
    ...snippet.terms.map(({ class: classId, term }, i) => ({
      label: term.text,
      description: `${taxonomy.classLabel(classId)} · ${outcomeOf(`term ${term.text}`)}`,
      ...detailOf(
        conflicts.filter(({ entity, subject }) => entity === undefined && subject === term.text),
        all,
      ),
      icon: "whole-word",
      value: ["terms", i] as const,
    })),
    ...snippet.classes.map(({ id, label }, i) => ({
      label,
      description: `${id} · ${outcomeOf(`class ${id}`)}`,
      icon: "symbol-class",
      value: ["classes", i] as const,
    })),
  ];
  const title =
    conflicts.length === 0
      ? l10n.t("Paste into {0}", name)
      : l10n.t("Paste into {0}: {1} conflicts to look at", name, conflicts.length);
  const chosen = await previewChanges(title, changes);
  if (chosen === undefined) return undefined;
  const isKept = (part: Part) => (_: unknown, i: number) =>
    chosen.some(([kind, index]) => kind === part && index === i);
  return {
    classes: snippet.classes.filter(isKept("classes")),
    entities: snippet.entities.filter(isKept("entities")),
    terms: snippet.terms.filter(isKept("terms")),
  };
}

function outcomeText(outcome: "added" | "completed" | "kept"): string {
  switch (outcome) {
    case "added":
      return l10n.t("added");
    case "completed":
      return l10n.t("completed with what the pack lacks");
    case "kept":
      return l10n.t("already there");
  }
}

function detailOf(conflicts: readonly SnippetConflict[], packs: readonly Pack[]): { detail?: string } {
  if (conflicts.length === 0) return {};
  return { detail: `$(warning) ${conflicts.map((conflict) => conflictText(conflict, packs)).join(" · ")}` };
}

function conflictText({ kind, subject, holder, pack, uri, line }: SnippetConflict, packs: readonly Pack[]): string {
  const isFile = packs.find((each) => each.uri === uri)?.layer === "workspace";
  const place = `${isFile ? workspace.asRelativePath(Uri.parse(uri)) : pack}:${line}`;
  switch (kind) {
    case "same-id":
      return l10n.t("“{0}” is defined at {1} too, and would be replaced", subject, place);
    case "differs":
      return l10n.t("another {0} at {1}, which is kept", subject, place);
    case "same-term":
      return l10n.t("“{0}” stands for {1} at {2} too", subject, holder, place);
  }
}
