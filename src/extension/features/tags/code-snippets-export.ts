import { l10n, Uri, window, workspace } from "vscode";
import {
  changesOf,
  codeSnippets,
  codeSnippetsFile,
  parseCodeSnippets,
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
  const { packs, classes, entities } = await taxonomy.ready();
  const own = packs.filter(({ layer }) => layer === "workspace");
  const snippets = codeSnippets(
    own.flatMap((pack) => pack.classes.filter((each) => classes.get(each.id) === each)),
    own.flatMap((pack) => pack.entities.filter((each) => entities.get(each.id) === each)),
  );
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
  const after = codeSnippetsFile(snippets, note);
  if (after === before) {
    void window.showInformationMessage(l10n.t("{0} is up to date.", name));
    return;
  }
  const known = before === undefined ? {} : parseCodeSnippets(before);
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
  if (chosen === undefined) return;
  // What is unticked stays as it is in the file.
  const left = changes.filter(({ value }) => !chosen.includes(value)).map(({ value }) => value);
  const kept = left.flatMap((each) => (known?.[each] === undefined ? [] : [[each, known[each]] as const]));
  const written = [...Object.entries(snippets).filter(([each]) => !left.includes(each)), ...kept];
  const sorted = Object.fromEntries(written.sort(([a], [b]) => (a < b ? -1 : 1)));
  await window.showTextDocument(await writeAsEdit(uri, before, codeSnippetsFile(sorted as typeof snippets, note)));
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
