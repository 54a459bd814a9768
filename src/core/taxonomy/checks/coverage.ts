import type { Accept, LexicalTerm } from "../lexicon/lexicon";
import { endsWithOneOf, type Neighbourhood, type NeighbourPhrase, startsWithOneOf } from "../neighbourhood";
import { Capitals } from "../forms/form-word";

const NOTHING_BESIDE: Neighbourhood = { after: [], notAfter: [], before: [], notBefore: [] };

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
  const isSpared = broad.notNear.every((phrase) => holdsOneOf(phrase, narrow.notNear));
  return isNear && isSpared && coversBeside(broad, narrow) && (!isDoubtable(broad) || isDoubtable(narrow));
}

function coversBeside({ beside: broad }: LexicalTerm, { beside: narrow = NOTHING_BESIDE }: LexicalTerm): boolean {
  if (broad === undefined) return true;
  return (
    allowsAll(broad.after, narrow.after, endsWithOneOf) &&
    allowsAll(broad.before, narrow.before, startsWithOneOf) &&
    broad.notAfter.every((phrase) => endsWithOneOf(phrase, narrow.notAfter)) &&
    broad.notBefore.every((phrase) => startsWithOneOf(phrase, narrow.notBefore))
  );
}

/** Whether what stands beside a narrow term is always among what a broad one asks for. */
function allowsAll(
  broad: readonly NeighbourPhrase[],
  narrow: readonly NeighbourPhrase[],
  holds: (phrase: NeighbourPhrase, others: readonly NeighbourPhrase[]) => boolean,
): boolean {
  return broad.length === 0 || (narrow.length > 0 && narrow.every((phrase) => holds(phrase, broad)));
}

/** Whether there are places where a term's capitals alone do not count. */
function isDoubtable({ ambiguous, near, beside = NOTHING_BESIDE }: LexicalTerm): boolean {
  return ambiguous && near.length + beside.after.length + beside.before.length === 0;
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
