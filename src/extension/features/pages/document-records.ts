import { Uri } from "vscode";
import { placeRelations, placeThemeDecisions } from "../../../core";
import type { LedgerView } from "../../services/ledger/decision-service";
import type { DocumentRecords } from "../../services/ledger/record-service";
import type { WorkspaceDocument } from "../../services/scan/lazy-document";
import type { Services } from "../../services/services";

/** What people decided on a document beside its mentions, as far as it has a place there. */
export type PlacedRecords = Pick<DocumentRecords, "relations" | "themes">;

const NO_RECORDS: PlacedRecords = { relations: [], themes: [] };

/** What people decided on the relations and themes of a document; nothing where its ledger cannot be read. */
export async function recordsIn(
  { tagging, records, corpus, decisions, log }: Pick<Services, "tagging" | "records" | "corpus" | "decisions" | "log">,
  source: WorkspaceDocument,
): Promise<PlacedRecords> {
  // Editors know places that moved since the ledger was written.
  const open = tagging.documents.find(({ uri }) => uri.toString() === source.uri);
  if (open !== undefined) return records.of(open);
  if (!corpus.mayBeDecided(source)) return NO_RECORDS;
  try {
    return placed(source.text, await decisions.readLedgerOf({ uri: Uri.parse(source.uri) }));
  } catch (error) {
    // The Problems panel says what is wrong with the ledger.
    log.warn(error instanceof Error ? error.message : String(error));
    return NO_RECORDS;
  }
}

function placed(text: string, { relations, themes }: LedgerView): PlacedRecords {
  return {
    relations: placeRelations(text, relations),
    themes: placeThemeDecisions(text, themes),
  };
}
