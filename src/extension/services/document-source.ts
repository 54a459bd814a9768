import { RelativePattern, workspace, type CancellationToken, type Uri } from "vscode";
import {
  corpusDocument,
  formatOfPath,
  isReport,
  LEDGER_FOLDER,
  NO_PROSE_GLOBS,
  parseLedger,
  PROSE_GLOBS,
  ScanRules,
  type CorpusDocument,
  type Decision,
  type LeftOutFile,
  type Mention,
  type Tagger,
} from "../../core";
import { guardLabel } from "../labels";
import { guardOf } from "../prose-document";
import { readText } from "./files";
import { ledgerPlaceOf } from "./ledger-place";
import { maxFileSize } from "./settings";
import type { TaggingService } from "./tagging-service";

/** The documents of a folder, tagged and with people's decisions applied. */
export interface FoundDocuments {
  /** Sorted by path, which is relative to the folder. */
  readonly documents: readonly CorpusDocument[];
  readonly leftOut: readonly LeftOutFile[];
}

/** Where reports and the like take documents from. */
export interface DocumentSource {
  /**
   * @param report is told how many of the files are read
   * @returns undefined where it was cancelled
   */
  read(
    folder: Uri,
    report: (done: number, total: number) => void,
    token: CancellationToken,
  ): Promise<FoundDocuments | undefined>;
}

/** How long the thread is held at a time, in milliseconds: less than a frame of the editor. */
const SLICE_MS = 10;

/** Reads the prose files of a folder each time anew: those in editors as they are there, the others from their files. */
export class FolderSource implements DocumentSource {
  readonly #tagging: TaggingService;

  constructor(tagging: TaggingService) {
    this.#tagging = tagging;
  }

  async read(
    folder: Uri,
    report: (done: number, total: number) => void,
    token: CancellationToken,
  ): Promise<FoundDocuments | undefined> {
    const tagger = await this.#tagging.ready();
    const files = await proseFiles(folder, token);
    const documents: CorpusDocument[] = [];
    const leftOut: LeftOutFile[] = [];
    for (const [index, file] of files.entries()) {
      if (token.isCancellationRequested) return undefined;
      report(index, files.length);
      const path = pathIn(folder, file);
      try {
        const document = await readDocument(file, path, tagger);
        if (document !== undefined) documents.push(document);
      } catch (error) {
        leftOut.push({ path, reason: error instanceof Error ? error.message : String(error) });
      }
    }
    return { documents, leftOut };
  }
}

async function proseFiles(folder: Uri, token: CancellationToken): Promise<Uri[]> {
  const rules = new ScanRules(PROSE_GLOBS, NO_PROSE_GLOBS);
  const found = (glob: string) => workspace.findFiles(new RelativePattern(folder, glob), null, undefined, token);
  const [gitignores, ...prose] = await Promise.all([found("**/.gitignore"), ...PROSE_GLOBS.map(found)]);
  for (const file of gitignores) {
    const source = await readText(file).catch(() => undefined);
    rules.gitignores.add(pathIn(folder, file).replace(/[^/]*$/, ""), source ?? "");
  }
  return prose
    .flat()
    .filter((file) => rules.reaches(pathIn(folder, file)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Undefined for a file that is gone or is a report itself. */
async function readDocument(file: Uri, path: string, tagger: Tagger): Promise<CorpusDocument | undefined> {
  const open = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
  const text = open === undefined ? await readText(file) : open.getText();
  if (text === undefined || isReport(text)) return undefined;
  const guard = guardOf(text, maxFileSize(file));
  if (guard !== undefined) throw new Error(guardLabel(guard));
  return corpusDocument(path, text, await tagInSlices(text, path, tagger), await decisionsOn(file));
}

async function tagInSlices(text: string, path: string, tagger: Tagger): Promise<readonly Mention[]> {
  const session = tagger.open(text, { format: formatOfPath(path) });
  let end = 0;
  do {
    await new Promise((resolve) => setTimeout(resolve, 0));
    end = performance.now() + SLICE_MS;
  } while (!session.advance(() => performance.now() > end));
  return session.mentions();
}

async function decisionsOn(file: Uri): Promise<readonly Decision[]> {
  const place = ledgerPlaceOf(file);
  const source = place.kind === "file" ? await readText(place.uri) : undefined;
  return source === undefined ? [] : parseLedger(source, LEDGER_FOLDER).decisions;
}

function pathIn(folder: Uri, file: Uri): string {
  return file.path.slice(folder.path.length).replace(/^\/+/, "");
}
