import { facetOf } from "../../taxonomy/scheme";
import type { NounPhrase } from "./chunks";
import type { RelatableMention } from "./relation-mention";
import { FRAME_NOUNS, STAND_INS } from "./word-classes";

const NO_WORDS: ReadonlySet<string> = new Set();

/**
 * The mentions that a phrase stands for without looking elsewhere: its head, or the actor before a mere stand-in.
 *
 * @param others nouns that are stand-ins for the relation in question alone
 */
export function standsFor({ head, modifiers, origin }: NounPhrase, others = NO_WORDS): readonly RelatableMention[] {
  if (head.mention !== undefined) return [head.mention];
  if (origin !== undefined && others.has(head.word)) return standsFor(origin);
  const actor = modifiers.at(-1);
  if (actor === undefined || facetOf(actor.class) !== "actor") return [];
  return STAND_INS.has(head.word) || others.has(head.word) ? [actor] : [];
}

/** Whether what stands behind it is its own: "China's". */
export function isPossessor({ head }: NounPhrase): boolean {
  return head.possessive;
}

/** Whether a phrase is headed by a noun that states relations; of mentions only those of sovereignty are. */
export function isFrameNoun({ head }: NounPhrase): boolean {
  return FRAME_NOUNS.has(head.word) && (head.mention === undefined || facetOf(head.mention.class) === "sovereignty");
}

/** Whether one of some phrases is denied by "no" or "neither". */
export function isDenied(phrases: readonly NounPhrase[]): boolean {
  return phrases.some(
    ({ determiner, tokens }) => determiner === "no" || determiner === "neither" || tokens[0]?.word === "no",
  );
}
