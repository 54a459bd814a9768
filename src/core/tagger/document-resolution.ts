import type { Sense } from "../taxonomy/sense";
import type { Span } from "../text/span";
import type { DocumentContext } from "./document-context";
import { readingsUnder } from "./document-senses";
import type { Reading, RefusedReading } from "./reading";
import { resolve } from "./resolution";

/** The readings of a block that count in the document, resolved together with the places of the document's short forms. */
export function resolveUnder(
  context: DocumentContext,
  blockText: string,
  readings: readonly Reading[],
  lost?: RefusedReading[],
): Reading[] {
  const counting = readingsUnder((meaning) => context.verdictOn(meaning), readings, lost);
  const shortForms: Reading[] = [];
  for (const { short, sense } of context.definitions.values()) {
    for (const span of occurrencesOf(short, blockText)) {
      if (!readings.some((reading) => speaksOf(reading, span, sense, counting))) shortForms.push({ ...span, sense });
    }
  }
  return resolve([...counting, ...shortForms], blockText.length, lost);
}

/** The taxonomy says the same of the span, and its evidence is the better explanation; or it says that the span is none. */
function speaksOf(reading: Reading, span: Span, sense: Sense, counting: readonly Reading[]): boolean {
  return agrees(reading, span, sense) && (reading.standing === "contrary" || counting.includes(reading));
}

function agrees(reading: Reading, { start, end }: Span, sense: Sense): boolean {
  const { entity, class: classId } = reading.sense;
  return reading.start === start && reading.end === end && classId === sense.class && entity === sense.entity;
}

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** Where a short form stands as a word of its own, a plural s allowed. */
function occurrencesOf(short: string, blockText: string): Span[] {
  const spans: Span[] = [];
  for (let start = blockText.indexOf(short); start >= 0; start = blockText.indexOf(short, start + short.length)) {
    let end = start + short.length;
    if (blockText[end] === "s") end++;
    const before = blockText[start - 1] ?? " ";
    const after = blockText[end] ?? " ";
    if (!WORD_CHARACTER.test(before) && !WORD_CHARACTER.test(after)) spans.push({ start, end });
  }
  return spans;
}
