import { l10n } from "vscode";
import type { Mention, ReviewedMention } from "../core";
import { termOf } from "./presentation/taxonomy/term";
import type { GuardReason } from "./prose-document";

/** What found a mention, or a reading of some words, as a phrase: `term “China”`. */
export function originLabel(mention: Pick<Mention, "by" | "evidence" | "text">): string {
  const { by, evidence } = mention;
  switch (by) {
    case "lexicon":
      return l10n.t("term “{0}”", termOf(mention));
    case "rule":
      return l10n.t("rule {0}", evidence.pattern);
    case "abbreviation":
      return l10n.t("abbreviation defined in “{0}”", evidence.pattern);
    case "discovery":
      return l10n.t("looks like a name ({0})", evidence.pattern);
    case "inline":
      return l10n.t("tagged in the text");
    case "decision":
      return l10n.t("marked by a person");
  }
}

/** How sure the tagger is of a candidate: `candidate · 45 %`. */
export function candidateLabel({ confidence }: Pick<Mention, "confidence">): string {
  return l10n.t("candidate · {0} %", Math.round(confidence * 100));
}

/** How many mentions, for people. */
export function mentionCount(count: number): string {
  return count === 1 ? l10n.t("1 mention") : l10n.t("{0} mentions", count);
}

/** Who accepted a mention and when; undefined for a suggestion. */
export function statusLine({ decision, status }: ReviewedMention): string | undefined {
  if (status === "suggested" || decision === undefined) return undefined;
  const day = decision.time.slice(0, 10);
  return decision.author === undefined
    ? l10n.t("accepted {0}", day)
    : l10n.t("accepted by {0}, {1}", decision.author, day);
}

/** Why a document is left alone, and what to do about it. */
export function guardLabel(reason: GuardReason): string {
  switch (reason) {
    case "tooLong":
      return l10n.t(
        "This document is longer than the limit, so it is not tagged. The setting “healthgeo.maxFileSize” raises it.",
      );
    case "binary":
      return l10n.t("This file is not text, so it is not tagged.");
  }
}
