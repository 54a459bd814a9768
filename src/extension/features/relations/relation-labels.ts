import { l10n } from "vscode";
import type { Relation, RelationModality, RelationType, ReviewedRelation } from "../../../core";

/** What a type of relation is called between its source and its target. */
export function relationTypeLabel(type: RelationType): string {
  switch (type) {
    case "controls":
      return l10n.t("controls");
    case "depends-on":
      return l10n.t("depends on");
    case "supplies":
      return l10n.t("supplies");
    case "regulates":
      return l10n.t("regulates");
    case "restricts":
      return l10n.t("restricts");
    case "shares-with":
      return l10n.t("shares with");
    case "funds":
      return l10n.t("funds");
    case "partners-with":
      return l10n.t("partners with");
    case "competes-with":
      return l10n.t("competes with");
  }
}

/** What a type of relation covers. */
export function relationTypeDetail(type: RelationType): string {
  switch (type) {
    case "controls":
      return l10n.t("owns, holds, hosts, operates");
    case "depends-on":
      return l10n.t("relies on, is supplied by");
    case "supplies":
      return l10n.t("provides, exports, sells to");
    case "regulates":
      return l10n.t("governs, approves, bans, sanctions");
    case "restricts":
      return l10n.t("limits, blocks, localizes a flow");
    case "shares-with":
      return l10n.t("transfers, gives access");
    case "funds":
      return l10n.t("finances, invests in, acquires");
    case "partners-with":
      return l10n.t("agrees, collaborates, joins");
    case "competes-with":
      return l10n.t("rivals, races, outpaces");
  }
}

export function modalityLabel(modality: RelationModality | undefined): string {
  switch (modality) {
    case undefined:
      return l10n.t("asserted");
    case "negated":
      return l10n.t("negated");
    case "possible":
      return l10n.t("possible");
    case "reported":
      return l10n.t("reported");
  }
}

/** The type of a relation, with how the text states it where it does not assert it. */
export function relationLabel({ type, modality }: Pick<Relation, "type" | "modality">): string {
  return modality === undefined ? relationTypeLabel(type) : `${relationTypeLabel(type)} (${modalityLabel(modality)})`;
}

/** What a line says of a relation. */
type StatedRelation = Pick<Relation, "type" | "modality"> & {
  readonly source: Pick<Relation["source"], "quote">;
  readonly target: Pick<Relation["target"], "quote">;
};

/** A whole relation in one line, from source to target. */
export function relationLine(relation: StatedRelation): string {
  return `${words(relation.source.quote)} — ${relationLabel(relation)} → ${words(relation.target.quote)}`;
}

/** A relation of a document in one line, found or decided. */
export function reviewedLine({ type, modality, source, target }: ReviewedRelation): string {
  return relationLine({
    type,
    ...(modality === "asserted" ? {} : { modality }),
    source: { quote: source.text },
    target: { quote: target.text },
  });
}

/** How far a relation is decided, and whether the tagger finds it too. */
export function relationStatus({ status, found }: Pick<ReviewedRelation, "status" | "found">): string {
  const unmatched = found === undefined ? ` · ${l10n.t("not found by the tagger")}` : "";
  switch (status) {
    case "suggested":
      return l10n.t("found");
    case "accepted":
      return `${l10n.t("accepted")}${unmatched}`;
    case "rejected":
      return `${l10n.t("rejected")}${unmatched}`;
  }
}

function words(text: string): string {
  return text.replace(/\s+/g, " ");
}
