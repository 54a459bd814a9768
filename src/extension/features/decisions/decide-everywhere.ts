import { l10n, ThemeIcon, window, workspace, type TextDocument, type Uri } from "vscode";
import type { ReviewedMention } from "../../../core";
import { decideOn, type Verdict } from "../../making-decisions";
import { classIcon } from "../../presentation/marks/class-icons";
import type { Services } from "../../services/services";
import type { TickedItem } from "../tick-list";
import { tickAll } from "./bulk-preview";
import { verdictLabel } from "./verdict-labels";

/** A mention of any document of the workspace, open or not. */
export interface DecidableRow {
  readonly uri: Uri;
  /** Path of the document, for people. */
  readonly path: string;
  readonly mention: ReviewedMention;
  /** The words around the mention, for the preview. */
  readonly context: string;
}

/** What can be decided on many mentions at once. */
type BulkVerdict = Exclude<Verdict, { kind: "label" }>;

/** Decides on mentions of any number of documents, after a preview, in one step to undo. Returns whether it did. */
export async function decideEverywhere(
  services: Services,
  rows: readonly DecidableRow[],
  verdict: BulkVerdict,
): Promise<boolean> {
  const items = rows.map((row) => itemOf(row, services));
  const chosen = await tickAll(items, titleOf(services, verdict, rows));
  if (chosen === undefined) return false;
  const label = verdictLabel(
    services.taxonomy,
    verdict,
    chosen.map(({ mention }) => mention),
  );
  const changed: string[] = [];
  await services.history.asOne(label, async () => {
    for (const own of byDocument(chosen).values()) {
      const isDone = await decideInDocument(services, own, verdict, label);
      if (!isDone) changed.push(own[0]!.path);
    }
  });
  if (changed.length === 0)
    window.setStatusBarMessage(l10n.t("Done: {0}. “Undo Last Decision” takes it back in one step.", label), 6000);
  else
    void window.showWarningMessage(
      l10n.t("These files changed in the meantime, so nothing was decided on them: {0}", changed.join(", ")),
    );
  return true;
}

/** False where the text is not the one that the mentions are from. */
async function decideInDocument(
  services: Services,
  rows: readonly DecidableRow[],
  verdict: Verdict,
  label: string,
): Promise<boolean> {
  const document = await opened(rows[0]!.uri);
  if (document === undefined) return false;
  const text = document.getText();
  const mentions = rows.map(({ mention }) => mention);
  if (mentions.some((mention) => text.slice(mention.start, mention.end) !== mention.text)) return false;
  await decideOn(services, document, mentions, verdict, label);
  return true;
}

/** The document in an editor, or the file read in the background; undefined where there is none any more. */
async function opened(uri: Uri): Promise<TextDocument | undefined> {
  const id = uri.toString();
  const open = workspace.textDocuments.find((document) => document.uri.toString() === id);
  if (open !== undefined) return open;
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return undefined;
  }
}

function byDocument(rows: readonly DecidableRow[]): Map<string, DecidableRow[]> {
  const documents = new Map<string, DecidableRow[]>();
  for (const row of rows) {
    const own = documents.get(row.uri.toString());
    if (own === undefined) documents.set(row.uri.toString(), [row]);
    else own.push(row);
  }
  return documents;
}

function titleOf({ decisions, taxonomy }: Services, verdict: BulkVerdict, rows: readonly DecidableRow[]): string {
  const { size } = byDocument(rows);
  const place = size === 1 ? decisions.labelOf(rows[0]!) : l10n.t("in {0} files of .healthgeo/annotations", size);
  switch (verdict.kind) {
    case "accept":
      return l10n.t("Accept {0} mentions ({1})", rows.length, place);
    case "reject":
      return l10n.t("Reject {0} mentions here ({1})", rows.length, place);
    case "classify":
      return l10n.t("Classify {0} mentions as {1} ({2})", rows.length, taxonomy.classLabel(verdict.class), place);
  }
}

function itemOf(row: DecidableRow, { taxonomy }: Services): TickedItem<DecidableRow> {
  const { mention, path, context } = row;
  return {
    label: mention.text.replace(/\s+/g, " "),
    description: `${taxonomy.classLabel(mention.class)} · ${path}`,
    detail: context,
    iconPath: new ThemeIcon(classIcon(mention.class)),
    subject: row,
  };
}
