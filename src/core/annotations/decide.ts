import type { Mention } from "../tagger/mention";
import type { ClassId } from "../taxonomy/scheme";
import type { Span } from "../text/span";
import type { Decision, DecisionScope, Quote } from "./decision";
import type { DecisionIdentifier } from "./ledger/decision-id";
import type { OccurrenceIndex } from "./anchoring/occurrences";
import { quoteOf } from "./anchoring/quote";

/** Who decides, when, and how the decision gets its id: `decisionIdOf` unless there is a reason for another. */
export interface DecisionStamp {
  readonly author?: string;
  /** ISO 8601, UTC, such as `2026-07-01T09:30:00Z`. */
  readonly time: string;
  readonly id: DecisionIdentifier;
}

/** A mention to decide on; where it was decided on before, the new decision still tells what had found it. */
export type DecidableMention = Mention & { readonly decision?: Decision };

/** The text of the document, or its index where many decisions are made at once. */
export type DocumentText = string | OccurrenceIndex;

/** The class and, for a named thing, the entity that a person gives to a span. */
export interface Label {
  readonly class: ClassId;
  readonly entity?: string;
}

/** The mention is right as it is. */
export function acceptMention(text: DocumentText, mention: DecidableMention, stamp: DecisionStamp): Decision {
  return classifyMention(text, mention, mention, stamp);
}

/** The span is a mention, but of another class or entity. */
export function classifyMention(
  text: DocumentText,
  mention: DecidableMention,
  label: Label,
  stamp: DecisionStamp,
): Decision {
  const provenance = provenanceOf(mention, label);
  return complete(
    { status: "accepted", scope: "mention", ...labelOf(label), ...provenance, ...quoteOf(text, mention) },
    stamp,
  );
}

/** The span is no mention, or no place in the document where the tagger gives the same text the same class is one. */
export function rejectMention(
  text: DocumentText,
  mention: DecidableMention,
  scope: DecisionScope,
  stamp: DecisionStamp,
): Decision {
  const quote: Quote = scope === "mention" ? quoteOf(text, mention) : { quote: mention.text, prefix: "", suffix: "" };
  return complete(
    { status: "rejected", scope, ...labelOf(mention), ...provenanceOf(mention, mention), ...quote },
    stamp,
  );
}

/** A person marks a span that the tagger missed. */
export function addMention(text: DocumentText, span: Span, label: Label, stamp: DecisionStamp): Decision {
  return complete({ status: "accepted", scope: "mention", ...labelOf(label), ...quoteOf(text, span) }, stamp);
}

function labelOf({ class: classId, entity }: Label): Label {
  return entity === undefined ? { class: classId } : { class: classId, entity };
}

/** What of a decision tells where the mention came from. */
type Provenance = Pick<
  Decision,
  "by" | "suggested" | "suggestedEntity" | "pattern" | "pack" | "packVersion" | "confidence"
>;

/** What the tagger had found: its label, and what that rests on. */
type Finding = Partial<Label> & Omit<Provenance, "suggested" | "suggestedEntity">;

/** What had found the mention, and as what where a person decides otherwise; nothing for a span marked by hand. */
function provenanceOf(mention: DecidableMention, decided: Label): Provenance {
  const { class: found, entity, ...rest } = mention.decision ? formerFinding(mention.decision) : findingOf(mention);
  if (rest.by === undefined) return {};
  return {
    ...(found === undefined || found === decided.class ? {} : { suggested: found }),
    ...(entity === undefined || entity === decided.entity ? {} : { suggestedEntity: entity }),
    ...rest,
  };
}

function findingOf({ class: classId, entity, by, confidence, evidence }: Mention): Finding {
  const { pattern, pack, version: packVersion } = evidence;
  return withoutBlanks({ class: classId, entity, by, pattern, pack, packVersion, confidence });
}

/** What had been found when somebody decided before: the decision tells where it differed. */
function formerFinding(former: Decision): Finding {
  const { suggested = former.class, suggestedEntity = former.entity } = former;
  const { by, pattern, pack, packVersion, confidence } = former;
  return withoutBlanks({ class: suggested, entity: suggestedEntity, by, pattern, pack, packVersion, confidence });
}

/** A ledger holds no empty fields. */
function withoutBlanks(fields: { readonly [Key in keyof Finding]: Finding[Key] | undefined }): Finding {
  const filled = Object.entries(fields).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(filled);
}

function complete(decision: Omit<Decision, "id" | "time" | "author">, { author, time, id }: DecisionStamp): Decision {
  const signed = { ...decision, ...(author === undefined || author === "" ? {} : { author }), time };
  return { id: id(signed), ...signed };
}
