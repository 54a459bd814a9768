import { commands, l10n, QuickPickItemKind, Uri, window, workspace, type QuickPickItem } from "vscode";
import {
  exportTaxonomy,
  importTaxonomy,
  MAX_IMPORT_LENGTH,
  TAXONOMY_FILE_EXTENSIONS,
  TAXONOMY_FORMATS,
  taxonomyFormatOfPath,
  type ClassId,
  type ImportOptions,
  type Problem,
  type TaxonomyFormat,
  type TaxonomyImport,
} from "../../../core";
import { DisposableStore, type Disposable } from "../../dispose";
import { COMMANDS } from "../../ids";
import { deleteFile, readText, writeText } from "../../services/files";
import type { Services } from "../../services/services";
import { folderForPack } from "../../services/packs/workspace-pack";
import { PACK_FOLDER } from "../../services/packs/workspace-packs";
import { pickClass } from "../decisions/class-picker";

/** Taxonomies in and out: both commands show what is lost before anything is written, and can be undone. */
export function activateTaxonomyExchange(services: Services): Disposable {
  const store = new DisposableStore();
  const add = (command: string, run: (argument: unknown) => Promise<unknown>) =>
    store.add(commands.registerCommand(command, (argument: unknown) => reportingErrors(services, () => run(argument))));
  add(COMMANDS.importTaxonomy, (argument) => importInto(services, argument instanceof Uri ? argument : undefined));
  add(COMMANDS.exportTaxonomy, (argument) => exportTo(services, argument instanceof Uri ? argument : undefined));
  return store;
}

async function reportingErrors({ log }: Services, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    void window.showErrorMessage(error instanceof Error ? error.message : String(error));
  }
}

/** @param chosen the file to import; absent: the user picks one */
async function importInto(services: Services, chosen: Uri | undefined): Promise<void> {
  const folder = await folderForPack();
  if (folder === undefined) {
    void window.showInformationMessage(l10n.t("Open a folder first: a taxonomy pack is a file in it."));
    return;
  }
  const source = chosen ?? (await window.showOpenDialog({ title: l10n.t("Import Taxonomy"), filters: filters() }))?.[0];
  const format = source === undefined ? undefined : (taxonomyFormatOfPath(source.path) ?? (await pickFormat()));
  if (source === undefined || format === undefined) return;
  const result = await readIntoPack(services, source, format);
  if (result === undefined) return;
  const id = result.source === undefined ? "" : idOf(result.source);
  const target = Uri.joinPath(folder.uri, PACK_FOLDER, `${id}.yaml`);
  const { classes, entities, terms } = result.counts;
  const title = l10n.t("{0}: {1} entities, {2} terms, {3} classes", nameOf(source), entities, terms, classes);
  const action = result.source === undefined ? undefined : await writeLabel(target);
  if ((await preview(title, action, result.problems)) && result.source !== undefined) {
    await writeUndoably(services, target, result.source);
    await window.showTextDocument(target);
  }
}

/** The import; where the file names no class, the user gives one for all. Undefined where they give none. */
async function readIntoPack(
  services: Services,
  file: Uri,
  format: TaxonomyFormat,
): Promise<TaxonomyImport | undefined> {
  const text = await importedText(file);
  const { classes } = await services.taxonomy.ready();
  const options: ImportOptions = { uri: nameOf(file), classes };
  const result = importTaxonomy(text, format, options);
  if (!result.problems.some(({ code }) => code === "exchange.no-class")) return result;
  const classId: ClassId | undefined = await pickClass(services, l10n.t("what {0} names", nameOf(file)));
  return classId === undefined ? undefined : importTaxonomy(text, format, { ...options, class: classId });
}

async function importedText(file: Uri): Promise<string> {
  const { size } = await workspace.fs.stat(file);
  // A character that is one UTF-16 code unit has three bytes at most.
  if (size <= MAX_IMPORT_LENGTH * 3) return (await readText(file)) ?? "";
  throw new Error(l10n.t("{0} is too large to import. Import a part of it.", nameOf(file)));
}

/** @param chosen the file to write; absent: the user names one */
async function exportTo(services: Services, chosen: Uri | undefined): Promise<void> {
  const { packs, classes } = await services.taxonomy.ready();
  const own = packs.filter(({ layer }) => layer === "workspace");
  const exported = own.length === 0 ? packs : await pickPacks([own, packs]);
  const format = chosen === undefined ? await pickFormat() : taxonomyFormatOfPath(chosen.path);
  if (exported === undefined || format === undefined) return;
  const { text, problems } = exportTaxonomy(exported, format, classes);
  const isWhole = !problems.some(({ severity }) => severity === "error");
  const title = l10n.t("Export {0} packs as {1}", exported.length, format);
  const label = chosen === undefined ? l10n.t("Save as…") : await writeLabel(chosen);
  if (!(await preview(title, isWhole ? label : undefined, problems))) return;
  const target = chosen ?? (await window.showSaveDialog({ filters: filters(format), ...proposedFile(format) }));
  if (target !== undefined) await writeUndoably(services, target, text);
}

async function pickPacks<T>([own, all]: readonly [readonly T[], readonly T[]]): Promise<readonly T[] | undefined> {
  const items = [
    { label: l10n.t("Packs of this workspace ({0})", own.length), packs: own },
    { label: l10n.t("All packs, with the built-in ones ({0})", all.length), packs: all },
  ];
  return (await window.showQuickPick(items, { title: l10n.t("Export Taxonomy") }))?.packs;
}

async function pickFormat(): Promise<TaxonomyFormat | undefined> {
  const items = TAXONOMY_FORMATS.map((format) => ({ label: formatNames()[format], description: format, format }));
  return (await window.showQuickPick(items, { title: l10n.t("Format"), matchOnDescription: true }))?.format;
}

function formatNames(): Readonly<Record<TaxonomyFormat, string>> {
  return {
    skos: l10n.t("SKOS thesaurus (Turtle)"),
    "skos-jsonld": l10n.t("SKOS thesaurus (JSON-LD)"),
    qdc: l10n.t("REFI-QDA codebook (NVivo, MAXQDA, ATLAS.ti)"),
    spacy: l10n.t("Patterns for spaCy and Prodigy"),
    csv: l10n.t("Table (CSV)"),
    tsv: l10n.t("Table (tabs)"),
  };
}

function filters(format?: TaxonomyFormat): Record<string, string[]> {
  if (format !== undefined) return { [formatNames()[format]]: [...TAXONOMY_FILE_EXTENSIONS[format]] };
  const all = Object.values(TAXONOMY_FILE_EXTENSIONS).flat();
  return { [l10n.t("Thesauri, codebooks, patterns and tables")]: all };
}

function proposedFile(format: TaxonomyFormat): { defaultUri?: Uri } {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) return {};
  return { defaultUri: Uri.joinPath(folder.uri, `taxonomy.${TAXONOMY_FILE_EXTENSIONS[format][0]!}`) };
}

async function writeLabel(target: Uri): Promise<string> {
  const name = workspace.asRelativePath(target);
  return (await readText(target)) === undefined ? l10n.t("Write {0}", name) : l10n.t("Replace {0}", name);
}

/**
 * Shows what an action would do, with everything that is lost or changed, and returns whether the user wants it.
 *
 * @param action undefined where errors leave nothing to do
 */
async function preview(title: string, action: string | undefined, problems: readonly Problem[]): Promise<boolean> {
  const report = problems.map(({ severity, message, line }): QuickPickItem => ({
    label: `${severity === "error" ? "$(error)" : "$(warning)"} ${message}`,
    ...(line === undefined ? {} : { description: l10n.t("line {0}", line) }),
  }));
  const go: QuickPickItem[] = action === undefined ? [] : [{ label: `$(check) ${action}` }];
  const heading = { label: l10n.t("Left out or changed"), kind: QuickPickItemKind.Separator };
  const items = report.length === 0 ? go : [...go, heading, ...report];
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder:
      action === undefined ? l10n.t("Nothing can be written; see below.") : l10n.t("Nothing is written yet."),
  });
  return picked !== undefined && picked === go[0];
}

async function writeUndoably({ history, taxonomy }: Services, target: Uri, text: string): Promise<void> {
  const before = await readText(target);
  const name = workspace.asRelativePath(target);
  await writeText(target, text);
  await taxonomy.reload();
  history.push({
    label: l10n.t("wrote {0}", name),
    undo: async () => {
      if ((await readText(target)) !== text) {
        throw new Error(l10n.t("{0} was changed since, so it was left as it is.", name));
      }
      await (before === undefined ? deleteFile(target) : writeText(target, before));
      await taxonomy.reload();
    },
  });
}

function nameOf(file: Uri): string {
  return file.path.split("/").at(-1) ?? file.path;
}

/** The id of a pack that the import wrote, which is on its first line. */
function idOf(source: string): string {
  return /^id: "?([a-z0-9][a-z0-9-]*)/.exec(source)?.[1] ?? "imported";
}
