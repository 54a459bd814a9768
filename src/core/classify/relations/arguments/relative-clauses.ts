import type { Chunk, NounPhrase } from "../chunks";
import type { Preposition } from "../frames";
import { standsFor } from "../noun-phrases";
import type { Complements, Subject } from "./arguments";
import { chainTo } from "./attachment";

/** What a relative pronoun or participle behind a phrase that ends at chunk `last` is about: in "firms in Kenya, which" the firms. */
export function antecedentAt(chunks: readonly Chunk[], last: number): NounPhrase {
  const { nearest, head } = chainTo(chunks, last);
  const link = chunks[last - 1];
  const isPlace = link?.kind === "preposition" && /^(?:in|at|near|around|across)$/u.test(link.word);
  return standsFor(nearest).length > 0 && !(isPlace && head.head.mention !== undefined) ? nearest : head;
}

/** The noun that a relative pronoun at chunk `i` stands for, as the subject of the verb behind it. */
export function relativeSubject(chunks: readonly Chunk[], i: number): Subject | undefined {
  const pronoun = chunks[i]!;
  const at = chunks[i - 1]?.kind === "comma" ? i - 2 : i - 1;
  if (chunks[at]?.kind !== "noun" || (pronoun.kind === "relative" && pronoun.word === "whose")) return undefined;
  return { phrases: [antecedentAt(chunks, at)], first: i };
}

/** "the data that China holds", "suppliers on which Europe depends": what a relative clause is about fills its gap. */
export function withGap(chunks: readonly Chunk[], complements: Complements, { first }: Subject): Complements {
  const at = first - 1;
  if (chunks[at]?.kind !== "relative") return complements;
  const link = chunks[at - 1];
  const before = link?.kind === "preposition" ? at - 2 : at - 1;
  const last = chunks[before]?.kind === "comma" ? before - 1 : before;
  if (chunks[last]?.kind !== "noun") return complements;
  const antecedent = [antecedentAt(chunks, last)];
  const preposition = link?.kind === "preposition" ? (link.word as Preposition) : complements.stranded;
  if (preposition !== undefined) {
    return { ...complements, prepositions: new Map([[preposition, antecedent], ...complements.prepositions]) };
  }
  return complements.object.length > 0 ? complements : { ...complements, object: antecedent };
}

/** "limits what firms may send": what the clause with a subject is about has no name. */
export function isFreeRelative(chunks: readonly Chunk[], { first }: Subject): boolean {
  const before = chunks[first - 1];
  return before?.kind === "subordinator" && before.word === "what";
}

/** The noun whose relative clause or participle ends at chunk `last`: "data collected in Kenya", "firms that own data". */
export function beforeRelativeClause(chunks: readonly Chunk[], last: number): number {
  let at = chainTo(chunks, last).first - 1;
  while (chunks[at]?.kind === "preposition" || (at < last && chunks[at]?.kind === "noun")) at--;
  const verb = chunks[at];
  if (verb?.kind !== "verb") return last;
  const before = chunks[at - 1];
  if (verb.form !== "finite") return verb.form !== "infinitive" && before?.kind === "noun" ? at - 1 : last;
  return before?.kind === "relative" && chunks[at - 2]?.kind === "noun" ? at - 2 : last;
}
