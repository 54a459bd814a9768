import { isClassId } from "../../taxonomy/scheme";
import type { MentionOrigin } from "../../tagger/mention";
import { DECISION_SCOPES, DECISION_STATUSES, type Decision } from "../decision";
import {
  count,
  faultsOf,
  formatLine,
  ids,
  knownFieldsOf,
  oneOf,
  optional,
  ordinal,
  parseRecord,
  required,
  text,
  time,
  unknownFieldsOf,
  words,
  type FieldRules,
  type LineFault,
} from "./line-fields";

/** A decision, or at least one fault that keeps the line from being one. */
export type DecisionLine = { readonly decision: Decision } | { readonly faults: readonly LineFault[] };

const ORIGINS = Object.keys({
  lexicon: true,
  rule: true,
  abbreviation: true,
  discovery: true,
  inline: true,
  decision: true,
} satisfies Record<MentionOrigin, true>);

const classId = {
  expected: 'a class such as "actor.state"',
  allows: (value: unknown) => typeof value === "string" && isClassId(value),
};
const share = { expected: "a number from 0 to 1", allows: isShare };

/** The fields of a decision in the order in which they are written; fields of other versions follow. */
const FIELDS: FieldRules<Decision> = {
  id: { ...required, ...words },
  status: { ...required, ...oneOf(DECISION_STATUSES), code: "ledger.unknown-status" },
  scope: { ...required, ...oneOf(DECISION_SCOPES), code: "ledger.unknown-scope" },
  class: { ...required, ...classId },
  entity: { ...optional, ...words },
  suggested: { ...optional, ...classId },
  suggestedEntity: { ...optional, ...words },
  quote: { ...required, ...words },
  prefix: { ...required, ...text },
  suffix: { ...required, ...text },
  occurrence: { ...optional, ...ordinal },
  rival: { ...optional, ...count },
  by: { ...optional, ...oneOf(ORIGINS) },
  pattern: { ...optional, ...words },
  pack: { ...optional, ...words },
  packVersion: { ...optional, ...words },
  confidence: { ...optional, ...share },
  author: { ...optional, ...words },
  time: { ...required, ...time },
  comment: { ...optional, ...words },
  curates: { ...optional, ...ids },
  conflictsWith: { ...optional, ...ids },
};

/** Reads one line of a ledger; any text is safe to pass. A decision on a whole document may leave out prefix and suffix. */
export function parseDecisionLine(line: string): DecisionLine {
  const record = parseRecord(line);
  if (record === undefined) {
    const message = "This line is not a JSON object. Restore it from version control, or delete it.";
    return { faults: [{ code: "ledger.not-json", message }] };
  }
  const complete = record.get("scope") === "document" ? new Map([["prefix", ""], ["suffix", ""], ...record]) : record;
  const faults = faultsOf(FIELDS, complete, "decision");
  return faults.length > 0 ? { faults } : { decision: knownFieldsOf(FIELDS, complete) };
}

/** Writes a decision as one line. Fields that `former`, its line until now, has from another version of the format are kept. */
export function formatDecisionLine(decision: Decision, former?: string): string {
  return formatLine(FIELDS, decision, former);
}

/** The fields of a line that this version of the format does not know. */
export function otherFieldsOf(line: string): [name: string, value: unknown][] {
  return unknownFieldsOf(FIELDS, line);
}

function isShare(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && value <= 1;
}
