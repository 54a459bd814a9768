import { foldWord } from "../../text/code-units";
import type { Span } from "../../text/span";
import type { Reading, RefusedReading } from "../reading";

/** Nouns of the field that are verbs too, folded, in their base form. */
const VERBS: ReadonlySet<string> = new Set(
  (
    "aid attack audit ban blockade breach code contract control court document dose exchange export file fund host import " +
    "influence isolate label lease leverage licence license link mandate manufacture map market model monitor network " +
    "nurse order partner patent permit plan pledge process quarantine record redress register release report " +
    "research review sample sanction screen sequence share sponsor stockpile store study supply support talk test " +
    "trade transfer treat trial trust veto"
  ).split(" "),
);

const OBJECT_BEHIND =
  /^\s(?:an?|any|each|every|her|him|his|it|its|my|our|some|the|their|them|these|this|those|us|whatever|which|whom|your)\b/u;
/** Words before a noun, not before a verb that has an object. */
const NOUN_BEFORE =
  /(?:^|[^\p{L}])(?:about|after|against|an?|any|as|at|before|between|by|during|each|every|for|from|her|his|in|into|its|like|my|no|of|on|our|over|per|some|such|than|that|the|their|these|this|those|through|under|upon|via|with|within|without|your)\s$/iu;
const MODAL_BEFORE = /(?<!\p{L})(?:can|cannot|could|may|might|must|never|shall|should|will|would)\s$/u;
const LONGEST_VERB = 12;
const LONGEST_WORD_BEFORE = 9;

/**
 * Drops readings of one generic word that is a verb where it stands, by the scheme's rule 12: verbs are no mentions. A verb is
 * known by "may" or "shall" before it, or by the object behind it and what is missing before it: "they patent the gene", but
 * "after the trial the firm left".
 */
export function withoutVerbs(readings: readonly Reading[], prose: string, lost?: RefusedReading[]): readonly Reading[] {
  if (!readings.some((reading) => isVerb(reading, prose))) return readings;
  return readings.filter((reading) => {
    if (!isVerb(reading, prose)) return true;
    lost?.push({ reading, reason: 'the word is a verb here: it follows "may" or its like, or has an object' });
    return false;
  });
}

function isVerb(reading: Reading, prose: string): boolean {
  const { by, class: classId, entity } = reading.sense;
  return by === "lexicon" && classId !== undefined && entity === undefined && standsAsVerb(reading, prose);
}

/** Whether a span is one word that may be a verb, where a verb stands. */
function standsAsVerb({ start, end }: Span, prose: string): boolean {
  if (end - start > LONGEST_VERB) return false;
  const word = foldWord(prose.slice(start, end));
  const isBaseForm = VERBS.has(word);
  if (!isBaseForm && !VERBS.has(baseFormOf(word))) return false;
  const before = prose.slice(Math.max(0, start - LONGEST_WORD_BEFORE), start);
  const hasObject = OBJECT_BEHIND.test(prose.slice(end, end + LONGEST_WORD_BEFORE + 1)) && !NOUN_BEFORE.test(before);
  return hasObject || (isBaseForm && MODAL_BEFORE.test(before));
}

/** "supplies" to "supply", "breaches" to "breach", "bans" to "ban". */
function baseFormOf(word: string): string {
  if (!word.endsWith("s")) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.replace(/(?<=ch|ss)es$|s$/u, "");
}
