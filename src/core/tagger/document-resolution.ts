import type { Sense } from "../taxonomy/sense";
import type { Span } from "../text/span";
import type { BlockFindings } from "./block-findings";
import { withCandidates } from "./candidates";
import type { DocumentContext } from "./document-context";
import { readingsUnder } from "./document-senses";
import type { Reading, RefusedReading } from "./reading";
import { resolve } from "./resolution";

/**
 * The readings of a block that count in the document, resolved together with the places of the document's short forms; where
 * nothing wins, candidates.
 */
export function resolveUnder(
  context: DocumentContext,
  prose: string,
  { readings, discoveries }: Pick<BlockFindings, "readings" | "discoveries">,
  lost?: RefusedReading[],
): Reading[] {
  const counting = readingsUnder((meaning) => context.verdictOn(meaning), readings, lost);
  const shortForms: Reading[] = [];
  for (const shortForm of context.shortForms.readingsIn(prose)) {
    if (!readings.some((reading) => speaksOf(reading, shortForm, shortForm.sense, counting)))
      shortForms.push(shortForm);
  }
  const won = resolve([...counting, ...shortForms], prose.length, lost);
  return withCandidates(won, discoveries, prose, context, lost);
}

/** The taxonomy says the same of the span, and its evidence is the better explanation; or it says that the span is none. */
function speaksOf(reading: Reading, span: Span, sense: Sense, counting: readonly Reading[]): boolean {
  return agrees(reading, span, sense) && (reading.standing === "contrary" || counting.includes(reading));
}

function agrees(reading: Reading, { start, end }: Span, sense: Sense): boolean {
  const { entity, class: classId } = reading.sense;
  return reading.start === start && reading.end === end && classId === sense.class && entity === sense.entity;
}
