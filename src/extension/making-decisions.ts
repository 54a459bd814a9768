import type { TextDocument } from "vscode";
import {
  acceptMention,
  classifyMention,
  OccurrenceIndex,
  rejectMention,
  type ClassId,
  type Decision,
  type DecisionScope,
  type Label,
  type ReviewedMention,
} from "../core";
import type { Services } from "./services/services";

/** What a person says about mentions. */
export type Verdict =
  | { readonly kind: "accept" }
  | { readonly kind: "reject"; readonly scope: DecisionScope }
  | { readonly kind: "classify"; readonly class: ClassId }
  /** Exactly this class and this entity, or none. */
  | { readonly kind: "label"; readonly label: Label };

/**
 * Decides on mentions of one document, however many, in one change of its ledger and one step to undo.
 *
 * @param label what is decided, for the message when it is undone
 * @throws NoLedgerError where the document has no place for decisions, Error where its ledger cannot be read or written
 */
export async function decideOn(
  services: Services,
  document: TextDocument,
  mentions: readonly ReviewedMention[],
  verdict: Verdict,
  label: string,
): Promise<void> {
  const text = document.getText();
  const quotes = mentions.map((mention) => mention.text);
  // An index searches for each quote once.
  const source = mentions.length === 1 ? text : new OccurrenceIndex(text, quotes);
  const signed = services.annotator.stamp(document.uri);
  const decisions = mentions.map((mention) => {
    switch (verdict.kind) {
      case "accept":
        return acceptMention(source, mention, signed);
      case "reject":
        return rejectMention(source, mention, verdict.scope, signed);
      case "classify":
        return classifyMention(source, mention, labelFor(services, mention, verdict.class), signed);
      case "label":
        return classifyMention(source, mention, verdict.label, signed);
    }
  });
  if (verdict.kind === "classify") services.classUse.record(verdict.class);
  const remove = mentions.flatMap(({ decision }, i) => replacedBy(decisions[i]!, decision));
  await services.decisions.change(document, { put: decisions, remove }, label);
}

/** The id of the decision that the same person made on the mention before, where the new one takes its place. */
export function replacedBy(decision: Decision, former: Decision | undefined): string[] {
  if (former === undefined || former.id === decision.id) return [];
  const isOwn = former.author === decision.author && former.curates === undefined;
  return isOwn && former.scope === decision.scope ? [former.id] : [];
}

/** The entity goes with the mention only into the class that the taxonomy gives that entity. */
function labelFor({ taxonomy }: Services, { entity }: ReviewedMention, classId: ClassId): Label {
  const known = entity === undefined ? undefined : taxonomy.entityOf(entity);
  return entity === undefined || known?.class !== classId ? { class: classId } : { class: classId, entity };
}
