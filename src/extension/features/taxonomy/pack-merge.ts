import { l10n, Uri, window, workspace, type QuickPickItem } from "vscode";
import {
  conflictsOf,
  mergeSnippet,
  newWorkspacePack,
  parsePack,
  type Pack,
  type Snippet,
  type SnippetConflict,
} from "../../../core";
import { filesIn } from "../../services/files";
import { brokenPack, currentText, showChange, writeAsEdit } from "../../services/packs/pack-writer";
import type { Services } from "../../services/services";
import { folderForPack, workspacePackIn } from "../../services/packs/workspace-pack";
import { isPackFile, PACK_FOLDER } from "../../services/packs/workspace-packs";
import { previewChanges, type PreviewedChange } from "../change-preview";

/** A pack that is to be written. */
export interface PackTarget {
  readonly uri: Uri;
  /** Of the pack, where it is a new one. */
  readonly title: string;
}

/** What a merge says to the user; `name` is the file. */
export interface MergeWords {
  readonly title: (name: string, conflicts: number) => string;
  readonly done: (name: string) => string;
}

/** A part of a snippet that can be left out. */
type Part = keyof Snippet;

interface PackItem extends QuickPickItem {
  readonly uri: Uri;
}

/**
 * Lets the user choose a pack of the workspace, a new one, or a shared one that lies in a file of the team. Undefined where
 * they choose none, or where there is no place to write to, which they are told.
 */
export async function pickPack({ activeDocument, taxonomy }: Services, title: string): Promise<PackTarget | undefined> {
  const folder = await folderForPack(activeDocument.document);
  if (folder === undefined) {
    if ((workspace.workspaceFolders ?? []).length > 0) return undefined;
    void window.showInformationMessage(l10n.t("Open a folder first: a taxonomy pack is a file in it."));
    return undefined;
  }
  if (workspace.fs.isWritableFileSystem(folder.uri.scheme) === false) {
    const message = l10n.t(
      "{0} is read-only, so no taxonomy pack can be written there. Open a folder that can.",
      folder.name,
    );
    void window.showWarningMessage(message);
    return undefined;
  }
  const place = Uri.joinPath(folder.uri, ...PACK_FOLDER.split("/"));
  const existing = (await filesIn(place)).map((name) => Uri.joinPath(place, name)).filter(isPackFile);
  const own = workspacePackIn(folder);
  const isThere = existing.some((uri) => uri.toString() === own.toString());
  const active = window.activeTextEditor?.document.uri.toString();
  const shared = sharedFiles((await taxonomy.ready()).packs);
  const items = [...existing, ...(isThere ? [] : [own]), ...shared]
    .sort((a, b) => Number(b.toString() === active) - Number(a.toString() === active))
    .map((uri): PackItem => {
      const note = shared.includes(uri) ? l10n.t("shared") : l10n.t("a new pack");
      const description = existing.includes(uri) ? {} : { description: note };
      return { label: workspace.asRelativePath(uri), uri, ...description };
    });
  const picked = await window.showQuickPick(items, { title, ignoreFocusOut: true });
  return picked && { uri: picked.uri, title: folder.name };
}

/** Shared packs that the team writes; those of installed packages would lose the change. */
function sharedFiles(packs: readonly Pack[]): Uri[] {
  return packs
    .filter(({ layer, uri }) => layer === "shared" && !uri.includes("/node_modules/"))
    .map(({ uri }) => Uri.parse(uri));
}

/**
 * Merges a snippet into a pack once the user has seen what becomes of each part, as one edit that the editor's Undo takes
 * back, and shows the pack where it changed.
 *
 * @returns whether something was written
 * @throws BrokenFileError where the pack has errors, Error where it cannot be written
 */
export async function mergeIntoPack(
  services: Services,
  { uri, title }: PackTarget,
  snippet: Snippet,
  words: MergeWords,
): Promise<boolean> {
  const before = await currentText(uri);
  const source = before ?? newWorkspacePack(title);
  const chosen = await preview(services, snippet, source, uri, words);
  if (chosen === undefined) return false;
  const merged = mergeSnippet(source, chosen, uri.toString());
  if ("problems" in merged) throw brokenPack(uri, merged.problems);
  if (merged.source === before) return false;
  await showChange(await writeAsEdit(uri, before, merged.source), before ?? "");
  await services.taxonomy.reload();
  window.setStatusBarMessage(words.done(workspace.asRelativePath(uri)), 6000);
  return true;
}

/** Shows what becomes of each part, with its conflicts. Returns what the user keeps; undefined where they go back. */
async function preview(
  { taxonomy }: Services,
  snippet: Snippet,
  source: string,
  uri: Uri,
  words: MergeWords,
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
  const chosen = await previewChanges(words.title(name, conflicts.length), changes);
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
