import { l10n, ThemeIcon, window, workspace, type TextDocument } from "vscode";
import type { ConcordanceLine, ReviewedMention } from "../../../core";
import { decideOn, type Verdict } from "../../making-decisions";
import { classIcon } from "../../presentation/class-icons";
import type { Services } from "../../services/services";
import { tickAll, type TickedItem } from "../bulk-preview";

/** A line whose words are a mention. */
type MentionLine = ConcordanceLine & { readonly mention: ReviewedMention };

/** Decides on the mentions of lines of any number of documents, after a preview, in one step to undo. */
export async function decideOnLines(
  services: Services,
  lines: readonly ConcordanceLine[],
  verdict: Extract<Verdict, { kind: "accept" | "reject" }>,
): Promise<void> {
  const open = lines
    .filter(hasMention)
    .filter(({ mention }) => verdict.kind === "reject" || mention.status !== "accepted");
  if (open.length === 0) {
    const message = l10n.t("Select lines of mentions in the Concordance view first; Space selects a line.");
    void window.showInformationMessage(message);
    return;
  }
  const chosen = await tickAll(
    open.map((line) => itemOf(line, services)),
    titleOf(services, verdict, open),
  );
  if (chosen === undefined) return;
  const what = chosen.length === 1 ? `“${chosen[0]!.mention.text}”` : l10n.t("{0} mentions", chosen.length);
  const label = verdict.kind === "accept" ? l10n.t("accepted {0}", what) : l10n.t("rejected {0}", what);
  const changed: string[] = [];
  await services.history.asOne(label, async () => {
    for (const [path, own] of byDocument(chosen)) {
      const isDone = await decideInDocument(services, path, own, verdict, label);
      if (!isDone) changed.push(path);
    }
  });
  if (changed.length === 0)
    window.setStatusBarMessage(l10n.t("Done: {0}. “Undo Last Decision” takes it back in one step.", label), 6000);
  else
    void window.showWarningMessage(
      l10n.t("These files changed in the meantime, so nothing was decided on them: {0}", changed.join(", ")),
    );
}

/** False where the text is not the one that the lines are from. */
async function decideInDocument(
  services: Services,
  path: string,
  lines: readonly MentionLine[],
  verdict: Verdict,
  label: string,
): Promise<boolean> {
  const { corpus } = services;
  const uri = corpus.uriOf({ path });
  const known = corpus.documents().find((each) => each.path === path);
  const document = uri === undefined ? undefined : await opened(uri.toString(), () => workspace.openTextDocument(uri));
  if (document === undefined || known === undefined) return false;
  const text = document.getText();
  if (lines.some(({ start, end, mention }) => text.slice(start, end) !== mention.text)) return false;
  const mentions = lines.map(({ mention }) => mention);
  await decideOn(services, document, mentions, verdict, label);
  return true;
}

/** The document in an editor, or the file read in the background. */
async function opened(id: string, read: () => Thenable<TextDocument>): Promise<TextDocument | undefined> {
  try {
    return workspace.textDocuments.find(({ uri }) => uri.toString() === id) ?? (await read());
  } catch {
    return undefined;
  }
}

function hasMention(line: ConcordanceLine): line is MentionLine {
  return line.mention !== undefined;
}

function byDocument(lines: readonly MentionLine[]): Map<string, MentionLine[]> {
  const documents = new Map<string, MentionLine[]>();
  for (const line of lines) {
    const own = documents.get(line.document);
    if (own === undefined) documents.set(line.document, [line]);
    else own.push(line);
  }
  return documents;
}

function titleOf({ corpus, decisions }: Services, verdict: Verdict, lines: readonly MentionLine[]): string {
  const documents = byDocument(lines);
  const [path] = documents.keys();
  const uri = path === undefined ? undefined : corpus.uriOf({ path });
  const place =
    documents.size === 1 && uri !== undefined
      ? decisions.labelOf({ uri })
      : l10n.t("in {0} files of .healthgeo/annotations", documents.size);
  return verdict.kind === "accept"
    ? l10n.t("Accept {0} mentions ({1})", lines.length, place)
    : l10n.t("Reject {0} mentions here ({1})", lines.length, place);
}

function itemOf(line: MentionLine, { taxonomy }: Services): TickedItem<MentionLine> {
  return {
    label: line.node,
    description: `${taxonomy.classLabel(line.mention.class)} · ${line.document}`,
    detail: `${line.left} ${line.node} ${line.right}`,
    iconPath: new ThemeIcon(classIcon(line.mention.class)),
    subject: line,
  };
}
