import {
  l10n,
  Range,
  Selection,
  TextEditorRevealType,
  ViewColumn,
  window,
  workspace,
  type QuickPickItem,
  type Uri,
} from "vscode";
import { LineIndex, type CorpusDocument, type Span } from "../../../core";
import { contextLine } from "../../presentation/concordance/context-line";
import type { FoundPassage } from "../../presentation/insight/insight-passages";

/** A longer list is no help; the heading says how many there are. */
const MAX_LISTED = 1000;

interface PassageItem extends QuickPickItem {
  readonly passage: FoundPassage;
}

/** Shows the one passage, or lets the person choose among several. */
export async function showPassages(
  title: string,
  passages: readonly FoundPassage[],
  uris: ReadonlyMap<string, Uri>,
): Promise<void> {
  const chosen = passages.length === 1 ? passages[0] : await pick(title, passages);
  const uri = chosen === undefined ? undefined : uris.get(chosen.document.path);
  if (chosen !== undefined && uri !== undefined) await showPassage(uri, chosen.mention);
}

/** Shows a place of a document, beside the page if the document is not in sight already. */
export async function showPassage(uri: Uri, { start, end }: Span): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const shown = window.visibleTextEditors.find((editor) => editor.document === document);
  const editor = await window.showTextDocument(document, shown?.viewColumn ?? ViewColumn.Beside);
  const range = new Range(document.positionAt(start), document.positionAt(end));
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

async function pick(title: string, passages: readonly FoundPassage[]): Promise<FoundPassage | undefined> {
  const lines = new Map<CorpusDocument, LineIndex>();
  const items = passages.slice(0, MAX_LISTED).map((passage): PassageItem => {
    const { document, mention } = passage;
    const index = lines.get(document) ?? new LineIndex(document.text);
    lines.set(document, index);
    return {
      label: contextOf(document.text, mention),
      description: `${document.path}:${index.locate(mention.start).line}`,
      passage,
    };
  });
  const picked = await window.showQuickPick(items, {
    title: l10n.t("{0} ({1} passages)", title, passages.length),
    placeHolder: l10n.t("Choose a passage to go to."),
    matchOnDescription: true,
  });
  return picked?.passage;
}

/** The mention within its line, cut to fit a row. */
function contextOf(text: string, { start, end }: Span): string {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const stop = text.indexOf("\n", end);
  const line = text.slice(from, stop < 0 ? undefined : stop);
  return contextLine(line, { start: start - from, end: end - from }).label;
}
