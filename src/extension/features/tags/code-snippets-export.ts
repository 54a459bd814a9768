import { l10n, Uri, window, workspace } from "vscode";
import type { Taxonomy } from "../../../core";
import {
  changesOf,
  codeSnippets,
  codeSnippetsFile,
  parseCodeSnippets,
  type CodeSnippets,
} from "../../presentation/taxonomy/code-snippets";
import { currentText, writeAsEdit } from "../../services/packs/pack-writer";
import type { Services } from "../../services/services";
import { folderForPack } from "../../services/packs/workspace-pack";
import { previewChanges } from "../change-preview";

const FILE = [".vscode", "healthgeo-taxonomy.code-snippets"];

const ICONS = { added: "diff-added", changed: "diff-modified", removed: "diff-removed" } as const;

/** Writes the classes and entities of the workspace's packs as snippets of VS Code, for a team to commit. */
export async function exportCodeSnippets({ taxonomy, activeDocument }: Services): Promise<void> {
  const folder = await folderForPack(activeDocument.document);
  const snippets = snippetsOfWorkspace(await taxonomy.ready());
  if (folder === undefined || Object.keys(snippets).length === 0) {
    void window.showInformationMessage(
      l10n.t("The workspace has no taxonomy of its own yet. “Open Workspace Pack” makes one to add entities to."),
    );
    return;
  }
  const uri = Uri.joinPath(folder.uri, ...FILE);
  const name = workspace.asRelativePath(uri);
  const before = await currentText(uri);
  const note = l10n.t("Written by “Export as VS Code Snippets” of HealthGeo. Change the taxonomy and export again.");
  if (codeSnippetsFile(snippets, note) === before) {
    void window.showInformationMessage(l10n.t("{0} is up to date.", name));
    return;
  }
  const chosen = await chooseSnippets(snippets, before === undefined ? {} : parseCodeSnippets(before), name);
  if (chosen === undefined) return;
  await window.showTextDocument(await writeAsEdit(uri, before, codeSnippetsFile(chosen, note)));
}

function snippetsOfWorkspace({ packs, classes, entities }: Taxonomy): CodeSnippets {
  const own = packs.filter(({ layer }) => layer === "workspace");
  return codeSnippets(
    own.flatMap((pack) => pack.classes.filter((each) => classes.get(each.id) === each)),
    own.flatMap((pack) => pack.entities.filter((each) => entities.get(each.id) === each)),
  );
}

/**
 * Shows what changes in the file; gives what is to stand in it, sorted. What somebody unticks stays as it is there.
 *
 * @param known what the file has; undefined where it cannot be read
 * @param name of the file
 */
async function chooseSnippets(
  snippets: CodeSnippets,
  known: Readonly<Record<string, unknown>> | undefined,
  name: string,
): Promise<CodeSnippets | undefined> {
  const changes = changesOf(known ?? {}, snippets).map((change) => ({
    label: change.name,
    description: kindText(change.kind),
    icon: ICONS[change.kind],
    value: change.name,
  }));
  const title =
    known === undefined
      ? l10n.t("Replace all of {0}, which cannot be read", name)
      : l10n.t("Write {0} snippets into {1}", Object.keys(snippets).length, name);
  const chosen = await previewChanges(title, changes.length > 0 ? changes : [layoutChange(name)]);
  if (chosen === undefined) return undefined;
  const left = changes.filter(({ value }) => !chosen.includes(value)).map(({ value }) => value);
  const kept = left.flatMap((each) => (known?.[each] === undefined ? [] : [[each, known[each]] as const]));
  const written = [...Object.entries(snippets).filter(([each]) => !left.includes(each)), ...kept];
  return Object.fromEntries(written.sort(([a], [b]) => (a < b ? -1 : 1))) as CodeSnippets;
}

/** The file says the same in another layout. */
function layoutChange(name: string) {
  return { label: name, description: l10n.t("the layout of the file"), icon: "diff-modified", value: name };
}

function kindText(kind: keyof typeof ICONS): string {
  switch (kind) {
    case "added":
      return l10n.t("added");
    case "changed":
      return l10n.t("changed");
    case "removed":
      return l10n.t("removed");
  }
}
