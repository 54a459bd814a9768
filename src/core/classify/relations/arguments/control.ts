import { facetOf } from "../../../taxonomy/scheme";
import type { Chunk, ChunkedSentence, NounPhrase, VerbGroup } from "../chunks";
import { type Modality, strongest } from "../modality";
import { isPossessor } from "../noun-phrases";
import { BARRING_VERBS, CHARGING_VERBS, INTENDING_VERBS, LACKING_VERBS, REPORTING_VERBS } from "../word-classes";
import type { Subject } from "./arguments";
import { chainTo } from "./attachment";
import { listFrom } from "./coordination";

/** Who does what an infinitive or gerund says: phrases, or whoever is the subject of the verb at a chunk. */
export type Controller = Subject | { readonly verb: number };

/** Verbs whose object does what the infinitive behind it says. */
const LEADING_VERBS = new Set(
  "allow appoint ask call choose commission contract compel enable encourage expect force help invite mandate oblige order pay permit persuade press require select task tell urge want hire license".split(
    " ",
  ),
);

/** Verbs with two objects whose first does what the infinitive behind the second says: "awarded Palantir a contract to run". */
const ENTITLING_VERBS = new Set("award give grant offer hand".split(" "));

/** Nouns of what somebody means to do, with what they make of it: "China's refusal to share", "its plan to build". */
const AIMS: ReadonlyMap<string, Modality> = new Map([
  ...aims("asserted", "decision decisions move moves agreement right power powers contract"),
  ...aims(
    "possible",
    "plan plans bid bids proposal proposals effort efforts attempt attempts threat threats pledge pledges promise promises intention willingness ambition ability offer",
  ),
  ...aims("negated", "refusal failure inability unwillingness reluctance"),
]);

function aims(modality: Modality, nouns: string): (readonly [string, Modality])[] {
  return nouns.split(" ").map((noun) => [noun, modality]);
}

/** Verbs whose object is a means or a right to what the infinitive behind it says, for their subject. */
const AIMING_VERBS = new Set(
  "build sign win have get obtain receive reach announce make establish launch agree secure hold use create negotiate conclude take form join lose pass adopt issue renew extend fail abandon drop".split(
    " ",
  ),
);

/** Behind these a gerund has the subject of its clause: "by supplying", "while relying". */
const GERUND_LINKS = new Set("by in after before without through while when since".split(" "));

/** Whether a gerund behind a chunk has the subject of the clause around it. */
export function sharesSubject(chunk: Chunk): boolean {
  return (chunk.kind === "preposition" || chunk.kind === "subordinator") && GERUND_LINKS.has(chunk.word);
}

/** The chunk of the verb whose object is the subject of the infinitive at chunk `i`: "urges China to share". */
export function leaderOf(chunks: readonly Chunk[], i: number): number | undefined {
  if (chunks[i - 1]?.kind !== "noun") return undefined;
  const { first } = chainTo(chunks, i - 1);
  const before = chunks[first - 1];
  const at = before?.kind === "preposition" && before.word !== "for" ? first - 2 : first - 1;
  const leader = chunks[at];
  if (before?.kind === "preposition" && before.word === "by") return undefined;
  return leader?.kind === "verb" && LEADING_VERBS.has(leader.lemma) ? at : undefined;
}

/** The chunk of the verb that says what its object did or is kept from doing: "accused X of sharing", "keeps X from buying". */
export function chargeOf(chunks: readonly Chunk[], i: number): number | undefined {
  const link = chunks[i - 1];
  if (link?.kind !== "preposition" || !/^(?:of|from|for)$/u.test(link.word)) return undefined;
  let at = i - 2;
  while (/^(?:noun|conjunction|comma|preposition)$/u.test(chunks[at]?.kind ?? "")) at--;
  const verb = chunks[at];
  if (verb?.kind !== "verb") return undefined;
  return (link.word === "from" ? BARRING_VERBS : CHARGING_VERBS).has(verb.lemma) ? at : undefined;
}

/** Who is said to do what the verb at chunk `charge` charges with or bars from: its object, or the subject of its passive. */
export function chargedParty(sentence: ChunkedSentence, charge: number): Controller | undefined {
  const { chunks } = sentence;
  if ((chunks[charge] as VerbGroup).passive) return { verb: charge };
  if (chunks[charge + 1]?.kind !== "noun") return undefined;
  return { phrases: listFrom(sentence, charge + 1).phrases, first: charge + 1 };
}

/** "was set up to regulate trials": whoever the verb at chunk `at` is said of; of an active verb nobody certain. */
export function controllerOfPurpose(chunks: readonly Chunk[], at: number): Controller | undefined {
  const [verb, purpose] = [chunks[at] as VerbGroup, chunks[at + 1] as VerbGroup];
  return verb.passive && verb.form === "finite" && !purpose.passive ? { verb: at } : undefined;
}

/**
 * Who does what the infinitive at chunk `i` behind a noun says, where the noun is no mere object of a verb that leads to it:
 * "India signed a deal to supply", "Rwanda built a plant to supply".
 */
export function controllerOfAim(chunks: readonly Chunk[], i: number): Controller | undefined {
  return ownerOfAim(chunks, i) ?? entitledParty(chunks, i) ?? behindAgent(chunks, i) ?? aimingVerb(chunks, i);
}

/** "China's refusal to share", "the decision of China to share", "a US plan to share": whose aim it is. */
function ownerOfAim(chunks: readonly Chunk[], i: number): Subject | undefined {
  const aim = chunks[i - 1] as NounPhrase;
  const [link, before] = [chunks[i - 2], chunks[i - 3]];
  const isOwner = link?.kind === "preposition" && /^(?:of|by)$/u.test(link.word);
  if (isOwner && before?.kind === "noun" && AIMS.has(before.head.word)) return { phrases: [aim], first: i - 1 };
  if (!AIMS.has(aim.head.word)) return undefined;
  if (link?.kind === "noun" && isPossessor(link)) return { phrases: [link], first: i - 2 };
  const [actor] = aim.modifiers;
  if (actor === undefined || facetOf(actor.class) !== "actor") return undefined;
  return { phrases: [modifierAlone(aim)], first: i - 1 };
}

/** "a US plan": the actor before the head as a phrase of its own. */
function modifierAlone(phrase: NounPhrase): NounPhrase {
  const at = phrase.tokens.findIndex(({ mention }) => mention !== undefined);
  return at < 0
    ? phrase
    : { ...phrase, head: phrase.tokens[at]!, modifiers: [], tokens: phrase.tokens.slice(0, at + 1) };
}

/** The first of two objects of a verb that entitles to what the infinitive says. */
function entitledParty(chunks: readonly Chunk[], i: number): Subject | undefined {
  const [before, verb] = [chunks[i - 2], chunks[i - 3]];
  if (before?.kind !== "noun" || isPossessor(before) || verb?.kind !== "verb") return undefined;
  return ENTITLING_VERBS.has(verb.lemma) && !verb.passive ? { phrases: [before], first: i - 2 } : undefined;
}

/** "was paid by Canada to run": behind the agent of a passive, its subject. */
function behindAgent(chunks: readonly Chunk[], i: number): Controller | undefined {
  const [link, verb] = [chunks[i - 2], chunks[i - 3]];
  if (link?.kind !== "preposition" || link.word !== "by" || verb?.kind !== "verb" || !verb.passive) return undefined;
  return LEADING_VERBS.has(verb.lemma) ? { verb: i - 3 } : undefined;
}

/** The verb whose object the aim is of. */
function aimingVerb(chunks: readonly Chunk[], i: number): Controller | undefined {
  const { first } = chainTo(chunks, i - 1);
  const at = chunks[first - 1]?.kind === "verb" ? first - 1 : first - 2;
  const verb = chunks[at];
  if (verb?.kind !== "verb" || verb.passive || verb.form !== "finite" || !AIMING_VERBS.has(verb.lemma))
    return undefined;
  return { verb: at };
}

/** What the verbs and nouns that lead to the verb at chunk `i` make of it. */
export function modalityOfControl(chunks: readonly Chunk[], i: number): Modality {
  return strongest(modalityOfLeaders(chunks, i), modalityOfCharge(chunks, i) ?? modalityOfAim(chunks, i));
}

/** "urges China to share", "ask the UN to help them to own" */
function modalityOfLeaders(chunks: readonly Chunk[], i: number): Modality {
  const at = (chunks[i] as VerbGroup).form === "infinitive" ? leaderOf(chunks, i) : undefined;
  const leader = at === undefined ? undefined : chunks[at];
  if (leader?.kind !== "verb") return "asserted";
  const own: Modality = INTENDING_VERBS.has(leader.lemma) ? "possible" : "asserted";
  return strongest(own, leader.modality, modalityOfLeaders(chunks, at!));
}

function modalityOfCharge(chunks: readonly Chunk[], i: number): Modality | undefined {
  const at = chargeOf(chunks, i);
  if (at === undefined) return undefined;
  const { lemma } = chunks[at] as VerbGroup;
  if (BARRING_VERBS.has(lemma)) return "negated";
  return REPORTING_VERBS.has(lemma) ? "reported" : "asserted";
}

function modalityOfAim(chunks: readonly Chunk[], i: number): Modality {
  const aim = chunks[i - 1];
  if ((chunks[i] as VerbGroup).form !== "infinitive" || aim?.kind !== "noun") return "asserted";
  const verb = chunks[i - 2];
  const lacks: Modality = verb?.kind === "verb" && LACKING_VERBS.has(verb.lemma) ? "negated" : "asserted";
  return strongest(AIMS.get(aim.head.word) ?? "asserted", lacks);
}
