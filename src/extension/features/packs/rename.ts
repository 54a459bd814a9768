import { FileType, l10n, languages, Uri, workspace, WorkspaceEdit } from "vscode";
import type { PackSource } from "../../../core";
import { LEDGER_FOLDER, type LedgerSource, type PackSymbol, refusalToRename, renameSymbol } from "../../../core";
import type { Disposable } from "../../dispose";
import { PACK_SELECTOR, PackFile } from "../../services/packs/pack-files";
import { readText } from "../../services/files";
import { symbolAt } from "./navigation";
import type { PackServices } from "./pack-services";

/** Renames a class or entity in all packs and ledgers of the workspace, in one edit. */
export function activatePackRename(services: PackServices): Disposable {
  return languages.registerRenameProvider([...PACK_SELECTOR], {
    async prepareRename(document, position) {
      const offset = document.offsetAt(position);
      const file = services.packFiles.of(document);
      const value = file?.source.valueAt(offset);
      const symbol = symbolAt(services.packFiles, document, offset);
      if (file === undefined || value === undefined || symbol === undefined) {
        throw new Error(l10n.t("Only the id of a class or entity can be renamed here."));
      }
      const packs = await packSources(services);
      const refusal = refusalToRename({ symbol, packs, isForeign: await foreignTo(services) });
      if (refusal !== undefined) throw new Error(refusal);
      return { range: file.rangeOf(value), placeholder: value.text };
    },
    async provideRenameEdits(document, position, newId) {
      const symbol = symbolAt(services.packFiles, document, document.offsetAt(position));
      if (symbol === undefined) return undefined;
      const packs = await packSources(services);
      const ledgers = await ledgersOfWorkspace();
      const isForeign = await foreignTo(services);
      const renamed = renameSymbol({ symbol, newId: newId.trim(), packs, ledgers, isForeign });
      if ("refusal" in renamed) throw new Error(renamed.refusal);
      const textOf = new Map([...packs, ...ledgers].map(({ uri, text }) => [uri, text]));
      const edit = new WorkspaceEdit();
      for (const { uri, edits } of renamed.files) {
        const file = new PackFile(Uri.parse(uri), textOf.get(uri) ?? "");
        for (const change of edits) edit.replace(file.uri, file.rangeOf(change), change.text);
      }
      return edit;
    },
  });
}

async function packSources({ packFiles }: PackServices): Promise<PackSource[]> {
  return (await packFiles.all()).map(({ source }) => source);
}

/** Ids that packs in force define which are no files of the workspace's folders of packs. */
async function foreignTo({ taxonomy, packFiles }: PackServices): Promise<(symbol: PackSymbol) => boolean> {
  const { packs } = await taxonomy.ready();
  const own = new Set((await packFiles.all()).map(({ uri }) => uri.toString()));
  const foreign = packs.filter(({ uri }) => !own.has(uri));
  const ids = {
    class: new Set(foreign.flatMap(({ classes }) => classes.map(({ id }) => id))),
    entity: new Set(foreign.flatMap(({ entities }) => entities.map(({ id }) => id))),
  };
  return ({ kind, id }) => ids[kind].has(id);
}

/** All ledgers, open ones as they are in their editors; rejects where one is not UTF-8, before anything is written. */
async function ledgersOfWorkspace(): Promise<LedgerSource[]> {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => Uri.joinPath(uri, ...LEDGER_FOLDER.split("/")));
  const files = (await Promise.all(folders.map(ledgersIn))).flat();
  return Promise.all(
    files.map(async (uri) => {
      const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
      return { uri: uri.toString(), text: open?.getText() ?? (await readText(uri)) ?? "" };
    }),
  );
}

async function ledgersIn(folder: Uri): Promise<Uri[]> {
  const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
  const found = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = Uri.joinPath(folder, name);
      if (type === FileType.Directory) return ledgersIn(uri);
      return name.endsWith(".jsonl") ? [uri] : [];
    }),
  );
  return found.flat();
}
