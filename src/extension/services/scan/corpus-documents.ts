import { isReport } from "../../../core";
import type { WorkspaceDocument } from "./lazy-document";
import { byPath, type ScannedFiles } from "./scanned-files";

/** Joins the files of a scan with the documents in editors, which count as they are being edited. */
export class CorpusDocuments {
  readonly #files: ScannedFiles;
  readonly #open: () => readonly WorkspaceDocument[];
  #all: readonly WorkspaceDocument[] | undefined;
  /** Addresses by path. */
  #addresses: ReadonlyMap<string, string> | undefined;

  constructor(files: ScannedFiles, open: () => readonly WorkspaceDocument[]) {
    this.#files = files;
    this.#open = open;
  }

  /** Every document, sorted by path. Reports that HealthGeo wrote are none of them. */
  get all(): readonly WorkspaceDocument[] {
    this.#all ??= this.#joined();
    return this.#all;
  }

  /** The documents of a folder and of those in it, as far as a scan took them. */
  in(folder: string): WorkspaceDocument[] {
    const scanned = new Set(this.#files.documentsIn(folder).map(({ uri }) => uri));
    return this.all.filter(({ uri }) => scanned.has(uri));
  }

  /** The address of the document with a path. */
  addressOf(path: string): string | undefined {
    this.#addresses ??= new Map(this.all.map((document) => [document.path, document.uri]));
    return this.#addresses.get(path);
  }

  /** Files or documents are others now. */
  forget(): void {
    this.#all = undefined;
    this.#addresses = undefined;
  }

  #joined(): readonly WorkspaceDocument[] {
    const open = this.#open().filter(({ text }) => !isReport(text));
    if (open.length === 0) return this.#files.documents;
    const edited = new Set(open.map(({ uri }) => uri));
    return [...this.#files.documents.filter(({ uri }) => !edited.has(uri)), ...open].sort(byPath);
  }
}
