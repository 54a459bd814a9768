import type { Uri } from "vscode";
import type { MentionSenses, PackedMentions } from "../../../core";
import type { WorkspaceDocument } from "./lazy-document";
import type { FileStamp, ReadFile } from "./scanned-file";

/** A file that a scan left out. */
export interface UnreadableFile {
  readonly uri: Uri;
  /** Why, and what to do: a whole sentence for people. */
  readonly reason: string;
}

/** What a scan knows of a file. */
export interface ScannedFile extends FileStamp {
  readonly document: WorkspaceDocument;
  readonly hash: string;
  /** Key of the store that the mentions come from. */
  readonly key: string;
  readonly packed: PackedMentions;
  readonly senses: MentionSenses;
}

/** The files that a scan read or left out, by their addresses. */
export class ScannedFiles {
  readonly #files = new Map<string, ScannedFile>();
  readonly #leftOut = new Map<string, UnreadableFile>();
  #documents: readonly WorkspaceDocument[] | undefined;

  /** Sorted by path. */
  get documents(): readonly WorkspaceDocument[] {
    this.#documents ??= [...this.#files.values()].map(({ document }) => document).sort(byPath);
    return this.#documents;
  }

  /** Those of the texts that there are now. */
  get hashes(): Set<string> {
    return new Set([...this.#files.values()].map(({ hash }) => hash));
  }

  get leftOut(): UnreadableFile[] {
    return [...this.#leftOut.values()];
  }

  get(uri: string): ScannedFile | undefined {
    return this.#files.get(uri);
  }

  put(uri: string, file: ScannedFile): void {
    this.#files.set(uri, file);
    this.#documents = undefined;
  }

  /** @param file what could not be read: the file itself, or the decisions on it */
  leaveOut(uri: string, file: UnreadableFile): void {
    this.#leftOut.set(uri, file);
  }

  /** Nothing of a file is left out any more; with `part`, only that of it could not be read before. */
  takeIn(uri: string, part?: Uri): void {
    if (part === undefined || this.#leftOut.get(uri)?.uri.toString() === part.toString()) this.#leftOut.delete(uri);
  }

  /** Returns whether there was anything to forget. */
  forget(uri: string): boolean {
    const wasLeftOut = this.#leftOut.delete(uri);
    const wasRead = this.#files.delete(uri);
    if (wasRead) this.#documents = undefined;
    return wasLeftOut || wasRead;
  }

  forgetAllBut(uris: Iterable<string>): void {
    const kept = new Set(uris);
    for (const uri of [...this.#files.keys(), ...this.#leftOut.keys()]) if (!kept.has(uri)) this.forget(uri);
  }

  /** The documents of a folder and of those in it. */
  documentsIn(folder: string): WorkspaceDocument[] {
    return this.documents.filter(({ uri }) => isInside(folder, uri));
  }

  /** What was left out of a folder and of those in it, with the decisions on its documents; sorted by path. */
  leftOutIn(folder: string): UnreadableFile[] {
    return [...this.#leftOut]
      .flatMap(([uri, file]) => (isInside(folder, uri) ? [file] : []))
      .sort((a, b) => byPath(a.uri, b.uri));
  }

  /** Whether any file that was read stands in a folder. */
  holdsAnyIn(folder: string): boolean {
    return [...this.#files.keys()].some((uri) => uri !== folder && isInside(folder, uri));
  }
}

/** A file as it was when it was scanned. */
export function asRead({ mtime, size, hash, document: { text, format } }: ScannedFile): ReadFile {
  return { mtime, size, hash, text, format };
}

/** Sorts by path, by code units. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}

/** Whether an address stands in a folder, or is its own. */
function isInside(folder: string, uri: string): boolean {
  const address = folder.replace(/\/$/, "");
  return uri.startsWith(address) && (uri.length === address.length || uri[address.length] === "/");
}
