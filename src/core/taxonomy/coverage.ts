import type { Accept, LexicalTerm } from "./lexicon";
import { Capitals } from "./word-forms";

/**
 * Whether one form counts wherever another of the same words does. It never says so wrongly; of conditions it knows what
 * their phrases say, so it may miss that texts never hold one phrase without another.
 */
export function covers(broad: Accept, narrow: Accept): boolean {
  return coversConditions(broad.term, narrow.term) && coversLetters(broad, narrow);
}

function coversConditions(broad: LexicalTerm, narrow: LexicalTerm): boolean {
  const isNear =
    broad.near.length === 0 ||
    (narrow.near.length > 0 && narrow.near.every((phrase) => holdsOneOf(phrase, broad.near)));
  return isNear && broad.notNear.every((phrase) => holdsOneOf(phrase, narrow.notNear));
}

/** Whether a sentence with a folded phrase holds one of others for that alone. */
export function holdsOneOf(folded: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => folded.includes(phrase));
}

function coversLetters(broad: Accept, narrow: Accept): boolean {
  if (broad.exact !== undefined) return narrow.exact?.join(" ") === broad.exact.join(" ");
  if (broad.capitals === undefined) return true;
  const given = narrow.exact?.map(capitalsIn).join("") ?? narrow.capitals ?? "";
  const last = broad.capitals.length - 1;
  const needsCapitalEnding = Number(broad.capitals[last]) === Capitals.all && !broad.inflected;
  // "NGOs" will do for the plural of NGO, but not where a term writes NGOS.
  if (needsCapitalEnding && narrow.inflected) return false;
  return Array.from(broad.capitals).every((needed, i) => Number(given[i] ?? Capitals.free) >= Number(needed));
}

function capitalsIn(word: string): Capitals {
  if (word === word.toUpperCase()) return Capitals.all;
  const first = /\p{L}/u.exec(word)?.[0] ?? "";
  return first === first.toUpperCase() ? Capitals.initial : Capitals.free;
}
