import { overlapping, type Span } from "../../text/span";
import { foldWord } from "../../text/code-units";
import type { DocumentContext } from "../document/document-context";
import type { Discoveries } from "./discovery";
import { wordsIn } from "./name-runs";
import { Reading, type RefusedReading } from "../reading";
import { resolve } from "../resolution";

/** Begins the id of an entity that no pack has: a long form that the document itself abbreviates. */
export const LOCAL_ENTITY_PREFIX = "document:";

/**
 * Id of a name that only its document knows: `document:`, then its folded words with hyphens. The same name has the same id in
 * every document, and no id of a pack can hold a colon.
 */
export function localEntityOf(name: string): string {
  const words = wordsIn(name, { start: 0, end: name.length });
  return LOCAL_ENTITY_PREFIX + words.map(({ text }) => foldWord(text)).join("-");
}

/** The candidate that a long form is, though the taxonomy may read a part of it: the party in "Democratic Party of Japan". */
export function candidateIn(long: Span, { candidates }: Discoveries): Reading | undefined {
  return overlapping(candidates, long)[0];
}

/** Adds the candidates that the document supports to the readings that won; they take no span of those. */
export function withCandidates(
  won: Reading[],
  { candidates, leads }: Discoveries,
  prose: string,
  context: DocumentContext,
  lost?: RefusedReading[],
): Reading[] {
  if (candidates.length + leads.length + context.localShortForms.definitions.size === 0) return won;
  const proposals = [...context.localShortForms.readingsIn(prose), ...candidates];
  for (const lead of leads) {
    const sense = context.meaningOfLead(lead);
    if (sense !== undefined) proposals.push(new Reading(lead.start, lead.end, sense));
  }
  const free = proposals.filter((proposal) => overlapping(won, proposal).length === 0);
  if (free.length === 0) return won;
  return [...won, ...resolve(free, lost)].sort((a, b) => a.start - b.start);
}
