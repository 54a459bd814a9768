import { l10n } from "vscode";
import { UNSIGNED, type Annotation, type Difference, type DifferenceKind } from "../../../core";
import type { ComparedSides } from "../../services/review/comparison-service";
import type { TaxonomyService } from "../../services/packs/taxonomy-service";

const LONGEST_QUOTE = 40;

/** One of the two that are compared. */
export type Side = "left" | "right";

/** The name of an annotator for people. */
function annotatorLabel(name: string): string {
  return name === UNSIGNED ? l10n.t("(unsigned)") : name;
}

/** Who stands on a side of the comparison. */
export function sideLabel(sides: ComparedSides, side: Side): string {
  if (sides !== "conflicts") return annotatorLabel(sides[side]);
  return side === "left" ? l10n.t("later decision") : l10n.t("earlier decision");
}

/** What is compared, as a title. */
export function sidesLabel(sides: ComparedSides): string {
  return sides === "conflicts"
    ? l10n.t("Contradictions left by a merge")
    : l10n.t("{0} and {1}", sideLabel(sides, "left"), sideLabel(sides, "right"));
}

/** What one side says of a difference: a class, with what else differs, or that there is no mention. */
export function judgementLabel({ kind, ...sides }: Difference, side: Side, taxonomy: TaxonomyService): string {
  const annotation = side === "left" ? sides.a : sides.b;
  if (annotation?.status !== "accepted") {
    return annotation === undefined ? l10n.t("no decision") : l10n.t("no mention");
  }
  const classLabel = taxonomy.classLabel(annotation.class);
  switch (kind) {
    case "entity":
      return entityLabel(annotation, classLabel, taxonomy);
    case "boundary":
      return `${classLabel} ${quoted(annotation.text)}`;
    case "class":
    case "existence":
    case "presence":
      return classLabel;
  }
}

/** How two annotations differ, for people. */
export function kindLabel(kind: DifferenceKind): string {
  switch (kind) {
    case "class":
      return l10n.t("different classes");
    case "entity":
      return l10n.t("different entities");
    case "boundary":
      return l10n.t("different spans");
    case "existence":
      return l10n.t("accepted and rejected");
    case "presence":
      return l10n.t("decided by one only");
  }
}

/** A stretch of text on one line. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return `“${line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE - 1)}…`}”`;
}

function entityLabel({ entity }: Annotation, classLabel: string, taxonomy: TaxonomyService): string {
  if (entity === undefined) return l10n.t("{0}, no entity", classLabel);
  return `${classLabel}, ${taxonomy.entityOf(entity)?.label ?? entity}`;
}
