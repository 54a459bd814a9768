import { workspace, type Uri } from "vscode";
import { review, type PackedMentions, type Tagger } from "../../../core";
import type { LedgerView } from "../ledger/decision-service";
import { ledgerOrDocument, type DocumentLedgers } from "./document-ledgers";
import { LazyDocument } from "./lazy-document";
import type { MentionStore } from "./mention-store";
import { readProse, type Found, type ReadFile, type ReadLimits } from "./scanned-file";
import { asRead, type ScannedFile, type ScannedFiles } from "./scanned-files";
import { tagInSlices } from "./tag-in-slices";
import type { TimeSlices } from "./time-slices";

/** What taking in a file needs. */
export interface ScanWork {
  readonly tagger: Tagger;
  /** Of that tagger. */
  readonly store: MentionStore;
  readonly slices: TimeSlices;
  readonly isStopped: () => boolean;
}

type Tags = Pick<ScannedFile, "key" | "packed" | "senses">;

/** Makes documents of files: their texts, what the tagger finds in them, and the decisions on that. */
export class FileScanner {
  readonly #files: ScannedFiles;
  readonly #ledgers: DocumentLedgers;

  constructor(files: ScannedFiles, ledgers: DocumentLedgers) {
    this.#files = files;
    this.#ledgers = ledgers;
  }

  read(uri: Uri, limits: ReadLimits): Promise<Found<ScannedFile>> {
    return readProse(uri, this.#files.get(uri.toString()), limits);
  }

  /** Makes a file known as it was found; returns whether that is new. */
  async take(uri: Uri, found: Found<ScannedFile>, work: ScanWork): Promise<boolean> {
    const id = uri.toString();
    if (found === undefined) return this.#files.forget(id);
    if ("reason" in found) {
      this.#files.forget(id);
      this.#files.leaveOut(id, { uri, reason: found.reason });
      return true;
    }
    if ("known" in found && found.known.key === work.store.key) return false;
    const file = "known" in found ? asRead(found.known) : found;
    const packed = work.store.get(file.hash, file.text) ?? (await tag(file, work));
    if (packed === undefined) return false;
    this.#files.takeIn(id);
    const { senses, key } = work.store;
    this.#put(uri, file, { key, packed, senses }, await this.readLedger(uri));
    return true;
  }

  /** The decisions on a file; where they cannot be read, the file counts as one that is left out in part. */
  async readLedger(uri: Uri): Promise<LedgerView | undefined> {
    const ledger = ledgerOrDocument(uri);
    try {
      const view = await this.#ledgers.read(uri);
      // The text itself may still be left out.
      this.#files.takeIn(uri.toString(), ledger);
      return view;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#files.leaveOut(uri.toString(), { uri: ledger, reason });
      return undefined;
    }
  }

  /** Applies the decisions on a document as they are now; returns whether it is known. */
  renewDecisions(uri: Uri): boolean {
    const file = this.#files.get(uri.toString());
    if (file === undefined) return false;
    this.#ledgers.markDecided(uri);
    this.#put(uri, asRead(file), file, this.#ledgers.known(uri));
    return true;
  }

  #put(uri: Uri, file: ReadFile, { key, packed, senses }: Tags, ledger: LedgerView | undefined): void {
    const { mtime, size, hash, text, format } = file;
    const document = new LazyDocument(uri.toString(), workspace.asRelativePath(uri), format, text, () => {
      return review(text, senses.unpack(packed, text), ledger?.decisions ?? [], ledger).mentions;
    });
    this.#files.put(uri.toString(), { mtime, size, hash, key, packed, senses, document });
  }
}

/** Undefined where the scan was stopped. */
async function tag(
  { hash, text, format }: ReadFile,
  { tagger, store, slices, isStopped }: ScanWork,
): Promise<PackedMentions | undefined> {
  const session = tagger.open(text, { format });
  if (!(await tagInSlices(session, slices, isStopped))) return undefined;
  const packed = store.senses.pack(session.mentions());
  store.put(hash, packed);
  return packed;
}
