import { l10n, window } from "vscode";
import type { ConcordanceLine } from "../../../core";
import type { Verdict } from "../../making-decisions";
import type { Services } from "../../services/services";
import { decideEverywhere, type DecidableRow } from "../decisions/decide-everywhere";

/** Decides on the mentions of lines of any number of documents, after a preview, in one step to undo. */
export async function decideOnLines(
  services: Services,
  lines: readonly ConcordanceLine[],
  verdict: Extract<Verdict, { kind: "accept" | "reject" }>,
): Promise<void> {
  const rows = lines.flatMap(({ document: path, left, node, right, mention }): DecidableRow[] => {
    const uri = services.corpus.uriOf({ path });
    if (uri === undefined || mention === undefined) return [];
    if (verdict.kind === "accept" && mention.status === "accepted") return [];
    return [{ uri, path, mention, context: `${left}${node}${right}`.trim() }];
  });
  if (rows.length > 0) await decideEverywhere(services, rows, verdict);
  else {
    const message = l10n.t("Select lines of mentions in the Concordance view first; Space selects a line.");
    void window.showInformationMessage(message);
  }
}
