import { l10n, Uri, window, workspace } from "vscode";
import type { FoundRelation } from "../../../core";
import type { WorkspaceDocument } from "../../services/scan/lazy-document";
import type { Services } from "../../services/services";
import { reportingDecisionErrors } from "../../report-error";
import { decideOnRelations } from "../relations/decide-relations";
import type { MapDocuments } from "./map-documents";

/** Rejects a relation that a map shows; returns whether it is rejected now. */
export async function rejectMapped(
  services: Services,
  documents: MapDocuments,
  source: WorkspaceDocument,
  relation: FoundRelation,
): Promise<boolean> {
  const document = await workspace.openTextDocument(Uri.parse(source.uri));
  const reviewed = await documents.reviewed(source, relation);
  if (reviewed === undefined || document.getText() !== source.text) {
    void window.showInformationMessage(l10n.t("The text changed in the meantime. Nothing was decided."));
    return false;
  }
  let isDone = false;
  await reportingDecisionErrors(services.log, async () => {
    isDone = await decideOnRelations(services, document, [reviewed], { kind: "reject" });
  });
  return isDone;
}
