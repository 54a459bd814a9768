import { FileType, Uri, workspace } from "vscode";
import { LEDGER_FOLDER } from "../../../core";
import { fileType, filesUnder } from "../files";
import type { DecisionService, LedgerView } from "../ledger/decision-service";
import { ledgerPlaceOf } from "../ledger/ledger-place";

/**
 * Which documents have decisions, as far as anybody looked: to ask for those of every file of a workspace would read as many
 * ledgers that are not there.
 */
export class DocumentLedgers {
  readonly #decisions: DecisionService;
  readonly #isOpen: (uri: string) => boolean;
  /** The documents by the address of their ledger. */
  readonly #owners = new Map<string, Uri>();
  /** The addresses of documents that have, or may have, a ledger. */
  readonly #decided = new Set<string>();
  /** The addresses of the ledgers in the workspace. */
  #existing = new Set<string>();

  /** @param isOpen whether a document is in an editor: there decisions are made */
  constructor(decisions: DecisionService, isOpen: (uri: string) => boolean) {
    this.#decisions = decisions;
    this.#isOpen = isOpen;
  }

  /** Looks which ledgers there are in the workspace. */
  async find(): Promise<void> {
    const found = await Promise.all((workspace.workspaceFolders ?? []).map(({ uri }) => ledgersIn(uri)));
    this.#existing = new Set(found.flat().map(String));
  }

  /** A file came or changed that may be a ledger: the document may come later. */
  note(uri: Uri): void {
    if (uri.path.includes(`/${LEDGER_FOLDER}/`)) this.#existing.add(uri.toString());
  }

  /** The document whose decisions stand in a file; undefined where none is known. */
  ownerOf(ledger: Uri): Uri | undefined {
    return this.#owners.get(ledger.toString());
  }

  mayBeDecided(uri: string): boolean {
    return this.#isOpen(uri) || this.#decided.has(uri);
  }

  markDecided(uri: Uri): void {
    this.#decided.add(uri.toString());
  }

  /** The decisions on a document that are known already. */
  known(uri: Uri): LedgerView | undefined {
    return this.#decisions.ledgerOf({ uri });
  }

  /**
   * The decisions on a document; undefined where it has none.
   *
   * @throws Error where they cannot be read
   */
  async read(uri: Uri): Promise<LedgerView | undefined> {
    const place = ledgerPlaceOf(uri);
    if (place.kind !== "file") return undefined;
    const ledger = place.uri.toString();
    this.#owners.set(ledger, uri);
    if (this.#existing.has(ledger) || this.mayBeDecided(uri.toString())) this.markDecided(uri);
    return this.mayBeDecided(uri.toString()) ? this.#decisions.readLedgerOf({ uri }) : undefined;
  }
}

/** The file with the decisions on a document; the document itself where it can have none. */
export function ledgerOrDocument(uri: Uri): Uri {
  const place = ledgerPlaceOf(uri);
  return place.kind === "file" ? place.uri : uri;
}

async function ledgersIn(folder: Uri): Promise<Uri[]> {
  const ledgers = Uri.joinPath(folder, LEDGER_FOLDER);
  try {
    return (await fileType(ledgers)) === FileType.Directory ? await filesUnder(ledgers) : [];
  } catch {
    // Ledgers that cannot be listed may still be read one by one, in editors.
    return [];
  }
}
