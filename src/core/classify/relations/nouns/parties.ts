import type { Complements } from "../arguments/arguments";
import { verbBefore } from "../arguments/attachment";
import type { Chunk, NounPhrase } from "../chunks";
import type { Frame } from "../frames";
import { endOf, type RelationEnd } from "../relation-mention";
import { fillerOf, isSymmetric } from "../sentence-relations";
import type { NounReading } from "./noun-reading";

/**
 * The parties that a noun names as equals: "a deal between X and Y", "a merger of X and Y", "X-Y rivalry", "X and Y signed a
 * deal"; undefined where it names sides.
 *
 * @param subject of the verb that carries the noun
 */
export function equalParties(
  { reading, phrase }: NounReading,
  frame: Frame,
  complements: Complements,
  subject: readonly NounPhrase[],
): RelationEnd[] | undefined {
  const between = reading.ends(alignedParties(complements.prepositions.get("between") ?? []));
  if (between.length > 1 && (isSymmetric(frame) || frame.type === "shares-with")) return between;
  if (!isSymmetric(frame)) return undefined;
  const members = reading.ends(complements.prepositions.get("of") ?? []);
  if (members.length > 1) return members;
  const pair = hyphenedPair(phrase);
  if (pair.length > 1) return pair;
  const fill = fillerOf(complements, subject);
  const hasOther = frame.targets.some((slot) => fill(slot).length > 0);
  return !hasOther && subject.length > 1 ? reading.ends(subject) : undefined;
}

/** "between US and UK science agencies": what stands before the last party is the other's equal. */
function alignedParties(phrases: readonly NounPhrase[]): readonly NounPhrase[] {
  const [first, last] = [phrases[0], phrases.at(-1)];
  if (phrases.length !== 2 || last?.head.mention === undefined || last.head.mention.entity !== undefined)
    return phrases;
  const equal = last.tokens.find(
    ({ mention }) => mention !== undefined && mention.class === first?.head.mention?.class,
  );
  return equal === undefined || equal === last.head ? phrases : [first!, { ...last, head: equal }];
}

/** "US-China rivalry" */
function hyphenedPair({ tokens }: NounPhrase): RelationEnd[] {
  const second = tokens.findIndex(
    ({ hyphened, mention }, at) => hyphened && mention !== undefined && tokens[at - 1]?.mention !== undefined,
  );
  return second < 1 ? [] : tokens.slice(second - 1, second + 1).map(({ mention }) => endOf(mention!));
}

/** What is done so is done by the clause's subject: "in partnership with Oxford", "under a deal with Moderna". */
const MEANS = new Set<string>(["in", "under", "through", "via", "by", "within"]);

/**
 * The parties of the clause that a phrase of means stands in: its subject or, in the passive, its agent.
 *
 * @param next number of the first chunk behind the phrase's complements
 */
export function partiesOfClause({ reading, i }: NounReading, next: number): readonly NounPhrase[] {
  const { chunks, finder } = reading;
  const link = chunks[i - 1];
  if (link?.kind !== "preposition" || !MEANS.has(link.word)) return [];
  const named = chunks[i - 3];
  if (chunks[i - 2]?.kind === "comma" && named?.kind === "noun") return [named];
  const at = verbBefore(chunks, i - 1) ?? verbBehindFront(chunks, i - 1, next);
  const group = at === undefined ? undefined : chunks[at];
  if (at === undefined || group?.kind !== "verb") return [];
  if (group.passive) return finder.complementsFrom(at + 1, false).prepositions.get("by") ?? [];
  return finder.subjectOf(at)?.phrases ?? [];
}

/** "Under a deal with Moderna, Kenya makes": the verb behind the comma that closes what opens the sentence. */
function verbBehindFront(chunks: readonly Chunk[], first: number, next: number): number | undefined {
  if (first > 0 && chunks[first - 1]?.kind !== "stop") return undefined;
  if (chunks[next]?.kind !== "comma" || chunks[next + 1]?.kind !== "noun") return undefined;
  return chunks[next + 2]?.kind === "verb" ? next + 2 : undefined;
}
