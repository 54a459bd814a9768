import { FileType, Uri, workspace } from "vscode";
import { corpusDocument, formatOfPath, parseLedger, type CorpusDocument, type Tagger } from "../../core";
import { guardOf } from "../prose-document";
import { readText } from "./files";
import { ledgerPlaceOf } from "./ledger-place";
import { maxFileSize } from "./settings";

/** How long tagging may hold the thread at a time, in milliseconds. */
const SLICE_MS = 20;
/** Folders that hold what nobody wrote as a report. */
const OTHER_FOLDERS = new Set(["node_modules", "dist", "out", "build", "target"]);

/** A file of the workspace that is written in prose, by its name. */
export interface ProseFile {
  readonly uri: Uri;
  /** Relative to the workspace, with the folder's name where there are several. */
  readonly path: string;
}

/**
 * The prose files of the workspace in the order of their paths; hidden folders and those of packages and builds are left out.
 *
 * @param most files to find; the rest is left out
 */
export async function proseFiles(most: number): Promise<ProseFile[]> {
  const files: ProseFile[] = [];
  const visit = async (folder: Uri): Promise<void> => {
    const entries = await Promise.resolve(workspace.fs.readDirectory(folder)).catch(() => []);
    for (const [name, type] of entries.sort(([a], [b]) => Number(a > b) - Number(a < b))) {
      if (files.length >= most) return;
      const uri = Uri.joinPath(folder, name);
      // A link could lead out of the workspace, or round in a circle.
      if ((type & FileType.SymbolicLink) !== 0 || name.startsWith(".")) continue;
      if ((type & FileType.Directory) !== 0) {
        if (!OTHER_FOLDERS.has(name)) await visit(uri);
      } else if (isProse(name)) files.push({ uri, path: workspace.asRelativePath(uri) });
    }
  };
  for (const { uri } of workspace.workspaceFolders ?? []) await visit(uri);
  return files;
}

/**
 * Tags a file as it is in its editor, else on disk, without holding up the editor, and joins the decisions on it. Undefined
 * where it cannot be read, or is too long or binary.
 */
export async function readProse({ uri, path }: ProseFile, tagger: Tagger): Promise<CorpusDocument | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const text = open?.getText() ?? (await readText(uri).catch(() => undefined));
  if (text === undefined || guardOf(text, maxFileSize(uri)) !== undefined) return undefined;
  const session = tagger.open(text, { format: formatOfPath(path), uri: uri.toString() });
  for (;;) {
    const end = performance.now() + SLICE_MS;
    if (session.advance(() => performance.now() > end)) break;
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  const place = ledgerPlaceOf(uri);
  const ledger = place.kind === "file" ? await readText(place.uri).catch(() => undefined) : undefined;
  const decisions = ledger === undefined ? [] : parseLedger(ledger, path).decisions;
  return corpusDocument(path, text, session.mentions(), decisions);
}

function isProse(name: string): boolean {
  return name.toLowerCase().endsWith(".txt") || formatOfPath(name) !== "plain";
}
