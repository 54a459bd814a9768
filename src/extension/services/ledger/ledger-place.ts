import { l10n, Uri, workspace, type WorkspaceFolder } from "vscode";
import { ledgerPathOf } from "../../../core";

/** The file for the decisions on a document, or why there is none. */
export type LedgerPlace =
  | { readonly kind: "file"; readonly uri: Uri }
  /** `reason` is a whole sentence for people that says what to do. */
  | { readonly kind: "unsaved" | "noFolder" | "refused"; readonly reason: string };

/** Whether a ledger is that of a document. */
export function isLedgerOf(ledger: Uri, document: Uri): boolean {
  const place = ledgerPlaceOf(document);
  return place.kind === "file" && place.uri.toString() === ledger.toString();
}

/** Where the decisions on a document go: a file in the workspace folder that holds it. */
export function ledgerPlaceOf(uri: Uri): LedgerPlace {
  if (uri.scheme === "untitled") {
    return {
      kind: "unsaved",
      reason: l10n.t(
        "Save this document in a folder of the workspace first: decisions are kept in a file of that folder.",
      ),
    };
  }
  const folder = workspace.getWorkspaceFolder(uri);
  if (folder === undefined) {
    return {
      kind: "noFolder",
      reason: l10n.t("Open the folder that holds this document first: decisions are kept in a file of that folder."),
    };
  }
  const place = ledgerPathOf(pathIn(folder, uri));
  return "path" in place
    ? { kind: "file", uri: Uri.joinPath(folder.uri, place.path) }
    : { kind: "refused", reason: place.reason };
}

/** The folder that holds the ledgers of all documents in `folderUri`; undefined outside the workspace. */
export function ledgerFolderOf(folderUri: Uri): Uri | undefined {
  const place = ledgerPlaceOf(Uri.joinPath(folderUri, "document"));
  return place.kind === "file" ? Uri.joinPath(place.uri, "..") : undefined;
}

function pathIn(folder: WorkspaceFolder, uri: Uri): string {
  return uri.path.slice(folder.uri.path.length).replace(/^\/+/, "");
}
