import { languages, Position, Range, Uri, workspace, type DocumentFilter, type TextDocument } from "vscode";
import { PackSource, parsePack, type Pack, type Problem, type Span } from "../../../core";
import { filesIn, NotUtf8Error, readText } from "../files";
import { isPackFile, PACK_FOLDER } from "./workspace-packs";

/** A folder of packs that are written here and used elsewhere; those of `PACK_FOLDER` are in force. */
const SOURCE_FOLDER = "taxonomies";
const PACK_NAME = /\.ya?ml$/;
/** More files than a person writes; beyond it they are left alone. */
const MOST_FILES = 500;

/** The documents that features for packs speak of. */
export const PACK_SELECTOR: readonly DocumentFilter[] = [
  { pattern: `**/${PACK_FOLDER}/*.{yaml,yml}` },
  { pattern: `**/${SOURCE_FOLDER}/*.{yaml,yml}` },
];

/** A pack as it is in the editor, or on disk where it is not open. */
export class PackFile {
  #source: PackSource | undefined;
  #parsed: { pack?: Pack; problems: Problem[] } | undefined;

  constructor(
    readonly uri: Uri,
    readonly text: string,
  ) {}

  /** What stands where; made when first asked for. */
  get source(): PackSource {
    return (this.#source ??= new PackSource(this.text, this.uri.toString()));
  }

  /** What it means; made when first asked for. */
  get parsed(): { readonly pack?: Pack; readonly problems: readonly Problem[] } {
    return (this.#parsed ??= parsePack(this.text, this.uri.toString()));
  }

  /** Files of one set are read together: those in force, or those of one other folder. */
  get set(): string {
    return isPackFile(this.uri) ? PACK_FOLDER : Uri.joinPath(this.uri, "..").toString();
  }

  rangeOf({ start, end }: Span): Range {
    return new Range(this.#positionOf(start), this.#positionOf(end));
  }

  #positionOf(offset: number): Position {
    const { line, column } = this.source.locate(offset);
    return new Position(line - 1, column - 1);
  }
}

/** The pack files of the workspace, parsed again only where their text is another. */
export class PackFiles {
  readonly #known = new Map<string, PackFile>();

  /** The pack in a document; nothing where the document is something else. */
  of(document: TextDocument): PackFile | undefined {
    if (languages.match([...PACK_SELECTOR], document) === 0) return undefined;
    return this.#file(document.uri, document.getText());
  }

  /** All packs, open ones as they are in their editors. A file that cannot be read is left out. */
  async all(): Promise<PackFile[]> {
    const folders = (workspace.workspaceFolders ?? []).flatMap(({ uri }) => [
      Uri.joinPath(uri, ...PACK_FOLDER.split("/")),
      Uri.joinPath(uri, SOURCE_FOLDER),
    ]);
    const uris = (await Promise.all(folders.map(packsIn))).flat().slice(0, MOST_FILES);
    const files = await Promise.all(uris.map((uri) => this.#read(uri)));
    const known = new Set(uris.map(String));
    for (const uri of this.#known.keys()) if (!known.has(uri)) this.#known.delete(uri);
    return files.filter((file) => file !== undefined);
  }

  async #read(uri: Uri): Promise<PackFile | undefined> {
    const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    try {
      const text = open === undefined ? await readText(uri) : open.getText();
      return text === undefined ? undefined : this.#file(uri, text);
    } catch (error) {
      // What is in force and cannot be read is told of where it is read.
      if (error instanceof NotUtf8Error) return undefined;
      throw error;
    }
  }

  #file(uri: Uri, text: string): PackFile | undefined {
    if (!isPackFile(uri) && !looksLikePack(text)) return undefined;
    const key = uri.toString();
    let file = this.#known.get(key);
    if (file?.text !== text) this.#known.set(key, (file = new PackFile(uri, text)));
    return file;
  }
}

/** Other programs keep other things in a folder of that name. */
function looksLikePack(text: string): boolean {
  return /^id:/m.test(text) && /^(?:title|version|language):/m.test(text);
}

async function packsIn(folder: Uri): Promise<Uri[]> {
  const names = await filesIn(folder).catch(() => []);
  return names.filter((name) => PACK_NAME.test(name)).map((name) => Uri.joinPath(folder, name));
}
