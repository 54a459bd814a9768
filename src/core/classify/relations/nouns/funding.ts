import { verbBefore } from "../arguments/attachment";
import type { NounPhrase } from "../chunks";
import type { SentenceReading } from "../sentence-relations";
import type { NounReading } from "./noun-reading";

/** Verbs that say of money what it is for. */
const PAYING = new Set("support pay build finance fund cover sustain enable keep".split(" "));

/**
 * What the clause around money says it is for.
 *
 * @param next number of the first chunk behind the complements of the noun for money
 */
export function fundedInClause(money: NounReading, next: number): readonly NounPhrase[] {
  return [...fundedWith(money), ...paidBy(money.reading, next)];
}

/** "was built with funding from Norway", "a hub with support from Gavi": what was done with the money is funded. */
function fundedWith({ reading: { chunks, finder }, i }: NounReading): readonly NounPhrase[] {
  const link = chunks[i - 1];
  if (link?.kind !== "preposition" || !/^(?:with|through|under)$/u.test(link.word)) return [];
  const at = verbBefore(chunks, i - 1);
  const group = at === undefined ? undefined : chunks[at];
  if (at === undefined || group?.kind !== "verb") return [];
  return group.passive ? (finder.subjectOf(at)?.phrases ?? []) : finder.complementsFrom(at + 1).object;
}

/** "Grants from Norway pay for the laboratory": what the verb at chunk `at`, whose subject is money, says it is for. */
function paidBy({ chunks, finder }: SentenceReading, at: number): readonly NounPhrase[] {
  const group = chunks[at];
  if (group?.kind !== "verb" || group.passive || !PAYING.has(group.lemma)) return [];
  const { object, prepositions } = finder.complementsFrom(at + 1);
  return object.length > 0 ? object : (prepositions.get("for") ?? []);
}
