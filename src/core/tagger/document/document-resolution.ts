import type { Sense } from "../../taxonomy/sense";
import type { Span } from "../../text/span";
import type { BlockFindings } from "./block-findings";
import { withCandidates } from "../discovery/candidates";
import type { DocumentContext } from "./document-context";
import { readingsUnder } from "./document-senses";
import { joinQualifiers } from "../qualifiers";
import type { Reading, RefusedReading } from "../reading";
import { resolve } from "../resolution";

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
  const shortForms = withoutSpokenOf(context.shortForms.readingsIn(prose), readings, counting);
  const competing = shortForms.length === 0 ? counting : [...counting, ...shortForms];
  const won = joinQualifiers(resolve(competing, lost), prose, lost);
  return withCandidates(won, discoveries, prose, context, lost);
}

/**
 * The short forms of which the taxonomy does not speak itself: it says the same of the span, and its evidence is the better
 * explanation, or it says that the span is none.
 */
function withoutSpokenOf(
  shortForms: readonly Reading[],
  readings: readonly Reading[],
  counting: readonly Reading[],
): readonly Reading[] {
  if (shortForms.length === 0) return shortForms;
  const counts = new Set(counting);
  const byStart = new Map<number, Reading[]>();
  for (const reading of readings) {
    if (reading.standing !== "contrary" && !counts.has(reading)) continue;
    const alike = byStart.get(reading.start);
    if (alike === undefined) byStart.set(reading.start, [reading]);
    else alike.push(reading);
  }
  return shortForms.filter(
    (shortForm) =>
      byStart.get(shortForm.start)?.some((reading) => agrees(reading, shortForm, shortForm.sense)) !== true,
  );
}

function agrees(reading: Reading, { start, end }: Span, sense: Sense): boolean {
  const { entity, class: classId } = reading.sense;
  return reading.start === start && reading.end === end && classId === sense.class && entity === sense.entity;
}
