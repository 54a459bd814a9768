import { l10n } from "vscode";
import type { ReviewedMention } from "../../../core";
import type { Verdict } from "../../making-decisions";
import type { TaxonomyService } from "../../services/packs/taxonomy-service";

/** What was decided on mentions, for messages and for the step to undo. */
export function verdictLabel(
  taxonomy: TaxonomyService,
  verdict: Verdict,
  mentions: readonly Pick<ReviewedMention, "text">[],
): string {
  const what = mentions.length === 1 ? `“${mentions[0]!.text}”` : l10n.t("{0} mentions", mentions.length);
  switch (verdict.kind) {
    case "accept":
      return l10n.t("accepted {0}", what);
    case "reject":
      return l10n.t("rejected {0}", what);
    case "classify":
    case "label":
      return l10n.t("classified {0} as {1}", what, taxonomy.classLabel(classOf(verdict)));
  }
}

/** The class that a verdict gives. */
export function classOf(verdict: Extract<Verdict, { kind: "classify" | "label" }>): string {
  return verdict.kind === "classify" ? verdict.class : verdict.label.class;
}
