import { l10n, Uri, window, workspace } from "vscode";
import {
  conflictsOf,
  mergeSnippet,
  parsePack,
  type MergedPart,
  type Pack,
  type Snippet,
  type SnippetConflict,
} from "../../../core";
import { brokenPack } from "../../services/packs/pack-writer";
import type { TaxonomyService } from "../../services/packs/taxonomy-service";
import { previewChanges, type PreviewedChange } from "../change-preview";

/** A part of a snippet that can be left out: its list and its place there. */
type Part = readonly [list: keyof Snippet, index: number];

/**
 * Shows what becomes of each part of a snippet in a pack, with its conflicts. Returns what the user keeps; undefined where they go
 * back, or where the pack has everything already, which they are told.
 *
 * @param title of the list, given the name of the file and the number of conflicts
 * @throws BrokenFileError where the pack has errors
 */
export async function previewMerge(
  taxonomy: TaxonomyService,
  snippet: Snippet,
  source: string,
  uri: Uri,
  title: (name: string, conflicts: number) => string,
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
  const changes = changesOf(snippet, merged.parts, (id) => taxonomy.classLabel(id), conflicts, all);
  const chosen = await previewChanges(title(name, conflicts.length), changes);
  return chosen === undefined ? undefined : kept(snippet, chosen);
}

/** What is about to be written, part by part. */
function changesOf(
  snippet: Snippet,
  parts: readonly MergedPart[],
  classLabel: (id: string) => string,
  conflicts: readonly SnippetConflict[],
  packs: readonly Pack[],
): PreviewedChange<Part>[] {
  const outcomes = new Map(parts.map(({ kind, subject, outcome }) => [`${kind} ${subject}`, outcome]));
  const outcomeOf = (key: string) => outcomeText(outcomes.get(key) ?? "kept");
  const detailOf = (isMeant: (conflict: SnippetConflict) => boolean) => detail(conflicts.filter(isMeant), packs);
  return [
    ...snippet.entities.map(({ id, label, class: classId }, i) => ({
      label,
      description: `${id} · ${classLabel(classId)} · ${outcomeOf(`entity ${id}`)}`,
      ...detailOf(({ entity }) => entity === id),
      icon: "tag",
      value: ["entities", i] as const,
    })),
    ...snippet.terms.map(({ class: classId, term: { text } }, i) => ({
      label: text,
      description: `${classLabel(classId)} · ${outcomeOf(`term ${text}`)}`,
      ...detailOf(({ entity, subject }) => entity === undefined && subject === text),
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
}

function kept(snippet: Snippet, chosen: readonly Part[]): Snippet {
  const isKept = (list: keyof Snippet) => (_: unknown, i: number) =>
    chosen.some(([each, index]) => each === list && index === i);
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

function detail(conflicts: readonly SnippetConflict[], packs: readonly Pack[]): { detail?: string } {
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
